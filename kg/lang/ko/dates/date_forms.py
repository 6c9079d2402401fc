"""What a written date says: absolute, partial, or relative to something around it."""

from dataclasses import dataclass
from enum import Enum

from kg.model.dates import PartialDate


class Anchor(Enum):
    """From what a date is reckoned where its own words do not fix the year."""

    NONE = "none"
    """Nothing: the words give the year (or decade)."""
    CONTEXT = "context"
    """A month, day or half of a year without its year: the year of the text around it."""
    HEADING = "heading"
    """The same, written so shortly (`10.31`) that only a year heading makes it a date."""
    RUNNING = "running"
    """The last date of the running text: 그해, 이듬해, 같은 달, 두 달 뒤."""
    PUBLISHED = "published"
    """The day of publication: 지난해, 올해, 지난달, 어제, 3년 전."""
    PAST = "past"
    """The last such day or month before publication: 지난 15일, 지난 9월."""
    COMING = "coming"
    """The first such day or month after publication: 오는 20일."""


@dataclass(frozen=True, slots=True)
class DateForm:
    """One date as the words give it.

    `unit` (`year`, `month`, `day`) is what `shift` counts from the anchor: 이듬해 6월 is RUNNING,
    one year, month 6. `month` and `day` are those that the words name. `fallback` says that the
    day of publication serves where the running text has no date. `about` is 경, 무렵, 쯤.
    """

    anchor: Anchor = Anchor.NONE
    year: int | None = None
    decade: int | None = None
    month: int | None = None
    day: int | None = None
    unit: str = "year"
    shift: int = 0
    fallback: bool = False
    about: bool = False

    @property
    def absolute(self) -> PartialDate | None:
        """The date where the words alone fix it, None else or where no calendar has it."""
        if self.decade is not None:
            return PartialDate(f"{self.decade // 10}X")
        if self.year is None:
            return None
        return dated(self.year, self.month, self.day, self.about)

    @property
    def precision(self) -> str:
        """The finest precision that these words can give: `decade`, `year`, `month` or `day`."""
        if self.day is not None:
            return "day"
        if self.month is not None:
            return "month"
        return "decade" if self.decade is not None else self.unit


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date in a text: `text[start:end]`, code points, half-open.

    A range (`2001~2003`) has both ends, `date` and `last`. `edge` is how the words right after
    it bound a period: `from` (부터), `until` (까지), `after` (이후), `before` (이전), else "".
    `bare` marks a year or day that stands alone as a cell or at the head of a line (`2010`).
    """

    start: int
    end: int
    date: DateForm
    last: DateForm | None = None
    edge: str = ""
    bare: bool = False

    @property
    def absolute(self) -> bool:
        """Whether the words alone fix it, year included."""
        return self.date.anchor is Anchor.NONE

    @property
    def partial(self) -> bool:
        """Whether it is a month or day without its year."""
        return self.date.anchor in (Anchor.CONTEXT, Anchor.HEADING)

    @property
    def relative(self) -> bool:
        """Whether it is reckoned from another date."""
        return not (self.absolute or self.partial)


def dated(
    year: int, month: int | None = None, day: int | None = None, about: bool = False
) -> PartialDate | None:
    """The date of these numbers, None where no calendar has it. `about` marks it approximate."""
    try:
        date = PartialDate.of(year, month, day)
    except ValueError:
        return None
    return PartialDate(date.edtf + "~") if about else date
