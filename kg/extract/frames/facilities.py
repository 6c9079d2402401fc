"""The place of an incident within a phrase (`충남 다온시 하늘면 다온패션 물류센터`): what is there,
less the address before it and what leaked after it, with whose it is."""

from dataclasses import replace

from kg.extract.context.reader import Reader
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.names.kinds import ORGANIZATION, PERSON, PLACE
from kg.lang.ko.names.name_words import Word, any_proper, class_of, is_proper, words_of
from kg.lang.ko.names.of_phrases import Named, name_of, names_of
from kg.lang.ko.names.time_words import says_when
from kg.lang.ko.tokens.words import ORGANIZATION_ENDINGS, PLACES, word_set

_FACILITIES = tuple(
    sorted(
        word_set(
            """공장 사업장 발전소 변전소 센터 터미널 신축현장 공사현장 현장 사옥 본사 창고
            연구소 빌딩 통신구 조선소 제철소 제련소 정유소 라인 건물 지사 국사 전화국 캠퍼스
            전산실 서버실 탱크 사일로 주차장 터널 교량 대교 공항 부두 여객선 유조선 운반선
            화물선 어선 열차 항공기 여객기 헬기 광산 탄광 갱도 매장 호텔 병원 백화점 마트
            아파트 상가 설비 플랜트 크레인 저유소 주유소 충전소 기지국 정수장 댐 본관 별관
            신관 호기 작업장 작업실 도크 스튜디오 극장 점포 시장 공정 영업점 물류창고 전산망 기지
            체육관 강당 지하철역 교회 학원 요양원 놀이터 골프장 스키장 리조트 공연장 경기장
            연수원 기숙사 오피스텔 저장고 바지선 철도 고가 육교 옹벽 저수지 송유관 가스관 탱크로리
            배관 선로 활주로 격납고 용광로 보일러 변압기 배터리실 컨테이너"""
        )
    )
)
_VEHICLES = ("호", "편", "역")
_AREAS = ("지역", "구역", "영역", "전역", "해역", "수역", "권역", "광역", "용역", "무역")
_LEADING = word_set(
    """우리 동네 이웃 인근 근처 옆 바로 또 다른 여기 거기 저기 같은 이 그 국내 해외 현지 세계 유일
    최대 최초 초대형 대형 소형"""
)
_ADDRESS = (
    "시",
    "도",
    "군",
    "구",
    "읍",
    "면",
    "동",
    "리",
    "가",
    "로",
    "산단",
    "단지",
    "현",
    "성",
    "주",
)


def is_facility(text: str) -> bool:
    """Whether a name ends as names of places of work or vehicles do."""
    return text.endswith(_FACILITIES)


def facility_of(phrase: Phrase, kind: str, reader: Reader) -> list[Named]:
    """The facility that a phrase names, with its owner; of `kind` Facility: by its ending alone."""
    words, _, _ = words_of(phrase.tokens)
    last = next((i for i in range(len(words) - 1, -1, -1) if _is_place_of_work(words[i])), None)
    after = [] if last is None else words[last + 1 :]
    bare = last is not None and words[last].text in _FACILITIES
    if last is None and kind == "Facility" and phrase.of is not None and _is_part(words):
        return facility_of(phrase.of, kind, reader)
    if last is None or (bare and any_proper(after)):  # 데이터센터 하늘2: named after its class noun
        return [] if kind == "Facility" else _by_name(phrase, reader)
    words = _without_address(_after_class(words[: last + 1]))
    owner = _owner(words, phrase, reader)
    if len(words) == 1 and owner is None and phrase.of is None and not _told(words[0], phrase):
        return []
    start, end = words[0].start, words[-1].end
    text = reader.line[start:end].strip("'\" ")
    proper = any_proper(words) or len(words) > 1
    named = Named(text, start, end, "Facility", proper=proper, owner=owner)
    return [named]


def _is_part(words: list[Word]) -> bool:
    """Whether words name a part of a plant: N3동, 2층."""
    return bool(words) and words[-1].text.endswith(("동", "층", "구역", "라인"))


def _after_class(words: list[Word]) -> list[Word]:
    """Less what stands before a class noun: `화학 업체 다온화학 여수공장`."""
    classes = (
        i
        for i, word in enumerate(words[:-1])
        if class_of(word)[0] == ORGANIZATION and not is_proper(word)
    )
    at = max(classes, default=-1)
    return words[at + 1 :] if at >= 0 and any_proper(words[at + 1 :]) else words


def _without_address(words: list[Word]) -> list[Word]:
    """Less when and where, of which the last word stays where nothing else tells which one it is
    (수원 데이터센터)."""
    while len(words) > 1 and (words[0].text in _LEADING or says_when(words[0])):
        words = words[1:]
    first = next((i for i, w in enumerate(words[:-1]) if not _is_address(w)), len(words) - 1)
    rest = words[first:]
    told = rest[-1].text not in _FACILITIES or len(rest) > 1
    return rest if told and any_proper(rest) else words[max(0, first - 1) :]


def _told(word: Word, phrase: Phrase) -> bool:
    """Whether a facility noun that stands alone is more than 공장 or 현장."""
    return phrase.relative is not None or word.text not in _FACILITIES or len(word.text) > 3


def _is_place_of_work(word: Word) -> bool:
    text = word.text
    if word.quoted or (text in ORGANIZATION_ENDINGS and len(text) < 2):
        return False
    return text.endswith(_FACILITIES) or (
        len(text) > 2 and text.endswith(_VEHICLES) and is_proper(word) and text[-2:] not in _AREAS
    )


def _is_address(word: Word) -> bool:
    text = word.text
    if word.quoted or _is_place_of_work(word):
        return False
    return text in PLACES or (
        1 < len(text) < 8 and text.endswith(_ADDRESS) and not class_of(word)[0]
    )


def _owner(words: list[Word], phrase: Phrase, reader: Reader) -> Named | None:
    """`다온화학 여수공장`, `다온화학의 여수공장`: 다온화학."""
    head = name_of(words[0].tokens, reader.line) if len(words) > 1 else None
    if head is None and phrase.of is not None:
        head = next(iter(names_of(phrase.of, reader.line)), None)
    if head is None or not head.proper or head.kind in (PERSON, PLACE) or head.text in PLACES:
        return None
    known = reader.directory.is_organization(head) or head.kind == ORGANIZATION
    return replace(head, kind=ORGANIZATION) if known and not is_facility(head.text) else None


def _by_name(phrase: Phrase, reader: Reader) -> list[Named]:
    """A proper name of which nothing shows that it is an organization or a person."""
    return [
        named
        for named in names_of(phrase, reader.line)
        if named.proper
        and not reader.directory.is_organization(named)
        and not {named.kind, reader.directory.kind(named)} & {ORGANIZATION, PERSON, PLACE}
        and not named.text.endswith((*ORGANIZATION_ENDINGS, *_ADDRESS))
        and named.text not in PLACES
    ]
