"""Loads: counted, whole or not at all, nothing when nothing changed."""

import json
import shutil

import pytest
from place import NOW, Place

from kg.errors import KgError
from kg.pipeline.inputs import piped
from kg.pipeline.load import Request, load, plan

A = "가온은 2009년에 설립되었다. 서비스 지도는 2012년에 시작되었다.\n"
B = "나래는 2011년에 설립되었다.\n"
TURTLE = """\
@prefix kg: <https://w3id.org/companykg#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@base <https://example.org/kg/> .
<company/다솜> a kg:Company ; rdfs:label "다솜" ; rdfs:comment "지어낸 회사" .
<event/x> a kg:Founding ; kg:company <company/다솜> ; kg:date <date/2001> ; kg:status "asserted" .
<date/2001> a kg:Date ; kg:edtf "2001" .
"""


def line(text: str, quote: str, **said: object) -> str:
    """A line of claims about a document with this text."""
    start = text.index(quote)
    evidence = [{"start": start, "end": start + len(quote), "quote": quote}]
    return json.dumps(said | {"extractedBy": "나", "evidence": evidence}, ensure_ascii=False)


def founding(document: str, text: str, company: str, year: str) -> str:
    quote = text[: text.index(".") + 1]
    roles = {"company": [company]}
    return line(text, quote, type="Founding", document=document, date=year, roles=roles)


def test_a_document_is_loaded_once(place: Place) -> None:
    name = place.write("data/documents/a.txt", A)
    first = place.load(name)
    assert [(f.name, f.read, f.loaded, f.already, f.refused) for f in first.files] == [
        (name, 2, 2, 0, 0)
    ]
    assert (first.generation, first.published, first.exit_code) == (1, True, 0)
    quads = place.quads()
    second = place.load(name)
    assert [(f.loaded, f.already, f.refused, f.unchanged) for f in second.files] == [
        (0, 2, 0, True)
    ]
    assert (second.generation, second.published) == (1, False)
    assert place.quads() == quads


def test_what_a_document_says_no_more_is_gone(place: Place) -> None:
    name = place.write("data/documents/a.txt", A)
    place.load(name)
    place.write(
        name, "# 새 판\n서비스 지도는 2012년에 시작되었다. 서비스 길은 2013년에 시작되었다.\n"
    )
    (file,) = place.load(name).files
    assert (file.loaded, file.already, file.gone) == (2, 0, 2)
    assert place.ask("?event a kg:Founding") == []
    assert len(place.ask("?event a kg:Launch")) == 2


def test_a_touched_file_that_says_the_same_is_already_there(place: Place) -> None:
    name = place.write("data/documents/a.txt", A)
    place.load(name)
    before = place.quads()
    place.write(name, A + "\n이 줄은 아무 사실도 말하지 않는다.\n")
    (file,) = place.load(name).files
    assert (file.loaded, file.already, file.refused, file.gone) == (0, 2, 0, 0)
    sha256 = "<https://w3id.org/companykg#sha256>"
    assert [q for q in before if sha256 not in q] == [q for q in place.quads() if sha256 not in q]


def test_the_data_folder_is_followed(place: Place) -> None:
    a, b = place.write("data/documents/a.txt", A), place.write("data/documents/deep/b.md", B)
    facts = place.write("data/facts.ttl", TURTLE)
    place.write("data/README.md", "가온은 1999년에 설립되었다.")
    place.write("data/documents/.hidden.txt", "가온은 1999년에 설립되었다.")
    place.write("data/decisions.toml", "")
    assert {name: n[0] for name, n in place.counts().items()} == {a: 2, b: 1, facts: 2}
    assert place.load().published is False

    place.write(b, "나래는 2012년에 설립되었다.\n")
    (place.root / a).unlink()
    report = place.load()
    assert {f.name: f.unchanged for f in report.files} == {b: False, facts: True}
    assert [(r.name, r.count, r.why) for r in report.retracted] == [(a, 2, "file-gone")]
    rows = place.ask("[] a kg:Founding ; kg:date/kg:edtf ?year ; kg:company/rdfs:label ?name")
    assert set(rows) == {("다솜", "2001"), ("나래", "2012")}


