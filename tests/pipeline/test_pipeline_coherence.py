"""Facts that do not make sense together load, and a conflict names the claims behind them."""

import shutil
from pathlib import Path

import pytest
from place import NOW, Place

pytestmark = pytest.mark.usefixtures("how")

LAUNCHED = "서비스 지도는 2015년에 시작되었다.\n"
ENDED = "서비스 지도는 2011년에 끝났다.\n"
CONFLICT = "https://example.org/kg/conflict/discontinuation/지도/LaunchAfterDiscontinuation/"
FACTS = """\
@prefix kg: <https://w3id.org/companykg#> .
@base <https://example.org/kg/> .
<service/지도> a kg:Service .
<event/1> a kg:Launch ; kg:service <service/지도> ; kg:date <date/2015> ; kg:status "asserted" .
<event/2> a kg:Discontinuation ; kg:service <service/지도> ; kg:date <date/2011> ;
    kg:status "asserted" .
<date/2011> a kg:Date ; kg:edtf "2011" .
<date/2015> a kg:Date ; kg:edtf "2015" .
"""


def conflicts(place: Place) -> list[tuple[str, ...]]:
    return place.ask("?conflict a kg:Conflict ; kg:property ?property ; kg:because ?because")


def test_a_conflict_is_made_and_reported_once(place: Place) -> None:
    a, b = place.write("a.txt", LAUNCHED), place.write("b.txt", ENDED)
    assert place.load(a).warnings == ()
    report = place.load(b)
    assert [finding.slug for finding in report.warnings] == ["LaunchAfterDiscontinuation"]
    assert (report.exit_code, report.published) == (0, True)
    ((because, iri, key),) = conflicts(place)
    assert iri.startswith(CONFLICT)
    assert (key, because) == ("date", "LaunchAfterDiscontinuation")
    rows = place.ask("?c a kg:Conflict ; kg:between ?claim . GRAPH ?g { ?claim kg:date ?date }")
    assert {row[2].rsplit("/", 1)[1] for row in rows} == {"2011", "2015"}

    place.write("c.txt", "가온은 2009년에 설립되었다.\n")
    assert place.load("c.txt").warnings == ()
    assert len(conflicts(place)) == 1


def test_a_conflict_ends_with_its_cause(place: Place) -> None:
    a, b = place.write("a.txt", LAUNCHED), place.write("b.txt", ENDED)
    place.load(a, b)
    assert len(conflicts(place)) == 1
    place.write(b, ENDED.replace("2011", "2020"))
    place.load(b)
    assert conflicts(place) == []
    place.write(b, ENDED)
    assert len(place.load(b).warnings) == 1
    place.workspace.retract(a, NOW)
    assert conflicts(place) == []


def test_strict_refuses_what_does_not_fit(place: Place) -> None:
    a, b = place.write("a.txt", LAUNCHED), place.write("b.txt", ENDED)
    place.load(a)
    before = place.quads()
    report = place.load(b, strict=True)
    assert (report.exit_code, report.published, report.generation) == (1, False, 1)
    assert [(f.loaded, f.refused) for f in report.files] == [(0, 1)]
    assert place.quads() == before
    place.load(b)
    place.write("c.txt", "가온은 2009년에 설립되었다.\n")
    assert place.load("c.txt", strict=True).exit_code == 0


@pytest.mark.parametrize("evidence", [False, True])
def test_rdf_facts_that_contradict_themselves_need_a_document(place: Place, evidence: bool) -> None:
    text = FACTS
    if evidence:
        place.write("d.txt", LAUNCHED + ENDED)
        text += f'<document/d.txt> a kg:Document ; kg:sha256 "{"0" * 64}" .\n'
        for quote in (LAUNCHED.strip(), ENDED.strip()):
            start = (LAUNCHED + ENDED).index(quote)
            span = f"<document/d.txt#char={start},{start + len(quote)}>"
            text = text.replace('kg:status "asserted" .', f"kg:evidence {span} .", 1)
            text += (
                f"{span} a kg:Span ; kg:inDocument <document/d.txt> ; kg:start {start} ; "
                f'kg:end {start + len(quote)} ; kg:quote "{quote}" .\n'
            )
    name = place.write("facts.ttl", text)
    report = place.load(name)
    (file,) = report.files
    if evidence:
        assert (report.exit_code, len(conflicts(place))) == (0, 1)
    else:
        assert report.exit_code == 1
        assert [f.slug for f in file.findings] == ["LaunchAfterDiscontinuation"]
        assert file.loaded == 0
        assert file.refused == file.read > 0


def test_a_small_change_to_a_large_graph_is_judged_as_all_of_it(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Earlier conflicts stay, end or come to rest on other claims as if all were judged anew."""
    for number in range(16):
        text = f"서비스 길{number}은 2015년에 시작되었다. 서비스 길{number}은 2011년에 끝났다.\n"
        place.write(f"data/documents/{number}.txt", text)
    place.load()
    assert len(conflicts(place)) == 16
    place.write("data/documents/0.txt", "서비스 길0은 2015년에 시작되었다.\n")
    place.write("data/documents/more.txt", "서비스 길1은 2011년에 끝났다.\n")
    (place.root / "data/documents/2.txt").unlink()
    report = place.load()
    assert [finding.slug for finding in report.warnings] == []
    assert len(conflicts(place)) == 14

    shutil.copytree(place.root / "data", tmp_path / "anew" / "data")
    (tmp_path / "anew" / "kg.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "anew")
    anew = Place(tmp_path / "anew")
    anew.load()
    assert place.quads() == anew.quads()
