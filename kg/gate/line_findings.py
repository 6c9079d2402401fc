"""Findings about lines of claims that no statement comes of: broken ones, text around them."""

import json
from collections.abc import Sequence

from kg.errors import Where
from kg.gate.claim_units import NumberedLine
from kg.gate.columns import column
from kg.gate.form_words import form_words
from kg.gate.messages import worded
from kg.gate.passage import passage
from kg.gate.wording import roughly
from kg.model.document import Document
from kg.model.finding import INFO, VIOLATION, Finding
from kg.model.json_object import LineError

_SHOWN = 5
"""So many lines are named at most of those passed over."""
_LONGEST = 100
"""Code points of a line that stand for what it states, where it cannot be read."""


def not_of_the_form(error: LineError, line: NumberedLine, name: str) -> Finding:
    """A line that cannot be read, with the place in it marked."""
    cause = error.__cause__
    given = dict(error.given)
    if isinstance(cause, json.JSONDecodeError):
        given["problem"] = _problem(cause)
    message, hint = form_words(error.case, error.path, given)
    at = cause.pos if isinstance(cause, json.JSONDecodeError) else column(line.text, error.path) - 1
    end = at + len(_key(line.text, at))
    shown = passage(Document(name, line.text, ""), at, end)
    return Finding(
        slug="form",
        severity=VIOLATION,
        fact=roughly(line.text) or _cut(line.text),
        message=message,
        where=Where(name, *line.place(at)),
        hint=hint,
        path=error.path,
        sentence=shown.text,
        mark=None if line.text[at : at + 1] == "{" else shown.mark,
    )


def _problem(error: json.JSONDecodeError) -> str:
    """What the parser says; of a comma too many the same whatever version of Python runs."""
    if error.doc[: error.pos].rstrip().endswith(","):
        for sign, name in (("}", "object"), ("]", "array")):
            if error.doc[error.pos :].lstrip().startswith(sign):
                return f"Illegal trailing comma before end of {name}"
    return error.msg


def _key(text: str, at: int) -> str:
    """What is marked: the key that begins here, else one character."""
    try:
        _, end = json.JSONDecoder().raw_decode(text, at) if text[at : at + 1] == '"' else (0, 0)
    except ValueError:
        end = 0
    return text[at : max(end, at + 1)]


def _cut(text: str) -> str:
    joined = " ".join(text.split())
    return joined if len(joined) <= _LONGEST else joined[: _LONGEST - 1] + "…"


def text_around(lines: Sequence[int], name: str) -> list[Finding]:
    """A note of the lines that are no claims: a greeting, a code fence."""
    if not lines:
        return []
    shown = ", ".join(map(str, lines[:_SHOWN])) + (", …" if len(lines) > _SHOWN else "")
    message, hint = worded("text-around", {"lines": shown})
    return [
        Finding(
            slug="text-around", severity=INFO, fact=name, message=message,
            where=Where(name, lines[0]), hint=hint,
        )
    ]  # fmt: skip
