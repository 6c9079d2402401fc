"""kg load: what it says, what it writes, how it ends."""

import io
import json
import threading
from pathlib import Path

import pytest

from kg.cli.main import main
from kg.store.embedded import Generations

DOCUMENT = "가온은 2009년에 설립되었다.\n"
FACTS = """\
@prefix kg: <https://w3id.org/companykg#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@base <https://example.org/kg/> .
<company/다솜> a kg:Company ; rdfs:label "다솜" ; rdfs:comment "지어낸 회사" .
"""


def founding(year: str = "2009") -> str:
    evidence = {"start": 0, "end": len(DOCUMENT) - 1, "quote": DOCUMENT.strip()}
    return json.dumps(
        {
            "type": "Founding", "document": "data/documents/a.txt", "date": year,
            "roles": {"company": ["가온"]}, "extractedBy": "나", "evidence": [evidence],
        },
        ensure_ascii=False,
    )  # fmt: skip


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with a document that no cue of a company stands in, claims and facts."""
    (tmp_path / "kg.toml").write_text("", encoding="utf-8")
    folder = tmp_path / "data" / "documents"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "claims.jsonl").write_text(founding() + "\n", encoding="utf-8")
    (tmp_path / "facts.ttl").write_text(FACTS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "KG_LANG"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def pipe(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode("utf-8"))))


def test_loaded_and_already_there(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["load", "claims.jsonl", "facts.ttl"]) == 0
    assert capsys.readouterr() == (
        "",
        "loaded 1 fact from claims.jsonl (0 already there, 0 refused)\n"
        "loaded 1 fact from facts.ttl (0 already there, 0 refused); 1 other triple kept\n",
    )
    assert main(["load", "claims.jsonl"]) == 0
    assert (
        "loaded 0 facts from claims.jsonl (1 already there, 0 refused)" in capsys.readouterr().err
    )
    assert main(["--lang", "ko", "load", "claims.jsonl", "facts.ttl"]) == 0
    assert capsys.readouterr().err == "파일 2개는 바뀌지 않았다 (이미 있는 사실 2개)\n"


def test_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = founding().replace("설립되었다", "해산되었다")
    (root / "claims.jsonl").write_text(f"{founding()}\n{wrong}\n", encoding="utf-8")
    assert main(["load", "claims.jsonl"]) == 1
    said = capsys.readouterr().err
    assert "claims.jsonl:2:" in said
    assert said.endswith("loaded 0 facts from claims.jsonl (0 already there, 2 refused)\n")
    assert Generations(root / ".kg").current() is None


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.txt"], "kg: missing.txt: cannot be read: No such file or directory"),
        (["data"], "kg: data: cannot be read: Is a directory"),
        (["--id", "x", "facts.ttl"], "kg: --id names a document from standard input (add -)"),
    ],
)
def test_called_wrongly(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert main(["load", *arguments]) == 2
    assert capsys.readouterr().err.startswith(message)


def test_outside_of_a_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["load", "a.txt"]) == 2
    assert "kg init makes a workspace" in capsys.readouterr().err


def test_standard_input(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe(monkeypatch, founding() + "\n")
    assert main(["load", "-"]) == 0
    assert capsys.readouterr().err == (
        "loaded 1 fact from standard input (0 already there, 0 refused)\n"
    )


def test_a_document_for_all_claims(root: Path) -> None:
    (root / "data" / "documents" / "a.txt").rename(root / "b.txt")
    assert main(["load", "claims.jsonl"]) == 1
    assert main(["load", "claims.jsonl", "--document", "b.txt"]) == 0


def test_a_dry_run_prints_the_plan(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "data" / "facts.ttl").write_text(FACTS, encoding="utf-8")
    assert main(["load", "--dry-run"]) == 0
    assert capsys.readouterr().out == (
        "load     data/documents/a.txt (document)\nload     data/facts.ttl (rdf)\n"
    )
    assert not (root / ".kg").exists()
    assert main(["load", "data/facts.ttl"]) == 0
    (root / "data" / "facts.ttl").unlink()
    capsys.readouterr()
    assert main(["load", "--dry-run"]) == 0
    assert capsys.readouterr().out == (
        "load     data/documents/a.txt (document)\nretract  data/facts.ttl (the file is gone)\n"
    )


def test_another_process_writes(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Generations(root / ".kg").writer():
        assert main(["load", "facts.ttl", "--wait", "0"]) == 2
    assert capsys.readouterr().err == (
        "kg: .kg/lock: the graph is being written by another process "
        "(wait for it to end and run the command again)\n"
    )


def test_a_second_writer_waits_for_the_first(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = Generations(root / ".kg").writer()
    first.__enter__()
    release = threading.Timer(0.3, first.__exit__, (None, None, None))
    release.start()
    assert main(["load", "--wait", "30"]) == 0
    release.join()
    told = capsys.readouterr().err
    assert told.startswith("kg: another process writes the graph; waiting 30 s for it to end\n")
    assert "loaded" in told


@pytest.mark.parametrize("name", ["load", "status", "init", "retract"])
def test_help_shows_examples(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    assert f"\n  kg {name}" in capsys.readouterr().out


def test_a_pipe_about_another_document_takes_nothing_away(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "data" / "documents" / "b.txt").write_text(DOCUMENT, encoding="utf-8")
    for name in ("a", "b"):
        pipe(monkeypatch, founding().replace("documents/a.txt", f"documents/{name}.txt"))
        assert main(["load", "-"]) == 0
        told = capsys.readouterr().err
        assert told == "loaded 1 fact from standard input (0 already there, 0 refused)\n"
