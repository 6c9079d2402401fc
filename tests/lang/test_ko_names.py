"""Names told from the words around them, and names that no dictionary holds."""

import pytest

from kg.lang.ko.clauses.phrases import Phrase, parts_of
from kg.lang.ko.lines.text import read_lines
from kg.lang.ko.names.of_phrases import name_of, names_of
from kg.lang.ko.names.recurring import recurring
from kg.lang.ko.tokens.kiwi import tokenize
from kg.model.document import Document


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("다온그룹 계열 푸른뮤직", "푸른뮤직"),
        ("하늘펀드 산하 푸른뮤직", "푸른뮤직"),
        ("국내 1위 푸른뮤직", "푸른뮤직"),
        ("보청기 2위 푸른뮤직", "푸른뮤직"),
        ("합작 푸른뮤직", "푸른뮤직"),
        ("푸른뮤직 정식", "푸른뮤직"),
        ("푸른뮤직 잔여지분", "푸른뮤직"),
        ("김가람 제13대", "김가람"),
        ("OTT 푸른뮤직", "푸른뮤직"),
        ("하란 앤드 보일러스", "하란 앤드 보일러스"),
        ("한국망관리센터", "한국망관리센터"),
        ("산림금고", "산림금고"),
        ("경북 가온시 나래구 푸른뮤직 물류센터", "푸른뮤직 물류센터"),
        ("새 방송 물결+", "물결+"),
        ("물결 3G", "물결 3G"),
        ("오전 6시 8분께 가온시 나래구 푸른뮤직 전산실", "푸른뮤직 전산실"),
    ],
)
def test_what_is_no_part_of_a_name_is_left_out(text: str, name: str) -> None:
    named = name_of(tokenize(text), text)
    assert named is not None
    assert (named.text, named.proper) == (name, True)


@pytest.mark.parametrize(
    "text",
    [
        "푸른뮤직 인수",
        "푸른뮤직 해킹",
        "한국 시장",
        "미국공장",
        "서울시민",
        "NFT",
        "결국",
        "시리즈 C",
        "다온넷 출신",
    ],
)
def test_what_happens_to_a_name_and_places_of_its_own_are_none(text: str) -> None:
    named = name_of(tokenize(text), text)
    assert named is None or not named.proper


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("다온넷네트웍스와 다온관광개발 등", ["다온넷네트웍스", "와"]),
        ("초록키스톤에 팔려 나갔다", ["초록키스톤", "에"]),
        ("나래투원 흡수합병", ["나래투원"]),
        ("가온나라로 갔다", ["가온나라", "로"]),
    ],
)
def test_what_a_name_ends_with_is_a_particle_by_what_follows(text: str, forms: list[str]) -> None:
    assert [t.form for t in tokenize(text)][: len(forms)] == forms


def test_common_nouns_with_one_class_noun_are_one_thing() -> None:
    text = "주문·정산 시스템"
    parts = parts_of(tokenize(text))
    phrases = [p for p in parts if isinstance(p, Phrase)]
    phrases[-1].also = phrases[:-1]
    assert [named.text for named in names_of(phrases[-1], text)] == [text]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("간다는 컸다. 누리꾼은 간다를 썼다.", {"간다"}),
        ("무드텔리는 컸다. 회사가 무드텔리를 샀다.", {"무드텔리"}),
        ("AI는 컸다. 회사가 AI를 샀다.", set()),
        ("그는 간다는 말을 했다. 산을 간다고 했다.", set()),
        ("인수할지를 두고 말이 많다. 인수할지가 관심이다.", set()),
        ("회사는 컸다. 회사를 팔았다.", set()),
    ],
)
def test_what_takes_the_particles_of_a_noun_is_a_name(text: str, names: set[str]) -> None:
    assert recurring(read_lines(Document("a", text, ""))) == names
