"""An export is the graph's facts, whoever reads it: kg again, or another tool."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from loaded import DOCUMENT, NOW, OTHERS, Place, make

from kg.rdf.terms import kg

Triples = set[tuple[str, str, str]]

LINES = (
    ("Founding", "2001-03", {"company": "가온"}, "가온은 2001년 3월에 설립되었다."),
    ("NameChange", None, {"company": "가온", "new": "다온"}, "가온은 이름을 다온으로 바꿨다."),
    ("Merger", "2010-05", {"survivor": "마루", "absorbed": "가온"}, "마루가 2010년 5월 합병했다."),
    ("Merger", "2010-07", {"survivor": "마루", "absorbed": "가온"}, "합병은 2010년 7월이었다."),
    ("Launch", "2015", {"service": "별", "operator": "마루"}, "마루의 별은 2015년에 나왔다."),
    ("Discontinuation", "2011", {"service": "별"}, "별은 2011년에 끝났다."),
)  # fmt: skip


def story(place: Place) -> str:
    """A document and claims about it that contradict each other in each of the ways there are:
    two dates of one event, and facts that do not go together; the name of a file of claims."""
    text, lines = "", []
    for type_, date, roles, sentence in LINES:
        start = len(text)
        text += sentence + "\n"
        line = {
            "type": type_, "document": "data/story.txt", "date": date, "status": "asserted",
            "roles": {role: [name] for role, name in roles.items()},
            "evidence": [{"start": start, "end": start + len(sentence), "quote": sentence}],
        }  # fmt: skip
        lines.append(json.dumps(line, ensure_ascii=False))
    (place.root / "data" / "story.txt").write_text(text, encoding="utf-8")
    (place.root / "story.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return "story.jsonl"


@pytest.fixture
def told(tmp_path: Path) -> Place:
    """A workspace with that document and those claims loaded."""
    place = make(tmp_path / "told")
    place.load(story(place))
    return place


def test_a_story_has_conflicts_of_each_kind(told: Place) -> None:
    text = told.export().decode()
    assert '"disjoint-dates"' in text
    assert '"LaunchAfterDiscontinuation"' in text


def test_an_export_states_no_conflict_anew(told: Place, empty: Place) -> None:
    (empty.root / "export.ttl").write_bytes(told.export())
    report = empty.workspace.load(empty.root / "export.ttl", now=NOW)
    assert {finding.slug for finding in report.warnings} == {"LaunchAfterDiscontinuation"}
    assert empty.export() == told.export()
    (empty.root / "more.ttl").write_text(
        "@base <https://example.org/kg/> .\n@prefix kg: <https://w3id.org/companykg#> .\n"
        "<service/별> a kg:Service . <company/새벽> a kg:Company ; kg:operates <service/별> .\n",
        encoding="utf-8",
    )
    assert empty.workspace.load(empty.root / "more.ttl", strict=True, now=NOW).warnings == ()
    empty.retract("more.ttl")
    assert empty.export() == told.export()


def test_an_export_beside_what_it_was_made_of_changes_no_event_or_name(told: Place) -> None:
    """Its claims only stand beside the others in a conflict of two dates."""
    before = told.export()
    held = _held(told)
    (told.root / "export.ttl").write_bytes(before)
    told.load("export.ttl")
    assert _held(told) == held
    told.retract("export.ttl")
    assert told.export() == before


DECISIONS = """\
[[prefer]]
claim = "{other}"
over = "{one}"
who = "김"
why = "공시"
on = 2024-05-01

[[reject]]
claim = "{launch}"
who = "김"
why = "오보"

[[different]]
one = {{kind = "Company", name = "가온"}}
other = {{kind = "Company", name = "가온", document = "data/other.txt"}}
who = "이"
why = "딴 곳"

