"""A clause as frames see it: a stem, a voice, phrases by slot, whether a verbal noun stands alone.

A verb gives one view. A verbal noun gives one, too: in a headline (첫눈 인수), before another noun
that says what became of it (인수 발표), or as a part of a clause whose verb does (인수를 마쳤다).
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from kg.extract.frames.fixed import genitive, without_brackets
from kg.extract.frames.hosts import HOST_NOUNS, HOST_VERBS
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase, Predicate
from kg.lang.ko.tokens.kiwi import AMOUNT, Token
from kg.model.claim import ANNOUNCED, ASSERTED, PLANNED, REPORTED
from kg.ontology.lexicon import Lexicon

ACTIVE, PASSIVE = "active", "passive"


_RANK = {ASSERTED: 3, ANNOUNCED: 2, PLANNED: 1, REPORTED: 0}
_PASSIVE_SUFFIXES = frozenset(("되", "받", "당하"))
_PARTS = frozenset(("NNG", "XPN", "XSN", "NNP", "XR", "NNB", "SL", "SH"))


@dataclass(slots=True)
class View:
    """`phrases` are what may fill slots; `status` is already weakened by hosts and endings;
    `at` is where a verbal noun ends; `since` is where the statement before it in the clause closes,
    0 where it is the first."""

    clause: Clause
    stem: str
    voice: str
    phrases: list[Phrase]
    status: str | None
    nominal: bool
    head: Phrase | None
    start: int
    end: int
    present: bool = False
    headline: bool = False
    aside: bool = False
    since: int = 0
    at: int = 0
    used: set[int] = field(default_factory=set)


def weaker(one: str, other: str) -> str:
    """The weaker of two statuses."""
    return min(one, other, key=lambda status: _RANK[status])


def views_of(clause: Clause, lexicon: Lexicon) -> list[View]:
    """All the ways in which a clause may say an event."""
    found: list[View] = []
    if clause.predicate is not None:
        found += _verbal(clause, lexicon)
    found += _nominal(clause, lexicon)
    return found


def _verbal(clause: Clause, lexicon: Lexicon) -> list[View]:
    predicate = clause.predicate
    assert predicate is not None  # noqa: S101 # views_of has looked
    stem, voice = predicate.stem, ACTIVE
    phrases = list(clause.phrases)
    if predicate.noun and predicate.suffix != "하":
        stem = predicate.noun + "하"
        voice = PASSIVE if predicate.suffix in _PASSIVE_SUFFIXES else ACTIVE
        if lexicon.knows(predicate.stem):
            stem, voice = predicate.stem, ACTIVE
    elif not predicate.noun and stem in ("하", "받", "되", "당하") and phrases:
        joined = _light(phrases[-1], stem, lexicon)
        if joined:
            stem, phrases = joined[0], [*phrases[:-1], *joined[1]]
            passive = stem.endswith("하") and not stem.endswith("당하")
            voice = PASSIVE if passive and predicate.stem in _PASSIVE_SUFFIXES else ACTIVE
    if lexicon.knows(predicate.compound):
        stem, voice = predicate.compound, ACTIVE
    if stem == "이" and phrases and lexicon.knows(phrases[-1].tokens[-1].form + stem):
        stem, phrases = phrases[-1].tokens[-1].form + stem, _before_copula(phrases)  # 먹통이다
    if stem.endswith("어지") and not lexicon.knows(stem):
        stem, voice = stem.removesuffix("어지"), PASSIVE  # 합쳐지다, 만들어지다
    known = next((s for s in _tails(stem) if lexicon.knows(s)), None)
    if known is None:
        return []
    return [
        View(
            clause, known, voice, phrases, clause.reading.status, False, clause.head,
            clause.start, clause.end, clause.reading.present,
        )
    ]  # fmt: skip


def _light(phrase: Phrase, verb: str, lexicon: Lexicon) -> tuple[str, list[Phrase]] | None:
    """`인수를 하다`, `상장까지 했다`, `도난 당하다`: the object is the verb; what stands before it
    in its phrase stays as a bare phrase."""
    if phrase.case not in ("을", "") or phrase.topic:
        return None
    noun = phrase.tokens[-1].form
    whole = lexicon.knows(noun + verb)
    stem = noun + (verb if whole else "하")
    if phrase.tokens[-1].tag != "NNG" or not lexicon.knows(stem):
        return None
    if not whole and verb != "하" and lexicon.knows(verb):
        return None
    rest = phrase.tokens[:-1]
    left = [Phrase(rest, "bare", also=phrase.also, of=phrase.of)] if rest else []
    if phrase.of is not None and all(t.tag == AMOUNT for t in rest):
        left.append(genitive(phrase.of))
    return stem, left


def _before_copula(phrases: list[Phrase]) -> list[Phrase]:
    """The phrases less the noun that the copula says (먹통 in `A는 두 시간 먹통이었다`)."""
    rest = phrases[-1].tokens[:-1]
    return [*phrases[:-1], *([replace(phrases[-1], tokens=rest, case="bare")] if rest else [])]


def _tails(stem: str) -> list[str]:
    """흡수합병하, 합병하: the stem, then with the first syllables of its noun left out."""
    return [stem[i:] for i in range(max(1, len(stem) - 2))]


def _nominal(clause: Clause, lexicon: Lexicon) -> list[View]:
    """The views of the clause's phrases that end with a verbal noun of the lexicon."""
    if clause.predicate is None and clause.reading.status is None:
        return []  # a headline that asks: 상장?
    found: list[View] = []
    splits = [(i, s) for i, p in enumerate(clause.phrases) for s in _splits(p, lexicon)]
    closing = (i for i, _ in splits if clause.phrases[i].comma and clause.phrases[i].case == "")
    closed = {i for i in closing if not clause.phrases[i].topic}
    for index, (stem, rest, hosts) in splits:
        phrase = clause.phrases[index]
        status = _hosted(clause, index, phrase, hosts)
        if status is None:
            continue
        before, since = _open_before(clause.phrases[:index], closed)
        if clause.predicate is None and clause.before is not None:
            before = [p for p in clause.before.phrases if p.case == "" and p.comma] + before
        phrases = [*before]
        if rest is not None:
            phrases.append(rest)
        elif phrase.of is not None:
            phrases.append(phrase.of)
        if phrase.also and rest is None:
            continue
        after = [p for p in clause.phrases[index + 1 :] if p.case not in ("", "을")]
        headline = clause.predicate is None
        aside = phrase.comma and phrase.case == "" and index < len(clause.phrases) - 1
        if aside or (not headline and phrase.comma and phrase.case == ""):
            aside, after = True, []
        start = clause.start
        found.append(
            View(
                clause, stem, ACTIVE, [*phrases, *after], status, True, None,
                start, phrase.end if aside else max(clause.end, phrase.end),
                headline=headline, aside=aside, since=since, at=phrase.end,
            )
        )  # fmt: skip
    return found


