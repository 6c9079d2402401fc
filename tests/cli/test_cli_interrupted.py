"""Ctrl-C, a pipe that closes, a full log: the command ends as it should, and leaves nothing."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and pipes are POSIX's")

ROOT = Path(__file__).parents[2]
KG = f"{sys.executable} -m kg"
FACTS = """\
@prefix kg: <https://w3id.org/companykg#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@base <https://example.org/kg/> .
<company/{name}> a kg:Company ; rdfs:label "{name}" .
"""
ENDLESS = "SELECT ?a ?b { ?a <urn:p> ?x . ?b <urn:p> ?y FILTER(?x + ?y < 3) }"
"""A row or two, and then none for minutes."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace with facts that are not loaded."""
    (tmp_path / "kg.toml").write_text("", encoding="utf-8")
    (tmp_path / "a.ttl").write_text(FACTS.format(name="다솜"), encoding="utf-8")
    return tmp_path


def shell(root: Path, command: str) -> tuple[list[int], str]:
    """The exit codes of all parts of a pipe, and what they say."""
    script = f"{command}; echo ${{PIPESTATUS[@]}}"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        ["bash", "-c", script], cwd=root, env=env, capture_output=True, text=True, check=False
    )
    return [int(code) for code in run.stdout.splitlines()[-1].split()], run.stderr


def generation(root: Path) -> str:
    return (root / ".kg" / "CURRENT").read_text(encoding="utf-8").strip()


def test_a_reader_that_goes_ends_no_load(root: Path) -> None:
    """Nobody reads what is said: on standard output, on standard error, on a full disk."""
    codes, said = shell(root, f"{KG} load a.ttl | exec true")
    assert (codes[0], generation(root), said.startswith("loaded 1 fact")) == (0, "1", True)
    codes, said = shell(root, f"{KG} retract a.ttl 2>&1 | exec true")
    assert (codes[0], generation(root), said) == (0, "2", "")
    codes, said = shell(root, f"{KG} load a.ttl missing.ttl 2>&1 | exec true")
    assert (codes[0], generation(root), said) == (2, "3", "")
    if Path("/dev/full").exists():
        codes, said = shell(root, f"{KG} retract a.ttl 2> /dev/full")
        assert (codes[0], generation(root), said) == (0, "4", "")


@pytest.mark.parametrize("command", ["export", "query events", "status"])
def test_a_reader_that_has_seen_enough(root: Path, command: str) -> None:
    shell(root, f"{KG} load a.ttl")
    codes, said = shell(root, f"{KG} {command} | head -n 1")
    assert (codes, said) == ([0, 0], "")


def begun(root: Path, *args: str) -> subprocess.Popen[bytes]:
    """`kg ARGS` in a process that ^C reaches as it does in a terminal."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "kg", *args]
    return subprocess.Popen(
        command, cwd=root, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def parts(root: Path) -> list[str]:
    return [path.name for path in root.rglob("*.part")]


def test_control_c_during_output_leaves_no_file(root: Path) -> None:
    facts = "".join(f"<urn:{n}> <urn:p> {n} .\n" for n in range(20_000))
    (root / "many.ttl").write_text(facts, encoding="utf-8")
    process = begun(root, "query", ENDLESS, "--data", "many.ttl", "--output", "out.csv")
    while not parts(root):
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (130, b"")
    assert parts(root) == []
    assert not (root / "out.csv").exists()


STOPPED = """
import os, signal, sys
operations, last = 0, int(sys.argv[1])
def stepping(do):
    def step(*args, **more):
        global operations
        operations += 1
        if operations == last:
            os.kill(os.getpid(), signal.SIGINT)
        return do(*args, **more)
    return step
for name in ("fsync", "replace", "mkdir"):
    setattr(os, name, stepping(getattr(os, name)))
from kg.cli.main import main
sys.exit(main(sys.argv[2:]))
"""


def test_control_c_during_a_load(root: Path) -> None:
    """At some of its steps on the disk: what is loaded is what was there before, or all of it."""
    shell(root, f"{KG} load a.ttl")
    (root / "a.ttl").write_text(FACTS.format(name="나래"), encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    for last in (1, 3, 8, 20):
        command = [sys.executable, "-c", STOPPED, str(last), "load", "a.ttl"]
        run = subprocess.run(command, cwd=root, env=env, capture_output=True, check=False)
        assert (run.returncode, run.stderr.strip()) == (130, b"")
        assert generation(root) == "1"
        names = {path.name for path in (root / ".kg" / "store").iterdir()}
        assert names == {"1", "1.concordance", "1.json", "1.sha256"}
        assert parts(root) == []
        assert not (root / ".kg" / "sources.new").exists()
    assert shell(root, f"{KG} load a.ttl")[0] == [0]
    assert generation(root) == "2"


def test_control_c_while_kg_is_imported(root: Path) -> None:
    program = (
        "import os, signal, sys; from kg.__main__ import main\n"
        "def hook(event, args):\n"
        "    if event == 'import' and args[0] == 'click':\n"
        "        os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.addaudithook(hook); main()"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program, "status"]
    run = subprocess.run(command, cwd=root, env=env, capture_output=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (130, b"", b"")
