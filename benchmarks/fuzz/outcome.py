"""What a run of `kg` on a hostile input may come to, and what is a failure."""

import re
from typing import NamedTuple

SLOWEST = 10.0
"""Seconds that an input of 100 kB may take."""

CRASH, HANG = -1, -2
"""Codes of a process that died, and of one that did not answer in time."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

_MESSAGE = re.compile(
    r"kg: |  |loaded \d|retracted |set aside \d|unchanged: \d|(refused|warning|note): |"
    r".* is refused whole: |\d+ facts? of .* would load |"
    r"the decisions have changed|.* means <|.*: read as |.* is not in the graph"
)


class Outcome(NamedTuple):
    """How a run ended: its exit code, its messages, and the seconds it took."""

    code: int
    err: str
    seconds: float


def failure(outcome: Outcome) -> str:
    """Why the outcome is a failure of kg, "" where it is none."""
    code, err = outcome.code, outcome.err
    found = _CONTROL.search(err)
    lines = err.strip().splitlines() or [""]
    faults = (
        (code == CRASH, "the process died"),
        (code == HANG or outcome.seconds > SLOWEST, f"takes more than {SLOWEST:.0f} s"),
        (code not in {0, 1, 2}, f"exit {code}: {lines[0][:300]}"),
        ("Traceback (most recent call last)" in err, f"a traceback: {lines[-1][:300]}"),
        (found is not None, f"U+{ord(found.group()) if found else 0:04X} in a message"),
        (code == 2 and not _told(lines), f"exit 2 without one line: {err[:300]!r}"),
        (
            code != 2 and any(not _known(line) for line in lines),
            f"a strange message: {err[:300]!r}",
        ),
    )
    return next((why for is_so, why in faults if is_so), "")


def _told(lines: list[str]) -> bool:
    """Whether one line says what is wrong; lines that show a place are indented."""
    return sum(not line.startswith("    ") for line in lines) == 1 and lines[0].startswith("kg: ")


def _known(line: str) -> bool:
    """Whether the line is a message of kg, and not of a library that it uses."""
    return not line or _MESSAGE.match(line) is not None
