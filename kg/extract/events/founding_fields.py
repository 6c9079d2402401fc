"""The day of founding as a page's box gives it: `설립일 : 1995. 9. 22.`, `창립일 | 1987년`."""

import re

from kg.extract.context.candidate import Candidate
from kg.extract.context.discourse import Discourse
from kg.lang.ko.reading import Sentence
from kg.model.dates import PartialDate

FIELD = "ko/founding#field"
_LABEL = re.compile(
    r"\W*(?:(?:법인|회사)\s?)?(?:설립|창립|창업|창사|발족|개국)\s?(?:일|일자|연도|년도|연월일|시기|년월일)\W*"
)


def founding_field(
    sentence: Sentence, state: Discourse, dates: dict[int, PartialDate | None],
    row_date: PartialDate | None,
) -> list[Candidate]:  # fmt: skip
    """The founding of the company that the page is about, from a label and a date alone."""
    if state.topic is None or len(sentence.dates) > 1:
        return []
    text = sentence.text
    for date in sentence.dates:
        text = text[: date.start - sentence.start] + text[date.end - sentence.start :]
    value = next(iter(dates.values()), None) or row_date
    if value is None or _LABEL.fullmatch(text) is None:
        return []
    place = (sentence, sentence.start, sentence.end)
    roles = {"company": [state.topic]}
    return [Candidate("Founding", roles, *place, FIELD, value, assumed={"company"})]
