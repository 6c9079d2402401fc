"""kg check: the whole graph against shapes, evidence, sources and conflicts."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.cli.main import main
from kg.store.embedded import Generations

TEXT = "다온넷은 2014년 10월 푸른뮤직을 흡수합병했다.\n다온넷은 2016년 누리온을 인수했다.\n"
OTHER = "푸른뮤직은 2015년 3월 다온넷에 흡수합병됐다.\n"


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with a loaded document."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    (tmp_path / "kg.toml").write_text("", encoding="utf-8")
    (tmp_path / "data" / "documents").mkdir(parents=True)
    (tmp_path / "data" / "documents" / "a.txt").write_text(TEXT, encoding="utf-8")
    assert main(["load"]) == 0
    return tmp_path


def checked(capsys: pytest.CaptureFixture[str], code: int) -> list[dict[str, str]]:
    capsys.readouterr()
    assert main(["check", "--format", "json"]) == code
    return list(json.loads(capsys.readouterr().out)["findings"])


def change(root: Path, added: list[ox.Quad], removed: list[ox.Quad]) -> None:
    """Changes the store behind the back of kg."""
    with Generations(root / ".kg").writer() as draft:
        draft.change(added, removed)
        draft.publish(Generations(root / ".kg").manifest())


def test_what_was_loaded_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "checked 2 facts, 0 wrong, 0 warnings\n"


def test_a_conflict_is_shown_with_both_sides(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "data" / "documents" / "b.txt").write_text(OTHER, encoding="utf-8")
    assert main(["load"]) == 0
    [conflict] = checked(capsys, 1)
    assert (conflict["slug"], conflict["severity"]) == ("conflict", "warning")
    message = dict(conflict)["message"]["en"]  # type: ignore[index]
    assert "2014-10 (data/documents/a.txt:1:1)" in message
    assert "2015-03 (data/documents/b.txt:1:1)" in message


def test_a_quote_that_its_document_does_not_say(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = Generations(root / ".kg").open_current()
    quote = ox.NamedNode("https://w3id.org/companykg#quote")
    old = next(q for q in store.quads_for_pattern(None, quote, None, None) if "2014" in str(q))
    wrong = ox.Literal(str(old.object.value).replace("2014", "2013"))
    change(root, [ox.Quad(old.subject, quote, wrong, old.graph_name)], [old])
    slugs = [finding["slug"] for finding in checked(capsys, 1)]
    assert "quote-not-found" in slugs
    assert "store-differs" in slugs


def test_a_triple_that_no_source_states_or_that_was_lost(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = Generations(root / ".kg").open_current()
    label = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    old = next(q for q in store.quads_for_pattern(None, label, None, None) if "누리온" in str(q))
    more = ox.Quad(old.subject, label, ox.Literal("아무도"), ox.DefaultGraph())
    change(root, [more], [old])
    found = next(one for one in checked(capsys, 1) if one["slug"] == "store-differs")
    assert "1 triples are missing, 1 are stated by none" in found["message"]["en"]  # type: ignore[index]


def test_what_finds_claims_by_name_is_compared_too(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Generations(root / ".kg").writer() as draft:
        listed = Generations(root / ".kg").open_concordance(1)
        assert listed is not None
        draft.list((), [next(iter(listed))])
        draft.publish(Generations(root / ".kg").manifest())
    assert [finding["slug"] for finding in checked(capsys, 1)] == ["concordance-differs"]


def test_a_damaged_file_of_the_database(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = max((root / ".kg" / "store" / "1").glob("*.sst"), key=lambda one: one.stat().st_size)
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    (found,) = checked(capsys, 1)
    assert found["slug"] == "store-damaged"
    assert found["message"]["en"].startswith(f"1/{path.name} is not what was written")  # type: ignore[index]


def test_a_text_that_is_lost(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in (root / ".kg" / "sources").iterdir():
        if path.read_bytes() == TEXT.encode():
            path.write_bytes(b"other")
    assert {finding["slug"] for finding in checked(capsys, 1)} == {"text-lost"}


def test_an_empty_workspace_is_sound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    (tmp_path / "empty" / "kg.toml").write_text("", encoding="utf-8")
    assert checked(capsys, 0) == []
