"""kg decide: refused with the nearest, written for a person, followed at once, undone by hand."""

import json
import os
import stat
from pathlib import Path

import pytest

from kg.cli.main import main
from kg.workspace import find

FILE = Path("data/decisions.toml")
A = "가온은 2001년 3월에 문을 열었다.\n나래는 가온의 다른 이름이다.\n"
B = "가온은 2003년에 문을 열었다.\n"
Capture = pytest.CaptureFixture[str]


def line(document: str, text: str, quote: str, type_: str, **more: object) -> str:
    """A line of claims."""
    start = text.index(quote)
    said: dict[str, object] = {
        "type": type_, "document": document, "status": "asserted",
        "evidence": [{"start": start, "end": start + len(quote), "quote": quote}],
    }  # fmt: skip
    return json.dumps(said | more, ensure_ascii=False)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> Path:
    """A workspace with two documents that disagree; nobody has a name for git."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    (tmp_path / "kg.toml").touch()
    (tmp_path / "a.txt").write_text(A, encoding="utf-8")
    (tmp_path / "b.txt").write_text(B, encoding="utf-8")
    company = {"company": ["가온"]}
    names = {"relation": "alternateName", "subject": "가온", "object": "나래"}
    rows = [
        line("a.txt", A, A.split("\n", maxsplit=1)[0], "Founding", date="2001-03", roles=company),
        line("a.txt", A, A.split("\n")[1], "Relation", **names),
        line("b.txt", B, B.split("\n", maxsplit=1)[0], "Founding", date="2003", roles=company),
    ]
    (tmp_path / "claims.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    assert main(["load", "claims.jsonl"]) == 0
    capsys.readouterr()
    return tmp_path


def decide(*args: str) -> int:
    return main(
        ["decide", *args, "--who", "김기자", "--why", "공시를 보았다", "--on", "2024-05-01"]
    )


def founded() -> list[str]:
    """The dates of foundings."""
    query = """PREFIX kg: <https://w3id.org/companykg#>
        SELECT ?edtf { ?event a kg:Founding ; kg:date/kg:edtf ?edtf } ORDER BY ?edtf"""
    return [row["edtf"].value for row in find().open_store().query(query)]


def test_a_preference_by_place_is_written_followed_and_undone(root: Path, capsys: Capture) -> None:
    assert decide("prefer", "b.txt:1:1", "a.txt:1") == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "decided, in data/decisions.toml:1:1: delete these lines and run kg load to undo it\n"
    )
    text = FILE.read_text(encoding="utf-8")
    assert text.startswith(
        "[[prefer]]\n# “가온은 2003년에 문을 열었다.”\n# over “가온은 2001년 3월에"
    )
    assert text.endswith('who = "김기자"\nwhy = "공시를 보았다"\non = 2024-05-01\n')
    assert founded() == ["2003"]
    FILE.unlink()
    assert main(["load"]) == 0
    assert "the decisions have changed" in capsys.readouterr().err
    assert founded() == ["2001-03"]


def test_what_a_person_wrote_is_kept(root: Path) -> None:
    FILE.parent.mkdir()
    before = "\ufeff# 우리 판정\r\n# 끝".encode()
    FILE.write_bytes(before)
    FILE.chmod(0o640)
    assert decide("reject", "b.txt:1") == 0
    after = FILE.read_bytes()
    assert after.startswith(before + b"\r\n\r\n[[reject]]\r\n")
    assert b"\n" not in after.replace(b"\r\n", b"")
    assert stat.S_IMODE(FILE.stat().st_mode) == 0o640
    assert founded() == ["2001-03"]
    assert decide("different", "가온", "나래") == 0
    assert FILE.read_bytes().startswith(after + b"\r\n[[different]]\r\n")


def test_one_name_in_two_documents(root: Path, capsys: Capture) -> None:
    assert decide("different", "가온", "가온") == 2
    assert "--one-in" in capsys.readouterr().err
    assert decide("different", "company/가온", "가온", "--other-in", "b.txt") == 0
    assert founded() == ["2001-03", "2003"]
    assert 'other = {kind = "Company", name = "가온", document = "b.txt"}' in FILE.read_text(
        "utf-8"
    )
    assert decide("same", "company/가온-2003", "company/가온-2001") == 2
    assert "otherwise" in capsys.readouterr().err


REFUSED = (
    (("reject", "b.txt:7"), 2, "no claim stands at b.txt:7"),
    (("reject", "b.txt:1:9"), 2, "on that line: document/b.txt#claim=Founding,0,"),
    (("reject", "document/b.txt#claim=Founding,0,17,000000"), 2, "nearest: document/b.txt#claim="),
    (("reject", "가온"), 2, "names no claim"),
    (("prefer", "a.txt:1", "a.txt:2"), 1, "do not disagree"),
    (("prefer", "a.txt:1", "a.txt:1"), 2, "prefers a claim over itself"),
    (("same", "가온", "나래"), 1, "they are one already: company/"),
    (("same", "가온", "가운"), 2, "did you mean 가온?"),
    (("same", "가온", "event/founding/가온"), 2, "is no company, service, person"),
    (("different", "가온", "가온", "--other-in", "c.txt"), 2, "nothing is loaded from 'c.txt'"),
    (("different", "가온", "나래", "--other-in", "b.txt"), 2, "does not tell of 나래"),
    (("reject", "a.txt:1", "--on", "2014"), 2, "--on is no day"),
)


@pytest.mark.parametrize(("args", "code", "message"), REFUSED)
def test_what_is_refused_changes_nothing(
    args: tuple[str, ...], code: int, message: str, root: Path, capsys: Capture
) -> None:
    before = find().store.current()
    assert main(["decide", *args, "--who", "김", "--why", "그냥"]) == code
    err = capsys.readouterr().err
    assert message in err
    assert err.count("\n") == 1
    assert not FILE.exists()
    assert find().store.current() == before


def test_twice_is_refused_with_where_it_stands(root: Path, capsys: Capture) -> None:
    assert decide("reject", "b.txt:1") == 0
    assert decide("reject", "b.txt:1") == 2
    assert f"{FILE}:1:1: this is decided already" in capsys.readouterr().err


def test_nobody_signs_for_another(root: Path, capsys: Capture) -> None:
    assert main(["decide", "reject", "b.txt:1", "--why", "그냥"]) == 2
    assert "--who" in capsys.readouterr().err
    (root / "gitconfig").write_text("[user]\n\tname = 이기자\n", encoding="utf-8")
    os.environ["GIT_CONFIG_GLOBAL"] = str(root / "gitconfig")
    assert main(["decide", "reject", "b.txt:1", "--why", "그냥"]) == 0
    assert 'who = "이기자"' in FILE.read_text("utf-8")


def test_a_wrong_file_is_said_before_anything_is_written(root: Path, capsys: Capture) -> None:
    FILE.parent.mkdir()
    FILE.write_text("[[refuse]]\n", encoding="utf-8")
    assert decide("reject", "b.txt:1") == 2
    assert f"{FILE}:1:3: unknown key 'refuse'" in capsys.readouterr().err
    assert FILE.read_text("utf-8") == "[[refuse]]\n"


def test_the_list_says_what_applies(root: Path, capsys: Capture) -> None:
    assert main(["decide", "--list"]) == 0
    assert capsys.readouterr() == ("", f"nothing is decided: {FILE} has no decisions\n")
    assert decide("reject", "b.txt:1") == 0
    gone = '\n[[reject]]\nclaim = "document/b.txt#claim=Launch,0,1,0"\nwho = "김"\nwhy = "-"\n'
    with FILE.open("a", encoding="utf-8") as file:
        file.write(gone)
    capsys.readouterr()
    assert _states(capsys) == ["applies", "waits"]
    assert main(["load"]) == 0
    capsys.readouterr()
    assert _states(capsys) == ["applies", "idle"]
    assert main(["--lang", "ko", "decide", "--list"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[1:3] == ["  김기자, 2024-05-01: 공시를 보았다", "  적용됨"]
    assert out[3].startswith(f"{FILE}:8:1: reject document/b.txt#claim=Launch")
    assert "아무것도 바꾸지 않" in out[5]


def _states(capsys: Capture) -> list[str]:
    assert main(["decide", "--list", "--format", "json"]) == 0
    return [row["state"] for row in json.loads(capsys.readouterr().out)]


def test_status_plan_and_load_say_that_decisions_changed(root: Path, capsys: Capture) -> None:
    assert decide("reject", "b.txt:1") == 0
    FILE.write_text(FILE.read_text("utf-8") + "# 덧붙임\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["status"]) == 0
    out = capsys.readouterr().out
    assert "decisions: 1\n" in out
    assert "to load" not in out, "a comment decides nothing"
    FILE.write_text("", encoding="utf-8")
    assert main(["status"]) == 0
    assert f"to load: {FILE}\n" in capsys.readouterr().out
    assert main(["load", "--dry-run"]) == 0
    assert f"{FILE} has changed" in capsys.readouterr().out


def test_why_shows_who_rejected_a_claim(root: Path, capsys: Capture) -> None:
    assert main(["why", "가온", "--claims"]) == 0
    out = capsys.readouterr().out
    claim = next(row.strip() for row in out.splitlines() if "document/b.txt#claim=" in row)
    assert decide("reject", claim) == 0
    for asked in (
        "가온",
        claim,
        "event/founding/가온",
        f"decision/reject/{claim.replace('#', '/')}",
    ):
        assert main(["why", asked, "--lang", "ko"]) == 0
        out = capsys.readouterr().out
        assert "* 판정: 물리침 — 김기자, 2024-05-01: 공시를 보았다" in out
        assert "“가온은 2003년에 문을 열었다.”" in out


def test_without_a_subcommand_it_helps(root: Path, capsys: Capture) -> None:
    assert main(["decide"]) == 2
    assert "Usage: kg decide" in capsys.readouterr().out
