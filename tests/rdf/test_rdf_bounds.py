"""RDF files that nest without end or stand for more than they say are refused with their place."""

from collections.abc import Callable

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError
from kg.query.files import dataset
from kg.rdf.bounds import DEEPEST, check_bounds
from kg.rdf.parse import parse_as_written, parse_rdf

RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:a="urn:a#">'


def quoted(depth: int) -> str:
    return f"<urn:a> <urn:b> {'<<( <urn:s> <urn:p> ' * depth}<urn:o>{' )>>' * depth} ."


def reified(depth: int) -> str:
    return f"{'<< <urn:s> <urn:p> ' * depth}<urn:o>{' >>' * depth} <urn:p> <urn:o> ."


def elements(depth: int) -> str:
    levels = depth // 2
    return (
        f"{RDF}{'<rdf:Description><a:b>' * levels}{'</a:b></rdf:Description>' * levels}</rdf:RDF>"
    )


def literal(depth: int) -> str:
    inner = "<x a='/>'>" * depth + "</x>" * depth
    content = f'<a:b rdf:parseType="Literal">{inner}</a:b>'
    return f'{RDF}<rdf:Description rdf:about="urn:a">{content}</rdf:Description></rdf:RDF>'


DEEP = [
    (quoted, ".ttl"), (quoted, ".trig"), (quoted, ".nt"), (quoted, ".nq"), (reified, ".ttl"),
    (elements, ".rdf"), (literal, ".rdf"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "suffix"), DEEP)
def test_what_nests_without_end_is_refused(
    make: Callable[[int], str], suffix: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = make(50_000).encode()
    with pytest.raises(KgError, match=rf"x:1:\d+: more than {DEEPEST} \w+ in each other"):
        list(parse_rdf(data, suffix, "x", "urn:x"))
    path = tmp_path_factory.mktemp("deep") / f"x{suffix}"
    path.write_bytes(data)
    with pytest.raises(KgError, match=f"more than {DEEPEST}"):
        dataset([str(path)], [])


@pytest.mark.parametrize("make", [elements, literal])
def test_a_depth_that_some_have_is_read(make: Callable[[int], str]) -> None:
    assert list(parse_as_written(make(DEEPEST - 20).encode(), ".rdf", "x", "urn:x"))


def test_marks_in_texts_comments_and_names_are_none() -> None:
    text = (
        "<urn:a> <urn:p> \"<<\" , '''<<''' . # <<\n" * 300
        + '<urn:a> <urn:p> """ "" << \\""" """ .\n' * 300
        + "<urn:s> <urn:p> <urn:o> .\n"
    )
    check_bounds(text, ox.RdfFormat.TURTLE, "x")
    comments = f"{RDF}{'<!-- <a> -->' * 500}{'<![CDATA[<a>]]>' * 500}</rdf:RDF>"
    check_bounds(comments, ox.RdfFormat.RDF_XML, "x")


BOMB = (
    '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f'{RDF}<rdf:Description rdf:about="urn:a"><a:b>&b;</a:b></rdf:Description></rdf:RDF>'
)


@pytest.mark.parametrize(
    "text", [BOMB, BOMB.replace('"aaaaaaaaaa"', f'"{"a" * 300}"'),
             BOMB.replace('"aaaaaaaaaa"', 'SYSTEM "file:///etc/passwd"')]
)  # fmt: skip
def test_entities_are_namespaces_only(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("entities") / "x.rdf"
    path.write_text(text, encoding="utf-8")
    for read in (
        lambda: list(parse_rdf(text.encode(), ".rdf", "x", "urn:x")),
        lambda: dataset([str(path)], []),
    ):
        with pytest.raises(KgError, match="is more than a short text"):
            read()


PARTS = (
    "<a>",
    "</a>",
    "<a/>",
    '<a b="',
    "'",
    '"',
    ">",
    "<",
    "<!--",
    "-->",
    "<?",
    "?>",
    "<!",
    "x",
    "[",
    "]]>",
)


@given(st.lists(st.sampled_from(PARTS)))
def test_any_text_has_a_verdict(parts: list[str]) -> None:
    check_bounds("".join(parts), ox.RdfFormat.RDF_XML, "x")
