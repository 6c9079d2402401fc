"""The person whom the words of a phrase name, with title and company."""

from collections.abc import Callable

from kg.lang.ko.names.kinds import PERSON
from kg.lang.ko.names.name_words import Word, is_foreign, is_human, is_personal, is_title
from kg.lang.ko.names.named import Named, spelt
from kg.lang.ko.tokens.words import FORMER_WORDS, TITLE_PREFIXES, word_set

_OFFICES = tuple(
    sorted(
        word_set(
            """장 임원 의원 교수 이사 대표 책임자 관리인 위원 박사 감독 전무 상무 고문 감사
            경영자 씨 님 창업자 창업주 설립자 총수 총재 CEO CTO CFO COO CPO CSO CMO CCO 총괄
            변호사 대통령 작가 프로듀서 PD 디렉터"""
        )
    )
)
"""How a word ends that tells what a person is."""
_LATE = ("고", "故")
_IN_OFFICE = ("당시", "초대")
"""Who was in office then, or first: no one's past office at the time of the story."""
Plain = Callable[[list[Word], str, bool], Named | None]
"""Reads a name without quotes (the company that stands beside a person)."""


def person(words: list[Word], line: str, plain: Plain) -> Named | None:  # noqa: C901, PLR0911  (a list of cases reads best flat)
    """`홍길순 전 회장`, `홍길남 대표`, `대표 홍길동`, `이 대표`; a company before is the owner."""
    at = max((i for i, word in enumerate(words) if is_human(word)), default=None)
    if at is not None:
        return _known(words, at, line, plain)
    titles = [i for i, word in enumerate(words) if not word.quoted and is_title(word)]
    if not titles:
        return None
    last = titles[-1]
    first = last
    while first > 0 and (words[first - 1].text in TITLE_PREFIXES or is_title(words[first - 1])):
        first -= 1
    between = {word.text for word in words[first:last]}
    title = " ".join(w.text for w in words[first : last + 1] if w.text not in FORMER_WORDS)
    former = bool(between & FORMER_WORDS)
    if last == len(words) - 2 and _is_hers(words, first):
        return spelt(words, line, proper=False)
    if last + 1 < len(words) and is_personal(words[last + 1]) and last == len(words) - 2:
        owner = plain(words[:first], line, False) if first else None
        return spelt(words[-1:], line, kind=PERSON, title=title, former=former, owner=owner)
    if first > 1 and words[first - 2].text.endswith("출신"):
        words = words[first - 1 :]  # 카이스트 출신 김가람 대표: where from, not of what
        first, last = 1, last - first + 1
    if first > 0 and last == len(words) - 1 and is_personal(words[first - 1]):
        owner = plain(words[: first - 1], line, False) if first > 1 else None
        return spelt(
            words[first - 1 : first], line, kind=PERSON, title=title, former=former, owner=owner
        )
    if first > 1 and last == len(words) - 1 and is_foreign(words[first - 2 : first]):
        owner = plain(words[: first - 2], line, False) if first > 2 else None
        return spelt(
            words[first - 2 : first], line, kind=PERSON, title=title, former=former, owner=owner
        )
    if first > 1 and last == len(words) - 1 and is_personal(words[first - 2]):
        owner = plain(words[first - 1 : first], line, False)
        if owner is not None and owner.proper:
            return spelt(
                words[first - 2 : first - 1], line, kind=PERSON, title=title, former=former,
                owner=owner,
            )  # fmt: skip
    if first > 2 and words[first - 2].text in FORMER_WORDS and is_personal(words[first - 3]):
        return spelt(words[first - 3 : first - 2], line, kind=PERSON, title=title, former=True)
    if last == len(words) - 1:
        owner = plain(words[:first], line, False) if first else None
        return spelt(
            words[first:], line, kind=PERSON, title=title, former=former, owner=owner, proper=False
        )
    return None


def _known(words: list[Word], at: int, line: str, plain: Plain) -> Named | None:
    """A person known by name: with the title and the company on either side of it."""
    before, after = words[:at], words[at + 1 :]
    if after and not after[-1].text.endswith(_OFFICES):
        return None
    titled = [i for i, word in enumerate(after) if is_title(word)]
    first = _run_start(after, titled[-1]) if titled else len(after)
    between = [w for w in after[:first] if w.text not in TITLE_PREFIXES]
    title = [w for w in after[first:] if w.text not in FORMER_WORDS]
    while before and before[-1].text.endswith(("출신", "씨")):
        before = [] if before[-1].text.endswith("출신") else before[:-2]
    late = bool(before) and before[-1].text in _LATE
    before = before[:-1] if late else before
    if not after and before and is_title(before[-1]):
        start = _run_start(before, len(before) - 1)
        title, before = before[start:], before[:start]
    owner = plain(between, line, False) if between and title else None
    if owner is None and before:
        owner = plain(before, line, False)
    former = late or any(w.text in FORMER_WORDS and w.text not in _IN_OFFICE for w in after)
    return spelt(
        words[at : at + 1], line, kind=PERSON, title=" ".join(w.text for w in title),
        former=former, owner=owner,
    )  # fmt: skip


def _run_start(words: list[Word], at: int) -> int:
    """Where the run of titles that ends at a word begins: 공동 창업자 겸 대표이사 사장."""
    while at > 0:
        text = words[at - 1].text
        if text != "겸" and text not in TITLE_PREFIXES and not is_title(words[at - 1]):
            break
        at -= 1
    return at


def _is_hers(words: list[Word], title: int) -> bool:
    """`김가람 씨 인터뷰`: a person with a title, then something of that person's."""
    return title > 0 and is_personal(words[title - 1])
