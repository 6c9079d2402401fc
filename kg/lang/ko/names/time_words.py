"""Words that say when or for how long, which stand before a name without a particle."""

import re

from kg.lang.ko.names.name_words import Word
from kg.lang.ko.tokens.words import word_set

_WHEN = word_set(
    """한 두 세 네 몇 반 시간 남짓 가량 동안 내내 정도 종일 온종일 반나절 한나절 하루 이틀 사흘
    며칠 하루종일 나흘 닷새 넘게 가까이 분간 시간가량
    오전 오후 새벽 아침 낮 밤 저녁 정오 자정 한낮 심야 당시 한때 이날 그날 당일 그사이 그새
    이사이 곧바로 일찌감치 주말 휴일 평일 복날 명절 연말 연초 초 중순 말 하순 상순 이튿날
    때 지난주 이번주 어제 오늘 전날"""
)
_CLOCK = re.compile(
    r"\d[\d:.,]*(?:시간|시|분|초|일|주|개월|달|위)?(?:\d+분)?(?:반|여)?(?:간|께|쯤|경|가량|동안|만|째|남짓|부터|까지)?"
)


def says_when(word: Word) -> bool:
    """오전, 6시, 8분께, 30분가량, 그사이."""
    text = word.text
    return not word.quoted and (
        text in _WHEN or (_CLOCK.fullmatch(text) is not None and not text.isdigit())
    )
