"""Which texts may state something at all: what they hold, as it is written.

This is asked of every document first, so it loads nothing but the lexicon.
"""

import re
from collections.abc import Container

from kg.lang.ko.lines.text import read_lines
from kg.lang.ko.tokens.words import TITLES
from kg.model.document import Document
from kg.ontology.lexicon import Lexicon

_OTHERS = re.compile(
    r"돌파|올라섰|넘어|넘[겼긴어었겨]|달성|기록|이르|도달|찍|누적|동원|채[우웠]|시대|클럽|고지|"
    r"(?:가입자|회원|이용자|사용자|구독자|다운로드)[^.\n]{0,8}\d|"
    r"시리즈\s?[A-H]|(?:품|손|산하|식구)으?로(?![가-힣])|프리\s?IPO|"
    r"자회사|계열|모회사|모기업|종속|산하|지분 전부|지분 전량|"
    r"거느|지주|운영|서비스[하한합]|굴[리린려릴렸립]|돌[리린립]|만든|만들[던고었]|대표|회장|사장|"
    r"[◆◇■][^▲△▷]{1,30}[▲△▷]|신임|후임|지휘봉|사령탑|수장|총재|최고경영자|"
    r"물건|작품[이입]|(?:개발|제작|제조|배급)사|[을를] 하[는던]|브랜드[는:]|[가-힣]제품[은:]|"
    r"의장|행장|CEO|이끄는|이끌|\(구|\(옛|\(현|\(舊|\(前|"
    r"전신|이하|줄여|흔히|통칭|일명|옛 이름|지금의|현재의|오늘날의|약칭|별칭|이전 이름|별명|애칭|"
    r"속칭|준말|영문명|정식 (?:이름|명칭)|라고도 |구 사명|구 상호|옛 사명|현 |오늘의|"
    r"뿌리[는가]|모태|원래|본래|예전 이름|초기 이름|로 적[는기]|라고 적[는기]|\(그때|\(그 시절|"
    r"[이'\"]라 부|당시 이름|뒤의|훗날의|뒷날의|→|⇒|->|"
    r"(?:상호|사명|이름|회사명|법인명|그룹명|명칭|간판|본사|본점|사옥)\S{0,2}\s(?:\S+\s){0,4}?\S+로\s*(?:[.,(]|$)|"
    r"(?:주주|주인)로\s*(?:[.,(]|$)"
)
"""What relations, figures and lists hold, which have rules of their own and no frame."""


def has_cue(text: str, lexicon: Lexicon) -> bool:
    """Whether a text holds what an event or relation is told with."""
    return lexicon.cues.in_text(text) or _OTHERS.search(text) is not None


_TOPIC = re.compile(r"(?:\S+\s+){0,3}?(?P<word>[가-힣A-Za-z0-9&)'\"]{2,})(?:은|는)\s")
_ANAPHOR = re.compile(
    r"(?:이|그|해당|양|두|동|본|당|같은|둘|각|그쪽|이쪽|저|우리)(?:\s|사|$)|[이그](?:들|것|곳|번|때|후|날|해)"
)


def has_topic(text: str, persons: Container[str] = ()) -> bool:
    """Whether a sentence begins with a topic of its own (다온넷은 …), so that it needs no other to
    say whom it is about; a person, in whom no company is named, is none."""
    match = _TOPIC.match(text.lstrip())
    if match is None or _ANAPHOR.match(match[0]) is not None:
        return False
    return match["word"] not in persons and not match["word"].endswith(tuple(TITLES))


def may_state(document: Document, lexicon: Lexicon) -> bool:
    """Whether any line of a document has a cue."""
    return any(has_cue(line.text, lexicon) for line in read_lines(document))
