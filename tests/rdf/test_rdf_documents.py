"""What is said of a document itself."""

import pyoxigraph as ox
import pytest

from kg.model.dates import PartialDate
from kg.model.document import Document, Header
from kg.rdf.documents import document_quads
from kg.rdf.vocabulary import DCTERMS, KG

IRI = "https://example.org/kg/document/history"


def _said(header: Header) -> dict[str, object]:
    document = Document("data/documents/history.txt", "글", "abc", header)
    quads = document_quads(document, IRI)
    assert {quad.graph_name for quad in quads} == {ox.NamedNode(IRI)}
    assert {quad.subject for quad in quads} == {ox.NamedNode(IRI)}
    found = {quad.predicate.value.removeprefix(DCTERMS): quad.object for quad in quads}
    assert len(found) == len(quads)
    return found


def test_a_document_without_a_header_has_a_name_and_a_digest() -> None:
    assert _said(Header()) == {
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type": ox.NamedNode(KG + "Document"),
        "identifier": ox.Literal("data/documents/history.txt"),
        KG + "sha256": ox.Literal("abc"),
    }


def test_a_header_adds_what_it_says() -> None:
    header = Header("history", "역사", PartialDate("2022-10"), "https://example.com/a", "ko")
    found = _said(header)
    assert {key: found[key] for key in ("title", "issued", "source", "language")} == {
        "title": ox.Literal("역사"),
        "issued": ox.Literal("2022-10"),
        "source": ox.NamedNode("https://example.com/a"),
        "language": ox.Literal("ko"),
    }


@pytest.mark.parametrize("source", ["일간지 2014년 5월 26일 3면", "https://example.com/a b", "a<b"])
def test_a_source_that_is_no_iri_is_kept_as_words(source: str) -> None:
    assert _said(Header(source=source))["source"] == ox.Literal(source)
