"""Amounts in Korean text: how many of what, how much money, what share."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from kg.lang.ko.dates.date_patterns import S, plain_signs

PERCENT, PERCENT_POINT = "percent", "%p"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit in a text: `text[start:end]`, code points, half-open.

    `unit` is an ISO 4217 code for money, `percent`, `%p` (percentage points), else the
    text's own counter (명, 건, 개국), "" where none is written (`100만 돌파`).
    """

    start: int
    end: int
    value: Decimal
    unit: str


_CURRENCIES = {
    "원": "KRW", "달러": "USD", "미국 달러": "USD", "미 달러": "USD", "미달러": "USD",
    "엔": "JPY", "유로": "EUR", "위안": "CNY", "위안화": "CNY", "파운드": "GBP",
    "홍콩달러": "HKD", "홍콩 달러": "HKD", "싱가포르달러": "SGD", "싱가포르 달러": "SGD",
    "호주달러": "AUD", "호주 달러": "AUD", "캐나다달러": "CAD", "캐나다 달러": "CAD",
    "루피": "INR", "루블": "RUB", "스위스프랑": "CHF", "스위스 프랑": "CHF", "크로나": "SEK",
    "대만달러": "TWD", "대만 달러": "TWD", "바트": "THB", "링깃": "MYR", "헤알": "BRL",
    "KRW": "KRW", "USD": "USD", "JPY": "JPY", "EUR": "EUR", "CNY": "CNY",
}  # fmt: skip
_SIGNS = {"$": "USD", "US$": "USD", "₩": "KRW", "￦": "KRW", "€": "EUR", "¥": "JPY", "￥": "JPY"}
_OTHER_WORDS = {"원": "인래칙작격고소형료룸클스년", "엔": "터진지"}
"""Syllables that make another word of a currency (원 + 인)."""
_PERCENT_WORDS = (
    r"%p(?![A-Za-z])|%[ ]?포인트|퍼센트[ ]?포인트|[%％]|퍼센트"
    r"|프로(?=[^가-힣]|$|[가의를는로](?![가-힣]))"
)

_COUNTERS = {
    "개국": "", "개사": "", "개소": "", "개점": "", "개교": "", "개": "월년발인선편설최념막방업",
    "명": "령품예칭동절목문백", "건": "물설강축반", "대": "표학상비중회리한량부변",
    "회선": "", "회": "사원장복생담계전선", "곳": "", "편": "", "곡": "", "권": "", "종": "",
    "척": "", "가구": "", "계좌": "", "좌": "석우측파천담", "좌석": "", "석": "유",
    "장": "기애치비소관점르벽자",
    "주": "년식간말요택문당민차력도", "톤": "", "다운로드": "", "클릭": "", "뷰": "", "페이지": "",
    "마리": "", "병": "원", "잔": "액", "배": "우송달터급정", "시간": "",
    "사람": "", "부": "터문분서동산", "호점": "", "캔": "버",
    "기": "업간관술록능가자사획본존준타대반계구념",
}  # fmt: skip
"""Counters, the longer first, each with the syllables that make another word of it (회 + 사)."""

_AT_LEAST = {"대": 100, "주": 1000, "부": 1000, "호점": 10, "기": 20}
"""Below this 대 is an age or a rank (30대, 2대 주주), 주 a week, 부 a part, 호점 a shop's name,
기 a class of trainees."""

_BIG = {"만": 10**4, "억": 10**8, "조": 10**12}
_SMALL = {"십": 10, "백": 100, "천": 1000}
_DIGITS = {syllable: number for number, syllable in enumerate("일이삼사오육칠팔구", start=1)}

_PLAIN = r"(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,16})(?:\.\d{1,6})?"
_MIXED = r"(?:\d{1,2}천[ ]?\d백(?:\d{1,2})?|\d{1,2}천\d{1,3}|\d백\d{1,2})"
"""1천206, 3천5백: digits before and after the word for thousand or hundred."""
_BELOW = rf"(?:{_MIXED}|{_PLAIN}[십백천]?|[일이삼사오육칠팔구]?[십백천])"
_GROUP = rf"{_BELOW}[ ]?[만억조]"
_NUMBER = (
    rf"(?P<number>{_GROUP}(?:[ ]?{_GROUP}){{0,2}}"
    rf"(?:{_MIXED}|{_PLAIN}천?|[ ](?:{_MIXED}|\d천|\d{{3,4}}|\d,\d{{3}})(?![\d,.]))?"
    rf"|{_MIXED}|{_PLAIN}[십백천]?)"
)


