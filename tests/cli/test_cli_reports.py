"""Findings in the forms that other tools read: SHACL reports, SARIF, JUnit."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic
from sarif_pydantic import Sarif

from kg.cli.junit import junit
from kg.cli.main import main
from kg.model.finding import VIOLATION, Finding

QUOTE = "네모소프트는 2018년 5월 세모뮤직을 흡수합병했다."
CONTRADICTION = """@prefix kg: <https://w3id.org/companykg#> .
@base <https://example.org/kg/> .
<event/g> a kg:Launch ; kg:service <service/톡> ; kg:date <date/2015> .
<event/h> a kg:Discontinuation ; kg:service <service/톡> ; kg:date <date/2014> .
"""
SH = "http://www.w3.org/ns/shacl#"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A document, claims about it of which one is wrong, in a folder without a workspace."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    (tmp_path / "새 소식.txt").write_text(f"소식\n{QUOTE}\n", encoding="utf-8")
    roles = {"survivor": ["네모소프트"], "absorbed": ["세모뮤직"]}
    claims = [
        {"type": "Merger", "roles": roles, "evidence": [{"quote": quote}]}
        for quote in (QUOTE, QUOTE.replace("5월", "6월"))
    ]
    lines = "\n".join(json.dumps(claim, ensure_ascii=False) for claim in claims)
    (tmp_path / "claims.jsonl").write_text(f"찾은 것:\n{lines}\n", encoding="utf-8")
    return tmp_path


def printed(form: str, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    args = ["validate", "claims.jsonl", "--document", "새 소식.txt", "--format", form]
    assert main(args) == 1
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_sarif_points_into_the_document(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed("sarif", capsys)
    run = Sarif.model_validate_json(text).runs[0]
    plain = json.loads(text)["runs"][0]
    assert plain["columnKind"] == "unicodeCodePoints"
    assert run.results is not None
    note, refused = run.results
    assert (note.rule_id, note.level and note.level.value) == ("text-around", "note")
    assert (refused.rule_id, refused.level and refused.level.value) == ("quote-not-found", "error")
    [place] = plain["results"][1]["locations"]
    assert (
        place["physicalLocation"]["artifactLocation"]["uri"] == "%EC%83%88%20%EC%86%8C%EC%8B%9D.txt"
    )
    assert place["physicalLocation"]["region"] == {
        "startLine": 2,
        "startColumn": 1,
        "endLine": 2,
        "endColumn": 1 + len(QUOTE),
        "snippet": {"text": QUOTE},
    }
    [line] = plain["results"][1]["relatedLocations"]
    assert line["physicalLocation"]["artifactLocation"]["uri"] == "claims.jsonl"
    assert line["physicalLocation"]["region"]["startLine"] == 3


def test_sarif_rules_say_what_they_are_about(capsys: pytest.CaptureFixture[str]) -> None:
    [run] = json.loads(printed("sarif", capsys))["runs"]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert rules["quote-not-found"]["shortDescription"]["text"] == "the document does not say: …"
    assert rules["quote-not-found"]["help"]["markdown"].startswith("**the document does not say")
    assert [rules[r["ruleId"]] for r in run["results"]] == [
        run["tool"]["driver"]["rules"][r["ruleIndex"]] for r in run["results"]
    ]


def test_fingerprints_outlive_lines_that_come_above(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fingerprints() -> list[str]:
        results = json.loads(printed("sarif", capsys))["runs"][0]["results"]
        return [result["partialFingerprints"]["kgFact/v1"] for result in results]

    before = fingerprints()
    claims = folder / "claims.jsonl"
    last = claims.read_text(encoding="utf-8").splitlines()[-1]
    claims.write_text(f"\n{claims.read_text(encoding='utf-8')}{last}\n", encoding="utf-8")
    after = fingerprints()
    assert after[:2] == before
    assert len(set(after)) == 3  # the same fact twice is told apart


def test_both_sides_of_a_contradiction(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    (folder / "facts.ttl").write_text(CONTRADICTION, encoding="utf-8")
    assert main(["validate", "facts.ttl", "--format", "sarif"]) == 1
    [result] = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    lines = [
        place["physicalLocation"]["region"]["startLine"]
        for place in (*result["locations"], *result["relatedLocations"])
    ]
    assert lines == [4, 3]
    assert main(["validate", "facts.ttl", "--format", "turtle"]) == 1
    assert "sh:value <https://example.org/kg/event/g>" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["json", "sarif", "junit"])
def test_what_cannot_be_read_is_in_the_report(
    form: str, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    capsys.readouterr()
    args = ["validate", "gone.ttl", "claims.jsonl", "--document", "새 소식.txt"]
    assert main([*args, "--format", form]) == 2
    out = capsys.readouterr().out
    if form == "json":
        [error] = json.loads(out)["unreadable"]
        assert (error["file"], error["slug"]) == ("gone.ttl", "unreadable")
    elif form == "sarif":
        [invocation] = json.loads(out)["runs"][0]["invocations"]
        assert invocation["executionSuccessful"] is False
        assert "gone.ttl" in invocation["toolExecutionNotifications"][0]["message"]["text"]
        assert Sarif.model_validate_json(out)
    else:
        suites = ElementTree.fromstring(out)  # noqa: S314  (our own output)
        assert (suites.attrib["errors"], suites.attrib["failures"]) == ("1", "1")
        assert suites.find("testsuite[@name='gone.ttl']/testcase/error") is not None


def test_junit_has_a_failure_a_violation(capsys: pytest.CaptureFixture[str]) -> None:
    [suite] = ElementTree.fromstring(printed("junit", capsys))  # noqa: S314  (our own output)
    assert suite.attrib == {
        "name": "claims.jsonl",
        "tests": "2",
        "failures": "1",
        "errors": "0",
    }
    [failure] = suite.findall("testcase/failure")
    assert failure.attrib["type"] == "quote-not-found"
    assert QUOTE in (failure.text or "")


def test_junit_of_no_finding_passes() -> None:
    [suite] = ElementTree.fromstring(junit([], ["a.ttl"], "en"))  # noqa: S314
    assert (suite.attrib["tests"], suite.attrib["failures"], len(suite)) == ("1", "0", 1)


@pytest.mark.parametrize("text", ['<a "b"> & \x00\x1b', "]]>", "\ud7ff😀"])
def test_junit_writes_any_text(text: str) -> None:
    found = Finding("slug", VIOLATION, text, {"en": text, "ko": text}, sentence=text)
    [[case]] = ElementTree.fromstring(junit([found], [], "en"))  # noqa: S314
    kept = "".join(char if char >= " " else "\ufffd" for char in text)
    assert case.attrib["name"] == kept


def test_turtle_is_a_validation_report(capsys: pytest.CaptureFixture[str]) -> None:
    store = ox.Store()
    store.load(printed("turtle", capsys).encode(), format=ox.RdfFormat.TURTLE)
    rows = list(
        store.query(
            f"PREFIX sh: <{SH}> SELECT ?node ?what ?message {{ ?report a sh:ValidationReport ; "
            "sh:conforms false ; sh:result ?result . ?result a sh:ValidationResult ; "
            "sh:focusNode ?node ; sh:resultSeverity sh:Violation ; "
            "sh:sourceConstraintComponent ?what ; sh:resultMessage ?message . "
            "FILTER(LANG(?message) = 'en') }"
        )
    )
    [[node, what, message]] = rows
    assert node.value == "https://example.org/kg/document/claims.jsonl#line=2,3"
    assert what.value.endswith("#quote-not-found")
    assert "does not say" in message.value


def test_rdflib_reads_the_validation_report(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed("turtle", capsys)
    graph = rdflib.Graph().parse(data=text, format="turtle")
    report = graph.value(None, rdflib.RDF.type, rdflib.URIRef(SH + "ValidationReport"))
    results = list(graph.objects(report, rdflib.URIRef(SH + "result")))
    assert len(results) == 1
    again = rdflib.Graph().parse(data=graph.serialize(format="turtle"), format="turtle")
    assert isomorphic(graph, again)
