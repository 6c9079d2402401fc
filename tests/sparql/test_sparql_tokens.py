"""Tokens: a variable is never found in a string, an IRI, a comment or an escaped name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sparql.tokens import tokens, where

VARIABLES = [
    ("SELECT ?a WHERE { ?a ?b $c }", ["a", "a", "b", "c"]),
    ("?회사 ?名前 ?x1 ?1x ?_y", ["회사", "名前", "x1", "1x", "_y"]),
    ("?a # ?b ' \" <\n?c", ["a", "c"]),
    ("\"?a\" '?b' \"\"\"?c\"q\" ?d\"\"\" '''?e'q' \n?f''' ?g", ["g"]),
    (r'"\"?a" ?b "\\" ?c', ["b", "c"]),
    ("<http://e/?a=?b> ?c <?d>", ["c"]),
    ("<http://e/#?a> ?c", ["c"]),
    (r"ex:a\?b ex:c\#d ?e ex:f%3F ?g", ["e", "g"]),
    ("ex:p?/ex:q? ?o", ["o"]),
    ("FILTER(?a<?b&&?c>?d)", ["a", "b", "c", "d"]),
    ("FILTER(?a < ?b && ?c > ?d)", ["a", "b", "c", "d"]),
    ("FILTER(?a <= ?b)", ["a", "b"]),
    ("?s<http://e/p>?o", ["s", "o"]),
    ('"?a"@ko-KR ?b "1"^^<http://t/?x> ?c', ["b", "c"]),
    ("'never closed ?a", ["a"]),
    ("_:b1 ?a _:?b", ["a", "b"]),
]


@pytest.mark.parametrize(("text", "expected"), VARIABLES)
def test_variables(text: str, expected: list[str]) -> None:
    assert [t.variable for t in tokens(text) if t.variable] == expected


@given(st.text(alphabet="?$ab가<>\"'#\\\n {}().:_@1^&|=*/+-"))
def test_tokens_lie_in_the_text_in_order(text: str) -> None:
    position = 0
    for token in tokens(text):
        assert text[token.start : token.end] == token.text
        assert token.start >= position
        position = token.end


def test_place_counts_from_one_in_code_points() -> None:
    assert str(where("가나\n다 ?x", 5, "q.rq")) == "q.rq:2:3"
    assert str(where("", 0, "q.rq")) == "q.rq:1:1"
