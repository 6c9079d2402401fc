"""Whether a name can fill a role: what the document shows it to be against what the role takes."""

from kg.extract.facilities import is_facility
from kg.extract.reader import Reader
from kg.extract.venues import is_venue
from kg.lang.ko.authority_names import is_authority
from kg.lang.ko.kinds import ORGANIZATION, PERSON, PLACE, SERVICE
from kg.lang.ko.market_names import is_market
from kg.lang.ko.names import Named, names_of
from kg.lang.ko.phrases import Phrase
from kg.lang.ko.words import (
    COMMON,
    COMPANY_NOUNS,
    MARKETS,
    PLACES,
    SERVICE_NOUNS,
    word_set,
)
from kg.model.schema import Role

_PLACE_ENDINGS = (
    "시",
    "도",
    "구",
    "동",
    "군",
    "읍",
    "면",
    "로",
    "시티",
    "밸리",
    "타운",
    "캠퍼스",
    "타워",
    "빌딩",
    "단지",
    "신도시",
    "역",
    "사옥",
    "도시",
    "지구",
    "공단",
    "센터",
)


_DISTRICTS = ("시", "군", "구", "읍", "면", "동")
"""How the name of a place ends that is no building or plant."""
CROWDS = word_set(
    """가입자 이용자 사용자 회원 고객 손님 관객 방문자 주문 문의 수요 인기 관심 반응 매출
    판매량 거래량 접속자 트래픽 분노 불만 불만들 원성 울분 잠재력 열기 여론 갈등 감정 시장 호응"""
)
"""What explodes only in a manner of speaking."""


_OFFICES = ("부장", "실장", "본부장", "단장", "팀장", "센터장", "그룹장", "부문장")
"""X사업부장은 an office, not a company."""


_OPENED = (
    "점",
    "호텔",
    "타워",
    "센터",
    "공장",
    "매장",
    "백화점",
    "캠퍼스",
    "관",
    "실",
    "병원",
    "몰",
)
"""Ends of the names of what opens its doors and is no company for that."""


UNITS = ("부문", "사업부", "사업", "본부", "부서")


def is_weak_name(named: Named, phrase: Phrase, reader: Reader) -> bool:
    """One short noun that is no word of the trade: 물결, 나들이."""
    text = named.text
    if " " in text or len(text) < 2 or named.label or text.endswith(UNITS):
        return False
    if (
        text in MARKETS
        or text in COMMON
        or text in SERVICE_NOUNS
        or text in COMPANY_NOUNS
        or text in PLACES
    ):
        return False
    tokens = [t for t in phrase.tokens if named.start <= t.start < named.end]
    return (
        0 < len(tokens) <= 2
        and tokens[-1].form not in COMMON
        and all(t.tag in ("NNG", "NNP", "MM", "SL") for t in tokens)
        and (
            len(tokens) == 2
            or tokens[0].tag != "NNG"
            or reader.directory.recurs(named)
            or _among_names(phrase, reader)
        )
    )


def _among_names(phrase: Phrase, reader: Reader) -> bool:
    """Whether a noun ends a list of names: 푸른뮤직, 새벽소프트와 소나기."""
    return any(n.proper for other in phrase.also for n in names_of(other, reader.line))


def fits(named: Named, role: Role, kind: str, reader: Reader) -> bool:  # noqa: PLR0911  (a list of cases reads best flat)
    known = reader.directory.kind(named)
    text = named.text
    if "Organization" in role.kinds and len(text) == 1 and not (named.marked or text.isascii()):
        return False  # 이 대표: a surname
    if kind and kind not in ("text", "name"):
        return _is_kind(named, known, kind)
    if any(m in text for m in MARKETS if len(m) > 2) or is_market(text):
        return False
    if "Place" in role.kinds:
        return is_place(text)
    if PERSON in {known, named.kind}:
        return "Person" in role.kinds
    if role.kinds == ("Person",):
        return named.kind in (PERSON, "") and known in (PERSON, "") and _personal(text)
    if text in PLACES:
        return False
    ends = (*UNITS, *_OFFICES, "공장")
    if role.name in ("company", "parent") and (text.endswith(ends) or len(text) < 2):
        return False
    return not ("Facility" in role.kinds and (text in CROWDS or text.endswith(_DISTRICTS)))


def _personal(text: str) -> bool:
    compact = text.replace(" ", "")
    return 2 <= len(compact) <= 4 or (" " in text and len(compact) <= 9) or text[:1].isascii()


def _is_kind(named: Named, known: str, kind: str) -> bool:  # noqa: C901, PLR0911  (a list of cases reads best flat)
    if kind in (ORGANIZATION, "opened"):
        building = kind == "opened" and named.text.endswith(_OPENED)
        return ORGANIZATION in {known, named.kind} and not building
    if kind in ("plain", "venue"):
        return kind == "venue" and is_venue(named.text) and PERSON not in (known, named.kind)
    if kind == "seat":
        shown = {known, named.kind} & {ORGANIZATION, PERSON, SERVICE}
        return is_place(named.text) or not shown
    if kind == SERVICE:
        return SERVICE in (known, named.kind)
    if kind == "company":
        plain = known not in (SERVICE, PERSON) and named.kind not in (SERVICE, PERSON)
        return plain and not is_authority(named.text)
    if kind == "quoted":
        plain = named.marked and not named.kind and known in ("", SERVICE)
        return SERVICE in (known, named.kind) or plain
    if kind == "owner":
        others = {known, named.kind} & {PERSON, PLACE} or is_place(named.text)
        return not others and named.text.rsplit(maxsplit=1)[-1] not in CROWDS
    if kind in ("product", "working") and is_facility(named.text):
        return False
    if kind in ("product", "working", "goods"):
        other = {known, named.kind} & {ORGANIZATION, PERSON, PLACE}
        return SERVICE in (known, named.kind) or (
            named.proper and not other and named.text not in PLACES
        )
    if kind == PERSON:
        return PERSON in (known, named.kind)
    if kind == PLACE:
        return is_place(named.text)
    return True


def is_place(text: str) -> bool:
    last = text.rsplit(maxsplit=1)[-1]
    return (
        last in PLACES
        or any(p in text for p in PLACES)
        or (len(last) > 2 and last.endswith(_PLACE_ENDINGS))
    )
