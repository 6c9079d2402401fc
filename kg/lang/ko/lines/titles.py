"""Whose page it is, from its title: `X 주요 연혁`, `회사소개 > X > 발자취`, `X`, `X(…)는 …이다`.

A title is read as a string, before any tokenizer: what is left of it without the words that say
what kind of page it is, is the name of the company whose page it is.
"""

import re
from collections.abc import Sequence

from kg.lang.ko.lines.box_lines import is_box_line
from kg.lang.ko.tokens.words import COMMON, COMPANY_NOUNS, PLACES, SERVICE_NOUNS, word_set

_PAGE_WORDS = word_set(
    """연혁 연혁표 연표 연보 일지 일람 발자취 발자국 역사 약사 약력 사사 통사 히스토리 history
    타임라인 timeline 걸어온길 지나온길 계보 변천사 변천 소개자료 회사소개 기업소개 회사연혁
    기업연혁 연혁소개 발자취입니다 연혁입니다 이정표 스토리 story 프로필 profile 기록"""
)
"""Words that say that a page tells a company's history."""
_SIDE_WORDS = word_set(
    """주요 회사 기업 기관 법인 은행 시대별 연도별 우리가 우리 한눈에 보는 표로 그 및 과 와 의
    이 가 최신순
    과거순 소개 개요 정보 이야기 길 성장 과정 흐름 정리 메모 자료 요약 총정리 걸어온 지나온 달려온
    간추린 관련 표 나의 창립 창사 설립 이후 오늘까지 현재까지 한 장으로 한장으로 장 인사말 비전
    오시는길 오시는 10년 장으로 ci bi ir home 홈 company about us brand careers contact 채용
    ceo introduce
    기업개요 기업정보 회사정보 재무정보 공시정보 경영정보 사업소개 그룹소개
    회사개요 경영이념 조직도 찾아오시는 찾아오시는길 사업영역 투자정보 홍보센터 고객센터
    위키 초안 문서 토론 편집 보기 읽기 최근 순 최근순 최신 투자자 사보 신문 특집 창간 번역
    연대순"""
)
_ASPECTS = word_set(
    """지배구조 개편 한국 국내 상륙 진출 인수 합병 분할 매각 브랜드 사업 경영 창업 계열 지분
    변화 사태 분쟁 사고 주가 상장 투자 서비스 사명 상호 이름 관련 그룹사 성장기 국내외
    함께 개인 목차 수정 시각 분류 편집 작성 집계 기준 제공 출처 갱신 최종 시장 철수 도전
    재도약 시대 간의 사업장 사고 플랫폼 업계 산업 공장"""
)
"""What a page may tell of a company: X 지배구조 개편 일지 is X's."""
_WEAK_PAGE = word_set("정리 메모 자료 요약 총정리 기록 소개")
"""The same, where the name before them comes back in the text."""
_NAV = word_set(
    "회사소개 기업소개 은행소개 회사개요 회사연혁 연혁 history 발자취 걸어온길 지나온길"
)
_SPLIT = re.compile(r"\s*[|>▸▹»→│:]+\s*|\s+[—―–/-]+\s+|\s*─+\s*|[—―]|\s{3,}|,\s+|\t")
_BRACKETS = re.compile(r"\[[^\]]*\]|<[^>]{1,20}>|【[^】]*】|\([^()]*\)|（[^）]*）|\{[^}]*\}")
_MOTTO = re.compile(r"([\"'])[^\"']{4,60}\1(?=\s*\S)")
_SIGNS = re.compile(r"^[^가-힣A-Za-z0-9&]+|[^가-힣A-Za-z0-9&!+]+$")
_NUMBER = re.compile(
    r"제?\d+(?:[~-]\d+)?(?:년|주년|년사|주년사|쪽|회|기|대|월|일|초|말)?(?:[을의]|간)?"
)
_YEARS = re.compile(r"(?P<name>\S.*?)(?:의|,)?\s\d{2,3}(?:년|주년)(?:사|을|의)?(?=\s|$)")
_LEGAL = re.compile(r"\(주\)|㈜|주식회사|\(유\)|유한회사|\(재\)|\(사\)")
_END = re.compile(r"[다요죠까음함][.!?…]*[\"')\]]*\s*$|[.!?…]\s*$")
_DATED = re.compile(r"\d{4}\s?[./]\s?\d|\d{4}년|'\d{2}[./]\d|\d{1,2}월")
_WALKED = re.compile(r"(?P<name>\S.*?)[이가]\s(?:\S+에서\s)?(?:걸어온|지나온|달려온|보낸|살아온)\s")
_SEEN = re.compile(r"(?:로|으로|에서)\s(?:보는|본|돌아보는|읽는|알아보는)\s(?P<name>\S[^,]*)$")
_SAID = re.compile(
    r"(?:^|[\s,])(?P<name>[가-힣A-Za-z0-9&]{2,20})(?:의|가|이)\s?(?:주요\s)?"
    r"(?:연혁|역사|발자취|걸어온 ?길|지나온 ?길)(?:입니다|이다|을|를)"
)
_DEFINED = re.compile(
    r"\s*(?P<name>[가-힣A-Za-z0-9][가-힣A-Za-z0-9&!·+ ]{0,24}?)\s*(?:\([^()]{1,120}\))?"
    r"(?:은|는|란)\s"
    r"[^.]*?(?:회사|기업|업체|사업자|그룹|집단|방송|방송국|방송사|은행|증권사|보험사|카드사|제조사|"
    r"개발사|항공사|제약사|조선소|백화점|공사|공단|공기업|서비스|플랫폼|포털|메신저|법인|스타트업|"
    r"통신사|배급사|유통사|제작사|운영사|체인|상표|브랜드)(?:이다|였다|이었다|입니다|였습니다|다)\."
)
_TOPIC = re.compile(r"(?P<name>[가-힣A-Za-z0-9&]{2,20}?)(?:은|는)\s")
_AFTER = r"[은는이가을를의에와과도로만]|으로|까지|부터|라는|라고|였|[^가-힣A-Za-z0-9]|$"
_PARTICLES = "은는이가을를의과와도로"
_FIELDS = ("업계", "시장", "산업", "까지", "에서")
_BODIES = word_set("공사 공단 진흥원 연구원 센터 당사 당행 본사 우리")
_NO_NAMES = _BODIES | COMMON | COMPANY_NOUNS | SERVICE_NOUNS | PLACES | _ASPECTS


