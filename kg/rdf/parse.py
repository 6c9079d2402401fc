"""RDF files as quads, each with the line where it stands.

The parser is pyoxigraph's. It reads no network and no other file: a remote JSON-LD context and an
external entity are errors. A file's blank nodes become IRIs, so that loading it again gives the
same graph.
"""

import re
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.errors import KgError, Where
from kg.rdf.bounds import check_bounds
from kg.rdf.canonical import canonical_labels

FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".owl": ox.RdfFormat.RDF_XML,
    ".jsonld": ox.RdfFormat.JSON_LD,
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
"""The formats by the suffix of a file's name and by the name that `--format` takes."""

SUFFIXES = tuple(sorted(key for key in FORMATS if key.startswith(".")))


def parse_rdf(
    data: bytes, suffix_or_format: str, name: str, base_iri: str, blanks: str | None = None
) -> Iterator[tuple[ox.Quad, int]]:
    """The quads of an RDF file in the file's order, each with its line, counted from 1.

    Relative IRIs are resolved against `base_iri`. A blank node becomes the IRI
    `<blanks#bnode-c14n0>` with its label of RDFC-1.0 (W3C, RDF Dataset Canonicalization);
    `blanks` is `base_iri` unless given.
    A quad over several lines has the line where it ends, or the one after it. Raises KgError with
    line and column where the file is not UTF-8, not well-formed, or nothing that this graph holds.
    """
    parsed = list(parse_as_written(data, suffix_or_format, name, base_iri))
    yield from _without_blank_nodes(parsed, name, blanks or base_iri)


def parse_as_written(
    data: bytes, suffix_or_format: str, name: str, base_iri: str
) -> Iterator[tuple[ox.Quad, int]]:
    """The same with its blank nodes, which have new labels each time. Raises KgError likewise."""
    fmt = format_of(suffix_or_format, name)
    text = decode(data, name)
    check_bounds(text, fmt, name)
    parsed = _parse(text.encode("utf-8"), fmt, name, base_iri)
    yield from _lines_of_json(text, parsed, base_iri) if fmt == ox.RdfFormat.JSON_LD else parsed


def prefixes_of(data: bytes, suffix_or_format: str, name: str, base_iri: str) -> dict[str, str]:
    """The prefixes that a file declares, with their namespaces. Raises KgError likewise."""
    parser = ox.parse(
        decode(data, name).encode("utf-8"),
        format=format_of(suffix_or_format, name),
        base_iri=base_iri,
    )
    try:
        for _ in parser:
            pass
    except SyntaxError as error:
        raise syntax_error(error, name) from None
    return dict(parser.prefixes)


def format_of(suffix_or_format: str, name: str) -> ox.RdfFormat:
    """The format of a suffix (`.ttl`) or name (`turtle`). Raises KgError for any other."""
    try:
        return FORMATS[suffix_or_format.lower()]
    except KeyError:
        raise KgError(
            "unknown-format",
            f"{suffix_or_format or 'no suffix'} is no RDF format that kg reads",
            Where(name),
            f"known are {', '.join(SUFFIXES)}",
        ) from None


def decode(data: bytes, name: str) -> str:
    """The text of a file, less its byte order mark. Raises KgError naming the byte that is bad."""
    if b"\0" in data:
        raise KgError("binary", f"is not text: byte {data.index(0)} is NUL", Where(name))
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise KgError(
            "not-utf8",
            f"is not UTF-8: byte {error.start} is 0x{data[error.start]:02X}",
            Where(name, line),
            "save the file as UTF-8",
        ) from None


class _Lines:
    """A file that hands out one line at a time, so that its reader's place is known.

    A line longer than what is asked for is handed out in pieces; it counts from its first.
    """

    def __init__(self, data: bytes) -> None:
        self._lines = iter(data.splitlines(keepends=True))
        self._rest = b""
        self.count = 0

    def read(self, size: int = -1) -> bytes:
        """The next line or the next piece of it; empty at the end."""
        if not self._rest:
            self._rest = next(self._lines, b"")
            self.count += bool(self._rest)
        piece = self._rest if size < 0 else self._rest[:size]
        self._rest = self._rest[len(piece) :]
        return piece


def _parse(
    data: bytes, fmt: ox.RdfFormat, name: str, base_iri: str
) -> Iterator[tuple[ox.Quad, int]]:
    lines = _Lines(data.replace(b"\r\n", b"\n").replace(b"\r", b"\n"))
    try:
        for quad in ox.parse(lines, format=fmt, base_iri=base_iri, rename_blank_nodes=True):  # type: ignore[arg-type]  # read() is all it calls
            if isinstance(quad.object, ox.Triple):
                raise KgError(
                    "triple-term", "a triple as a term is RDF 1.2", Where(name, lines.count)
                )
            yield quad, max(lines.count, 1)
    except SyntaxError as error:
        raise syntax_error(error, name, max(lines.count, 1)) from None


def syntax_error(error: SyntaxError, name: str, line: int | None = None) -> KgError:
    """The parser's message without the place, which stands before it, in one line."""
    message = re.sub(
        r"^Parser error at line \d+ (between columns \d+ and|column) \d+: ", "", error.msg
    )
    if "LoadDocumentCallback" in message:
        message = "a context elsewhere is not fetched: write the context into the file"
    where = Where(name, error.lineno or line, error.offset)
    return KgError("syntax", " ".join(message.split()), where)


_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')


def _lines_of_json(
    text: str, parsed: Iterable[tuple[ox.Quad, int]], base_iri: str
) -> Iterator[tuple[ox.Quad, int]]:
    """The lines of JSON-LD: its parser reads the whole file first, so they are looked for.

    A quad's line is the first one, from its subject's on, that holds its object as a string.
    """
    index: dict[str, list[int]] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        for match in _STRING.finditer(line):
            index.setdefault(match[1], []).append(number)

    def first(term: object, after: int) -> int | None:
        spelt = getattr(term, "value", "")
        short = re.split(r"[/#]", spelt)[-1]
        found = (index.get(s, ()) for s in (spelt, spelt.removeprefix(base_iri), short))
        return min((n for lines in found for n in lines if n >= after), default=None)

    for quad, _ in parsed:
        start = first(quad.subject, 1) or 1
        yield quad, first(quad.object, start) or start


def _without_blank_nodes(
    parsed: list[tuple[ox.Quad, int]], name: str, source: str
) -> Iterator[tuple[ox.Quad, int]]:
    labels = canonical_labels([quad for quad, _ in parsed], name)
    if not labels:
        yield from parsed
        return
    iris = {
        node: ox.NamedNode(f"{source.partition('#')[0]}#bnode-{label}")
        for node, label in labels.items()
    }
    for quad, line in parsed:
        subject, graph = quad.subject, quad.graph_name
        renamed = ox.Quad(
            iris[subject] if isinstance(subject, ox.BlankNode) else subject,
            quad.predicate,
            iris[quad.object] if isinstance(quad.object, ox.BlankNode) else quad.object,
            iris[graph] if isinstance(graph, ox.BlankNode) else graph,
        )
        yield renamed, line
