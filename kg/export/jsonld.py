"""The graph as JSON-LD (W3C Recommendation, JSON-LD 1.1) that reads as plain JSON.

It is compacted by the context that comes with kg, which stands in the file: nobody fetches it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import IO, Any

import pyoxigraph as ox

from kg.export.request import Request
from kg.export.selection import everything, facts
from kg.ontology.shipped import shipped
from kg.rdf.serialize import Statement, in_order, serialize
from kg.rdf.vocabulary import RDF, XSD

CONTEXT = "context.jsonld"
Json = Any
Context = Mapping[str, Any]

_TYPE = RDF + "type"
_EXACT = 2**53
"""Below it every reader of JSON has whole numbers exactly (RFC 8259, 6)."""


class _NotCompactedError(Exception):
    """Something that the context would give another meaning."""


def published_context() -> Context:
    """The terms of the context that comes with kg."""
    text = (shipped("ontology") / CONTEXT).read_text(encoding="utf-8")
    terms: Context = json.loads(text)["@context"]
    return terms


def write_jsonld(request: Request, output: IO[bytes]) -> None:
    """A node a line, in the order of Turtle; a graph of claims is a node that holds others.

    A graph that the context would give another meaning, as where an IRI begins with `date:`, is
    written without it.
    """
    store = request.store
    quads = list(everything(store) if request.with_claims else facts(store, request.base))
    terms = published_context()
    try:
        nodes = list(_Compaction(terms).nodes(in_order(quads, datasets=True)))
    except _NotCompactedError:
        serialize(quads, "jsonld", output, request.prefixes, request.base)
        return
    head = f'{{\n"@context": {_json(terms)},\n"@graph": ['
    output.write(f"{head}\n{_lines(nodes)}]\n}}\n".encode())


def _lines(nodes: Iterable[Json]) -> str:
    written = ",\n".join(_json(node) for node in nodes)
    return f"{written}\n" if written else ""


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)


class _Compaction:
    """Names IRIs and values as a context does."""

    def __init__(self, terms: Context) -> None:
        self._terms = terms
        self._definitions: dict[str, tuple[str, Mapping[str, str]]] = {}
        for term, said in terms.items():
            definition = {"@id": said} if isinstance(said, str) else said
            self._definitions[self._whole(definition["@id"])] = (term, definition)
        self._vocabulary = {iri: term for iri, (term, _) in self._definitions.items()}

    def _whole(self, iri: str) -> str:
        prefix, _, local = iri.partition(":")
        return f"{self._terms[prefix]}{local}" if prefix in self._terms else iri

    def nodes(self, statements: Iterable[Statement]) -> Iterator[Json]:
        """Nodes of the default graph, then the other graphs."""
        for graph, of in groupby(statements, _graph):
            nodes = (self._node(subject, said) for subject, said in groupby(of, _subject))
            if isinstance(graph, ox.DefaultGraph):
                yield from nodes
            else:
                yield {"id": self._iri(graph), "@graph": list(nodes)}

    def _node(self, subject: object, statements: Iterable[Statement]) -> Json:
        node: dict[str, Json] = {"id": self._iri(subject)}
        for predicate, of in groupby(statements, lambda one: one.predicate.value):
            objects = [one.object for one in of]
            if predicate == _TYPE and not any(isinstance(one, ox.Literal) for one in objects):
                node["type"] = [self._word(one) for one in objects]
                continue
            key, definition = self._definitions.get(predicate, (None, {}))
            values = [self._value(one, definition.get("@type")) for one in objects]
            alone = len(values) == 1 and "@container" not in definition
            node[key or self._named(predicate)] = values[0] if alone else values
        return node

    def _value(self, term: object, coerced: str | None) -> Json:
        if isinstance(term, ox.Literal):
            return self._literal(term, coerced)
        if coerced == "@vocab":
            return self._word(term)
        return self._iri(term) if coerced == "@id" else {"id": self._iri(term)}

    def _literal(self, term: ox.Literal, coerced: str | None) -> Json:
        datatype = term.datatype.value
        if term.language:
            if term.direction is not None:
                raise _NotCompactedError
            return {"@value": term.value, "@language": term.language}
        if coerced and not coerced.startswith("@") and datatype == self._whole(coerced):
            return term.value
        if datatype == XSD + "string":
            return {"@value": term.value} if coerced else term.value
        if not coerced and datatype == XSD + "integer" and _is_exact(term.value):
            return int(term.value)
        return {"@value": term.value, "@type": self._named(datatype)}

    def _word(self, term: object) -> str:
        """A class or property by its term."""
        found = self._vocabulary.get(term.value) if isinstance(term, ox.NamedNode) else None
        return found or self._iri(term)

    def _iri(self, term: object) -> str:
        if isinstance(term, ox.BlankNode):
            return str(term)
        if not isinstance(term, ox.NamedNode):
            raise _NotCompactedError
        return self._named(term.value)

    def _named(self, iri: str) -> str:
        """The IRI whole, as it is in queries."""
        scheme, _, rest = iri.partition(":")
        if scheme in self._terms and not rest.startswith("//"):
            raise _NotCompactedError
        return iri


def _graph(statement: Statement) -> object:
    return statement.graph_name if isinstance(statement, ox.Quad) else ox.DefaultGraph()


def _subject(statement: Statement) -> object:
    return statement.subject


def _is_exact(text: str) -> bool:
    """Whether JSON's number gives the literal back: canonical, and exact in every reader."""
    return text.removeprefix("-").isascii() and _canonical(text) == text


def _canonical(text: str) -> str | None:
    try:
        number = int(text)
    except ValueError:
        return None
    return str(number) if abs(number) < _EXACT else None
