"""Whether a name can fill a role: what the document shows it to be against what the role takes."""

from kg.extract.context.reader import Reader
from kg.extract.frames.facilities import is_facility
from kg.extract.frames.venues import is_daily, is_shop, is_venue
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.names.authority_names import is_authority
from kg.lang.ko.names.kinds import ORGANIZATION, PERSON, PLACE, SERVICE
from kg.lang.ko.names.market_names import is_market
from kg.lang.ko.names.of_phrases import Named, names_of
from kg.lang.ko.tokens.words import (
    COMMON,
    COMPANY_NOUNS,
    HEAD_TITLES,
    MARKETS,
    PERSON_SURNAMES,
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


_TOWNS = word_set(
    """영등포 신촌 홍대 합정 동대문 남대문 충무로 노원 강서구 금천구 목동 논산 당진
    서산 제천 진천 음성 오창 오송 세종시 김천 안동 밀양 진주 통영 마산 진해
    광교 시흥 오산 군포 의왕 구리 양주 포천 원주 속초 삼척 무안 광양 해남 정읍
    남원 김제 완주 뮌헨 프랑크푸르트 함부르크 취리히 제네바 더블린 브뤼셀 코펜하겐
    스톡홀름 오슬로 헬싱키 바르샤바 프라하 부다페스트 이스탄불 모스크바 뭄바이
    벵갈루루 쿠알라룸푸르 시드니 멜버른 토론토 밴쿠버 로스앤젤레스 오스틴 댈러스
    휴스턴 마이애미 애틀랜타 덴버 새너제이 팰로앨토 마운틴뷰 쿠퍼티노 캘리포니아
    텍사스 요코하마 교토 고베 센다이 히로시마 다롄 톈진 칭다오 난징 쑤저우 항저우
    우한 청두 충칭 선양 바하마"""
)
"""Towns and quarters to which companies move, beside the places that texts name all the time."""


_NEVER = {
    "company": ("물적", "인적"),  # X 부문 물적 분할
    **dict.fromkeys(("acquirer", "investor", "survivor"), (" 팀", "부서")),
}
"""Ends of what is no filler of a role."""


UNITS = ("부문", "사업부", "사업", "본부", "부서")


HEAD = "head"
"""The kind of a person with the title of a company's head."""
_HEADS = ("대표", "대표이사", "사장", "회장", "행장", "의장", "CEO", "최고경영자", "총재")


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
    ends = (*UNITS, *_OFFICES, "공장", "TF", "태스크포스", "팀", "사무소", "사람들")
    if role.name in ("company", "parent") and (text.endswith(ends) or len(text) < 2):
        return False
    if text.endswith(_NEVER.get(role.name, ())):
        return False
    return not ("Facility" in role.kinds and (text in CROWDS or text.endswith(_DISTRICTS)))


def _personal(text: str) -> bool:
    compact = text.replace(" ", "")
    return 2 <= len(compact) <= 4 or (" " in text and len(compact) <= 9) or text[:1].isascii()


def _is_kind(named: Named, known: str, kind: str) -> bool:  # noqa: C901, PLR0911, PLR0912  (a list of cases reads best flat)
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
        others = {known, named.kind} & {PERSON, PLACE} or named.text in PLACES
        return not others and named.text.rsplit(maxsplit=1)[-1] not in CROWDS
    if kind in ("product", "working") and is_facility(named.text):
        return False
    if kind in ("product", "working") and named.text in PERSON_SURNAMES:
        return False  # 박 전무가
    if kind == "firm":
        return is_shop(named.text) and PERSON not in (known, named.kind)
    if kind == "working" and is_daily(named.text):
        return True
    if kind in ("product", "working", "goods"):
        other = {known, named.kind} & {ORGANIZATION, PERSON, PLACE}
        return SERVICE in (known, named.kind) or (
            named.proper and not other and named.text not in PLACES
        )
    if kind == PERSON:
        return PERSON in (known, named.kind)
    if kind == HEAD:
        titled = named.title.replace(" ", "") in HEAD_TITLES or named.title.endswith(_HEADS)
        return PERSON in (known, named.kind) and titled
    if kind == PLACE:
        return is_place(named.text)
    return True


def is_place(text: str) -> bool:
    last = text.rsplit(maxsplit=1)[-1]
    return (
        last in PLACES
        or last in _TOWNS
        or any(p in text for p in PLACES)
        or (len(last) > 2 and last.endswith(_PLACE_ENDINGS))
    )
