"""The service that a class noun alone stands for: `앱은 2016년에 닫혔다`, `그 게임을 내놓은 곳`."""

from kg.extract.context.reader import Reader, is_left_open
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.names.kinds import ORGANIZATION, PERSON
from kg.lang.ko.names.of_phrases import Named
from kg.lang.ko.tokens.words import SERVICE_NOUNS, word_set

_POINTING = ("이", "그", "해당", "저")
_ANY = word_set("서비스 앱 어플 애플리케이션 사이트 누리집 웹사이트 플랫폼 프로그램")
"""What any service of the net may be called."""
_NEVER = word_set(
    "사업 시스템 제품 상품 기능 모델 기기 뉴스 결제 검색 메일 방송 신문 서버 대출 예금 지도"
)
"""What is of a company or a service, and not the one spoken of."""


def spoken_service(named: Named, phrase: Phrase, reader: Reader) -> list[Named]:
    """The service that the text has just told of, where a noun of its class stands alone or after
    이, 그; or a name alone that the sentence says to be of such a class (`A가 만든 메신저인데`)."""
    noun = phrase.tokens[-1].form
    if noun not in SERVICE_NOUNS or noun in _NEVER or phrase.of is not None:
        return []
    if isinstance(phrase.relative, Clause):
        return _left_open(phrase, reader)
    pointed = phrase.tokens[0].form in _POINTING
    if len(phrase.tokens) > 1 + pointed:
        return []
    if noun == "서비스" and not (pointed or phrase.topic or phrase.case == "이"):
        return []  # 다온넷은 서비스를 접었다: whatever it runs
    service = reader.discourse.service
    if service is None or not service.proper or service.text in SERVICE_NOUNS:
        return []
    own = service.label or next((n for n in SERVICE_NOUNS if service.text.endswith(n)), "")
    same = not own or own == noun or noun in _ANY or own in _ANY
    return [service] if pointed or same else []


def _left_open(phrase: Phrase, reader: Reader) -> list[Named]:
    """`(A는) B가 2011년에 내놓은 메신저인데`: the one spoken of, if nothing shows it to be a
    company or a person."""
    if not is_left_open(phrase, reader.sentence):
        return []
    state = reader.discourse
    for one in (state.service, state.company):
        if one is None or not one.proper:
            continue
        if reader.directory.kind(one) not in (ORGANIZATION, PERSON):
            return [one]
    return []
