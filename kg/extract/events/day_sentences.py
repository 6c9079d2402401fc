"""A date that a sentence of its own gives to its neighbour: `…했다. 1997년의 일이다.`, `시작은
2004년이었다. …`"""

import re
from bisect import bisect_left

from kg.extract.frames.progress import Progress
from kg.extract.lines.scan import Row
from kg.lang.ko.dates.date_forms import DateExpression
from kg.lang.ko.dates.expressions import resolve
from kg.lang.ko.reading import Sentence
from kg.model.dates import PartialDate

_OPENS = re.compile(
    r"\s*(?:(?P<first>(?:그 |모든 것의 |이야기의 |회사의 )?"
    r"(?:시작|출발|출발점|발단|처음|시초)[은이점]?[은이]?)\s"
    r"|(?:그게|그것이|그것은|이게|그때가|그때는|때는|그게 바로|바로|아마|그러니까|벌써)\s)?\s*"
)
_CLOSES = re.compile(
    r"\s?(?:봄|여름|가을|겨울|초|말|쯤|무렵)?(?:\s?의)?\s?(?:일|때|얘기|이야기)?\s?"
    r"(?:(?:이었|였|이다|이에|이야|이죠|이지|이라|이니|이네|이란|입니|예요|임|인데)[가-힣]{0,6})?"
    r"\s*(?:[.!,…~]|$)"
)


def _day(row: Row, start: int, end: int) -> tuple[DateExpression, bool, int] | None:
    """The date that the text from `start` on gives as a sentence of its own, whether it is said to
    be the beginning of what follows, and where the sentence ends; None where it says more."""
    at = bisect_left(row.dates, start, key=lambda one: one.start)
    one = row.dates[at] if at < len(row.dates) else None
    if one is None or one.end > end or one.last is not None:
        return None
    text = row.line.text
    opens, closes = _OPENS.fullmatch(text, start, one.start), _CLOSES.match(text, one.end, end)
    if opens is None or closes is None:
        return None
    return one, opens["first"] is not None, closes.end()


def date_before(progress: Progress, row: Row, start: int, end: int) -> None:
    """Gives what the sentence that ends at `start` told without a date the date of the next one."""
    last = progress.sentences[-1] if progress.sentences else None
    if row.item or last is None or last.line is not row.line or last.end > start:
        return
    found = _day(row, start, end)
    if found is None or found[1] or row.line.text[last.end : start].strip():
        return
    value = resolve(found[0], progress.state.context)
    for one in reversed(progress.candidates):
        if one.sentence is not last:
            break
        if one.relation is None and one.date is None:
            one.date = value


def date_told_first(
    progress: Progress, row: Row, start: int, sentence: Sentence
) -> PartialDate | None:
    """The date that a sentence right before this one gave, and nothing else: `때는 2004년이다.`"""
    if row.item or sentence.dates:
        return None
    last = progress.sentences[-1] if progress.sentences else None
    begin = start if row.line.text[start : sentence.start].strip() or last is None else last.start
    found = _day(row, begin, sentence.start)
    if found is None or row.line.text[found[2] : sentence.start].strip():
        return None
    return progress.state.context.current
