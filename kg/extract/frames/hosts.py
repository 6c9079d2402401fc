"""What a verb or noun makes of the verbal noun that it governs: 인수를 마쳤다, 인수 무산.

A status: it is stated so. None: it is not stated as a fact (검토, 무산, 포기). A word that is not
here says nothing of whether it happened, so nothing is read from it.
"""

from kg.lang.ko.tokens.words import word_set
from kg.model.claim import ANNOUNCED, ASSERTED, PLANNED

_DONE = word_set(
    """완료하 마치 마무리하 마무리짓 끝내 단행하 성공하 이루 이루어지 이뤄지
    매듭짓 성사시키 성사하 확정하 실시하 거치 하 진행하 이끌 이끌어내 통하
    이르 종결하 종료하 완수하 달성하 일으키 이끌내 성사되 끝나 잔금하 해내
    시작하 개시하 나서 들어가 착수하 돌입하 가세하"""
)
_DECIDED = word_set(
    """발표하 결의하 결정하 의결하 승인하 합의하 체결하 밝히 공시하 선언하
    공식화하 공개하 예고하 확정짓 맺 서명하 통과시키 통과하 알리 선택하"""
)
_PLANNED = word_set("계획하 예정하 예정이")
_OPEN = word_set(
    """추진하 준비하 앞두 서두르 검토하 논의하 협상하 타진하 제안하 포기하 철회하
    취소하 무산되 무산하 중단하 부인하 반대하 거절하 거부하 노리 시도하 실패하
    거론하 고려하 저울질하 미루 연기하 보류하 백지화하 접 막 불허하 결렬하
    좌절하 해지하 파기하 깨 깨지 무르 물리 해제하 엎 뒤집 어그러지 틀어지 밟"""
)
HOST_VERBS: dict[str, str | None] = {
    **dict.fromkeys(_OPEN),
    **dict.fromkeys(_DONE, ASSERTED),
    **dict.fromkeys(_DECIDED, ANNOUNCED),
    **dict.fromkeys(_PLANNED, PLANNED),
}
"""Stems of verbs of which a verbal noun is the object or subject."""

_OPEN_NOUNS = word_set(
    """설 추진 임박 착수 추진설 검토 논의 협상 타진 제안 포기 철회 취소 무산
    중단 부인 반대 불발 결렬 시도 실패 의향 의혹 가능성 소문 루머 관측 전망
    보류 연기 부결 좌절 요구 촉구 임박설 백지화 실사 논란 갈등 위기 준비 우려 경쟁 전
    해지 파기 해제 후보 입찰 우선협상대상자 협의 희망 효과 비용 대금 소식 이후 직후 당시"""
)
_DONE_NOUNS = word_set(
    """완료 마무리 성공 확정 성사 시작 개시 실시 단행 종결 절차완료 작업완료
    등기 통과 가결 사고 발생"""
)
_DECIDED_NOUNS = word_set(
    """발표 결의 결정 의결 승인 합의 계약 체결 본계약 선언 공식발표 공식화 공시
    건 안건 예고 키로 공식 서명 주식매매계약 주총승인 이사회결의 조건부승인"""
)
_PLANNED_NOUNS = word_set("계획 예정 방침")
HOST_NOUNS: dict[str, str | None] = {
    **dict.fromkeys(_OPEN_NOUNS),
    **dict.fromkeys(_DONE_NOUNS, ASSERTED),
    **dict.fromkeys(_DECIDED_NOUNS, ANNOUNCED),
    **dict.fromkeys(_PLANNED_NOUNS, PLANNED),
}
"""Nouns that follow a verbal noun: 인수 완료."""
