"""The sentence behind a node of the graph, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import Where
from kg.gate.lookup import Lookup, Term
from kg.gate.passage import passage
from kg.model.document import Document
from kg.rdf.vocabulary import DCTERMS, KG


@dataclass(frozen=True, slots=True)
class Evidenced:
    """A passage with the offsets of what is meant in it; nothing where there is no evidence."""

    sentence: str = ""
    mark: tuple[int, int] | None = None
    where: Where | None = None


def evidence_of(node: Term, data: Lookup, documents: Mapping[str, Document]) -> Evidenced:
    """The best evidence of a node, or the node itself where it is a span."""
    for name in ("bestEvidence", "evidence"):
        for span in data.objects(node, _kg(name)):
            return _span(span, data, documents)
    if data.objects(node, _kg("quote")):
        return _span(node, data, documents)
    return Evidenced()


def _span(span: Term, data: Lookup, documents: Mapping[str, Document]) -> Evidenced:
    source = _first(span, "inDocument", data) or _head(span)
    quote = _first(span, "quote", data)
    start, end, line = (_number(_first(span, name, data)) for name in ("start", "end", "line"))
    document = documents.get(source)
    if document is not None and start is not None and end is not None:
        shown = passage(document, start, end)
        return Evidenced(shown.text, shown.mark, shown.where)
    name = _name(source, data)
    lead = len(quote) - len(quote.lstrip())
    where = Where(name, line, lead + 1 if quote and line is not None else None)
    return Evidenced(quote.strip(), None, where if name else None)


def _name(source: str, data: Lookup) -> str:
    """A document as the user knows it, else its IRI."""
    if not source:
        return ""
    found = data.objects(ox.NamedNode(source), ox.NamedNode(DCTERMS + "identifier"))
    return next((one.value for one in found if isinstance(one, ox.Literal)), source)


def _kg(name: str) -> ox.NamedNode:
    return ox.NamedNode(KG + name)


def _first(node: Term, name: str, data: Lookup) -> str:
    found = data.objects(node, _kg(name))
    return found[0].value if found else ""


def _head(span: Term) -> str:
    return span.value.partition("#")[0] if isinstance(span, ox.NamedNode) else ""


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else None
