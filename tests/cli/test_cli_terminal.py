"""Escape sequences in names and quotes: never to a terminal, always to a pipe as they stand."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

ESCAPE = "\x1b]0;제목\x07\x9b2J\u202e"
TITLE = f"가온{ESCAPE}은"
FACTS = f"""\
@base <https://example.org/kg/> .
@prefix kg: <https://w3id.org/companykg#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<company/가온> a kg:Company ; rdfs:label "가온{ESCAPE}" ; kg:operates <service/별> .
<service/별> a kg:Service ; rdfs:label "별" .
"""
ASK = 'SELECT ?l { ?s rdfs:label ?l FILTER(STRSTARTS(?l, "가온")) }'


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("terminal")
    (folder / "kg.toml").write_bytes(b"")
    (folder / "facts.ttl").write_text(FACTS, encoding="utf-8")
    (folder / "a.txt").write_text(f"{TITLE} 2009년에 설립되었다.\n", encoding="utf-8")
    bad = FACTS + f'<event/x> a kg:Merger ; rdfs:label "{ESCAPE}" ; kg:survivor <company/가온> .\n'
    (folder / "bad.ttl").write_text(bad, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "kg", "load", "facts.ttl"], cwd=folder, check=True)
    return folder


def seen(folder: Path, *args: str) -> str:
    """All that `kg ARGS` writes to a terminal, which is a true one."""
    master, slave = pty.openpty()
    env = {**os.environ, "NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "200"}
    command = [sys.executable, "-m", "kg", *args]
    with subprocess.Popen(command, cwd=folder, stdout=slave, stderr=slave, env=env) as process:
        os.close(slave)
        found = b""
        while True:
            try:
                piece = os.read(master, 65_536)
            except OSError:  # Linux says so at the end of a terminal
                break
            if not piece:
                break
            found += piece
        process.wait()
    os.close(master)
    return found.decode("utf-8")


COMMANDS = [
    ("query", ASK),
    ("query", ASK, "--format", "csv"),
    ("query", "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "--format", "turtle"),
    ("why", "company/가온"),
    ("why", "company/가온", "--format", "md"),
    ("export", "--format", "csv"),
    ("export", "--format", "turtle"),
    ("validate", "bad.ttl"),
    ("load", "bad.ttl"),
    ("extract", "a.txt", "--text"),
    ("extract", "a.txt", "--explain"),
    ("extract", "a.txt", "--format", "jsonl"),
    ("extract", f"{ESCAPE}.txt"),
]


@pytest.mark.parametrize("args", COMMANDS, ids=lambda args: " ".join(map(ascii, args))[:60])
def test_a_terminal_gets_no_escape_sequence(args: tuple[str, ...], workspace: Path) -> None:
    found = seen(workspace, *args)
    assert found.strip()
    assert not set("\x1b\x07\x9b\u202e") & set(found)


def test_a_pipe_gets_every_character(workspace: Path) -> None:
    def piped(*args: str) -> str:
        command = [sys.executable, "-m", "kg", *args]
        return subprocess.run(
            command, cwd=workspace, capture_output=True, check=True
        ).stdout.decode("utf-8")

    assert ESCAPE in piped("query", ASK, "--format", "csv")
    assert ESCAPE in piped("extract", "a.txt", "--text")