[[same]]
one = {{kind = "Company", name = "마루"}}
other = {{kind = "Company", name = "Maru"}}
who = "이"
why = "영문 이름"
"""


def _other(place: Place) -> None:
    """A document that tells of another 가온, and of 마루 by its name in English."""
    sentence = "가온과 Maru가 2010년에 상장했다."
    (place.root / "data" / "other.txt").write_text(sentence, encoding="utf-8")
    lines = [
        {
            "type": "Listing", "document": "data/other.txt", "date": "2010", "status": "asserted",
            "roles": {"company": [name], "market": ["코스닥"]},
            "evidence": [{"start": 0, "end": len(sentence), "quote": sentence}],
        }
        for name in ("가온", "Maru")
    ]  # fmt: skip
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    (place.root / "other.jsonl").write_text(text, encoding="utf-8")


def test_decisions_are_exported_and_change_no_fact(told: Place, empty: Place) -> None:
    claims = sorted(
        q.subject.value.removeprefix(told.workspace.base)
        for q in told.store().quads_for_pattern(None, kg("claimedType"), None, None)
    )
    one, other = (claim for claim in claims if "=Merger," in claim)
    launch = next(claim for claim in claims if "=Launch," in claim)
    _other(told)
    told.load("other.jsonl")
    text = DECISIONS.format(one=one, other=other, launch=launch)
    (told.root / "data" / "decisions.toml").write_text(text, encoding="utf-8")
    assert told.workspace.load(now=NOW).warnings == ()
    exported = told.export()
    assert exported.count(b"a kg:Decision ;") == 4
    assert exported.count(b"a kg:RejectedClaim ;") == 1
    assert exported.count(b"kg:decidedBy <") == 1
    (empty.root / "export.ttl").write_bytes(exported)
    empty.load("export.ttl")
    assert empty.export() == exported


def _held(place: Place) -> set[ox.Triple]:
    """What is held, but for the claims that a conflict is between."""
    quads = place.store().quads_for_pattern(None, None, None, ox.DefaultGraph())
    return {quad.triple for quad in quads if quad.predicate != kg("between")}


ORDERS = (
    ("facts.ttl", "story.jsonl", "more.jsonl"),
    ("more.jsonl", "facts.ttl", "story.jsonl"),
    ("story.jsonl", "more.jsonl", "facts.ttl"),
)


def test_the_order_of_sources_means_nothing(tmp_path: Path) -> None:
    exports = set()
    for number, order in enumerate(ORDERS):
        place = make(tmp_path / str(number))
        story(place)
        _more(place)
        for name in order:
            place.load(name)
        exports.add((place.export("turtle"), place.export("trig", with_claims=True)))
    assert len(exports) == 1


def _more(place: Place) -> None:
    sentence = "마루는 2009년 다온을 흡수했다."
    (place.root / "data" / "more.txt").write_text(sentence, encoding="utf-8")
    line = {
        "type": "Merger", "document": "data/more.txt", "date": "2009", "status": "asserted",
        "roles": {"survivor": ["마루"], "absorbed": ["다온"]},
        "evidence": [{"start": 0, "end": len(sentence), "quote": sentence}],
    }  # fmt: skip
    (place.root / "more.jsonl").write_text(json.dumps(line, ensure_ascii=False), encoding="utf-8")


ENVIRONMENTS = [
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Seoul", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "42", "TZ": "America/Los_Angeles", "LC_ALL": "ko_KR.UTF-8"},
]


def test_environments_mean_nothing(full: Place, tmp_path: Path) -> None:
    """Other hash seeds, time zones and locales, and documents by way of lines in a pipe."""
    names = [DOCUMENT, *(f"data/documents/{name}.txt" for name in OTHERS)]
    wanted = full.export("turtle", with_claims=True)
    for number, environ in enumerate(ENVIRONMENTS):
        place = make(tmp_path / str(number))
        if number:
            _kg(place, environ, "load", *reversed(names), "facts.ttl")
        else:
            lines = _kg(place, environ, "extract", *names, "--format", "jsonl")
            _kg(place, environ, "load", "-", "facts.ttl", stdin=lines)
        assert _kg(place, environ, "export", "--with-claims") == wanted


def _kg(place: Place, environ: dict[str, str], *args: str, stdin: bytes = b"") -> bytes:
    """What `kg ARGS` prints in an environment."""
    command = [sys.executable, "-m", "kg", *args]
    run = subprocess.run(
        command, cwd=place.root, env={**os.environ, **environ}, input=stdin, check=True,
        capture_output=True,
    )  # fmt: skip
    return run.stdout


def _nt(data: bytes) -> Triples:
    """Triples as pyoxigraph spells them, however another tool escapes."""
    return {
        (str(quad.subject), str(quad.predicate), str(quad.object))
        for quad in ox.parse(data, format=ox.RdfFormat.N_TRIPLES)
    }


@pytest.fixture(scope="session")
def wanted(full: Place) -> Triples:
    """The exported graph as N-Triples say it."""
    return _nt(full.export("nt"))


def test_pyoxigraph_reads_the_same(full: Place, wanted: Triples) -> None:
    for format_, rdf in (("turtle", ox.RdfFormat.TURTLE), ("rdfxml", ox.RdfFormat.RDF_XML)):
        quads = ox.parse(full.export(format_), format=rdf)
        assert {(str(q.subject), str(q.predicate), str(q.object)) for q in quads} == wanted


@pytest.mark.parametrize(("format_", "name"), [("turtle", "turtle"), ("rdfxml", "xml")])
def test_rdflib_reads_the_same(format_: str, name: str, full: Place, wanted: Triples) -> None:
    import rdflib  # noqa: PLC0415  (slow to import, and for this test alone)

    graph = rdflib.Graph().parse(data=full.export(format_), format=name)
    assert _nt(graph.serialize(format="nt", encoding="utf-8")) == wanted


@pytest.mark.skipif(shutil.which("rapper") is None, reason="rapper (Raptor) is not installed")
@pytest.mark.parametrize(("format_", "name"), [("turtle", "turtle"), ("rdfxml", "rdfxml")])
def test_raptor_reads_the_same(
    format_: str, name: str, full: Place, wanted: Triples, tmp_path: Path
) -> None:
    path = tmp_path / "export"
    path.write_bytes(full.export(format_))
    command = ["rapper", "-q", "-i", name, "-o", "ntriples", str(path)]
    run = subprocess.run(command, capture_output=True, check=True)
    assert run.stderr == b""
    assert _nt(run.stdout) == wanted


def test_owlready2_reads_the_same(full: Place, wanted: Triples) -> None:
    import owlready2  # noqa: PLC0415  (slow to import, and for this test alone)

    world = owlready2.World()
    world.get_ontology("urn:x:export").load(fileobj=io.BytesIO(full.export("rdfxml")))
    output = io.BytesIO()
    world.as_rdflib_graph().serialize(output, format="nt", encoding="utf-8")
    # It keeps a decimal as a float, 30 as 30.0, and makes a file without a name an ontology.
    whole = re.compile(rb'(?<=")(\d+)\.0"\^\^(?=<[^>]*#decimal>)')
    found = _nt(whole.sub(rb'\1"^^', output.getvalue()))
    assert {triple for triple in found if triple[0] != "<http://anonymous>"} == wanted
