"""What was paid, told beside the deal itself: 100억 원을 받고 팔았다, 50억 원을 들여 인수했다.

The verb of paying says no more of the deal than the sum, so the parts before it belong to the verb
of the deal that follows.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.lang.ko.clauses.phrases import Part, Phrase, Predicate
from kg.lang.ko.tokens.kiwi import AMOUNT
from kg.lang.ko.tokens.words import word_set

PRICE = "값"
"""The case of a sum that was paid for what the clause tells."""

_PAYING = word_set(
    """주 내 들이 치르 지불하 지급하 쓰 투입하 쏟 쏟아붓 쏟붓 건네 건네주 납입하 부 붓 얹 내놓
    써내 안기 쥐이 쥐여주"""
)
_PAID = word_set("받 챙기 손에쥐 쥐")
_BUYING = word_set(
    """사 사들이 사오 되사 되사오 되사들이 인수하 매입하 매수하 취득하 확보하 넘겨받 넘기받 품
    안 넣 가져가 되가져가 가져오 데려가 데려오 낚아채 손에넣 쥐 거머쥐 집어삼키 삼키 얻 갖 가지
    차지하 거두 거둬들이 거두들이 마치 마무리하 끝내 합병하 흡수하 인수합병하 낙찰받 받 꿰차
    오르 되 올라서 편입하 떠안 끌어안 양수하 성사시키"""
)
_SELLING = word_set(
    """팔 되팔 팔아치우 팔아넘기 넘기 넘어가 매각하 처분하 양도하 정리하 내놓 팔리 매도하 털 떼
    떼어내 내주 빼앗기 넘기주"""
)
_LINKS = ("고", "어", "아", "며", "어서", "아서", "으며")
_ROUGHLY = word_set("남짓 가량 안팎 정도 쯤 여 상당 어치 이상 가까이 넘 선 수준 대금 대가")
_BEFORE_SUM = word_set(
    """약 총 무려 최대 최소 현금 고작 단돈 거금 각각 도합 모두 대략 불과 시가 기준 당시 총액 합계
    대금 값 가격 금액 매매가 인수가 인수대금 매각대금 인수가격 합산 연 매년 자그마치 거의 최고 월"""
)


_MONEY = tuple(
    sorted(
        word_set("원 달러 엔 유로 위안 위안화 파운드 루피 루블 프랑 크로나 바트 링깃 헤알 억 조")
    )
)


def is_sum(phrase: Phrase) -> bool:
    """Whether a phrase is a sum of money and nothing else: 약 100억 원, 3조 원 남짓."""
    tokens = [t for t in phrase.tokens if t.form not in _ROUGHLY and t.form not in _BEFORE_SUM]
    return bool(tokens) and all(t.tag == AMOUNT and _is_money(t.form) for t in tokens)


def _is_money(form: str) -> bool:
    return form.endswith(_MONEY) or form[:1] in "$€₩¥￥￦"


def with_prices(parts: Sequence[Part]) -> list[Part]:
    """The parts less the verbs of paying (their sums stay as phrases of the deal), and with sums
    apart from the names that stand right before them."""
    out: list[Part] = []
    for at, part in enumerate(parts):
        if isinstance(part, Phrase):
            out += _sum_apart(part)
            continue
        before = out[-1] if out else None
        if isinstance(part, Predicate) and isinstance(before, Phrase) and _pays(part, before):
            deal = next((p for p in parts[at + 1 :] if isinstance(p, Predicate)), None)
            if deal is not None and _deals(part, deal):
                before.case = PRICE
                continue
        if isinstance(part, Predicate) and _stem(part) in _BUYING | _SELLING:
            _priced(out)
        out.append(part)
    return _counted(_without_commas(out))


def _counted(parts: list[Part]) -> list[Part]:
    """`하늘벤처스 등 투자사 두 곳이`: the number takes the particle of what it counts."""
    out: list[Part] = []
    for part in parts:
        before = out[-1] if out else None
        if isinstance(part, Phrase) and isinstance(before, Phrase) and _counts(part, before):
            before.case, before.topic, before.comma = part.case, part.topic, part.comma
        else:
            out.append(part)
    return out


def _counts(part: Phrase, before: Phrase) -> bool:
    number = part.tokens[0].tag in ("MM", "NR", "SN") and len(part.tokens) == 2
    counter = part.tokens[-1].form in ("곳", "군데", "개사")
    listed = bool(before.also) or any(t.form == "등" for t in before.tokens)
    bare = before.case == "" and not (before.topic or before.comma or before.only)
    return number and counter and listed and bare


def _pays(predicate: Predicate, before: Phrase) -> bool:
    paying = predicate.stem in _PAYING or predicate.stem in _PAID
    linked = predicate.ending == "EC" and predicate.form in _LINKS
    return paying and linked and before.case in ("을", "") and not before.topic and is_sum(before)


def _priced(before: Sequence[Part]) -> None:
    """`B에 60억 원에 넘겼다`: the sum is the price, and B is who bought it."""
    for part in reversed(before):
        if not isinstance(part, Phrase):
            return
        if part.case == "에" and is_sum(part):
            part.case = PRICE


def _stem(predicate: Predicate) -> str:
    passive = predicate.suffix in ("되", "받", "당하") and predicate.noun
    return predicate.noun + "하" if passive else predicate.stem


def _deals(paying: Predicate, deal: Predicate) -> bool:
    stem = _stem(deal)
    if paying.stem in _PAID and stem in _SELLING:
        return True
    return paying.stem in _PAYING and stem in _BUYING


def _sum_apart(phrase: Phrase) -> list[Part]:
    """`하늘증권 지분 52% 1710억 원에`: the shares, and the sum."""
    tokens = phrase.tokens
    last = len(tokens) - 1
    while last > 0 and tokens[last].form in _ROUGHLY:
        last -= 1
    if (
        phrase.case not in ("에", "")
        or tokens[last].tag != AMOUNT
        or not _is_money(tokens[last].form)
    ):
        return [phrase]
    first = last
    while first > 0 and tokens[first - 1].form in _BEFORE_SUM:
        first -= 1
    if not first or (phrase.case == "" and tokens[first - 1].tag != AMOUNT):
        return [phrase]
    if tokens[first - 1].end == tokens[first].start:
        return [phrase]
    left = Phrase(list(tokens[:first]), "", also=phrase.also, of=phrase.of)
    return [left, replace(phrase, tokens=list(tokens[first:]), also=[], of=None)]


def _without_commas(parts: list[Part]) -> list[Part]:
    """`하늘증권 지분 52%, 1710억 원에 인수`: the comma sets nothing apart."""
    for left, right in pairwise(parts):
        if isinstance(left, Phrase) and isinstance(right, Phrase) and left.comma and not left.case:
            shares = left.tokens[-1].tag == AMOUNT or left.tokens[-1].form in ("지분", "주식")
            if shares and right.case == "에" and is_sum(right) and not left.topic:
                left.comma = False
    return parts
