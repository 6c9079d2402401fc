"""Kills `kg load` and `kg retract` and counts what is left: the graph before, after, or neither.

python benchmarks/kill.py [COUNT [SEED]]

Half of the kills come at moments spread evenly over the whole length of the process, half at file
operations spread evenly over those that it does. After each: does the graph open, is it as before
or as after, does `kg status` say which, does the next command work, is all in order then?
"""

import contextlib
import io
import json
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from kg.cli.main import main as kg

COMPANIES = 12
CYCLE = (
    ("load", "facts.ttl", "claims.jsonl"),
    ("load", "facts.ttl"),
    ("retract", "claims.jsonl"),
    ("retract", "facts.ttl"),
)
"""What is killed, in turn, from a new workspace on; before each load facts.ttl changes."""

COUNTED = ("fsync", "replace", "mkdir", "unlink", "rmdir", "write")

STEPPING = f"""
import os, signal, sys
last, count = int(sys.argv[1]), 0
def stepping(do):
    def step(*args, **more):
        global count
        count += 1
        if count == last:
            os.kill(os.getpid(), signal.SIGKILL)
        return do(*args, **more)
    return step
for name in {COUNTED}:
    setattr(os, name, stepping(getattr(os, name)))
from kg.cli.main import main
code = main(sys.argv[2:])
print(count)
sys.exit(code)
"""
"""A program that runs `kg` and kills itself before its operation on files of that number."""


@dataclass(frozen=True)
class Expected:
    """What is so after a command of the cycle that nobody killed, and how long that took."""

    export: bytes
    blobs: frozenset[str]
    seconds: float
    operations: int


def furnish(root: Path) -> None:
    """A workspace with sources that need no tokenizer."""
    root.mkdir()
    (root / "kg.toml").write_text("", encoding="utf-8")
    sentences = [f"회사{n}은 {1990 + n}년에 설립되었다." for n in range(COMPANIES)]
    text, lines = "", []
    for number, sentence in enumerate(sentences):
        span = {"start": len(text), "end": len(text) + len(sentence), "quote": sentence}
        lines.append(
            {"type": "Founding", "document": "a.txt", "date": str(1990 + number),
             "roles": {"company": [f"회사{number}"]}, "evidence": [span]}
        )  # fmt: skip
        text += f"{sentence}\n"
    (root / "a.txt").write_text(text, encoding="utf-8")
    written = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (root / "claims.jsonl").write_text(written, encoding="utf-8")


def turtle(name: str) -> str:
    """Companies of a name, and when each was founded."""
    founded = "".join(
        f'<company/{name}{n}> a kg:Company ; rdfs:label "{name}{n}" .\n'
        f"<event/{name}{n}> a kg:Founding ; kg:company <company/{name}{n}> ;"
        f" kg:date <date/{1980 + n}> .\n"
        f'<date/{1980 + n}> a kg:Date ; kg:edtf "{1980 + n}" .\n'
        for n in range(COMPANIES)
    )
    return (
        "@prefix kg: <https://w3id.org/companykg#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        f"@base <https://example.org/kg/> .\n{founded}"
    )


def prepare(root: Path, step: int) -> None:
    """What a user changes before a command of the cycle."""
    if step == 0:
        shutil.rmtree(root / ".kg", ignore_errors=True)
    if step < 2:
        name = ("회사", "다른회사")[step]
        (root / "facts.ttl").write_text(turtle(name), encoding="utf-8")


def exported(root: Path) -> bytes:
    """All that the graph holds."""
    with contextlib.chdir(root):
        _done(kg(["export", "--with-claims", "--format", "nq", "out.nq"]), "kg export")
        return (root / "out.nq").read_bytes()


def _done(code: int, what: str) -> None:
    if code:
        raise RuntimeError(f"exit code {code} of {what}")


def status(root: Path) -> str | None:
    """Of what load `kg status` sees traces."""
    said = io.StringIO()
    with contextlib.chdir(root), contextlib.redirect_stdout(said):
        _done(kg(["status", "--format", "json"]), "kg status")
    return json.loads(said.getvalue())["traces"]


def blobs(root: Path) -> frozenset[str]:
    return frozenset(path.name for path in (root / ".kg" / "sources").iterdir())


