"""IRIs that read as what they name."""

import pyoxigraph as ox
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.rdf import iris

SEGMENTS = [
    ("다음 카페", "다음_카페"),
    ("A&B", "A%26B"),
    ("C++", "C++"),
    ("100%", "100%25"),
    ("a/b", "a%2Fb"),
    ("카카오(법인)", "카카오%28법인%29"),
    ("", "_"),
    (".", "%2E"),
    ("..", "%2E%2E"),
    ("a.b", "a.b"),
    ("a\u200bb", "a%E2%80%8Bb"),
]


@pytest.mark.parametrize(("text", "segment"), SEGMENTS)
def test_a_segment_reads_as_its_text(text: str, segment: str) -> None:
    assert iris.slug(text) == segment


@given(st.text())
@example("\U000e0100")
def test_every_text_makes_an_iri_that_no_resolver_changes(text: str) -> None:
    iri = f"https://example.org/kg/company/{iris.slug(text)}"
    turtle = f"@base <https://example.org/kg/> . <company/{iris.slug(text)}> a <{iri}> ."
    (quad,) = ox.parse(turtle, format=ox.RdfFormat.TURTLE)
    assert quad.subject == ox.NamedNode(iri) == quad.object


@pytest.mark.parametrize(
    ("uri", "iri"),
    [
        ("https://e/%EA%B0%80", "https://e/가"),
        ("https://e/%ea%b0%80%20%2F", "https://e/가%20%2F"),
        ("https://e/\u1100\u1161", "https://e/가"),
        ("https://e/%FF%EA", "https://e/%FF%EA"),
        ("https://e/a%E2%80%8Bb", "https://e/a%E2%80%8Bb"),
        ("https://e/100%25", "https://e/100%25"),
    ],
)
def test_letters_for_what_encodes_them(uri: str, iri: str) -> None:
    assert iris.decoded(uri) == iri


@given(st.text())
def test_what_is_decoded_already_stays(text: str) -> None:
    iri = f"https://example.org/kg/company/{iris.slug(text)}"
    assert iris.decoded(iri) == iri
