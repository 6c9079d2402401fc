"""What holds of every extraction: quotes stand at their offsets, spelling does not matter."""

import json
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import KgError
from kg.extract import extract
from kg.model.document import Document, Header
from kg.model.line import read, write
from kg.model.schema import Schema
from kg.model.statement import Statement
from kg.ontology.lexicon import Lexicon

Statements = Callable[[str], tuple[Statement, ...]]
TEXT = """하늘소프트

하늘소프트는 2004년 5월 메신저 '하늘톡'을 출시했다. 2009년 3월에는 (주)바다넷을 인수했다.

연혁
• 2001년 2월 : (주)하늘소프트 설립
• 2004년 5월 : '하늘톡' 출시
• 2010년 9월 : 상호를 (주)하늘로 변경
"""


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("\u200b", "")


def told(found: tuple[Statement, ...]) -> list[tuple[object, ...]]:
    return [
        (
            one.type, one.date and one.date.edtf, one.status,
            tuple((role, tuple(_composed(m.text) for m in ms)) for role, ms in one.roles),
        )
        for one in found
    ]  # fmt: skip


def test_every_quote_stands_at_its_offsets(statements: Statements) -> None:
    found = statements(TEXT)
    assert found
    for one in found:
        for place in one.evidence:
            assert TEXT[place.span.start : place.span.end] == place.span.quote


@pytest.mark.parametrize(
    "spelling",
    [
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("(주)", "㈜"),
        lambda text: text.replace("하늘톡", "하늘\u200b톡"),
        lambda text: text.replace("'", "’"),
        lambda text: "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in text),
    ],
    ids=[
        "decomposed",
        "carriage returns",
        "one-character mark",
        "zero width",
        "quotes",
        "wide digits",
    ],
)
def test_spelling_changes_offsets_only(
    spelling: Callable[[str], str], statements: Statements
) -> None:
    text = spelling(TEXT)
    found = statements(text)
    assert told(found) == told(statements(TEXT))
    for one in found:
        for place in one.evidence:
            assert text[place.span.start : place.span.end] == place.span.quote


def test_places_that_say_the_same_are_one_statement(statements: Statements) -> None:
    launches = [one for one in statements(TEXT) if one.type == "Launch"]
    assert [len(one.evidence) for one in launches] == [2]


def test_an_unnamed_subject_of_a_list_is_the_page_s_company(statements: Statements) -> None:
    renaming = next(one for one in statements(TEXT) if one.type == "NameChange")
    assert dict(renaming.roles)["company"][0].text == "하늘소프트"


def test_contradicting_places_stay_two_statements(statements: Statements) -> None:
    found = statements(
        "하늘소프트는 2009년 3월 바다넷을 인수했다.\n• 2009년 7월 : 하늘소프트, 바다넷 인수\n"
    )
    assert sorted(one.date.edtf for one in found if one.date) == ["2009-03", "2009-07"]


def test_an_announcement_and_its_completion_are_two_statements(statements: Statements) -> None:
    found = statements(
        "하늘소프트는 2009년 3월 바다넷 인수를 발표했다.\n"
        "하늘소프트는 2009년 7월 바다넷 인수를 마쳤다.\n"
    )
    assert [(one.status, one.date.edtf) for one in found if one.date] == [
        ("announced", "2009-03"), ("asserted", "2009-07"),
    ]  # fmt: skip


def test_the_header_is_never_read(lexicon: Lexicon, schema: Schema) -> None:
    head = '+++\ntitle = "하늘소프트는 2009년 3월 바다넷을 인수했다."\n+++\n'
    document = Document("a.txt", head + "오늘은 맑다.\n", "", body=len(head))
    assert extract(document, lexicon, schema) == ()


def test_page_furniture_says_nothing(statements: Statements) -> None:
    assert statements("관련기사\n· 하늘소프트, 바다넷 인수\n· 바다넷 2009년 3월 출범\n") == ()
    assert statements("하늘소프트 인수 소식 구독하기 | 바다넷 설립 이야기 공유하기\n") == ()


def test_statements_survive_their_line(statements: Statements, schema: Schema) -> None:
    for one in statements(TEXT):
        again = read(write(one, schema.usual_kind), schema.usual_kind, schema.fits)
        assert replace(again, details=one.details) == one


def test_the_order_of_reading_is_not_the_hash_s(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    outputs = {
        subprocess.run(
            [sys.executable, "-m", "kg", "extract", str(path), "--format", "jsonl"],
            capture_output=True, check=True, env={"PYTHONHASHSEED": seed, "PATH": ""},
            cwd=Path(__file__).parents[2],
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(outputs) == 1
    assert all(json.loads(line)["evidence"] for line in outputs.pop().splitlines())


def test_a_text_without_a_cue_loads_no_tokenizer(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from kg.extract import extract\n"
        "from kg.model.document import Document\n"
        "from kg.ontology.lexicon import load_lexicon\n"
        "from kg.ontology.schema import load_schema\n"
        "lexicon = load_lexicon(Path('ontology/lexicon/ko'))\n"
        "text = Document('a', '오늘은 날이 맑다.', '')\n"
        "found = extract(text, lexicon, load_schema(Path('ontology')))\n"
        "print(found, 'kiwipiepy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.stdout.split() == ["()", "False"]


def test_an_unknown_language_is_refused_with_those_known(lexicon: Lexicon, schema: Schema) -> None:
    document = Document("a.txt", "Hello", "", Header(language="fr"))
    with pytest.raises(KgError, match="no extractor reads the language 'fr'"):
        extract(document, lexicon, schema)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["하늘소프트", "'하늘톡'", "(주)", "인수", "했다.", "를", "는", " ", "\n", "2009년",
             "|", "(", ")", "[[", "]]", "합병", "100억 원", "대표", "의", "자회사", "•", "㈜",
             "은 것은", "\r\n"]
        ),
        max_size=25,
    )
)  # fmt: skip
def test_no_text_breaks_it(statements: Statements, parts: list[str]) -> None:
    text = "".join(parts)
    for one in statements(text):
        for place in one.evidence:
            assert text[place.span.start : place.span.end] == place.span.quote


@pytest.mark.parametrize(
    "text",
    [
        "다온넷 2010년" + " " * 4000 + "설립",
        "2010년 " + "-" * 4000 + " 다온넷 설립",
        "다온넷의 " * 1200 + "대표가 2010년 취임했다.",
        "다온넷은 2010년 " + "인수하고 " * 1200 + "설립했다.",
        "2010 | " * 400 + "다온넷 설립",
        "(" * 500 + "다온넷" + ")" * 500 + " 2010년 설립",
        "다온넷 * 대표는 2010년 취임했다. 다온넷 이 + 대표가 물러났다. 알파베 *다온 회장 취임",
        "다온넷이 푸른뮤직을 인수해 새벽소프트를 설립한 것은 놀랍다.",
    ],
    ids=["blanks", "dashes", "genitives", "clauses", "cells", "brackets", "stars", "cleft"],
)
def test_odd_text_is_read_to_its_end(text: str, statements: Statements) -> None:
    for one in statements(text):
        for place in one.evidence:
            assert text[place.span.start : place.span.end] == place.span.quote