def _open_before(phrases: Sequence[Phrase], closed: Collection[int]) -> tuple[list[Phrase], int]:
    """What a verbal noun finds before it: where an earlier one closes with a comma (`A와 B 합병,
    C 출범`), only the subject of both and what follows the comma; and where that one ends."""
    last = max((i for i in closed if i < len(phrases)), default=None)
    if last is None:
        return list(phrases), 0
    shared = [
        p
        for i, p in enumerate(phrases[:last])
        if i not in closed and (p.topic or p.case == "이" or (p.case == "" and p.comma))
    ]
    return [*shared, *phrases[last + 1 :]], phrases[last].end


def _splits(phrase: Phrase, lexicon: Lexicon) -> Iterator[tuple[str, Phrase | None, list[str]]]:
    """Takes a phrase apart: what comes first, the verbal noun, and the host nouns after it. A noun
    that is both gives two ways (완료 in 인수 완료, 개발 완료)."""
    tokens = without_brackets(phrase.tokens)
    hosts: list[str] = []
    while tokens or (hosts and hosts[-1] in ("건", "안건") and phrase.of is not None):
        if not tokens and phrase.of is not None:
            phrase = phrase.of  # 선임의 건 의결
            tokens = list(phrase.tokens)
        for size in (3, 2, 1):
            noun = _noun(tokens[-size:]) if len(tokens) >= size else ""
            if noun and lexicon.knows(noun + "하") and (size == 1 or _closed(tokens[-size:])):
                rest = _without_prefix(tokens[:-size], tokens[-size])
                if "".join(t.form for t in rest) in ("그", "이", "해당", "이번"):
                    return  # 그 상장, 두 번 엎어졌다: the one spoken of
                first = (
                    Phrase(rest, "bare", also=phrase.also, of=phrase.of, relative=phrase.relative)
                    if rest
                    else None
                )
                yield noun + "하", first, list(hosts)
                break
        word = _last_word(tokens) if tokens[-1].form != "키로" else [tokens[-1]]  # 인수키로
        text = "".join(t.form for t in word)
        if text not in HOST_NOUNS:
            return
        hosts.append(text)
        tokens = tokens[: -len(word)]


