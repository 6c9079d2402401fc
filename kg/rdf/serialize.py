"""Quads as text: sorted, grouped by subject, the same bytes whatever order they came in."""

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import IO

import pyoxigraph as ox

from kg.errors import KgError
from kg.rdf.rdfxml import check_rdfxml
from kg.rdf.vocabulary import RDF, RDFS

FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
"""What quads can be written as. turtle, nt and rdfxml hold one graph: quads of several merge."""

_FIRST = {RDF + "type": "0", RDFS + "label": "1"}
_DECLARATION = re.compile(rb"(?:@(?:base|prefix) [^\n]*\n)*")
_CUT_LINE = re.compile(rb"^.*<[/?#>].*$", re.MULTILINE)
_CUT = re.compile(rb'"(?:[^"\\]|\\.)*"|<((?:[/?#][^>]*)?)>')
"""A literal, or an IRI that was cut down to an authority, an absolute path, or less than a path."""


def serialize(
    quads: Iterable[ox.Quad],
    format: str,  # noqa: A002  (the word that users and pyoxigraph have for it)
    output: IO[bytes],
    prefixes: Mapping[str, str],
    base: str = "",
) -> None:
    """Writes the quads to `output` in one of FORMATS, as UTF-8.

    The default graph comes first, then the others by IRI; in each, subjects by IRI, of each
    its types, its labels, then its other properties. In turtle and trig what lies under `base`,
    an IRI that ends in a slash, is relative to it, as in `<company/카카오>`. Raises KgError where
    the format is none of these or RDF/XML cannot hold the quads.
    """
    rdf_format = FORMATS.get(format)
    if rdf_format is None:
        raise KgError("unknown-format", f"no RDF format {format!r}", hint=", ".join(FORMATS))
    if not rdf_format.supports_datasets:
        quads = (ox.Quad(q.subject, q.predicate, q.object) for q in quads)
    ordered = sorted(set(quads), key=_key)
    if format in {"turtle", "trig"}:
        _write_turtle(ordered, rdf_format, output, prefixes, base)
    elif format == "rdfxml":
        check_rdfxml(ordered)
        plain = _text(_triples(ordered), rdf_format, prefixes)
        # XML 1.0, 2.11: a parser makes a bare carriage return a line feed.
        output.write(plain.replace(b"\r", b"&#13;"))
    elif rdf_format.supports_datasets:
        ox.serialize(ordered, output, rdf_format)
    else:
        ox.serialize(_triples(ordered), output, rdf_format)


Key = tuple[str, str, str, str]


def _key(quad: ox.Quad) -> Key:
    graph = quad.graph_name
    predicate = quad.predicate.value
    return (
        "" if isinstance(graph, ox.DefaultGraph) else graph.value,
        _words(quad.subject),
        _FIRST.get(predicate) or predicate,
        str(quad.object),
    )


def _words(subject: ox.NamedNode | ox.BlankNode | ox.Triple) -> str:
    return str(subject) if isinstance(subject, ox.Triple) else subject.value


def _text(
    terms: Iterable[ox.Quad] | Iterable[ox.Triple],
    rdf_format: ox.RdfFormat,
    prefixes: Mapping[str, str],
    base: str = "",
) -> bytes:
    buffer = io.BytesIO()
    ox.serialize(terms, buffer, rdf_format, prefixes=dict(prefixes), base_iri=base or None)
    return buffer.getvalue()


def _triples(quads: Iterable[ox.Quad]) -> Iterator[ox.Triple]:
    return (quad.triple for quad in quads)


def _write_turtle(
    quads: list[ox.Quad],
    rdf_format: ox.RdfFormat,
    output: IO[bytes],
    prefixes: Mapping[str, str],
    base: str,
) -> None:
    """As pyoxigraph writes it, but with the prefixes that are used, sorted, an empty line between
    subjects, and only what lies under the base relative to it."""
    terms = quads if rdf_format.supports_datasets else _triples(quads)
    text = _text(terms, rdf_format, prefixes, base)
    declared = _DECLARATION.match(text)
    body = text[declared.end() :] if declared else text
    if base:
        body = _CUT_LINE.sub(lambda line: _whole(line[0], base), body)
        output.write(f"@base <{base}> .\n".encode())
    for prefix in sorted(prefix for prefix in prefixes if _uses(body, prefix)):
        output.write(f"@prefix {prefix}: <{prefixes[prefix]}> .\n".encode())
    # Every line of the body but a literal's is ours: pyoxigraph escapes line feeds in literals.
    output.write(re.sub(rb"^(?=[^\t\n}])", b"\n", body, flags=re.MULTILINE))


def _whole(line: bytes, base: str) -> bytes:
    """The line with IRIs that only share the base's scheme or authority written out again.

    What is left relative is a path below the base, as in `<company/카카오>`, which every reader
    resolves alike and people recognise. pyoxigraph cuts off more than that.
    """
    scheme, _, rest = base.partition("//")
    authority = f"{scheme}//{rest.partition('/')[0]}"

    def written_out(match: re.Match[bytes]) -> bytes:
        cut: bytes | None = match[1]
        if cut is None:
            return match[0]
        start = base
        if cut.startswith(b"/"):
            start = scheme if cut.startswith(b"//") else authority
        return b"<" + start.encode() + cut + b">"

    return _CUT.sub(written_out, line)


def _uses(body: bytes, prefix: str) -> bool:
    """Whether a shortened IRI, or at least a word in a literal, begins with the prefix."""
    word = prefix.encode() + b":"
    return body.startswith(word) or any(mark + word in body for mark in (b" ", b"\t", b"\n", b"^"))
