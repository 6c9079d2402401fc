"""Dates at the precision that a source states them."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_FORM = re.compile(
    r"(?P<decade>\d{3})X"
    r"|(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?)?"
    r"(?P<about>~)?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month, a year or a decade, exactly as precise as its source.

    `edtf` follows EDTF (ISO 8601-2:2019, Extended Date/Time Format, level 1) in the forms
    `2014`, `2014-10`, `2014-10-31`, `200X` (a decade, as EDTF's draft wrote it) and any of
    the first three followed by `~` (about). Equal text means equal date.
    """

    edtf: str

    def __post_init__(self) -> None:
        """Raises ValueError where the text has another form or names no day of the calendar."""
        match = _FORM.fullmatch(self.edtf)
        if match is None or self.edtf.startswith("000"):
            raise ValueError(
                f"not a date of the form 200X, 2014, 2014-10 or 2014-10-31: {self.edtf!r}"
            )
        if match["day"]:
            date(int(match["year"]), int(match["month"]), int(match["day"]))

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> "PartialDate":
        """The date of these numbers. Raises ValueError where they name no day of the calendar."""
        parts = [f"{year:04d}", *(f"{n:02d}" for n in (month, day) if n is not None)]
        return cls("-".join(parts))

    @property
    def approximate(self) -> bool:
        """Whether the source says "about"."""
        return self.edtf.endswith("~")

    @property
    def _plain(self) -> str:
        return self.edtf.rstrip("~")

    @property
    def precision(self) -> str:
        """`decade`, `year`, `month` or `day`."""
        return {4: "decade" if "X" in self.edtf else "year", 7: "month", 10: "day"}[
            len(self._plain)
        ]

    @property
    def earliest(self) -> date:
        """The first day that it can mean."""
        text = self._plain.replace("X", "0")
        year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
        return date(year, month, day)

    @property
    def latest(self) -> date:
        """The last day that it can mean, itself included."""
        text = self._plain.replace("X", "9")
        parts = [int(part) for part in text.split("-")]
        year = parts[0]
        month = parts[1] if len(parts) > 1 else 12
        day = parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1]
        return date(year, month, day)

    def overlaps(self, other: "PartialDate") -> bool:
        """Whether both can mean one day: a coarser date does not contradict a finer one."""
        if self.approximate or other.approximate:
            return abs(self.earliest.year - other.earliest.year) <= 1
        return self.earliest <= other.latest and other.earliest <= self.latest

    def __str__(self) -> str:
        return self.edtf

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """Orders by earliest day, the coarser date first, then by text: a total order."""
        return (self.earliest.toordinal(), -self.latest.toordinal(), self.edtf)
