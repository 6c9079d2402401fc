"""What the head of an HTML page says of the page."""

import re
from dataclasses import dataclass

from kg.documents.html_tokens import Tag
from kg.documents.lines import flat
from kg.model.dates import PartialDate

_PUBLISHED = frozenset(
    {"article:published_time", "datepublished", "dc.date", "dc.date.issued", "dcterms.issued"}
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=\Z|[T ])")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


@dataclass(slots=True)
class Head:
    """Gathered tag by tag; of each the first that says anything counts."""

    title: str | None = None
    published: PartialDate | None = None
    source: str | None = None
    language: str | None = None

    def name(self, text: str) -> None:
        """The text of a title element."""
        self.title = self.title or flat(text) or None

    def note(self, tag: Tag) -> None:
        """The language, address or day of publication that a start tag gives."""
        attributes = tag.attributes
        if tag.name == "html" and self.language is None:
            language = attributes.get("lang", "")
            self.language = language if _LANGUAGE.fullmatch(language) else None
        elif tag.name == "link" and attributes.get("rel", "").lower() == "canonical":
            self.source = self.source or flat(attributes.get("href", "")) or None
        elif tag.name == "meta" and self.published is None:
            keys = (attributes.get(key, "").lower() for key in ("property", "name", "itemprop"))
            if not _PUBLISHED.isdisjoint(keys):
                self.published = _day(attributes.get("content", ""))


def _day(text: str) -> PartialDate | None:
    """The day that an ISO 8601 date or time names, in the time zone that it is written in."""
    found = _DAY.match(text.strip())
    try:
        return PartialDate(found[0]) if found else None
    except ValueError:
        return None