def _without_prefix(rest: list[Token], noun: Token) -> list[Token]:
    """재 of 재상장, 재출시, glued to the verbal noun, is no part of what stands before it."""
    glued = bool(rest) and rest[-1].tag == "XPN" and rest[-1].end == noun.start
    return rest[:-1] if glued else rest


def _noun(tokens: Sequence[Token]) -> str:
    return "".join(t.form for t in tokens) if all(t.tag in _PARTS for t in tokens) else ""


def _closed(tokens: Sequence[Token]) -> bool:
    return all(a.end == b.start for a, b in pairwise(tokens))


def _last_word(tokens: Sequence[Token]) -> list[Token]:
    word = [tokens[-1]]
    for token in reversed(tokens[:-1]):
        if token.end != word[0].start or token.tag not in _PARTS:
            break
        word.insert(0, token)
    return word


def _hosted(clause: Clause, index: int, phrase: Phrase, hosts: list[str]) -> str | None:
    """What the nouns after it and the clause's verb make of a verbal noun; None: nothing said."""
    status: str | None = ASSERTED
    for host in reversed(hosts):
        effect = HOST_NOUNS[host]
        if effect is None:
            return None
        status = _governed(status or ASSERTED, effect)
    if clause.predicate is None:
        return status if _ends_headline(clause, index, phrase) else None
    if phrase.case == "" and phrase.comma and not phrase.topic:
        return status
    if phrase.case not in ("을", "이", "에", "") and not phrase.topic:
        return None
    return _under_verb(clause, clause.predicate, index, status)


def _ends_headline(clause: Clause, index: int, phrase: Phrase) -> bool:
    """Whether a verbal noun of a headline stands where it says what happened."""
    last = index == len(clause.phrases) - 1
    if not last and phrase.topic and _is_open(clause.phrases[-1]):
        return False  # 분할은 주총에서 부결
    return last or phrase.comma or phrase.case in ("", "&")


def _under_verb(clause: Clause, predicate: Predicate, index: int, status: str | None) -> str | None:
    """What the clause's verb makes of a verbal noun that it governs."""
    stem = predicate.stem
    if predicate.noun and predicate.suffix != "하":
        stem = predicate.noun + "하"
    if stem == "이" and _dated_so(clause, index):
        return clause.reading.status
    if stem == "앞두" and clause.reading.ongoing and clause.moments:
        return PLANNED  # 다음 달 상장을 앞두고 있다
    if stem not in HOST_VERBS or clause.reading.status is None:
        return None
    effect = HOST_VERBS[stem]
    if effect is None:
        return None
    return weaker(_governed(status or ASSERTED, effect), clause.reading.status)


def _is_open(phrase: Phrase) -> bool:
    form = phrase.tokens[-1].form
    return form in HOST_NOUNS and HOST_NOUNS[form] is None


def _dated_so(clause: Clause, index: int) -> bool:
    """`상장은 1976년 6월이다`, `설립은 1998년 3월의 일이다`: the copula dates the noun."""
    subject = clause.phrases[index].topic or clause.phrases[index].case == "이"
    after = clause.phrases[index + 1 :]
    dated = all(m.token.start >= clause.phrases[index].end for m in clause.moments)
    return subject and bool(clause.moments) and dated and all(p.text == "일" for p in after)


def _governed(status: str, effect: str) -> str:
    """What a host makes of what it governs. A plan that is announced (합병 계획을 발표했다) is an
    announcement: the date is the day of saying so, not that of the merger."""
    return ANNOUNCED if (status, effect) == (PLANNED, ANNOUNCED) else weaker(status, effect)
