"""The names of stock markets as texts write them: 코스닥, 도쿄증권거래소 1부, 홍콩 메인보드."""

import re

from kg.lang.ko.words import PLACES, word_set

_FOREIGN = word_set(
    """뭄바이 봄베이 프랑크푸르트 토론토 스톡홀름 코펜하겐 오슬로 헬싱키 취리히 밀라노 마드리드 브뤼셀
    룩셈부르크 더블린 빈 바르샤바 프라하 부다페스트 아테네 이스탄불 모스크바 텔아비브 요하네스버그 카이로
    리야드 아부다비 마닐라 시드니 상파울루 심천 심양 인도네시아 자스닥 호찌민 리스본 삿포로 오사카 알마티
    아일랜드 노르웨이 덴마크 벨기에 오스트리아 남아공 이집트 뉴질랜드 멕시코 아랍에미리트 카타르 쿠웨이트
    룩셈부르크 몽골 카자흐스탄 파키스탄 방글라데시 스리랑카"""
)
_VAGUE = word_set("국내 해외 세계 글로벌 전국 우리나라")
_CITIES = "|".join(
    re.escape(place)
    for place in sorted(((PLACES | _FOREIGN) - _VAGUE), key=lambda place: (-len(place), place))
)
_OWN_NAMES = (
    r"코스닥|코스피|코넥스|나스닥|자스닥|차스닥|이스닥|유로넥스트|프리보드|마더스|아멕스|유가증권"
    r"|제\s?[34]\s?시장|장외\s?시장|(?i:KOSDAQ|KOSPI|KONEX|NASDAQ|JASDAQ|AMEX|NYSE|Euronext|K-?OTC)"
    r"|커촹판|과창판|창업판|스타\s?마켓|신삼판"
)
"""Markets that need no word of where they are."""
_COMMON_NAMES = r"(?:한국|대한|국내)?(?:증권선물거래소|증권거래소|주식거래소|거래소|증권시장|주식시장|증시)|메인\s?보드|[ABH]주"
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
