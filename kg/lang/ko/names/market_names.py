"""The names of stock markets as texts write them: 코스닥, 도쿄증권거래소 1부, 홍콩 메인보드."""

import re

from kg.lang.ko.tokens.words import PLACES, word_set

_FOREIGN = word_set(
    """남아공 노르웨이 뉴질랜드 더블린 덴마크 룩셈부르크 리스본 리야드 마닐라 마드리드
    멕시코 모스크바 몽골 뭄바이 밀라노 바르샤바 방글라데시 벨기에 봄베이 부다페스트
    브뤼셀 빈 삿포로 상파울루 스리랑카 스톡홀름 시드니 심천 아랍에미리트 아부다비
    아일랜드 아테네 알마티 오사카 오스트리아 오슬로 요하네스버그 이스탄불 이집트
    취리히 카이로 카자흐스탄 카타르 코펜하겐 쿠웨이트 텔아비브 토론토 파키스탄 프라하
    프랑크푸르트 헬싱키 호찌민"""
)
_VAGUE = word_set("국내 해외 세계 글로벌 전국 우리나라")
_CITIES = "|".join(
    re.escape(place)
    for place in sorted(((PLACES | _FOREIGN) - _VAGUE), key=lambda place: (-len(place), place))
)
_OWN_NAMES = (
    r"코스닥|코스피|코넥스|나스닥|자스닥|차스닥|이스닥|유로넥스트|프리보드|마더스|아멕스|유가증권"
    r"|제\s?[34]\s?시장|장외\s?시장|(?i:KOSDAQ|KOSPI|KONEX|NASDAQ|JASDAQ|AMEX|NYSE|Euronext|K-?OTC)"
    r"|(?:프라임|스탠더드|그로스|거래소)\s?시장|커촹판|과창판|창업판|스타\s?마켓|신삼판"
)
"""Markets that need no word of where they are."""
_COMMON_NAMES = (
    r"(?:한국|대한|국내)?(?:증권선물거래소|증권거래소|주식거래소|거래소|증권시장|주식시장|증시)"
    r"|메인\s?보드|[ABH]주"
)
"""What there is in many places: a name of one only with its place (뭄바이 증권거래소)."""
_TAIL = r"(?:\s?(?:증권)?시장|\s?증시|\s?[12]부|\s글로벌\s?(?:셀렉트\s?)?마켓|\s캐피털\s?마켓)?"
_MARKET = re.compile(
    rf"(?P<market>(?:(?:{_CITIES})\s?)?(?:{_COMMON_NAMES})\s(?:{_OWN_NAMES})"
    rf"|(?:{_OWN_NAMES}){_TAIL}"
    rf"|(?:(?:{_CITIES})\s?)?(?:{_COMMON_NAMES})(?:\s?[12]부)?)"
    r"(?:\s?\([^()]{1,20}\))?\s?$"
)
_OTHER_THINGS = re.compile(
    r"(?:가상\s?자산|가상\s?화폐|암호\s?화폐|코인|비트코인|전력|상품|중고차|농산물)\s?$"
)
"""What is traded at a 거래소 that lists no shares."""
_BEFORE = re.compile(r"(?:^|[\s(\[·,'\"美日中英獨])$")


_PLACED = re.compile(rf"(?<![가-힣])({'|'.join(sorted(_FOREIGN))})(?=\s?(?:{_COMMON_NAMES}))")


def places_of_markets(text: str) -> list[tuple[int, int]]:
    """Where places stand that only the market after them shows to be places (뭄바이 증권거래소)."""
    return [match.span(1) for match in _PLACED.finditer(text)]


_CITY = re.compile(rf"(?:{_CITIES})")


def is_city(text: str) -> bool:
    """Whether a text is a place that a market may be in, and nothing else."""
    return _CITY.fullmatch(text) is not None


def is_market(text: str) -> bool:
    """Whether a name is that of a market, and of nothing else."""
    found = market_at_end(text)
    return found is not None and found[0] == 0


def market_at_end(text: str) -> tuple[int, int] | None:
    """Where the name of a market stands that ends this text (brackets after it left out)."""
    for match in _MARKET.finditer(text):
        before = text[: match.start()]
        if _BEFORE.search(before) and not _OTHER_THINGS.search(before):
            return match.span("market")
    return None
