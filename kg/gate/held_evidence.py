"""Is each quote of the graph still what its document says, at that very place?"""

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from kg.errors import Where
from kg.gate.judgement import Fault
from kg.gate.lookup import TYPE, Lookup, Term
from kg.gate.messages import worded
from kg.gate.passage import find_quote, passage
from kg.gate.statements import short
from kg.model.document import Document
from kg.model.finding import VIOLATION, Finding
from kg.rdf.vocabulary import KG

_SPAN = ox.NamedNode(KG + "Span")


def evidence_findings(
    data: Lookup, documents: Mapping[str, Document], texts: Mapping[str, str]
) -> Iterator[Finding]:
    """What is wrong with the spans of documents, in the order of their IRIs.

    `documents` are those whose text can be read, by IRI; `texts` the names of all that the graph
    rests on. A span of a source that has no text (an RDF file's line) is none of these.
    """
    for span in sorted(data.subjects(TYPE, _SPAN), key=str):
        iri = str(getattr(span, "value", ""))
        source = iri.partition("#")[0]
        if source not in texts:
            continue
        start, end, quote = (_value(span, name, data) for name in ("start", "end", "quote"))
        document = documents.get(source)
        if document is None:
            yield _finding(
                iri, Fault("text-lost", "", {"given": texts[source]}), None, texts[source]
            )
            continue
        if not (start.isdecimal() and end.isdecimal()):
            continue  # a shape says so
        if document.text[int(start) : int(end)] != quote:
            given = {"start": start, "end": end, "quote": short(quote), "change": ""}
            found = find_quote(document, quote, int(start))
            slug = "quote-not-found" if found is None else "quote-elsewhere"
            given |= {} if found is None else {"found": f"{found[0]}..{found[1]}"}
            place = found or (int(start), int(end))
            yield _finding(iri, Fault(slug, "quote", given), (document, *place), texts[source])


def _finding(
    span: str, fault: Fault, place: tuple[Document, int, int] | None, name: str
) -> Finding:
    message, hint = worded(fault.slug, fault.given)
    shown = passage(*place) if place is not None else None
    return Finding(
        slug=fault.slug,
        severity=VIOLATION,
        fact=f"<{span}>",
        message=message,
        where=shown.where if shown else Where(name),
        hint=hint,
        focus=span,
        path=fault.path,
        sentence=shown.text if shown else "",
        mark=shown.mark if shown else None,
    )


def _value(node: Term, name: str, data: Lookup) -> str:
    found = data.objects(node, ox.NamedNode(KG + name))
    return next((one.value for one in found if isinstance(one, ox.Literal)), "")
