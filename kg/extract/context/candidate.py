"""What one clause or item says, before places that say the same are brought together."""

from dataclasses import dataclass, field

from kg.lang.ko.names.of_phrases import Named
from kg.lang.ko.reading import Sentence
from kg.model.claim import ASSERTED, Details
from kg.model.dates import PartialDate


@dataclass(slots=True)
class Candidate:
    """An event or relation as one place states it.

    `start` and `end` bound the place in the sentence's line. `assumed` are roles that the place
    itself leaves out and the text around it fills. `order` is its place in the document;
    `listed` whether it is a list item, whose subject the text around it gives less surely;
    `headline` whether    it is a title, whose verbal noun does not tell done from decided.
    """

    type: str
    roles: dict[str, list[Named]]
    sentence: Sentence
    start: int
    end: int
    extracted_by: str
    date: PartialDate | None = None
    status: str = ASSERTED
    details: Details = field(default_factory=Details)
    relation: str | None = None
    assumed: set[str] = field(default_factory=set)
    order: int = 0
    listed: bool = False
    headline: bool = False