def test_what_lies_outside_of_the_data_folder_is_not_retracted(place: Place) -> None:
    place.write("data/documents/a.txt", A)
    other = place.write("b.txt", B)
    place.load(other)
    report = place.load()
    assert report.retracted == ()
    assert len(place.ask("?event a kg:Founding")) == 2


def test_a_file_gets_in_whole_or_not_at_all(place: Place) -> None:
    document = place.write("a.txt", A)
    good = founding(document, A, "가온", "2009")
    bad = good.replace("2009년", "2008년", 1)
    name = place.write("claims.jsonl", f"{good}\n\n{bad}\n")
    report = place.load(name)
    (file,) = report.files
    assert (file.read, file.loaded, file.refused) == (2, 0, 2)
    (finding,) = file.findings
    assert finding.slug == "quote-not-found"
    assert finding.where is not None
    assert (finding.where.name, finding.where.line) == (name, 3)
    assert (report.exit_code, report.published, report.generation) == (1, False, None)
    assert place.quads() == []


def test_one_bad_file_leaves_the_others_in_peace(place: Place) -> None:
    a = place.write("a.txt", A)
    broken = place.write("broken.ttl", "<a> <b> .\n")
    refused = place.write("refused.jsonl", "{}\n")
    report = place.load(a, broken, refused, "missing.txt", "data")
    assert {f.name: (f.loaded, f.refused, bool(f.error)) for f in report.files} == {
        "a.txt": (2, 0, False),
        "broken.ttl": (0, 0, True),
        "data": (0, 0, True),
        "missing.txt": (0, 0, True),
        "refused.jsonl": (0, 1, False),
    }
    assert report.exit_code == 2
    assert str(report.files[1].error).startswith("broken.ttl:1")


def test_a_fact_said_twice_in_a_file_is_there_the_second_time(place: Place) -> None:
    document = place.write("a.txt", A)
    one = founding(document, A, "가온", "2009")
    name = place.write("claims.jsonl", f"{one}\n{one}\n")
    assert place.counts(name) == {name: (1, 1, 0)}


def test_claims_of_two_inputs_about_one_document_stand_together(place: Place) -> None:
    document = place.write("a.txt", A)
    place.load(document)
    other = line(
        A, "지도는 2012년에", type="Launch", document=document, date="2012",
        roles={"service": ["지도"], "operator": ["가온"]},
    )  # fmt: skip
    claims = place.write("claims.jsonl", other + "\n")
    assert place.counts(claims) == {claims: (1, 0, 0)}
    assert len(place.ask("GRAPH ?g { ?claim a kg:Claim }")) == 3
    place.write(claims, "")
    assert place.load(claims).files[0].gone == 1
    assert len(place.ask("GRAPH ?g { ?claim a kg:Claim }")) == 2


def test_claims_about_another_text_of_a_document_leave(place: Place) -> None:
    document = place.write("a.txt", A)
    claims = place.write("claims.jsonl", founding(document, A, "가온", "2009") + "\n")
    place.load(claims)
    place.write(document, "머리말.\n" + A)
    report = place.load(document)
    assert [(r.via, r.why) for r in report.retracted] == [(claims, "other-text")]
    assert place.ask("GRAPH ?g { ?g kg:sha256 ?sha }") != []
    assert len(set(place.ask("GRAPH ?g { ?g kg:sha256 ?sha }"))) == 1


def test_a_document_may_be_named_for_all_claims(place: Place) -> None:
    document = place.write("a.txt", A)
    claims = place.write("claims.jsonl", founding("elsewhere.txt", A, "가온", "2009") + "\n")
    assert place.load(claims).exit_code == 1
    report = place.workspace.load(claims, document=place.root / document, now=NOW)
    assert report.exit_code == 0
    assert place.ask("GRAPH ?d { ?d a kg:Document }") == [
        ("https://example.org/kg/document/a.txt",)
    ]


