"""Reads an input of each kind: a document, RDF facts, claims as JSON lines."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from kg.documents import read_bytes
from kg.documents.header import is_unclosed
from kg.errors import KgError, Where
from kg.gate.claim_units import NumberedLine
from kg.gate.lines import Checked, check_lines, document_names
from kg.gate.messages import worded
from kg.gate.sources import read_facts
from kg.gate.statements import check
from kg.model import line as json_line
from kg.model.document import Document
from kg.model.finding import INFO, Finding
from kg.model.statement import Statement
from kg.ontology.lexicon import Lexicon, load_lexicon
from kg.pipeline.inputs import Input, holds_claims
from kg.pipeline.library import Held, Library
from kg.pipeline.ontology import Ontology
from kg.pipeline.source import Fact, Reading, Source, canonical
from kg.rdf import iris
from kg.rdf.documents import document_quads
from kg.rdf.parse import decode
from kg.store.manifest import CLAIMS, DOCUMENT, RDF


class Reader:
    """Reads inputs with one ontology; the lexicon is read when a document needs it. With `hold`
    the wrong lines of claims are held back and do not refuse the others."""

    def __init__(
        self, ontology: Ontology, base: str, library: Library, *, hold: bool = False
    ) -> None:
        self.ontology = ontology
        self.base = base
        self._schema = ontology.schema
        self._library = library
        self._hold = hold

    @cached_property
    def _lexicon(self) -> Lexicon:
        return load_lexicon(self.ontology.lexicon)

    def read(self, one: Input) -> Reading:
        """What the input says. An input that cannot be read is a reading with an error."""
        try:
            return _READERS[one.kind](self, one, one.read())
        except KgError as error:
            return Reading(one, b"", error=error)

    def document(self, one: Input, data: bytes) -> Reading:
        """A document's statements, as the lines that `kg extract` prints would be read."""
        from kg.extract import extract  # noqa: PLC0415  (the tokenizer, for documents only)

        suffix = one.path.suffix if one.path else ".txt"
        document = read_bytes(data, one.name, suffix)
        extracted = extract(document, self._lexicon, self._schema)
        statements = [self._as_read(statement) for statement in extracted]
        findings = (*_notes(document), *check(statements, document, self._schema))
        source = self._source((document, data), statements)
        return Reading(one, data, (source,), len(statements), findings)

    def claims(self, one: Input, data: bytes) -> Reading:
        """The statements of JSON lines, by the documents that they name."""
        text = decode(data, one.name)
        if data.strip() and not holds_claims(data):
            raise KgError(
                "no-claims", "holds no claims as JSON lines", Where(one.name),
                "a claim is a JSON object on one line, as kg extract --format jsonl prints it",
            )  # fmt: skip
        held = self._library.all(document_names(text))
        documents = {name: document for name, (document, _) in held.items()}
        checked = check_lines(text, one.name, documents, self._schema)
        sources = self._by_document(checked.statements, held.values())
        reading = Reading(
            one, data, sources, len(checked.good) + len(checked.bad), checked.findings,
            lines=self._lines(checked, held.values()),
        )  # fmt: skip
        return replace(reading, hold=True, held=checked.bad) if self._hold else reading

    def rdf(self, one: Input, data: bytes) -> Reading:
        """The claims of an RDF file, and its triples that are no facts."""
        iri = iris.document(self.base, one.name)
        terms = self.ontology.quads
        found = read_facts(data, one.name, iri, self._schema, self.base, ontology=terms)
        facts = tuple((claim,) for claim in found.claims)
        source = Source(iri, one.name, facts, canonical(found.kept))
        return Reading(one, data, (source,), found.checked, found.findings)

    def _as_read(self, statement: Statement) -> Statement:
        written = json_line.write(statement, self._schema.usual_kind)
        return json_line.read(written, self._schema.usual_kind, self._schema.fits)

    def _by_document(
        self, statements: Iterable[Statement], held: Iterable[Held]
    ) -> tuple[Source, ...]:
        by_name: dict[str, list[Statement]] = {}
        for statement in statements:
            by_name.setdefault(statement.document, []).append(statement)
        named = {one[0].name: one for one in held}
        return tuple(self._source(named[name], by_name[name]) for name in sorted(by_name))

    def _lines(
        self, checked: Checked, held: Iterable[Held]
    ) -> dict[Fact, tuple[NumberedLine, ...]]:
        """The lines that state each fact: one that two lines state is one fact."""
        keys = {document.name: document.key for document, _ in held}
        found: dict[Fact, tuple[NumberedLine, ...]] = {}
        for line, statement in checked.good:
            fact = statement.claims(iris.document(self.base, keys[statement.document]))
            found[fact] = (*found.get(fact, ()), line)
        return found

    def _source(self, held: Held, statements: Iterable[Statement]) -> Source:
        document, data = held
        iri = iris.document(self.base, document.key)
        facts = tuple(dict.fromkeys(statement.claims(iri) for statement in statements))
        kept = frozenset(document_quads(document, iri))
        return Source(iri, document.name, facts, kept, document, data)


def _notes(document: Document) -> Iterator[Finding]:
    """What a user may not have meant, and is no fault."""
    if is_unclosed(document):
        message, hint = worded("no-header", {})
        where = Where(document.name, 1, 1)
        yield Finding("no-header", INFO, document.name, message, where=where, hint=hint)


_READERS: Mapping[str, Callable[[Reader, Input, bytes], Reading]] = {
    DOCUMENT: Reader.document,
    CLAIMS: Reader.claims,
    RDF: Reader.rdf,
}