def bearer(lines: Sequence[str], text: str) -> str | None:
    """The company that the title says the page to be of; None where the title does not say.

    `lines` are the first lines of the page, `text` the whole of it.
    """
    titles = [line for line in lines if line.strip() and _is_title(line)]
    for line in titles:
        for part in _segments(line):
            named = _walked(part) or _historic(part, text) or _years(part, text)
            if named:
                return named
    found = next((m["name"] for m in map(_SAID.search, map(_legal, lines)) if m), None)
    if found and can_name([found]):
        return found
    return _alone(lines, text) or _beside(titles, text) or _opening(titles, lines)


def _is_title(line: str) -> bool:
    bare = _without_notes(line)
    return len(bare) < 80 and not _END.search(bare) and not _DATED.search(bare)


def defined(sentence: str) -> str | None:
    """`X(영어: …)는 …회사이다`: the name of which an article's first sentence tells what it is."""
    found = _DEFINED.match(_legal(sentence.replace("'", "")))
    if found is None:
        return None
    words = found["name"].split()
    return " ".join(words) if len(words) < 5 and can_name(words) else None


def times(name: str, text: str) -> int:
    """How often a name stands in a text as a word, alone or before a particle."""
    return len(re.findall(rf"(?<![가-힣A-Za-z0-9]){re.escape(name)}(?={_AFTER})", text))


def _legal(line: str) -> str:
    return _LEGAL.sub(" ", line)


def _without_notes(line: str) -> str:
    return _BRACKETS.sub(" ", _MOTTO.sub(" ", _legal(line))).rstrip()


def _segments(line: str) -> list[str]:
    return [part for part in _SPLIT.split(_without_notes(line)) if part.strip()]


def _words(part: str) -> list[str]:
    return [w for w in (_SIGNS.sub("", word) for word in part.split()) if w]


def plain_word(word: str) -> bool:
    """Whether a word says something of the page and not whose it is."""
    low = word.casefold()
    return low in _PAGE_WORDS or low in _SIDE_WORDS or _NUMBER.fullmatch(word) is not None


def _is_page(words: Sequence[str]) -> bool:
    walked = "".join(words).endswith(("걸어온길", "지나온길"))
    return walked or any(w.casefold() in _PAGE_WORDS for w in words)


