"""Bad input, for every command that takes it: one clear line, the right exit code, nothing lost."""

import fcntl
import hashlib
import io
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.cli.main import main
from kg.store import durable

TEXT = "가온은 2009년에 설립되었다.\n"
CLAIM = (
    '{"type": "Founding", "document": "a.txt", "date": "2009", "status": "asserted", '
    '"roles": {"company": ["가온"]}, "extractedBy": "나", '
    '"evidence": [{"start": 0, "end": 17, "quote": "가온은 2009년에 설립되었다."}]}\n'
)
PREFIXES = "@base <https://example.org/kg/> .\n@prefix kg: <https://w3id.org/companykg#> .\n"
FILES = {
    "kg.toml": b"",
    "a.txt": TEXT.encode(),
    "claims.jsonl": CLAIM.encode(),
    "binary.txt": b"\x7fELF\x00\x01",
    "binary.ttl": b"\x7fELF\x00\x01",
    "binary.jsonl": b"\x7fELF\x00\x01",
    "binary.rq": b"\x7fELF\x00\x01",
    "empty.txt": b"",
    "blank.txt": b" \n\n",
    "empty.ttl": b"",
    "empty.rq": b"",
    "comment.rq": b"# SELECT * { }\n",
    "latin.txt": "첫 줄\n둘째 ".encode() + b"\xff\n",
    "latin.ttl": b'<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b> "\xff" .',
    "latin.jsonl": b'{"a": "\xff"}',
    "latin.rq": b'ASK {\n ?s ?p "\xff" }',
    "cp949.txt": "카카오는 회사다.".encode("cp949"),
    "utf16.txt": "카카오".encode("utf-16"),
    "nofact.txt": "오늘은 날씨가 좋다. 점심으로 국수를 먹었다.\n".encode(),
    "syntax.ttl": f"{PREFIXES}<a> a kg:Merger\n  kg:date 3 .".encode(),
    "syntax.jsonld": b'{"@id": "urn:x",\n "urn:p": [1,}',
    "syntax.rdf": b"<a>\n<b></a>",
    "syntax.rq": "SELECT ?가\nWHERE { ?가 ?나 ! }".encode(),
    "broken.ttl": f"{PREFIXES}<event/x> a kg:Acquisition ; kg:acquirer <company/가> .\n"
    "<company/가> a kg:Company .\n<company/나> a kg:Company .\n".encode(),
    "broken.jsonl": CLAIM.encode() + CLAIM.replace('"Founding"', '"Fonding"').encode(),
    "file.xyz": b"x",
}


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs `kg ARGS` in a workspace of good and bad files; `stdin` is what comes from a pipe."""
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    for name in ("folder.txt", "folder.ttl", "folder.jsonl", "folder.rq"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "KG_LANG", "KG_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def call(*args: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main(list(args))
        return Ran(code, *capfd.readouterr())

    return call


def kept(root: Path) -> dict[str, str]:
    """The digests of all that is kept of a graph."""
    files = (path for path in (root / ".kg").rglob("*") if path.is_file())
    return {str(f.relative_to(root)): hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


@pytest.fixture
def loaded(run: Run, tmp_path: Path) -> Iterator[Run]:
    """The same with a graph, which must be what it was, byte for byte, after the test."""
    assert run("load", "claims.jsonl").code == 0
    before = kept(tmp_path)
    yield run
    assert kept(tmp_path) == before


CANNOT_READ = [
    ("missing.txt", "No such file"),
    ("missing.ttl", "No such file"),
    ("missing.jsonl", "No such file"),
    ("folder.txt", "Is a directory"),
    ("folder.ttl", "Is a directory"),
    ("folder.jsonl", "Is a directory"),
    ("binary.txt", "binary.txt: is binary, not text: a NUL byte at byte 4"),
    ("binary.ttl", "binary.ttl: is not text: byte 4 is NUL"),
    ("binary.jsonl", "binary.jsonl: is not text: byte 4 is NUL"),
    ("empty.txt", "empty.txt: holds no text"),
    ("blank.txt", "blank.txt: holds no text"),
    ("empty.ttl", "empty.ttl: is empty"),
    ("latin.txt", "latin.txt:2:4: is not UTF-8: byte 0xFF at byte 15 (save it as UTF-8"),
    ("latin.ttl", "latin.ttl:2: is not UTF-8: byte 43 is 0xFF"),
    ("latin.jsonl", "latin.jsonl:1: is not UTF-8: byte 7 is 0xFF"),
    ("cp949.txt", "iconv -f CP949 -t UTF-8"),
    ("utf16.txt", "is UTF-16, not UTF-8"),
    ("syntax.ttl", "syntax.ttl:4:3: A dot is expected"),
    ("syntax.jsonld", "syntax.jsonld:2:14: Unexpected closing curly bracket"),
    ("syntax.rdf", "syntax.rdf:1: XML namespaces are required"),
    ("file.xyz", "file.xyz: no reader for files that end in .xyz (known: .htm"),
]


@pytest.mark.parametrize("command", ["load", "validate"])
@pytest.mark.parametrize(("name", "message"), CANNOT_READ)
def test_what_cannot_be_read(command: str, name: str, message: str, loaded: Run) -> None:
    code, out, err = loaded(command, name)
    assert (code, out) == (2, "")
    assert re.fullmatch(r"kg: [^\n]*\n", err), "one line"
    assert message in err


@pytest.mark.parametrize("form", [(), ("--text",), ("--explain",), ("--format", "jsonl")])
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.txt", "missing.txt: there is no such file"),
        ("folder.txt", "folder.txt: is a folder"),
        ("binary.txt", "a NUL byte at byte 4"),
        ("empty.txt", "holds no text"),
        ("latin.txt", "latin.txt:2:4: is not UTF-8: byte 0xFF at byte 15"),
        ("cp949.txt", "iconv -f CP949"),
        ("file.xyz", "no reader for files that end in .xyz"),
    ],
)
def test_a_document_that_cannot_be_read(
    form: tuple[str, ...], name: str, message: str, run: Run
) -> None:
    code, out, err = run("extract", name, *form)
    assert (code, out) == (2, "")
    assert re.fullmatch(r"kg: [^\n]*\n", err)
    assert message in err


def test_a_document_without_a_fact_is_fine(run: Run) -> None:
    assert run("extract", "nofact.txt") == (0, "", "kg: no fact found in nofact.txt\n")
    assert run("extract", "nofact.txt", "--format", "jsonl").code == 0
    code, out, err = run("load", "nofact.txt")
    assert (code, out) == (0, "")
    assert err == "loaded 0 facts from nofact.txt (0 already there, 0 refused)\n"
    assert run("validate", "nofact.txt") == (0, "checked 0 facts, 0 refused\n", "")


QUERIES = [
    ("missing.rq", "missing.rq: no such file"),
    ("missing", "missing: no saved query and no file"),
    ("folder.rq", "folder.rq: is a folder"),
    ("binary.rq", "binary.rq: is binary, not text: byte 4 is NUL"),
    ("empty.rq", "empty.rq: holds no query"),
    ("latin.rq", "latin.rq:2: is not UTF-8: byte 14 is 0xFF"),
    ("syntax.rq", "syntax.rq:2:17: "),
    ("comment.rq", "comment.rq:1:1: there is no query, comments alone"),
    ("-", "stdin: holds no query"),
]


@pytest.mark.parametrize(("name", "message"), QUERIES)
def test_a_query_that_cannot_be_asked(name: str, message: str, loaded: Run) -> None:
    code, out, err = loaded("query", name)
    assert (code, out) == (2, "")
    assert f"kg: {message}" in err


def test_a_caret_shows_where_a_query_is_wrong(loaded: Run) -> None:
    err = loaded("query", "syntax.rq").err
    assert err.splitlines()[1:] == ["    WHERE { ?가 ?나 ! }", " " * 22 + "^"]


@pytest.mark.parametrize("name", ["broken.ttl", "broken.jsonl"])
def test_facts_that_break_a_shape_are_refused_whole(name: str, loaded: Run) -> None:
    code, out, err = loaded("load", name)
    assert (code, out) == (1, "")
    assert f"where {name}:" in err
    assert err.splitlines()[-1].startswith(f"loaded 0 facts from {name} (0 already there, ")
    code, out, err = loaded("validate", name)
    assert (code, err) == (1, "")
    assert "refused: " in out


def test_one_bad_file_keeps_no_other_out(run: Run) -> None:
    code, _, err = run("load", "syntax.ttl", "broken.ttl", "claims.jsonl", "missing.txt")
    assert code == 2, "something could not be read at all"
    assert "loaded 1 fact from claims.jsonl" in err
    assert run("query", "ASK { ?e a kg:Founding }").out == "true\n"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("export", "folder.ttl"), "folder.ttl: is a folder (name a file)"),
        (("export", "no/such/place.ttl"), "no/such/place.ttl: cannot be written: No such file"),
        (("export", "x.xyz"), "x.xyz: no format has the suffix '.xyz'"),
        (("export", "--format", "xyz"), "no format 'xyz' (turtle, trig"),
        (("query", "mergers", "-o", "folder.txt"), "folder.txt: is a folder"),
        (("query", "mergers", "-o", "no/x.csv"), "no/x.csv: cannot be written: No such file"),
        (("query", "mergers", "--format", "xyz"), "'xyz' is not one of 'table', 'csv'"),
        (("why", "없음"), "nothing is called '없음'"),
        (("why", " "), "the name is empty"),
        (("why", "event/없음"), "nothing is called 'event/없음'"),
        (("why", "가온", "--format", "xyz"), "'xyz' is not one of"),
        (("retract", "missing.txt"), "nothing is loaded from 'missing.txt'"),
        (("retract", "folder.ttl"), "nothing is loaded from 'folder.ttl'"),
        (("retract", ""), "nothing is loaded from ''"),
        (("init",), "kg.toml: is a workspace already"),
        (("init", "a.txt"), "'a.txt' is a file"),
        (("init", "a.txt/below"), "a.txt/below: cannot be used: Not a directory"),
        (("load", "--dry-run", "missing.txt"), "missing.txt: cannot be read: No such file"),
        (("load", "--id", "x"), "--id names a document from standard input"),
        (("load", "claims.jsonl", "--document", "missing.txt"), "'missing.txt' does not exist"),
        (("load", "--xyz"), "No such option '--xyz'."),
        (("extract", "-"), "standard input has no name (name it with --id)"),
        (("extract",), "Missing argument"),
        (("validate",), "Missing argument"),
        (("validate", "a.txt", "--shapes", "missing.ttl"), "missing.ttl: cannot be read: No such"),
        (("validate", "broken.ttl", "--shapes", "file.xyz"), "file.xyz: .xyz is no RDF format"),
        (("validate", "missing.ttl", "--shapes", "broken.ttl"), "missing.ttl: cannot be read"),
        (("status", "x"), "Got unexpected extra argument (x)"),
    ],
)
def test_called_wrongly(args: tuple[str, ...], message: str, loaded: Run) -> None:
    code, out, err = loaded(*args)
    assert (code, out) == (2, "")
    assert re.fullmatch(r"kg: [^\n]*\n", err), "one line"
    assert message in err


def test_turtle_in_a_pipe_needs_a_name(loaded: Run) -> None:
    code, _, err = loaded("load", "-", stdin=FILES["broken.ttl"])
    assert code == 2
    assert err == (
        "kg: standard input: holds no claims as JSON lines "
        "(name other input, as --id report.txt or --id facts.ttl)\n"
    )
    code, _, err = loaded("load", "-", "--id", "facts.ttl", stdin=FILES["broken.ttl"])
    assert code == 1
    assert "where facts.ttl:3:1" in err


def test_turtle_in_a_pipe_is_loaded_by_its_name(run: Run) -> None:
    facts = f"{PREFIXES}<company/다솜> a kg:Company ; kg:operates <service/별> .\n"
    facts += "<service/별> a kg:Service .\n"
    code, _, err = run("load", "-", "--id", "facts.ttl", stdin=facts.encode())
    assert (code, "from facts.ttl (0 already there, 0 refused)" in err) == (0, True)
    assert run("query", "ASK { ?c kg:operates ?s }").out == "true\n"


WRITING = [("load", "claims.jsonl"), ("load",), ("retract", "claims.jsonl")]


@pytest.mark.parametrize("args", WRITING)
def test_a_graph_that_another_process_writes(
    args: tuple[str, ...], loaded: Run, tmp_path: Path
) -> None:
    with (tmp_path / ".kg" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert loaded(*args, "--wait", "0") == (
            2,
            "",
            "kg: .kg/lock: the graph is being written by another process "
            "(wait for it to end and run the command again)\n",
        )
        for reading in (("query", "ASK {}"), ("why", "가온"), ("export",), ("status",)):
            assert loaded(*reading).code == 0


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (13, "may not be read or written by you (check the folder's permissions)"),
        (30, "lies on a read-only disk; nothing was changed"),
        (28, "the disk is full; the graph is as it was before"),
        (5, "cannot be used: Input/output error"),
    ],
)
def test_a_disk_that_refuses(
    number: int, message: str, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert run("load", "claims.jsonl").code == 0
    (tmp_path / "facts.ttl").write_text(
        f"{PREFIXES}<company/다솜> a kg:Company .\n", encoding="utf-8"
    )
    before = run("export", "--with-claims").out

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    for args in (("load", "facts.ttl"), ("retract", "claims.jsonl")):
        with monkeypatch.context() as patched:
            patched.setattr(durable, "write", refuse)
            patched.setattr(durable, "sync_tree", refuse)
            code, out, err = run(*args)
        assert (code, out) == (2, "")
        assert re.fullmatch(r"kg: \.kg/[^\n]*\n", err), "one line"
        assert message in err
        assert run("export", "--with-claims").out == before


def test_strict_leaves_no_trace(run: Run, tmp_path: Path) -> None:
    texts = ("서비스 별은 2015년에 나왔다.", "서비스 별은 2011년에 끝났다.")
    (tmp_path / "b.txt").write_text("\n".join(texts), encoding="utf-8")
    line = (
        '{{"type": "{}", "document": "b.txt", "date": "{}", "status": "asserted", '
        '"roles": {{"service": ["별"]}}, '
        '"evidence": [{{"start": {}, "end": {}, "quote": "{}"}}]}}\n'
    )
    lines = line.format("Launch", "2015", 0, len(texts[0]), texts[0])
    begin = len(texts[0]) + 1
    lines += line.format("Discontinuation", "2011", begin, begin + len(texts[1]), texts[1])
    (tmp_path / "b.jsonl").write_text(lines, encoding="utf-8")
    assert run("load", "claims.jsonl").code == 0
    before = kept(tmp_path)
    code, _, err = run("load", "--strict", "b.jsonl")
    assert code == 1
    assert "where b.txt:2:1" in err
    assert kept(tmp_path) == before


@pytest.mark.parametrize(
    ("path", "data"),
    [
        (".kg/CURRENT", b"x"),
        (".kg/CURRENT", b"77\n"),
        (".kg/store/1.json", b"{"),
        (".kg/store/1/CURRENT", b"x"),
    ],
)
def test_a_damaged_store_is_told_with_what_mends_it(
    path: str, data: bytes, run: Run, tmp_path: Path
) -> None:
    assert run("load", "claims.jsonl").code == 0
    (tmp_path / path).write_bytes(data)
    code, _, err = run("why", "가온")
    assert code == 2
    assert re.fullmatch(r"kg: \.kg/[^\n]*\n", err), "one line"
    assert "delete .kg/CURRENT and .kg/store, then kg load makes them again" in err
