"""Runs `kg` on mutants in a process of its own, which may die or never answer."""

import io
import logging
import multiprocessing
import os
import random
import resource
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from formats import KINDS, Call, place
from mutants import mutant
from outcome import CRASH, HANG, SLOWEST, Outcome

from kg.cli.main import main

MEMORY = 3_000_000_000
"""Bytes of address space that a process may take: what needs more fails, and says so."""


class Trial(NamedTuple):
    """One mutant of a kind, made again from its seed alone."""

    kind: str
    seed: str

    def made(self) -> tuple[Call, bytes]:
        """How `kg` is called, and the mutant."""
        kind = KINDS[self.kind]
        draw = random.Random(self.seed)  # noqa: S311  (repeatable, not secret)
        suffix, original = draw.choice(kind.originals)
        return kind.call(draw, suffix), mutant(self.seed, original, kind.dictionary())


class Runner:
    """A process that runs one call after another; it is replaced when it dies or hangs."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._context = multiprocessing.get_context("spawn")
        self._start()

    def _start(self) -> None:
        self._pipe, other = self._context.Pipe()
        self._process = self._context.Process(target=_serve, args=(other, self._folder))
        self._process.start()
        other.close()
        self._pipe.recv()

    def run(self, call: Call, data: bytes) -> Outcome:
        """How the call ends with this content of its file."""
        started = time.perf_counter()
        self._pipe.send((call, data))
        if not self._pipe.poll(SLOWEST):
            self._end()
            self._start()
            return Outcome(HANG, "", SLOWEST)
        try:
            code, err = self._pipe.recv()
        except EOFError:
            self._end()
            self._start()
            return Outcome(CRASH, "", time.perf_counter() - started)
        return Outcome(code, err, time.perf_counter() - started)

    def close(self) -> None:
        """Ends the process."""
        self._end()

    def _end(self) -> None:
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _serve(pipe: Connection, folder: Path) -> None:
    """Runs calls until the other end is gone; the tokenizer is loaded once, before the first."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what a dying engine says
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    folder.mkdir(parents=True, exist_ok=True)
    place(folder)
    for name in ("KG_DEBUG", "KG_LANG"):
        os.environ.pop(name, None)
    in_process(Call(("extract", "a.txt", "--format", "jsonl"), "unused.txt"), b"", folder)
    in_process(Call(("validate", "data.ttl"), "unused.txt"), b"", folder)
    pipe.send("ready")
    while True:
        try:
            call, data = pipe.recv()
        except EOFError:
            return
        pipe.send(in_process(call, data, folder))


def in_process(call: Call, data: bytes, folder: Path) -> tuple[int, str]:
    """The exit code and the messages of a call, its file written before and restored after it."""
    path = folder / call.file
    before = path.read_bytes() if path.exists() else None
    path.write_bytes(data)
    own = call.args[0] == "@own"
    kept = sys.stdin, sys.stdout, sys.stderr, Path.cwd()
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    os.chdir(folder / "own" if own else folder)
    sys.stdin, sys.stdout, sys.stderr = io.TextIOWrapper(io.BytesIO()), out, err
    handler = logging.StreamHandler(err)
    logging.getLogger().addHandler(handler)
    try:
        code = main(list(call.args[1:] if own else call.args))
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept[:3]
        os.chdir(kept[3])
        logging.getLogger().removeHandler(handler)
        path.unlink() if before is None else path.write_bytes(before)
        if "load" in call.args[:2]:
            place(folder)
    err.flush()
    return code, err.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]