def _core(words: Sequence[str]) -> list[str]:
    """The words less those around them that speak of the page: X of X 지배구조 개편 일지."""
    left = list(words)
    while left and plain_word(left[-1]):
        left.pop()
    left = left[: next((i for i, w in enumerate(left) if i and w in _ASPECTS | PLACES), None)]
    while left and plain_word(left[-1]):
        left.pop()
    while left and plain_word(left[0]):
        left = left[1:]
    if len(left) == 2 and left[1].isascii() and not left[0].isascii():
        left.pop()  # 다온넷 DAONNET: one name in two scripts
    return left if len(left) < 4 else []


def _historic(part: str, text: str) -> str | None:
    """`X 주요 연혁표`, `X의 역사`, `X 10년 타임라인`, `숫자로 보는 X`."""
    seen = _SEEN.search(part.strip())
    if seen is not None:
        words = _words(seen["name"])
        return " ".join(words) if len(words) < 3 and can_name(words) else None
    words = _words(part)
    weak = bool(words) and words[-1] in _WEAK_PAGE
    if not (_is_page(words) or weak):
        return None
    words = _core(words)
    if not words:
        return None
    words[-1] = _stem(words, text)
    name = " ".join(words)
    return name if can_name(words) and (not weak or times(name, text) > 1) else None


def _walked(part: str) -> str | None:
    """`X가 걸어온 길`."""
    found = _WALKED.match(part.strip() + " ")
    words = _words(found["name"]) if found is not None else []
    return " ".join(words) if len(words) < 4 and can_name(words) else None


def _years(part: str, text: str) -> str | None:
    """`X 130년을 한 장으로`."""
    found = _YEARS.match(part.strip())
    words = _words(found["name"]) if found is not None else []
    name = " ".join(words)
    return name if len(words) < 3 and can_name(words) and times(name, text) > 1 else None


def _beside(titles: Sequence[str], text: str) -> str | None:
    """`X | 회사소개 | 연혁`: the name beside the words of a page, or one that comes back."""
    page = any(_is_page(_words(line)) for line in titles)
    for again in (False, True):
        for line in titles:
            parts = [_words(part) for part in _segments(line)]
            own = any(_is_page(words) and not _core(words) for words in parts)
            for words in map(_core, parts):
                near = own and not again
                back = again and page and times(" ".join(words), text) > 1
                if words and can_name(words) and (near or back):
                    return " ".join(words)
    return None


def _opening(titles: Sequence[str], lines: Sequence[str]) -> str | None:
    """`회사소개 > 연혁`, then `X는 …을 믿습니다`: the topic of the first words of the page."""
    if not any("".join(_words(part)).casefold() in _NAV for t in titles for part in _segments(t)):
        return None
    for line in lines:
        found = _TOPIC.match(_legal(line).strip()) if _END.search(line) else None
        if found is not None and can_name([found["name"]]):
            return found["name"]
    return None


def _stem(words: Sequence[str], text: str) -> str:
    """The last word without a particle, where the text has it so more often."""
    last = words[-1]
    if last[-1] not in "의이가" or len(last) < 3:
        return last
    whole, shorter = " ".join(words), " ".join([*words[:-1], last[:-1]])
    return last[:-1] if last.endswith("의") or times(shorter, text) > times(whole, text) else last


def can_name(words: Sequence[str]) -> bool:
    """Whether words can be a company's name: not a common noun or a place alone."""
    if not words or len("".join(words)) < 2 or words[0] in _NO_NAMES:
        return False
    if any(not re.fullmatch(r"[가-힣A-Za-z0-9&!+]+", word) or plain_word(word) for word in words):
        return False
    if len(words) == 1:
        word = words[0]
        bare = word[:-1] in _NO_NAMES or len(word) < 3
        return not (bare and word[-1] in _PARTICLES) and not word.endswith(_FIELDS)
    return len(words[0]) > 1 and not any(w.endswith(("의", "을", "를", "던")) for w in words)


def _alone(lines: Sequence[str], text: str) -> str | None:
    """The first line where it is a name and nothing else, that comes back in the text or that a
    note in brackets follows."""
    first = next((line for line in lines if line.strip()), "")
    words = _words(_without_notes(first))
    if not 0 < len(words) < 5 or _END.search(_without_notes(first)) or not can_name(words):
        return None
    name = " ".join(words)
    noted = "(" in first and (len(words) == 1 or times(words[0], text) > 2)
    headed = re.fullmatch(r"\s*=+[^=]+=+\s*", first) is not None
    boxed = len(words) == 1 and any(is_box_line(line) for line in lines)
    whole = boxed or (len(words) == 1 and (len(name) > 3 or headed))
    return name if whole or noted or times(name, text) > 1 else None
