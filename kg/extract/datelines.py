"""The day of a story, where the head of the document writes it."""

from kg.extract.scan import Row
from kg.lang.ko.dates import DateContext, resolve
from kg.model.dates import PartialDate


def published(rows: list[Row]) -> PartialDate | None:
    """The day of publication, where the head of the document writes it."""
    found = [date for row in rows[:8] if (date := dateline(row)) is not None]
    return found[0] if found else None


def dateline(row: Row) -> PartialDate | None:
    """The day in a line at the head of the document that is no sentence: a news story's own."""
    text = row.line.text
    if row.number > 12 or len(text) > 90 or text.rstrip().endswith(("다.", "요.")):
        return None
    if "수정 시각" in text:
        return None
    found = [d for d in row.dates if d.absolute and d.date.day]
    return resolve(found[0], DateContext()) if found else None
