"""`kg diff` from a shell's point of view."""

import json
from pathlib import Path

import pytest

from kg.cli.main import main

Capture = pytest.CaptureFixture[str]

OLD = "가람전자는 2009년 4월 6일 설립되었다. 2013년 10월 가람전자는 나루게임즈를 인수하였다.\n"
NEW = (
    "가람전자는 2009년 4월 6일 설립되었다. 2013년 11월 가람전자는 나루게임즈를 인수하였다.\n"
    "2019년 7월 가람전자는 지도 서비스 '두루지도'를 출시했다.\n"
)
CHANGED = "  ~ 2013-11  가람전자 나루게임즈 인수\n      date: 2013-10 → 2013-11\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two wordings of a document, and a workspace with the first of them, as the current folder."""
    for name in ("KG_LANG", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kg.toml").touch()
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    return tmp_path


def test_two_wordings_of_a_document(capsys: Capture) -> None:
    assert main(["diff", "old.txt", "new.txt"]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith("old.txt → new.txt: 2 added (+), 1 changed (~)\n")
    assert CHANGED in out
    assert "        — new.txt:1:26\n" in out
    assert "+ 2019-07  두루지도 출시\n" in out


def test_what_does_not_differ_is_0(capsys: Capture) -> None:
    assert main(["diff", "old.txt", "old.txt", "--lang", "ko"]) == 0
    assert capsys.readouterr().out == "old.txt → old.txt: 다른 것이 없다\n"


def test_exports_and_the_graph_here(folder: Path, capsys: Capture) -> None:
    assert main(["load", "old.txt"]) == 0
    names = ["a.ttl", "a.nt", "a.trig", "a.rdf", "all.ttl", "all.nq", "all.jsonld"]
    for name in names:
        assert main(["export", name, *(["--with-claims"] if "all" in name else [])]) == 0
    capsys.readouterr()
    for name in names:
        assert main(["diff", name]) == 0, name
        assert capsys.readouterr().out == f"{name} → {folder.name}: no difference\n"
    assert main(["retract", "old.txt"]) == 0
    assert main(["load", "new.txt"]) == 0
    capsys.readouterr()
    for name in names:
        assert main(["diff", name, "--format", "json"]) == 1
        found = json.loads(capsys.readouterr().out)
        assert [found[sort] for sort in ("added", "gone", "changed")] == [2, 0, 1], name
        (changed,) = (one for one in found["events"] if one["change"] == "changed")
        assert changed["changes"] == [
            {"property": "date", "before": ["2013-10"], "after": ["2013-11"]}
        ]
        assert [changed[side]["claims"][0]["quote"][:8] for side in ("before", "after")] == [
            "2013년 10",
            "2013년 11",
        ]


def test_two_workspaces(folder: Path, capsys: Capture) -> None:
    other = folder / "other"
    other.mkdir()
    (other / "kg.toml").touch()
    assert main(["load", "old.txt"]) == 0
    capsys.readouterr()
    assert main(["diff", "other", "."]) == 2
    assert capsys.readouterr().err.startswith("kg: other: nothing is loaded there")
    assert main(["diff", ".", "."]) == 0


def test_outside_of_a_workspace_files_are_compared(folder: Path, capsys: Capture) -> None:
    (folder / "kg.toml").unlink()
    assert main(["diff", "old.txt", "new.txt", "--brief"]) == 1
    out, err = capsys.readouterr()
    assert CHANGED in out
    assert "“" not in out
    assert err == ""
    assert main(["diff", "old.txt"]) == 2
    assert "kg init" in capsys.readouterr().err
    assert sorted(path.name for path in folder.iterdir()) == ["new.txt", "old.txt"]


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        (None, "none.txt", "cannot be read"),
        (None, "none.ttl", "cannot be read"),
        ("<urn:a> <urn:b> <urn:c> .", "no-facts.ttl", "holds no facts as kg writes them"),
        ("<urn:a> <urn:b> ", "broken.ttl", "broken.ttl:1"),
        ("\0", "binary.txt", "binary.txt"),
    ],
)
def test_what_cannot_be_compared_gets_one_line_and_2(
    content: str | None, name: str, message: str, capsys: Capture
) -> None:
    if content is not None:
        Path(name).write_text(content, encoding="utf-8")
    assert main(["diff", name, "old.txt"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err
    assert err.count("\n") == 1


def test_a_folder_that_is_no_workspace(folder: Path, capsys: Capture) -> None:
    (folder / "plain").mkdir()
    assert main(["diff", "plain", "old.txt"]) == 2
    assert capsys.readouterr().err.startswith("kg: plain: holds no kg.toml")