def stepping(root: Path, last: int, command: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    """The command in a process that kills itself at an operation; 0 for none."""
    program = [sys.executable, "-c", STEPPING, str(last), *command]
    return subprocess.run(program, cwd=root, capture_output=True, text=True, check=False)


def reference(root: Path) -> list[Expected]:
    """The cycle without kills."""
    furnish(root)
    found = []
    for step, command in enumerate(CYCLE):
        prepare(root, step)
        begun = time.monotonic()
        run = stepping(root, 0, command)
        seconds = time.monotonic() - begun
        _done(run.returncode, run.stderr)
        found.append(Expected(exported(root), blobs(root), seconds, int(run.stdout)))
    return found


def killed(root: Path, command: tuple[str, ...], share: float, by_time: bool, one: Expected) -> str:
    """Runs the command, kills it when this share of it is done, and says how it ended."""
    if not by_time:
        last = 1 + int(share * one.operations)
        return _ended(stepping(root, last, command).returncode)
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", *command], cwd=root, stderr=subprocess.DEVNULL
    )
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(share * one.seconds)
    process.kill()
    return _ended(process.wait())


def _ended(code: int) -> str:
    return "killed" if code == -signal.SIGKILL else f"ended with {code}"


def judged(root: Path, before: bytes, after: bytes) -> str:
    """Whether the graph is that before the command or after it, and `kg status` says so."""
    traces = status(root)
    seen = exported(root)
    if seen not in (before, after):
        return "half there"
    is_before = seen == before
    if traces not in ((None, "unfinished") if is_before else (None, "complete")):
        return f"wrongly told: {traces}"
    return f"{'before' if is_before else 'after'}, {f'told {traces}' if traces else 'in order'}"


def tidy(root: Path, expected: frozenset[str]) -> bool:
    """Whether nothing is left of what was killed: no file, no generation, no gap in the journal."""
    folder = root / ".kg"
    current = int((folder / "CURRENT").read_text())
    numbers = {path.name.split(".")[0] for path in (folder / "store").iterdir()}
    journal = (folder / "journal.jsonl").read_text(encoding="utf-8").splitlines()
    return (
        {path.name for path in folder.iterdir()}
        == {"CURRENT", "journal.jsonl", "lock", "sources", "store"}
        and numbers == {str(number) for number in (current - 1, current) if number}
        and not list(folder.rglob("*.part"))
        and blobs(root) == expected
        and [json.loads(line)["generation"] for line in journal] == list(range(1, current + 1))
    )


def run(root: Path, count: int, seed: int) -> Counter[tuple[str, str]]:
    """How often a command ended so, and left the graph so."""
    chosen = random.Random(seed)  # noqa: S311  (moments, not secrets)
    shares = [(n // 2 + chosen.random()) / ((count + 1) // 2) for n in range(count)]
    chosen.shuffle(shares)
    cycle = reference(root / "reference")
    place = root / "work"
    furnish(place)
    empty = exported(place)
    results: Counter[tuple[str, str]] = Counter()
    for number, share in enumerate(shares):
        step = number % len(CYCLE)
        before = cycle[step - 1].export if step else empty
        prepare(place, step)
        ended = killed(place, CYCLE[step], share, number % 2 == 0, cycle[step])
        left = outcome(place, CYCLE[step], before, cycle[step])
        results[f"kg {CYCLE[step][0]}, {ended}", left] += 1
    return results


def outcome(root: Path, command: tuple[str, ...], before: bytes, after: Expected) -> str:
    """What a command that was killed left, and whether the same command can be run again."""
    try:
        left = judged(root, before, after.export)
        with contextlib.chdir(root):
            code = kg(list(command))
        if code == 2 and command[0] == "retract" and left.startswith("after"):
            code = 0  # nothing to retract is left
        if code or exported(root) != after.export:
            return f"the next command fails: {code}"
        return left if tidy(root, after.blobs) else "something is left over"
    except (RuntimeError, OSError, ValueError) as error:
        return f"broken: {error}"


def main(arguments: list[str]) -> int:
    """Prints how many kills left what; 1 where one left the graph otherwise than whole."""
    count, seed = (int(argument) for argument in (*arguments, *("200", "1")[len(arguments) :]))
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stderr(io.StringIO()):
        results = run(Path(folder), count, seed)
    for (ended, left), number in sorted(results.items()):
        print(f"{number:5}  {ended:<32}{left}")
    whole = sum(n for (_, left), n in results.items() if left.startswith(("before", "after")))
    print(f"{count} commands, {count - whole} of them left something that is not whole")
    return 0 if whole == count else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
