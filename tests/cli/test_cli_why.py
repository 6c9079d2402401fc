"""`kg why` from a shell's point of view."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.cli.main import main
from kg.ontology.shipped import shipped
from kg.ontology.source import ontology_quads
from kg.store.blobs import Blobs
from kg.store.embedded import Generations
from kg.store.manifest import DOCUMENT, Loaded, Manifest, Versions

CLAIMS = Path(__file__).parent.parent / "golden" / "export" / "claims.trig"
HISTORY = "https://example.org/kg/document/history"
MERGER = "https://example.org/kg/event/merger/다음커뮤니케이션+아이위랩"
Capture = pytest.CaptureFixture[str]


def _text(store: ox.Store) -> str:
    """A document that holds the quotes of the graph at their places, and dots between."""
    text = ["."] * 500
    kg = "https://w3id.org/companykg#"
    for quad in store.quads_for_pattern(
        None, ox.NamedNode(f"{kg}quote"), None, ox.NamedNode(HISTORY)
    ):
        start = store.quads_for_pattern(quad.subject, ox.NamedNode(f"{kg}start"), None, None)
        at = int(next(start).object.value)
        text[at : at + len(quad.object.value)] = quad.object.value
    return "".join(text)


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with a graph and one of its documents, as the current folder."""
    for name in ("KG_LANG", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kg.toml").touch()
    store = ox.Store()
    store.load(CLAIMS.read_bytes(), format=ox.RdfFormat.TRIG)
    blobs = Blobs(tmp_path / ".kg" / "sources")
    with Generations(tmp_path / ".kg").writer() as draft:
        digest = blobs.put(_text(store).encode())
        loaded = Loaded(
            iri=HISTORY, via="history.txt", name="history.txt", kind=DOCUMENT, sha256=digest,
            text=digest, claims="", kept="", count=0, versions=Versions("0", "0"),
        )  # fmt: skip
        draft.change([*store, *ontology_quads(shipped("ontology"))], [])
        draft.publish(Manifest.of([loaded]))
    return tmp_path


@pytest.mark.usefixtures("workspace")
class TestWhy:
    """In a workspace with a graph."""

    def test_any_name_that_it_ever_had_works(self, capsys: Capture) -> None:
        assert main(["why", "다음카카오"]) == 0
        by_old_name = capsys.readouterr().out
        assert main(["why", "카카오"]) == 0
        out, err = capsys.readouterr()
        assert out == by_old_name
        assert out.startswith("카카오 (company)\nhttps://example.org/kg/company/다음카카오\n")
        assert err == ""

    def test_an_event_is_asked_for_by_its_iri(self, capsys: Capture) -> None:
        assert main(["why", MERGER]) == 0
        assert capsys.readouterr().out.splitlines()[0] == MERGER

    @pytest.mark.parametrize(
        ("args", "environment", "heading"),
        [
            ([], {}, "Events"),
            (["--lang", "ko"], {}, "사건"),
            ([], {"LANG": "ko_KR.UTF-8"}, "사건"),
            (["--lang", "en"], {"LANG": "ko_KR.UTF-8"}, "Events"),
        ],
    )
    def test_headings_are_in_the_user_s_language(
        self,
        args: list[str],
        environment: dict[str, str],
        heading: str,
        monkeypatch: pytest.MonkeyPatch,
        capsys: Capture,
    ) -> None:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        assert main(["why", "카카오", *args]) == 0
        assert heading in capsys.readouterr().out.splitlines()
        assert main([*args, "why", "카카오"]) == 0
        assert heading in capsys.readouterr().out.splitlines()

    def test_sentences_come_from_the_loaded_text(self, capsys: Capture) -> None:
        assert main(["why", "아이위랩", "--format", "json"]) == 0
        account = json.loads(capsys.readouterr().out)
        assert [event["type"] for event in account["events"]] == [
            "Founding",
            "NameChange",
            "Merger",
        ]
        assert account["events"][0]["claims"][0]["line"] == 1

    def test_markdown_is_for_notes(self, capsys: Capture) -> None:
        assert main(["why", "카카오톡", "--format", "md"]) == 0
        assert capsys.readouterr().out.startswith("# 카카오톡 (service)\n")

    @pytest.mark.parametrize("name", ["카카옷", "https://example.org/kg/company/없음", ""])
    def test_an_unknown_name_gets_one_line_and_2(self, name: str, capsys: Capture) -> None:
        assert main(["why", name]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith("kg: ")
        assert err.count("\n") == 1

    def test_a_text_that_is_gone_is_said_and_done_without(
        self, workspace: Path, capsys: Capture
    ) -> None:
        for path in (workspace / ".kg" / "sources").iterdir():
            path.unlink()
        assert main(["why", "카카오"]) == 0
        out, err = capsys.readouterr()
        assert "다음카카오가 되었다" in out
        assert "is missing" in err
        assert err.count("\n") == 1


@pytest.mark.usefixtures("workspace")
class TestOnADay:
    """Two bore the name, one after the other."""

    @pytest.mark.parametrize(
        ("date", "bearer"),
        [("2012", "아이위랩"), ("2010-09", "아이위랩"), ("2015-12-31", "다음카카오")],
    )
    def test_who_bore_it_then(self, date: str, bearer: str, capsys: Capture) -> None:
        assert main(["why", "카카오", "--on", date]) == 0
        assert capsys.readouterr().out.splitlines()[1] == f"https://example.org/kg/company/{bearer}"

    def test_a_name_that_nobody_bore_then_is_said(self, capsys: Capture) -> None:
        assert main(["why", "다음카카오", "--on", "2020"]) == 0
        out, err = capsys.readouterr()
        assert out.splitlines()[1] == "https://example.org/kg/company/다음카카오"
        assert err.startswith("kg: nothing is known to have been called '다음카카오' at 2020")

    @pytest.mark.parametrize("date", ["", "12", "2012-13", "yesterday"])
    def test_what_is_no_date_gets_one_line_and_2(self, date: str, capsys: Capture) -> None:
        assert main(["why", "카카오", "--on", date]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith("kg: --on")


def test_what_rules_derive_is_shown_with_the_rule(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kg.toml").touch()
    text = "2016년 5월 1일 가람전자는 나루게임즈를 흡수합병하였다.\n"
    (tmp_path / "news.txt").write_text(text, encoding="utf-8")
    assert main(["load", "news.txt"]) == 0
    capsys.readouterr()
    assert main(["why", "나루게임즈", "--lang", "ko"]) == 0
    out = capsys.readouterr().out
    assert (
        "\n규칙에서 따라 나오는 것\n  후신: 나루게임즈 – 가람전자\n      규칙: 합병의 후신 — "
        in out
    )
    assert main(["why", "나루게임즈", "--lang", "en", "--format", "md"]) == 0
    assert "- successor: 나루게임즈 – 가람전자\n  - rule: Successors by" in capsys.readouterr().out
    assert main(["why", "가람전자", "--format", "json"]) == 0
    (derived,) = json.loads(capsys.readouterr().out)["derived"]
    assert derived["property"] == "successor"
    assert [one["title"]["en"] for one in derived["rules"]] == ["Successors by merger"]


def test_without_a_workspace_there_is_a_hint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["why", "카카오"]) == 2
    assert "kg init" in capsys.readouterr().err
