"""The name of a service without what stands around it in its phrase: how it began (`'물결' 국내
정식 출시`), where, its class noun 서비스, the company before it (다온넷 물결)."""

from dataclasses import replace

from kg.extract.context.directory import name_key
from kg.extract.context.reader import Reader
from kg.extract.frames.venues import is_daily
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.names.kinds import ORGANIZATION, PERSON, SERVICE
from kg.lang.ko.names.name_words import Word, any_proper, class_of, words_of
from kg.lang.ko.names.of_phrases import Named
from kg.lang.ko.names.time_words import says_when
from kg.lang.ko.tokens.kiwi import Token
from kg.lang.ko.tokens.words import ORGANIZATION_ENDINGS, PLACES, word_set

MANNERS = word_set(
    """정식 공식 본격 그랜드 베타 오픈베타 클로즈베타 시범 상용 상업 국내 해외 현지 국내외 글로벌
    전국 동시 단독 독점 첫 최초 최종 처음 세계 유료 무료 사전 공개 전격 전면 일부 조기 완전
    영구 일시 잠정 단계적 순차 확대 재 신규 서비스 운영 판매 제공 영업 운행 운항 생산 양산 발행 가동
    정규 시중 일반 대중 고객 전 모든 상시 직접 자체 추가 부분 단계 이용 사업화
    통화 접속 로그인 주문"""
)
"""Words between a service and the noun that says that it began or ended."""


_EVERYWHERE = word_set("국내 해외 전국 세계 글로벌 우리나라")


def bare_service(phrase: Phrase, line: str) -> Phrase:
    """The phrase less the words of manner and place at its end, where a name is left before."""
    phrase = _after_time(phrase)
    words, _, _ = words_of(phrase.tokens)
    least = len(words)
    while least > 1 and _is_manner(words[least - 1]) and not _is_its_place(phrase, words, least):
        least -= 1
    cuts = range(least, len(words))
    keep = next((at for at in cuts if any_proper(words[:at])), None) or next(
        (at for at in cuts if words[at].text != "서비스" and class_of(words[at - 1])[0] == SERVICE),
        None,
    )
    if keep is None:
        return phrase
    end = words[keep - 1].end
    tokens = [t for t in phrase.tokens if t.end <= end or _closes(t, end)]
    return replace(phrase, tokens=tokens)


def _is_its_place(phrase: Phrase, words: list[Word], at: int) -> bool:
    """`물결호텔 서울이`: a place between a name and the particle is a part of the name; in
    `물결호텔 서울 개장` it may be where."""
    marked = phrase.case in ("이", "을") or phrase.topic
    said = words[at - 1].text in PLACES - _EVERYWHERE and any_proper(words[at - 2 : at - 1])
    return marked and said and at == len(words)


def _after_time(phrase: Phrase) -> Phrase:
    """`30분가량 예매 앱`: less when and for how long."""
    words, _, _ = words_of(phrase.tokens)
    at = 0
    while at < len(words) - 1 and says_when(words[at]):
        at += 1
    if not at:
        return phrase
    return replace(phrase, tokens=[t for t in phrase.tokens if t.start >= words[at - 1].end])


def is_manner(phrase: Phrase) -> bool:
    """Whether a phrase names nothing but how or where."""
    words, _, _ = words_of(phrase.tokens)
    return bool(words) and all(_is_manner(word) for word in words)


def is_setting(phrase: Phrase) -> bool:
    """Whether a phrase says where or for which device: 일본에서, 아이폰용으로."""
    if phrase.text in _SEASONS:
        return True
    return phrase.text in PLACES or phrase.text.endswith(("용", "판", "버전", "국내", "등지"))


_SEASONS = word_set("봄 여름 가을 겨울 초 중순 말 하순 무렵 즈음 봄날 자정 아침 새벽 밤")


def _is_manner(word: Word) -> bool:
    text = word.text
    return not word.quoted and (
        text in MANNERS or text in PLACES or text.endswith(("에서", "전용"))
    )


def _closes(token: Token, end: int) -> bool:
    """A quote that closes right after the name."""
    return token.tag == "SSC" and token.start == end


def without_owner(named: Named, reader: Reader) -> Named:
    """`다온넷 물결`, where the document shows 다온넷 to be a company: 물결, with its owner."""
    if named.marked or named.owner is not None or " " not in named.text:
        return named
    head, _, rest = named.text.partition(" ")
    if len(rest) < 2 or rest in PLACES:
        return named
    start = named.start + len(head) + 1
    owner = Named(head, named.start, named.start + len(head), ORGANIZATION)
    directory = reader.directory
    known = directory.kind(replace(owner, kind=""))
    if known != ORGANIZATION or directory.kind(named) in (ORGANIZATION, PERSON):
        return named
    if name_key(rest) not in directory.names and not head.endswith(ORGANIZATION_ENDINGS):
        return named  # 다온 셈판: the maker's name is a part of the product's
    return replace(named, text=rest, start=start, owner=owner, kind=named.kind or SERVICE)


def is_in_daily_use(named: Named, phrase: Phrase) -> bool:
    """이동전화, 홈페이지: what is named by its class alone when it stops working."""
    return phrase.relative is None and is_daily(named.text)
