"""A fact as it is scored: what an annotator wrote down, or what was extracted."""

import itertools
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_DECORATION = re.compile(r"\(주\)|（주）|㈜|주식회사|\(株\)|[\s'\"‘’“”´`「」『』《》〈〉<>]")
_UNITS = {"원": "KRW", "달러": "USD", "엔": "JPY", "%": "percent", "퍼센트": "percent"}

_EACH = {
    "Founding": ("company",), "Launch": ("service",), "Discontinuation": ("service",),
    "Acquisition": ("target",), "SpinOff": ("company",), "Listing": ("company",),
    "Milestone": ("subject",), "Relocation": ("company",), "Licence": ("company",),
    "Appointment": ("person",), "Departure": ("person",), "Outage": ("service",),
    "Relation": ("subject", "object"),
}  # fmt: skip
"""One thing, one fact: what lists several in this role counts as one for each."""

Name = frozenset[str]
"""The accepted ways to write one name, each in its plain form."""


@dataclass(frozen=True, slots=True)
class Fact:
    """An event or relation.

    `labels` are the types that are right (an extracted fact has one), `dates` the dates that are,
    None among them where no date is. `spans` are half-open, in code points of the document.
    """

    labels: tuple[str, ...]
    dates: tuple[str | None, ...]
    roles: Mapping[str, tuple[Name, ...]]
    spans: tuple[tuple[int, int], ...]
    values: tuple[float, ...] = ()
    unit: str | None = None

    @property
    def label(self) -> str:
        """The type; of a relation, Relation:operates."""
        return self.labels[0]

    @property
    def type(self) -> str:
        """The type without the relation's name."""
        return self.label.partition(":")[0]

    def __str__(self) -> str:
        roles = "; ".join(
            f"{role}={'+'.join('/'.join(sorted(name)) for name in names)}"
            for role, names in self.roles.items()
        )
        return f"{self.label} {self.dates[0] or '-'} {roles}"


def plain(name: object) -> str:
    """A name in NFC without a company's decorations, quotes and blanks, case folded."""
    return _DECORATION.sub("", unicodedata.normalize("NFC", str(name))).casefold()


def annotated(record: Mapping[str, Any]) -> Iterator[Fact]:
    """The facts of one record of a gold file: each filler a list of accepted names."""
    dates = _several(record, "date") if "date_alt" in record else [record.get("date") or None]
    places = [(record["start"], record["end"]), *map(tuple, record.get("also") or ())]
    yield from _each(
        record,
        {
            role: tuple(frozenset(map(plain, _listed(name))) for name in _listed(names))
            for role, names in _roles(record).items()
        },
        tuple(dates),
        tuple(places),
        [value for value in _several(record, "value") if value is not None],
    )


def extracted(record: Mapping[str, Any]) -> Iterator[Fact]:
    """The facts of one line of `kg extract --format jsonl`: each filler one name."""
    yield from _each(
        record,
        {
            role: tuple(frozenset((plain(name),)) for name in _listed(names))
            for role, names in _roles(record).items()
        },
        (record.get("date"),),
        tuple((one["start"], one["end"]) for one in record["evidence"]),
        [record["value"]] if record.get("value") is not None else [],
    )


def _each(
    record: Mapping[str, Any],
    roles: Mapping[str, tuple[Name, ...]],
    dates: tuple[str | None, ...],
    spans: tuple[tuple[int, int], ...],
    values: Sequence[Any],
) -> Iterator[Fact]:
    kind = record["type"]
    labels = [f"Relation:{record['relation']}" if kind == "Relation" else kind]
    labels += _listed(record.get("type_alt"))
    split = [role for role in _EACH.get(kind, ()) if len(roles.get(role, ())) > 1]
    for choice in itertools.product(*(roles[role] for role in split)):
        own = {role: (name,) for role, name in zip(split, choice, strict=True)}
        unit = record.get("unit")
        yield Fact(
            tuple(labels), dates, {**roles, **own}, spans,
            tuple(float(value) for value in values), _UNITS.get(str(unit), unit),
        )  # fmt: skip


def _roles(record: Mapping[str, Any]) -> Mapping[str, Any]:
    if record["type"] != "Relation":
        return record.get("roles") or {}
    return {role: record[role] for role in ("subject", "object")}


def _several(record: Mapping[str, Any], key: str) -> list[Any]:
    """The value of a key and the further accepted ones; null among them: none is right, too."""
    return [record.get(key) or None, *(_listed(record.get(f"{key}_alt")) or [None])]


def _listed(value: Any) -> list[Any]:
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [value]
