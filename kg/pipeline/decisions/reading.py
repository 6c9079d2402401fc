"""`data/decisions.toml`, strictly: what a person decided, and where in the file it stands."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import KgError, Where
from kg.model import toml
from kg.model.decision import VERDICTS, Decision, Decisions
from kg.model.schema import Schema
from kg.pipeline.decisions.entry import EntryReader
from kg.pipeline.decisions.toml_places import TomlPlaces

FILE = "decisions.toml"
_SYNTAX = re.compile(r"(?P<why>.*) \(at line (?P<line>\d+), column (?P<column>\d+)\)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class PlacedDecision:
    """A decision and where its table begins."""

    decision: Decision
    where: Where


def read_decisions(data: Path, schema: Schema, base: str) -> tuple[PlacedDecision, ...]:
    """The decisions of a data folder in the order of the file, none where there is no file.

    Raises KgError with line and column where it is not TOML, a key or value is not allowed, or a
    decision repeats or contradicts another.
    """
    return parse(text_of(data), name_of(data), schema, base)


def name_of(data: Path) -> str:
    """What the user knows the file by."""
    return f"{data.name}/{FILE}"


def text_of(data: Path) -> str:
    """The file's text, "" where there is none. Raises KgError where it cannot be read."""
    where = Where(name_of(data))
    try:
        return (data / FILE).read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise KgError("bad-decision", f"cannot be read: {error.strerror}", where) from None
    except UnicodeDecodeError as error:
        raise KgError("bad-decision", f"is not UTF-8: byte {error.start}", where) from None


def parse(text: str, name: str, schema: Schema, base: str) -> tuple[PlacedDecision, ...]:
    """The decisions of a text. Raises KgError as `read_decisions` does."""
    plain = _plain(text, name)
    places = TomlPlaces(text, name)
    found = []
    for verdict, rows in plain.items():
        if verdict not in VERDICTS:
            allowed = ", ".join(f"[[{one}]]" for one in VERDICTS)
            problem = f"unknown key {verdict!r}"
            raise KgError("bad-decision", problem, places.top(verdict), f"allowed: {allowed}")
        for number, row in enumerate(_tables(verdict, rows, places)):
            reader = EntryReader(verdict, number, row, places, schema, base)
            found.append(PlacedDecision(reader.decision(), places.table(verdict, number)))
    found.sort(key=lambda one: (one.where.line or 0, one.where.column or 0))
    _refuse_twice(found)
    return tuple(found)


def all_of(placed: Sequence[PlacedDecision]) -> Decisions:
    """The decisions without their places: what facts depend on."""
    return frozenset(one.decision for one in placed)


def _plain(text: str, name: str) -> dict[str, Any]:
    try:
        return toml.loads(text)
    except RecursionError:
        raise KgError("bad-decision", "is nested too deeply", Where(name)) from None
    except tomllib.TOMLDecodeError as error:
        match = _SYNTAX.fullmatch(str(error))
        if match is None:
            where = Where(name, text.count("\n") + 1)
            raise KgError("bad-decision", f"is not TOML: {error}", where) from None
        where = Where(name, int(match["line"]), int(match["column"]))
        raise KgError("bad-decision", f"is not TOML: {match['why']}", where) from None


def _tables(verdict: str, rows: object, places: TomlPlaces) -> list[dict[str, Any]]:
    if isinstance(rows, list) and all(isinstance(row, dict) for row in rows):
        return rows
    hint = f"begin each decision with [[{verdict}]]"
    raise KgError("bad-decision", f"{verdict} is no list of tables", places.top(verdict), hint)


def _refuse_twice(found: Sequence[PlacedDecision]) -> None:
    known: dict[tuple[object, ...], PlacedDecision] = {}
    for one in found:
        earlier = known.setdefault(one.decision.matter, one)
        if earlier is not one:
            same = earlier.decision.verdict == one.decision.verdict
            problem = "is decided already" if same else "is decided otherwise"
            where = f"line {earlier.where.line}"
            raise KgError(
                "bad-decision", f"this {problem} in {where}", one.where, "delete one of them"
            )
