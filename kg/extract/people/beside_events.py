"""What a sentence says of people in office beyond its verbs, and whom each works for."""

from collections.abc import Sequence

from kg.extract.context.candidate import Candidate
from kg.extract.context.reader import Reader
from kg.extract.frames.employers import settle_employers
from kg.extract.people.office_items import new_offices, office_items
from kg.extract.people.officers import officers
from kg.lang.ko.reading import Sentence
from kg.model.dates import PartialDate


def with_people(
    found: Sequence[Candidate],
    sentence: Sentence,
    reader: Reader,
    dates: dict[int, PartialDate | None],
) -> list[Candidate]:
    """The candidates with offices given without a verb and standing heads, each at its company."""
    out = [*found, *new_offices(found, office_items(sentence, reader, dates))]
    out += officers(sentence, reader, out)
    settle_employers(reader.discourse, out)
    return out
