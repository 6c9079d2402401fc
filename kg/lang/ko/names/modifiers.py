"""Words before and after a name that are no part of it: 국내 1위 X, 합작 X, Y 산하 X, X 정식."""

import re
from collections.abc import Sequence

from kg.lang.ko.names.name_words import Word, any_proper, class_of, is_weak
from kg.lang.ko.tokens.kiwi import AMOUNT
from kg.lang.ko.tokens.words import PLACES, word_set

_TAIL_WORDS = word_set(
    """등 측 쪽 전체 자체 씨 모두 간 뿐 대 중 이야기 얘기 체제 본인 역시
    전부 일행 컨소시엄 서버 품 손 시절"""
)
_LEAD_WORDS = word_set(
    """이후 이후로 당시 현재 최근 올해 한편 그동안 처음 결국 당초 특히 바로
    지난해 작년 국내 해외 최대 신규 기존 자사 유명 대표 인기 모두 실제 사실
    마침내 드디어 그 이 새 해당 우선 먼저 그날 이날 같은 앞서 이어 또한
    원래 이때 그때 그사이 이참에 이듬해 이튿날 반면"""
)
_SORTS = word_set(
    """합작 신설 통합 신생 토종 세계 글로벌 세계적 최초 초대형 대형 중견 알짜 경쟁 맞수 라이벌
    숙적 독립"""
)
"""What sort of company a name after them is; before a class noun (통합 법인) they tell which."""
_MANNERS = word_set(
    """정식 공식 그랜드 일괄 추가 자진 전격 중도 누적 단계적 재 우회 직 신축 대부분 전량 일체
    일부 지분 주식 신주 구주 잔여지분 보유지분 주가 외 외에 이외 형님 부부 안 아래 몫 중심
    통합 단독 공동 상용 시범 연속 국내 해외 셋 둘 넷 다섯 공개 접속"""
)
"""How what is said of a name came about, where these stand after it: X 정식 출시, X 일괄 인수."""
_WHENCE = ("출신", "계열", "산하", "소속", "보유", "소유")
"""하늘은행 출신 김가람, 하늘그룹 계열 물결: where from, not who."""
_EVENTS = word_set(
    """인수 매각 분할 상장 재상장 확보 설립 신설 출범 출시 시작 개시 종료 중단 영입 취임 선임 퇴임
    사임 매입 취득 편입 합병 흡수 흡수합병 폐지 확정 논의 협상 체결 추진 개편 오픈 발표 결정 승인
    해킹 화재 폭발 납입 유치 완료 전환 개통 창립 창업 발족 분사 준공 착공 가동 사퇴 내정 임명 승진
    연임"""
)
"""What happened, where it stands after a name: X 인수 is no name."""
_RANK = "위"
_LASTING = re.compile(r"\d+(?:분|시간|일|주|개월|달|년)(?:간|가량|여|째|동안|여간)?")
"""30분가량: how long what is said lasted."""
_HOUR = re.compile(r"(?:오전|오후|새벽|낮|밤|아침|저녁|\d{1,2}[시분])(?:께|쯤|경|즈음)?")
_DISTRICT = re.compile(r"[가-힣]{1,4}(?:시|군|구|읍|면|동|가)")


def without_tail(words: list[Word]) -> list[Word]:
    """The words less those at the end that add nothing to a name."""
    words = list(words)
    if _allied(words):
        return words
    while words and (
        words[-1].text in _TAIL_WORDS or any(t.tag == AMOUNT for t in words[-1].tokens)
    ):
        words.pop()
    while len(words) > 1 and _idle(words[-1]) and (any_proper(words[:-1]) or _may_be(words)):
        words.pop()
    return words


def _allied(words: list[Word]) -> bool:
    """`하늘건설-바다투자 컨소시엄`: two firms that only the class noun makes one."""
    joined = len(words) > 1 and any(t.form in ("-", "·") for t in words[-2].tokens)
    return joined and words[-1].text == "컨소시엄"


def _idle(word: Word) -> bool:
    """정식, 제13대: a word of manner or of the how-manieth."""
    if word.quoted:
        return False
    ordinal = word.text.startswith("제") and word.text[1:-1].isdigit()
    return word.text in _MANNERS or (ordinal and word.text[-1] in "대기차")


def _may_be(words: list[Word]) -> bool:
    """A common noun that nothing else describes: `물결 정식`."""
    return len(words) == 2 and is_weak(words[0]) and not class_of(words[0])[0]


def without_lead(words: list[Word]) -> list[Word]:
    """The words less those at the beginning that only describe what follows."""
    while len(words) > 1 and _leads(words):
        words = words[1:]
    at = next((i for i, word in enumerate(words[:-1]) if word.text.endswith("출신")), None)
    if at is not None:
        words = words[at + 1 :]
    words = _without_place(words)
    last = next((i for i in range(len(words) - 2, -1, -1) if _describes(words[i])), None)
    if last is not None and any_proper(words[last + 1 :]):
        return without_lead(words[last + 1 :])
    return words


def _is_time(text: str) -> bool:
    return _LASTING.fullmatch(text) is not None or _HOUR.fullmatch(text) is not None


def _without_place(words: list[Word]) -> list[Word]:
    """`대전 유성구 가온동 하늘센터`: less the place, down to its districts."""
    at = 0
    while at < len(words) - 1 and (words[at].text in PLACES or _is_district(words, at)):
        at += 1
    return words[at:] if at > 1 and any_proper(words[at:]) else words


def _is_district(words: list[Word], at: int) -> bool:
    """천안시, 동남구: where two such stand in a row, or one after a place."""
    word = words[at]
    if word.quoted or not _DISTRICT.fullmatch(word.text):
        return False
    near = words[at - 1 : at] if at else words[1:2]
    return any(w.text in PLACES or _DISTRICT.fullmatch(w.text) for w in near)


def _leads(words: list[Word]) -> bool:
    text = words[0].text
    proper = any_proper(words[1:])
    if words[0].quoted or (len(words) > 2 and _describes(words[1]) and not proper):
        return False  # 국내 1위 사진앱
    return text in _LEAD_WORDS or (text in _SORTS and proper) or _is_time(text)


def _describes(word: Word) -> bool:
    """산하, 계열; 1위: what stands between a description and the name."""
    ranked = word.text.endswith(_RANK) and word.text[:-1].isdigit()
    return not word.quoted and (word.text in _WHENCE or ranked)


def is_event(words: Sequence[Word]) -> bool:
    """Whether words end in what happened to whom they name, or in where somebody is from:
    하늘소프트 인수, 하늘소프트 출신."""
    last = words[-1]
    told = last.text in _EVENTS or last.text in _WHENCE
    return len(words) > 1 and not last.quoted and told and any_proper(words[:-1])
