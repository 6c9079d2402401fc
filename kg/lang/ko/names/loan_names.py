"""Names of several words of foreign sound: 블루 웨이브 파트너스, 다이얼 세미컨덕터.

The dictionary has many such words, so that the tokenizer takes only the last for a name. They are
one name where the last is what companies are called (파트너스), or where it never stands alone.
"""

import re
from collections import Counter
from collections.abc import Sequence

from kg.lang.ko.lines.text import Line
from kg.lang.ko.names.foreign_runs import without_particle
from kg.lang.ko.tokens.vocabulary import morphemes
from kg.lang.ko.tokens.words import (
    COMMON,
    COMPANY_NOUNS,
    ORGANIZATION_ENDINGS,
    PLACES,
    SERVICE_NOUNS,
    TITLES,
    word_set,
)

_PAIR = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?=(?P<first>[가-힣]{2,7}) (?P<last>[가-힣]{2,14})(?![가-힣A-Za-z0-9]))"
)
_FOREIGN = frozenset(
    "블틀털츠텔넷벤팅닝컴콘케캐퀘톤팜뮤뷰틱링핑렉셀젤쉐샵콜큐커캡켓팩펀펜힐헬돔랩랜랙롬룸룩릭릴멘믹밸벨빅샌셋션"
    "쇼숍슈슨싱튜티퍼페플픽핏캠컨켈퀴킹텐펌렌론롯룬뱅볼뷔븐센솔앤엔엘엠윈웹웨워왓젠존찬체르스크프드트"
)
"""Syllables that few words but foreign ones have."""
_DESCRIBING = word_set(
    """온라인 오프라인 모바일 글로벌 소셜 스마트 클라우드 인터넷 스포츠 패션 뷰티 헬스 바이오 로봇
    게임 콘텐츠 데이터 프리미엄 하이브리드 멀티 메타버스 블록체인 핀테크 이커머스 라이프 푸드 커피
    치킨 피자 버거 베이커리 카페 호텔 리조트 골프 키즈 펫 엔터 미디어 라디오 채널 에너지 배터리 칩
    센서 디스플레이 플래시 메모리 네트워크 하드웨어 컨설팅 마케팅 프랜차이즈 체인 슈퍼 마트 파트너
    엔진 레이블 토큰 코인 테마파크 콘솔 스트리밍 온디맨드 매니저 프로듀서 트레이더 파트 애니메이션
    비즈니스 벤처 스타트업 컨소시엄 드라마 웹툰 만화 스튜디오"""
)
"""Foreign words that tell what sort of thing a name after them is."""
_FIRMS = word_set(
    """인베스트먼트 파트너스 벤처스 홀딩스 엔터테인먼트 커뮤니케이션스 커뮤니케이션즈 테크놀로지
    인터내셔널 코퍼레이션 컴퍼니 네트웍스 인터랙티브 픽처스 이노베이션 에쿼티 브루어리"""
)
"""What no firm is called alone: the word before belongs to it, be it foreign or not."""
_NO_NAMES = COMMON | COMPANY_NOUNS | SERVICE_NOUNS | PLACES | TITLES
_JOINING = word_set("앤드 앤 오브 더 인 온 언더")
_RELATED = ("사", "계", "계열", "산하", "자회사", "의", "국내", "해외", "토종")
"""How a word ends that tells of which sort or whose a firm is."""
_OFTEN = 2
"""So often two words stand together that are a name without an ending of companies."""


def loan_names(lines: Sequence[Line]) -> set[str]:
    """Two words of such a name at a time; a name of three words is found in two of its pairs."""
    pairs: Counter[tuple[str, str]] = Counter()
    for line in lines:
        for match in _PAIR.finditer(line.text):
            first, last = match["first"], without_particle(match["last"])
            if _may_begin(first, last) and last not in _NO_NAMES and len(last) > 1:
                pairs[first, last] += 1
    ends = _FIRMS.union(ORGANIZATION_ENDINGS)
    found = {pair for pair in pairs if pair[1] in ends and _nouns(*pair)}
    often = {pair for pair in pairs if pairs[pair] >= _OFTEN and _nouns(*pair)} - found
    if often:
        text = "\n".join(line.text for line in lines)
        found |= {pair for pair in often if not _alone(*pair, text)}
    return {" ".join((*_before(*pair, pairs), *pair)) for pair in found}


def _before(first: str, last: str, pairs: Counter[tuple[str, str]]) -> tuple[str, ...]:
    """The word that the first one of a pair goes on from: 블루 in 블루 웨이브 파트너스."""
    if last not in ORGANIZATION_ENDINGS:
        return ()
    return next(((one,) for one, other in pairs if other == first and _nouns(one, other)), ())


def _may_begin(first: str, last: str) -> bool:
    plain = last in _FIRMS and first not in _NO_NAMES | _DESCRIBING | _JOINING
    return _is_foreign(first) or (plain and not first.endswith(_RELATED))


def _is_foreign(word: str) -> bool:
    return not _FOREIGN.isdisjoint(word) and word not in _NO_NAMES | _DESCRIBING | _JOINING


def _nouns(first: str, last: str) -> bool:
    """Whether both words are nouns or unknown, and neither ends with a particle."""
    return all(
        tag[0] in "NX" and tag != "XSV" for word in (first, last) for _, tag, _ in morphemes(word)
    )


def _alone(first: str, last: str, text: str) -> bool:
    """Whether the second word begins a word somewhere without the first before it."""
    return re.search(rf"(?<!{first} )(?<![가-힣]){last}", text) is not None
