"""The name within a noun phrase: what is a name, what says which kind of thing bears it.

`여행 플랫폼 나들이`, `'물결' 서비스`, `김가람(43) 총괄대표`, `(주)하늘`: apposition, class nouns,
titles, quotes and brackets are taken apart; the name is what the document writes.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.names.kinds import ORGANIZATION, PERSON, SERVICE
from kg.lang.ko.names.modifiers import is_event, without_lead, without_tail
from kg.lang.ko.names.name_words import (
    Word,
    any_proper,
    class_of,
    is_measure,
    is_proper,
    is_weak,
    kind_of,
    plural_of,
    words_of,
)
from kg.lang.ko.names.named import Named, spelt
from kg.lang.ko.names.persons import person
from kg.lang.ko.tokens.kiwi import HUMAN, Token
from kg.lang.ko.tokens.words import (
    COMPANY_NOUNS,
    PLACES,
    PRONOUNS,
    SERVICE_NOUNS,
    TITLE_PREFIXES,
)

__all__ = ["Named", "name_of", "names_of", "own_name"]

_JOINING = frozenset(("앤드", "앤", "오브", "&"))
"""Words within a foreign name that what stands before belongs to."""
_VERSION = re.compile(r"\d{1,3}[A-Z]{1,2}|[A-Z]\d{0,2}")
_SORTS = ("회사", "업체", "기업", "법인")
_DETERMINERS = frozenset(("MM", "SN", "NR"))


def names_of(phrase: Phrase, line: str) -> list[Named]:
    """The names of a phrase and of those coordinated with it, in the order of the text."""
    if isinstance(phrase.names, tuple):
        return list(phrase.names)
    found = [name for other in phrase.also for name in names_of(other, line)]
    own = own_name(phrase, line)
    if own is not None and (head := _of_both(phrase, own, line)) is not None:
        phrase.names = (head,)
        return [head]
    if own is not None and _one_thing(found, own, line):
        whole = replace(own, text=line[found[0].start : own.end], start=found[0].start)
        phrase.names = (whole,)
        return [whole]
    phrase.names = (*found, own) if own else tuple(found)
    return list(phrase.names)


def _of_both(phrase: Phrase, own: Named, line: str) -> Named | None:
    """`김가람 다온차·나루 본부장`: a person of two companies, before whom both stand."""
    first = phrase.also[0].tokens if len(phrase.also) == 1 else []
    if own.kind != PERSON or own.proper or len(first) < len(("name", "firm")):
        return None
    if first[0].tag != HUMAN or phrase.also[0].case != "&":
        return None
    owner = name_of(first[1:], line)
    text, start, end = first[0].form, first[0].start, first[0].end
    return replace(own, text=text, start=start, end=end, proper=True, owner=owner, pronoun=False)


def own_name(phrase: Phrase, line: str) -> Named | None:
    """The name that a phrase comes to, less those coordinated with it."""
    if not isinstance(phrase.own, tuple):
        phrase.own = (name_of(phrase.tokens, line),)
    found: Named | None = phrase.own[0]
    return found


def _one_thing(before: Sequence[Named], last: Named, line: str) -> bool:
    """`주문·정산 시스템`: common nouns with a dot between them and one class noun after."""
    shared = bool(before) and last.kind == SERVICE and not last.proper and " " in last.text
    return shared and all(
        not one.proper and not one.kind and line[one.end : one.end + 1] == "·" for one in before
    )


def name_of(tokens: Sequence[Token], line: str) -> Named | None:
    """The one name (or description) that a run of nouns comes to; None where there is none."""
    words, notes, marked = words_of(tokens)
    words, summed = _before_etc(words)
    words = without_tail(words)
    if not words:
        return None
    named = person(words, line, _plain) or _quoted(words, line)
    if named is None:
        words = [word for word in words if not word.quoted]
        named = _plain(words, line, marked) if words else None
    if named is None:
        return None
    kind = named.kind or (ORGANIZATION if marked else "") or summed[0]
    return Named(
        named.text, named.start, named.end, kind, named.label or summed[1], named.proper,
        named.pronoun, named.plural, named.title, named.former, marked or named.marked,
        named.owner, tuple(notes),
    )  # fmt: skip


def _before_etc(words: list[Word]) -> tuple[list[Word], tuple[str, str]]:
    """`A 등 주요 서비스`: A, with the kind and class noun that sum it up."""
    at = next((i for i, w in enumerate(words) if w.text in ("등", "등등") and i), None)
    if at is None or at == len(words) - 1:
        return words, ("", "")
    return words[:at], class_of(words[-1])


def _quoted(words: list[Word], line: str) -> Named | None:
    """A quoted name, with the class nouns around it."""
    at = next((i for i in range(len(words) - 1, -1, -1) if words[i].quoted), None)
    if at is None:
        return None
    word = words[at]
    tail = words[at + 1 :]
    if tail and is_proper(tail[-1]) and _is_byname(line[word.start : word.end]):
        return _plain(tail, line, False)
    if len(tail) > 1 and class_of(tail[0])[0] == ORGANIZATION and is_proper(tail[-1]):
        return _plain(tail, line, False)
    text = line[word.start : word.end]
    if len(text) > 30 or any(
        t.tag in ("EF", "EC", "SF", "ETM", "JKO", "JKS") and t.form != "." for t in word.tokens[1:]
    ):
        return None
    around = [w for w in (*words[at + 1 :], *reversed(words[:at])) if not w.quoted]
    kind, label = "", ""
    for other in around:
        kind, label = class_of(other)
        if kind:
            break
    owner = _plain(words[:at], line, False) if at and not words[at - 1].quoted else None
    owner = owner if owner and owner.proper else None
    return spelt([word], line, kind=kind, label=label, marked=True, owner=owner)


def _is_byname(quoted: str) -> bool:
    """`'국민 앱' 물결`: what people call the name that follows."""
    *before, last = quoted.strip("'\" ").split()
    return bool(before) and last in SERVICE_NOUNS | COMPANY_NOUNS


def _plain(words: list[Word], line: str, marked: bool) -> Named | None:  # noqa: C901, PLR0911, PLR0912  (a list of cases reads best flat)
    """A name without quotes: what follows the last class noun, else from the first proper word."""
    if not words:
        return None
    plural = plural_of(words)
    while words and words[0].tokens[0].tag in _DETERMINERS and len(words[0].tokens) == 1:
        if words[0].tokens[0].tag == "SN" and not _spelt(words):
            break
        words = words[1:]
    words = without_lead(words)
    while words and words[-1].text in TITLE_PREFIXES and len(words) > 1:
        words = words[:-1]
    if not words:
        return None
    if marked:
        return _marked(words, line)
    if is_event(words):
        return spelt(words, line, proper=False)
    kind, label = class_of(words[-1])
    if kind and not is_proper(words[-1]):
        return _with_class(words, line, kind, label, plural)
    while len(words) > 1 and words[0].text in PLACES and any_proper(words[1:]):
        words = words[1:]
    classes = [
        i for i in range(len(words) - 1) if class_of(words[i])[0] and not is_proper(words[i])
    ]
    weak = bool(classes) and classes[-1] == len(words) - 2 and is_weak(words[-1])
    if weak and (class_of(words[-2])[0] != ORGANIZATION or _has_it(words)):
        weak = False
    if classes and (is_proper(words[-1]) or weak):
        kind, label = class_of(words[classes[-1]])
        tail = without_lead(words[classes[-1] + 1 :])
        owner = _plain(words[: classes[-1]], line, False)
        owner = owner if owner and owner.proper else None
        return spelt(tail, line, kind=kind or kind_of(tail), label=label, owner=owner)
    first = next((i for i, word in enumerate(words) if is_proper(word)), None)
    while first and words[first - 1].tokens[-1].tag == "SL" and words[first].tokens[0].tag == "SL":
        first -= 1
    while first and (words[first].text in _JOINING or _is_version(words, first)):
        first -= 1  # 케이블 앤드 로드, 물결폰 3G
    if first is None:
        pronoun = words[-1].text in PRONOUNS
        return spelt(words, line, proper=False, pronoun=pronoun, plural=plural)
    return spelt(words[first:], line, kind=kind_of(words[first:]))


def _is_version(words: list[Word], at: int) -> bool:
    """물결폰 3G: what tells one of several models apart belongs to the name before it."""
    before = words[at - 1]
    plain = len(before.tokens) == 1 and before.tokens[0].tag in ("NNG", "NNP")
    return plain and _VERSION.fullmatch(words[at].text) is not None


def _has_it(words: list[Word]) -> bool:
    """`회사 로고`, `기업 안팎`: something of a company's; a name follows what tells of which kind
    the company is (검색 업체 첫눈)."""
    return len(words) == 2 and words[0].text in PRONOUNS


def _spelt(words: list[Word]) -> bool:
    return len(words) > 1


def _marked(words: list[Word], line: str) -> Named:
    """After (주): the word that follows, with those after it that are proper, too; a class noun
    before the name is not of it (자회사 다온 (주))."""
    words = words[_described(words) :]
    stop = next((i for i, w in enumerate(words) if i and not is_proper(w)), len(words))
    return spelt(words[:stop], line, kind=ORGANIZATION, marked=True)


def _described(words: list[Word]) -> int:
    """How many words before a marked name say what sort of company it is: 새 증권회사 다온 (주)."""
    tells = (
        i
        for i, word in enumerate(words[:-1], 1)
        if class_of(word)[0] and (not is_proper(word) or word.text.endswith(_SORTS))
    )
    return max(tells, default=0)


def _with_class(words: list[Word], line: str, kind: str, label: str, plural: int) -> Named:
    """A phrase that ends with a class noun: `나들이 앱`, `지도 서비스`, `게임 회사`, `이 회사`."""
    proper = any(is_proper(word) for word in words[:-1])
    if len(words) > 1 and all(is_measure(word) for word in words[:-1]):
        words = words[-1:]
    if len(words) == 1:
        return spelt(
            words, line, kind=kind, label=label, proper=False,
            pronoun=words[0].text in PRONOUNS, plural=plural,
        )  # fmt: skip
    if proper and (
        kind == SERVICE or label in ("그룹", "은행", "펀드", "컨소시엄", "재단", "협회")
    ):
        first = next(i for i, word in enumerate(words) if is_proper(word))
        return spelt(words[first:], line, kind=kind, label=label)
    places = [word for word in words[:-1] if word.text in PLACES]
    local = proper or len(places) > 1 or any(word.text == "현지" for word in words)
    if places and local and label.endswith("법인"):
        return spelt(words, line, kind=ORGANIZATION, label=label)  # 베트남 하노이 법인
    if proper and label in ("법인", "본사", "회사", "기업", "컨소시엄", "측", "진영"):
        run = [word for word in words[:-1] if is_proper(word)]
        return spelt(run[-1:], line, kind=ORGANIZATION, label=label)
    return spelt(words, line, kind=kind, label=label, proper=False, plural=plural)