def _alternatives(words: Iterable[str], other: Mapping[str, str]) -> str:
    """The words, longer first, none where one of its `other` syllables follows."""
    return "|".join(
        re.escape(word) + (f"(?![{other[word]}])" if other.get(word) else "")
        for word in sorted(words, key=lambda word: (-len(word), word))
    )


_AMOUNT = re.compile(
    r"(?<![0-9A-Za-z.,~\-])(?<![0-9]:)(?<!제)"
    rf"(?:(?P<sign>{_alternatives(_SIGNS, {})}){S})?{_NUMBER}"
    rf"(?P<more>{S}여)?{S}"
    rf"(?:(?P<percent>{_PERCENT_WORDS})"
    rf"|(?P<money>{_alternatives(_CURRENCIES, _OTHER_WORDS)})"
    rf"|(?P<counter>{_alternatives(_COUNTERS, _COUNTERS)})|(?![0-9])(?![.,][0-9]))",
    re.ASCII,
)
_ONE_GROUP = re.compile(rf"(?P<below>{_BELOW})[ ]?(?P<big>[만억조])?[ ]?", re.ASCII)
_RANGE = re.compile(rf"{S}[~–—]{S}[0-9]")
_RANK = re.compile(rf"{S}(?:기업|그룹|브랜드|도시|재벌|뉴스|주주)")


def find_amounts(text: str) -> list[Amount]:
    """The amounts in a text, in its order, none overlapping another.

    A number alone is no amount, nor one end of a range (50~60%), nor a vague one (수백만 명).
    여 ("and some") does not change the value. Time is linear in the text.
    """
    plain = plain_signs(text)
    found = (_amount(match) for match in _AMOUNT.finditer(plain))
    return [amount for amount in found if amount is not None]


def _amount(match: re.Match[str]) -> Amount | None:
    number = match["number"]
    value = _value(number)
    if value is None or _vague(match.string, match.start()):
        return None
    unit = _unit(match, value)
    if unit is None:
        return None
    counted = match["percent"] or match["money"] or match["counter"]
    end = match.end() if counted else match.end("number")
    if _RANGE.match(match.string, end):
        return None
    return Amount(match.start(), end, value, unit)


def _unit(match: re.Match[str], value: Decimal) -> str | None:
    """The unit, "" for a big number without one, None where this is no amount."""
    number, counter = match["number"], match["counter"]
    if match["sign"]:
        return _SIGNS[match["sign"]]
    if match["money"]:
        return _CURRENCIES[match["money"]]
    if match["percent"]:
        return PERCENT if match["percent"] in ("%", "％", "퍼센트", "프로") else PERCENT_POINT
    if counter:
        ranked = counter == "대" and _RANK.match(match.string, match.end())
        return None if value < _AT_LEAST.get(counter, 0) or ranked else counter
    return "" if number[0].isdigit() and number[-1] in _BIG else None


def _vague(text: str, start: int) -> bool:
    """Whether 수 or 몇 makes the number a guess, or it is the tail of a word."""
    before = text[max(0, start - 2) : start]
    if not before:
        return False
    if text[start].isdigit():
        return before[-1] in "수몇" and not "가" <= before[:-1] <= "힣"
    return "가" <= before[-1] <= "힣" or before in ("수 ", "몇 ")


def _value(number: str) -> Decimal | None:
    """The value of `1조 2천억`, `3,500만`, `1만2000`; None where its parts are out of order."""
    total, at, ceiling = Decimal(0), 0, None
    while at < len(number):
        match = _ONE_GROUP.match(number, at)
        if match is None:
            return None
        scale = _BIG.get(match["big"] or "", 1)
        part = _below(match["below"])
        if ceiling is not None and (scale >= ceiling or part * scale >= ceiling):
            return None
        total += part * scale
        ceiling, at = scale, match.end()
    return Decimal(int(total)) if total == int(total) else total.normalize()


_PARTS = re.compile(r"(?=\d{1,2}[천백][ ]?\d)(?:(\d{1,2})천[ ]?)?(?:(\d)백)?(\d{1,3})?", re.ASCII)


def _below(text: str) -> Decimal:
    """`3천` and 이천 and 1,000 and 2.5, and 1천206."""
    mixed = _PARTS.fullmatch(text)
    if mixed is not None:
        thousands, hundreds, rest = (int(part or 0) for part in mixed.groups())
        return Decimal(thousands * 1000 + hundreds * 100 + rest)
    scale = _SMALL.get(text[-1], 1)
    digits = text[:-1] if scale > 1 else text
    if not digits:
        return Decimal(scale)
    plain = _DIGITS.get(digits)
    return (Decimal(plain) if plain else Decimal(digits.replace(",", ""))) * scale
