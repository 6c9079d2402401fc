"""The fixed nouns of an expression (손에 in 손에 넣다), and the phrases without them."""

from collections.abc import Sequence
from dataclasses import replace

from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.tokens.kiwi import AMOUNT, Token
from kg.lang.ko.tokens.words import COMPANY_NOUNS, TITLES
from kg.ontology.verb_patterns import Fixed


def without_fixed(phrases: Sequence[Phrase], fixed: Sequence[Fixed]) -> list[Phrase] | None:
    """The phrases less the fixed nouns of an expression; None where one is not there.

    What stands before the fixed noun in its phrase (하늘넷 in 하늘넷 새 주인이) stays, as one of
    case `bare`, and what it belongs to as one of case `의`.
    """
    left = list(phrases)
    told = any(p.case == "을" or (p.only and not p.case and not p.topic) for p in phrases)
    for item in fixed:
        at = next(
            (
                i
                for i in range(len(left) - 1, -1, -1)
                if _is_fixed(left[i], item) and not (told and item.case == "을" and left[i].topic)
            ),
            None,
        )
        if at is None:
            parts = next(((i, p) for i, one in enumerate(left) if (p := _within(one, item))), None)
            if parts is None:
                return None
            left[parts[0] : parts[0] + 1] = parts[1]
            continue
        left[at : at + 1] = _around(left[at], item)
    return left


def _within(phrase: Phrase, item: Fixed) -> list[Phrase] | None:
    """`(주)A 상호 (주)B로`, where the fixed noun stands without its particle: A, and B with 로."""
    if item.case not in ("을", "이") or item.noun in COMPANY_NOUNS or phrase.case == "에서":
        return None
    tokens = phrase.tokens
    for at in range(len(tokens) - 1):
        stop, word = at, ""
        while stop < len(tokens) and len(word) < len(item.noun):
            word += tokens[stop].form
            stop += 1
        if word != item.noun or stop == len(tokens):
            continue
        if at and tokens[at - 1].end == tokens[at].start:
            continue
        if tokens[stop].start == tokens[stop - 1].end and tokens[stop].form not in ("'", '"'):
            continue
        right = replace(phrase, tokens=tokens[stop:], also=[], of=None)
        if not at:
            return [right]
        return [replace(phrase, tokens=tokens[:at], case="의", comma=False), right]
    return None


def without_brackets(tokens: Sequence[Token]) -> list[Token]:
    """The tokens less what stands in brackets at the end: 매입 (8,045억 원)."""
    left = list(tokens)
    while left and left[-1].form == ")":
        opening = next((i for i in range(len(left) - 1, -1, -1) if left[i].form == "("), None)
        if not opening:
            break
        left = left[:opening]
    return left


def _without_amount(tokens: Sequence[Token]) -> list[Token]:
    """고객 정보 91만 건: less how many."""
    left = list(tokens)
    while len(left) > 1 and left[-1].tag == AMOUNT:
        left.pop()
    return left


def _is_fixed(phrase: Phrase, item: Fixed) -> bool:
    text = phrase.text
    if phrase.tokens[-1].tag == AMOUNT and len(phrase.tokens) > 1:
        text = "".join(t.form for t in _without_amount(phrase.tokens) if t.form not in ("'", '"'))
    if phrase.case in (item.case, "bare", "") and text.endswith(")"):
        text = "".join(t.form for t in without_brackets(phrase.tokens) if t.form not in ("'", '"'))
    if not text.endswith(item.noun):
        return False
    if _is_another(phrase, text, item.noun):
        return False
    if item.noun in TITLES and phrase.case != item.case and _is_held(phrase, item.noun):
        return False
    if item.case and phrase.case not in (item.case, "", "bare"):
        return phrase.topic and phrase.case == "" and item.case in ("이", "을")
    if item.case and phrase.topic and phrase.case == "" and item.case not in ("이", "을"):  # noqa: SIM103  (each line is a case of its own)
        return False
    return True


def _is_another(phrase: Phrase, text: str, noun: str) -> bool:
    """Whether a text that ends with a fixed noun is of another word: 데이터 is no 터, 뉴욕증시 no
    증시, a 2대 주주 no owner."""
    if text == noun:
        return False
    if noun.startswith(("대주주", "주주")):
        return text.removesuffix(noun)[-1:] in tuple("23456789")
    last = phrase.tokens[-1].form
    torn = len(noun) == 1 and all(t.form != noun for t in phrase.tokens)
    torn = torn or (noun in _FIRMS and last.endswith(noun) and last != noun)
    return torn or noun in _WHOLE


_FIRMS = ("회사", "법인", "기업")
"""Nouns that are no part of a longer word: 합명회사."""
_WHOLE = ("증시", "주식시장", "증권시장", "자본시장")
"""Markets without a name: none of 뉴욕증시, 유가증권시장."""


def _is_held(phrase: Phrase, title: str) -> bool:
    """`김가람 회장은`, `이 회장은`: whoever holds the office, not the office."""
    before = phrase.text.removesuffix(title)
    return before != "" and before not in ("새", "신임", "초대", "차기", "공동", "각자")


def _around(phrase: Phrase, item: Fixed) -> list[Phrase]:
    size = len(item.noun)
    tokens = _without_amount(without_brackets(phrase.tokens))
    taken = 0
    while tokens and taken < size:
        last = tokens.pop()
        taken += len(last.form) if last.form not in ("'", '"') else 0
        while (
            taken >= size and tokens and tokens[-1].end == last.start and tokens[-1].tag in _GLUED
        ):
            last = tokens.pop()
    out = [replace(other, case="와") for other in phrase.also if other.case == "&"]
    if phrase.of is not None:
        out.append(genitive(phrase.of))
    named = _naming(phrase)
    if named is not None:
        out.append(named)
    if not tokens and phrase.also:
        out.append(replace(phrase.also[-1], case="bare", also=phrase.also[:-1]))
    if tokens:
        out.append(Phrase(tokens, "bare", also=phrase.also, of=phrase.of, relative=phrase.relative))
    return out


_GLUED = frozenset(("NNG", "XPN"))


def _naming(phrase: Phrase) -> Phrase | None:
    """`블루텔이라는 새 이름`: what the clause before the fixed noun says that it is."""
    clause = phrase.relative
    if not isinstance(clause, Clause) or clause.predicate is None or not clause.phrases:
        return None
    if clause.predicate.stem != "이":
        return None
    return replace(clause.phrases[-1], case="라고")


def genitive(owner: Phrase) -> Phrase:
    return replace(owner, case="의")
