"""Lines, sentences, morphemes, endings, names: one table each."""

import re
from pathlib import Path

import pytest

from kg.lang.ko.clauses.parse import clauses_of
from kg.lang.ko.clauses.phrases import Phrase, Predicate, parts_of
from kg.lang.ko.clauses.status import read_chain
from kg.lang.ko.lines.sentences import split_sentences
from kg.lang.ko.lines.text import read_lines
from kg.lang.ko.names.of_phrases import name_of
from kg.lang.ko.tokens.kiwi import NAME, Forced, tokenize
from kg.lang.ko.tokens.surface import surface
from kg.model.document import Document


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("하나다. 둘이다!  셋인가?", ["하나다.", "둘이다!", "셋인가?"]),
        ("1995. 2. 16 설립. 끝.", ["1995. 2. 16 설립.", "끝."]),
        ("바로증권(구.옛증권) 편입", ["바로증권(구.옛증권) 편입"]),
        ('"끝났다. 이제 간다"고 말했다. 갔다.', ['"끝났다. 이제 간다"고 말했다.', "갔다."]),
        ("무슨 일인가… 모른다.", ["무슨 일인가…", "모른다."]),
        ("다온! 넷은 컸다. 끝.", ["다온! 넷은 컸다.", "끝."]),
        ("", []),
    ],
)
def test_where_sentences_end(text: str, sentences: list[str]) -> None:
    assert [text[a:b] for a, b in split_sentences(text)] == sentences


@pytest.mark.parametrize(
    ("text", "normal", "quote"),
    [
        ("㈜하늘 설립", "(주)하늘", "㈜하늘"),
        ("２００９년", "2009년", "２００９년"),
        ("[[하늘|바다]]가", "바다", "바다"),
        ("'''하늘''' 회사", "하늘", "하늘"),
        ("하늘<ref>각주다.</ref> 끝", "하늘 끝", "하늘<ref>각주다.</ref> 끝"),
        ("하\u1102\u1161늘", "하나늘", "하\u1102\u1161늘"),
    ],
)
def test_what_the_analysis_reads_leads_back_to_the_text(text: str, normal: str, quote: str) -> None:
    document = Document("a", text, "")
    line = read_lines(document)[0]
    start = line.text.index(normal)
    span = line.span(document, start, start + len(normal))
    assert span.quote == quote == text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "stem", "status"),
    [
        ("하늘을 인수했다.", "인수하", "asserted"),
        ("하늘을 인수하지 않았다.", "인수하", None),
        ("하늘을 못 인수했다.", "인수하", None),
        ("하늘을 인수할 예정이다.", "인수하", "planned"),
        ("하늘을 인수하기로 했다.", "인수하", "announced"),
        ("하늘을 인수한다고 밝혔다.", "인수하", "announced"),
        ("하늘을 인수했다고 8일 밝혔다.", "인수하", "asserted"),
        ("하늘을 인수할 계획이라고 밝혔다.", "인수하", "planned"),
        ("하늘을 인수한 것으로 알려졌다.", "인수하", "reported"),
        ("하늘을 인수할 수도 있다.", "인수하", None),
        ("하늘을 인수했다면 좋았다.", "인수하", None),
        ("하늘을 인수했을까?", "인수하", None),
        ("하늘을 인수하려 했으나 늦었다.", "인수하", None),
        ("하늘을 인수한다는 소문이 돌았다.", "인수하", None),
        ("하늘을 인수했다는 소식이 전해졌다.", "인수하", "reported"),
        ("하늘을 인수한 적이 없다.", "인수하", None),
        ("하늘을 인수할 것으로 보인다.", "인수하", None),
        ("하늘을 인수하게 됐다.", "인수하", "asserted"),
        ("만일 하늘을 인수했다", "인수하", None),
    ],
)
def test_what_endings_make_of_a_verb(text: str, stem: str, status: str | None) -> None:
    tokens = tokenize(text)
    verbs = [p for p in parts_of(tokens) if isinstance(p, Predicate) and p.stem == stem]
    reading = read_chain(tokens, verbs[0].at, verbs[0].tail, len(tokens))
    assert reading.status == status


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("여행 플랫폼 '나들이'", "나들이", "Service"),
        ("(주)하늘소프트", "하늘소프트", "Organization"),
        ("하늘소프트㈜", "하늘소프트", "Organization"),
        ("검색 업체 첫눈", "첫눈", "Organization"),
        ("김가람 총괄대표", "김가람", "Person"),
        ("대표 김가람", "김가람", "Person"),
        ("김가람 전 회장", "김가람", "Person"),
        ("일본 하늘그룹", "하늘그룹", "Organization"),
        ("'하늘톡' 서비스", "하늘톡", "Service"),
    ],
)
def test_the_name_in_a_noun_phrase(text: str, name: str, kind: str) -> None:
    document = Document("a", text, "")
    line = read_lines(document)[0].text
    phrase = next(p for p in parts_of(tokenize(line)) if isinstance(p, Phrase))
    named = name_of(phrase.tokens, line)
    assert named is not None
    assert (named.text, named.kind) == (name, kind)


def test_a_clause_before_a_noun_leaves_the_topic_to_the_main_clause() -> None:
    text = "하늘소프트는 '물결'을 운영하는 바다넷을 인수했다."
    inner, outer = clauses_of(tokenize(text), lambda stem: stem == "인수하")
    assert inner.subject is None
    assert inner.head is not None
    assert inner.head.text == "바다넷"
    assert outer.subject is not None
    assert outer.subject.text == "하늘소프트"


def test_forced_tokens_stay_whole() -> None:
    text = "새물결미디어가 출범했다"
    tokens = tokenize(text, [Forced(0, 6, NAME)])
    assert (tokens[0].form, tokens[0].tag) == ("새물결미디어", NAME)


def test_a_word_of_modifier_and_noun_without_a_blank_is_a_name() -> None:
    assert any(t.form == "푸른통신" and t.tag == NAME for t in tokenize("푸른통신은 컸다."))


@pytest.mark.parametrize(
    ("stem", "text"),
    [
        ("사들이", "사들였다"),
        ("세우", "세웠다"),
        ("오르", "올랐다"),
        ("열", "문을 여는"),
        ("인수하", "인수"),
        ("나오", "나왔"),
    ],
)
def test_the_surface_of_a_stem_finds_its_forms(stem: str, text: str) -> None:
    assert re.search(surface(stem), text)


def test_only_one_module_imports_the_tokenizer() -> None:
    root = Path(__file__).parents[2] / "kg"
    importers = [
        p.name for p in root.rglob("*.py") if "import Kiwi" in p.read_text(encoding="utf-8")
    ]
    assert importers == ["kiwi.py"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("다온넷 2014년", "다온넷"),
        ("이름을 온앤드디벨 → 라이블씨엔씨", "라이블씨엔씨"),
        ("가브를 사들였다", "가브"),
        ("나모팅이 세웠다", "나모팅"),
    ],
)
def test_a_name_that_the_dictionary_lacks_is_whole_and_without_its_particle(
    text: str, name: str
) -> None:
    assert name in [t.form for t in tokenize(text)]
