"""Quads as text: sorted, grouped by subject, the same bytes whatever order they came in."""

import gc
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
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

_DEFAULT = ox.DefaultGraph()
_TYPE, _LABEL = f"<{RDF}type>", f"<{RDFS}label>"
_DECLARATION = re.compile(rb"(?:@(?:base|prefix) [^\n]*\n)*")
_ENDS = (b"</", b"<?", b"<#", b"<>")
"""What an IRI begins with, in text, that was cut down to an authority, an absolute path, or less
than a path."""
_CUT_LINE = re.compile(rb"^.*<[/?#>].*$", re.MULTILINE)
_CUT = re.compile(rb'"(?:[^"\\]|\\.)*"|<((?:[/?#][^>]*)?)>')
"""A literal, or an IRI that was cut down so."""


Subject = ox.NamedNode | ox.BlankNode | ox.Triple
Statement = ox.Quad | ox.Triple
Graph = ox.NamedNode | ox.BlankNode | ox.DefaultGraph


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
    with _uncollected():
        ordered = in_order(quads, rdf_format.supports_datasets)
        if format in {"turtle", "trig"}:
            _write_turtle(ordered, rdf_format, output, prefixes, base)
        elif format == "rdfxml":
            check_rdfxml(ordered)
            plain = _text(ordered, rdf_format, prefixes)
            # XML 1.0, 2.11: a parser makes a bare carriage return a line feed.
            output.write(plain.replace(b"\r", b"&#13;"))
        else:
            output.write(_text(ordered, rdf_format, {}))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of cycles: pyoxigraph's terms make none, and walking a million of them
    again and again is a tenth of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def in_order(quads: Iterable[ox.Quad], datasets: bool) -> list[Statement]:
    """Each statement once: the default graph first, then the others by IRI, each by subject.

    Without `datasets` all are in the default graph. Sorting the few statements of a subject at a
    time takes less time and memory than sorting all of them by longer keys.
    """
    graphs: defaultdict[Graph, defaultdict[Subject, list[Statement]]]
    graphs = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        graph = quad.graph_name
        if datasets or graph == _DEFAULT:
            graphs[graph][quad.subject].append(quad)
        else:
            graphs[_DEFAULT][quad.subject].append(quad.triple)
    ordered: list[Statement] = []
    for graph in sorted(graphs, key=_words):
        subjects = graphs.pop(graph)
        for subject in sorted(subjects, key=_words):
            keyed = {_key(one): one for one in subjects[subject]}
            ordered += [keyed[key] for key in sorted(keyed)]
    return ordered


def _key(statement: Statement) -> str:
    """As N-Quads write it, but with types and labels spelt so that they come first.

    A triple and a quad of the default graph are spelt alike.
    """
    return str(statement).replace(_TYPE, "<!0", 1).replace(_LABEL, "<!1", 1)


def _words(term: Subject | Graph) -> str:
    if isinstance(term, ox.DefaultGraph):
        return ""
    return str(term) if isinstance(term, ox.Triple) else term.value


def _text(
    statements: list[Statement],
    rdf_format: ox.RdfFormat,
    prefixes: Mapping[str, str],
    base: str = "",
) -> bytes:
    buffer = io.BytesIO()
    ox.serialize(
        statements,  # type: ignore[arg-type]  # it takes both in one row
        buffer,
        rdf_format,
        prefixes=dict(prefixes),
        base_iri=base or None,
    )
    return buffer.getvalue()


def _write_turtle(
    statements: list[Statement],
    rdf_format: ox.RdfFormat,
    output: IO[bytes],
    prefixes: Mapping[str, str],
    base: str,
) -> None:
    """As pyoxigraph writes it, but with the prefixes that are used, sorted, an empty line between
    subjects, and only what lies under the base relative to it."""
    text = _text(statements, rdf_format, prefixes, base)
    declared = _DECLARATION.match(text)
    body = text[declared.end() :] if declared else text
    if base:
        if any(end in body for end in _ENDS):
            body = _CUT_LINE.sub(lambda line: _whole(line[0], base), body)
        output.write(f"@base <{base}> .\n".encode())
    for prefix in sorted(prefix for prefix in prefixes if _uses(body, prefix)):
        output.write(f"@prefix {prefix}: <{prefixes[prefix]}> .\n".encode())
    # Every end of a line is pyoxigraph's own: it escapes line feeds in literals.
    opening = body.find(b" {\n")
    graphs = len(body) if opening < 0 else body.rfind(b"\n", 0, opening) + 1
    _write_apart(body[:graphs], b" .\n", output)
    _write_apart(body[graphs:], b"\n}\n", output)


def _write_apart(text: bytes, end: bytes, output: IO[bytes]) -> None:
    """Text of parts that end so, an empty line before each of them."""
    if text:
        output.write(b"\n")
        output.write(text.replace(end, end + b"\n")[:-1])


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
    if word not in body:
        return False
    return body.startswith(word) or any(mark + word in body for mark in (b" ", b"\t", b"\n", b"^"))
