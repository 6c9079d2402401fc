"""The names of authorities as texts write them: 금융위원회, 과학기술정보통신부, 미국 식품의약국."""

import re

from kg.lang.ko.tokens.words import PLACES

_PLACES = "|".join(sorted(PLACES, key=lambda place: (-len(place), place)))
_MINISTRIES = (
    "과학기술정보통신|미래창조과학|산업통상자원|지식경제|산업자원|통상산업|상공자원|정보통신|국토교통|건설교통|국토해양|"
    "보건복지|중소벤처기업|농림축산식품|농림수산식품|기획재정|재정경제|문화체육관광|문화관광|해양수산|고용노동|행정안전|"
    "과학기술|과기정통|동력자원|환경|교육|법무|국방|교통|체신|상공|재무|건설|보건사회|문화|내무|공보|농림|농수산|노동|"
    "산업|국토|복지|농식품|중기|문체|해수|행안|기재|재경|건교|정통|미래"
)
_AUTHORITY = re.compile(
    rf"(?<![가-힣A-Za-z])(?:(?P<place>{_PLACES}|[가-힣]{{2,8}}(?=\s(?:중앙은행|정부)))\s?)?(?P<name>"
    rf"(?:{_MINISTRIES})부"
    r"|[가-힣]{2,12}위원회|(?:방통|금융|공정|원안|방심|증선|게임|개인정보)위"
    r"|(?:식품의약품안전|식약|기획예산|금융감독)처|[가-힣]{2,8}(?<!신)(?<!요)(?<!초)(?<!시)(?<!하)청"
    r"|[가-힣]{2,10}(?:감독원|분석원|보안원|인증원|진흥원|보호원)|금감원"
    r"|식품의약국|의약품청|의약청|[가-힣]{0,6}감독청|[가-힣]{2,8}감독국|증권거래위|통신위|항공청|연방항공청"
    r"|중앙은행|정부|당국|금융당국|보건당국|규제당국"
    r"|FDA|EMA|PMDA|NMPA|CFDA|ICANN|FCC|FAA|EASA|FCA|PRA|BaFin|MAS)"
    r"(?=의|에|은|는|이|가|과|와|로|[^가-힣A-Za-z]|$)(?:\s?\([A-Za-z가-힣]{2,12}\))?"
)
_NEEDS_PLACE = frozenset(("중앙은행", "정부", "당국"))
_NO_PLACE = frozenset(("당시", "우리", "이번", "당국", "그동안", "결국", "이후", "각국", "최근"))


def authority_in(text: str) -> tuple[int, int] | None:
    """Where the first authority stands that a text names, brackets after it left out; a place
    before it is part of its name where there is one in every country (독일 정부)."""
    match = _AUTHORITY.search(text)
    if match is None:
        return None
    place = match["place"]
    whole = match["name"] in _NEEDS_PLACE and place is not None and place not in _NO_PLACE
    return (match.start() if whole else match.start("name")), match.end("name")


def is_authority(text: str) -> bool:
    """Whether a name is an authority's."""
    match = _AUTHORITY.match(text)
    return match is not None and match.end() == len(text)