def test_two_documents_of_one_id_are_both_refused(place: Place) -> None:
    for name in ("a.txt", "b.txt"):
        place.write(name, f'+++\nid = "같음"\n+++\n{A}')
    report = place.load("a.txt", "b.txt")
    assert [str(f.error).split(" (")[0] for f in report.files] == [
        "a.txt: has the id of b.txt",
        "b.txt: has the id of a.txt",
    ]
    assert place.load("a.txt").exit_code == 0
    assert [(r.name, r.why) for r in place.load("b.txt").retracted] == [("a.txt", "replaced")]
    assert len(place.ask("GRAPH ?d { ?d a kg:Document }")) == 1


def test_a_document_from_standard_input_has_the_id_that_it_is_given(place: Place) -> None:
    request = Request((piped(A.encode("utf-8"), "press/1"),))
    load(place.workspace.settings, request, NOW)
    assert place.ask("GRAPH ?d { ?d a kg:Document }") == [
        ("https://example.org/kg/document/press/1",)
    ]
    claims = place.write("claims.jsonl", founding("press/1", A, "가온", "2009") + "\n")
    assert place.load(claims).exit_code == 0


def test_another_base_makes_the_graph_anew(place: Place) -> None:
    name = place.write("data/documents/a.txt", A)
    place.load()
    place.write("kg.toml", 'base = "https://other.kr/"\n')
    other = Place(place.root)
    report = other.load()
    assert [(f.name, f.loaded) for f in report.files] == [(name, 2)]
    assert not [quad for quad in other.quads() if "https://example.org/kg/" in quad]


def test_another_ontology_reads_all_again(place: Place) -> None:
    name = place.write("data/documents/a.txt", A)
    place.load()
    source = place.workspace.ontology / "company.ttl"
    shutil.copytree(source.parent, place.root / "ontology")
    assert place.load().published is False
    place.write("ontology/company.ttl", source.read_text(encoding="utf-8") + "\n# changed\n")
    assert [one.name for one in plan(place.workspace.settings, Request()).read] == [name]
    assert place.load().published is True
    assert place.load().published is False


def test_a_plan_writes_nothing(place: Place) -> None:
    name = place.write("data/documents/a.txt", A)
    planned = plan(place.workspace.settings, Request())
    assert ([one.name for one in planned.read], planned.unchanged, planned.gone) == ([name], (), ())
    assert not (place.root / ".kg").exists()


def test_bytes_and_claims_are_kept_and_the_journal_says_when(place: Place) -> None:
    name = place.write("data/documents/a.txt", A)
    place.load()
    settings = place.workspace.settings
    (loaded,) = settings.store.manifest().sources
    assert settings.blobs.get(loaded.sha256) == A.encode("utf-8")
    assert settings.blobs.get(loaded.claims).count(b"\n") == 2
    assert (loaded.name, loaded.via, loaded.kind, loaded.count) == (name, name, "document", 2)
    assert loaded.versions.kg
    assert loaded.versions.lexicon
    assert loaded.versions.extractor
    (entry,) = settings.journal.entries(1)
    assert (entry["time"], entry["action"]) == ("2026-01-02T03:04:05Z", "load")
    assert entry["loaded"] == [{"source": loaded.iri, "from": name, "sha256": loaded.sha256}]


def test_a_second_writer_is_refused_and_readers_see_the_old_state(place: Place) -> None:
    name = place.write("a.txt", A)
    place.load(name)
    before = place.quads()
    with place.workspace.store.writer() as draft:
        draft.change((), list(place.workspace.open_store()))
        assert place.quads() == before
        with pytest.raises(KgError, match="being written by another process"):
            place.load(name)
    assert place.quads() == before
