"""What is bought and sold that is no company and has no name: 자동차 운반선 사업, 일본 법인,
상표권과 국내 영업권, 데이터센터 스물아홉 곳."""

from kg.extract.context.reader import Reader
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.names.of_phrases import Named, names_of
from kg.lang.ko.tokens.kiwi import AMOUNT, Token
from kg.lang.ko.tokens.words import word_set

_ASSETS = tuple(
    word_set(
        """사업 사업부 사업부문 부문 사업권 영업권 운영권 판권 상표권 특허권 법인 공장 매장 점포
        지점 영업점 노선 브랜드 데이터센터 물류센터 유통망 영업망 구단 야구단 축구단 골프장
        리조트 발전소 조선소 제철소 정유소 방송국 광산 광구 백화점 호텔 시설 편의점"""
    )
)
"""How the name of such a thing ends."""
_COUNTERS = word_set("곳 개 군데 채 척 기 개소 개점")
_LEADS = word_set(
    "나머지 일부 모든 전체 보유 주요 해당 이 그 두 세 남은 다른 여러 자사 기존 신규 새"
)
_UNLIKE = word_set("정부 지원 국책 시범 공공 신규 협력 추진 봉사 사회공헌 공동 후원 투자")
"""What stands before 사업 or 법인 where nothing is owned (정부 지원 사업)."""


def asset_of(phrase: Phrase, reader: Reader) -> Named | None:
    """The thing that a phrase tells of, with its owner where one is named; None where it tells of
    none, or does not tell which."""
    run = _run(phrase)
    if not run or not run[-1].form.endswith(_ASSETS) or phrase.relative is not None:
        return None
    owners = names_of(phrase.of, reader.line) if phrase.of is not None else []
    owner = next((n for n in owners if n.proper), None)
    told = [t for t in run[:-1] if t.form not in _LEADS] or (
        run[-1].form not in _ASSETS and len(run[-1].form) > 2
    )
    if not (told or phrase.also or owner or len(run) < len(phrase.tokens)):
        return None
    if is_public(phrase):
        return None
    start = phrase.also[0].start if phrase.also else phrase.start
    start = owner.start if owner is not None else start
    end = phrase.end
    text = reader.line[start:end]
    return Named(text, start, end, "BusinessUnit", "", proper=True)


def is_public(phrase: Phrase) -> bool:
    """정부 지원 사업, 공동 사업: a doing that nobody owns."""
    return any(token.form in _UNLIKE for token in phrase.tokens)


def _run(phrase: Phrase) -> list[Token]:
    """The tokens less how many there are: 매장 555곳, 시설 여덟 곳."""
    run = list(phrase.tokens)
    while run and (run[-1].tag in (AMOUNT, "NR", "SN", "MM") or run[-1].form in _COUNTERS):
        run.pop()
    return run
