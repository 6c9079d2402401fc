"""What is said of a document itself, as quads of its own graph."""

from collections.abc import Iterator

import pyoxigraph as ox

from kg.model.document import Document
from kg.rdf.terms import TYPE, kg, text
from kg.rdf.vocabulary import DCTERMS


def document_quads(document: Document, iri: str) -> set[ox.Quad]:
    """The metadata of the document whose IRI is `iri`, in `GRAPH <iri>`.

    `dcterms:identifier` is the name that the user knows it by; `dcterms:source` an IRI where the
    header gives one, else its words.
    """
    node = ox.NamedNode(iri)
    return {ox.Quad(node, predicate, object_, node) for predicate, object_ in _said(document)}


def _said(document: Document) -> Iterator[tuple[ox.NamedNode, ox.NamedNode | ox.Literal]]:
    header = document.header
    yield TYPE, kg("Document")
    yield _dcterms("identifier"), text(document.name)
    yield kg("sha256"), text(document.sha256)
    if header.title:
        yield _dcterms("title"), text(header.title)
    if header.published:
        yield _dcterms("issued"), text(header.published.edtf)
    if header.language:
        yield _dcterms("language"), text(header.language)
    if header.source:
        yield _dcterms("source"), _source(header.source)


def _source(words: str) -> ox.NamedNode | ox.Literal:
    try:
        return ox.NamedNode(words)
    except ValueError:
        return text(words)


def _dcterms(local: str) -> ox.NamedNode:
    return ox.NamedNode(DCTERMS + local)
