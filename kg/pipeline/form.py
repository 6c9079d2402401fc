"""The shapes over what each input says, by itself: whatever else is loaded, the same verdict."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pyoxigraph as ox

from kg.model.finding import VIOLATION, WARNING, Finding
from kg.pipeline import claim_record
from kg.pipeline.apart import apart, number_of, signed, unsigned
from kg.pipeline.claimed import Claimed
from kg.pipeline.derive import Content, derive
from kg.pipeline.hold import held_back, in_lines
from kg.pipeline.judge import judge
from kg.pipeline.ontology import Ontology
from kg.pipeline.source import Reading


def with_form(readings: Sequence[Reading], ontology: Ontology, base: str) -> list[Reading]:
    """The readings with what the shapes find in each; a violation refuses it.

    Facts together are judged later, with all that is loaded; but an RDF file that contradicts
    itself, and cites no document for it, is refused here.
    """
    whole = ox.Store()
    documents = {}
    terms = {
        quad.subject.value for quad in ontology.quads if isinstance(quad.subject, ox.NamedNode)
    }
    for number, reading in enumerate(readings):
        if not reading.refused:
            whole.extend(apart(_facts(reading, ontology, base), number, base, terms))
            for source in reading.sources:
                if source.document is not None:
                    documents[signed(source.iri, number)] = source.document
    found: dict[int | None, list[Finding]] = {}
    for finding in judge(whole, ontology, documents=documents).findings:
        found.setdefault(number_of(finding), []).append(finding)
    claimed = Claimed(whole)
    return [
        _judged(reading, found.get(number, ()), claimed, number, ontology, base)
        for number, reading in enumerate(readings)
    ]


def _judged(
    reading: Reading,
    found: Sequence[Finding],
    claimed: Claimed,
    number: int,
    ontology: Ontology,
    base: str,
) -> Reading:  # fmt: skip
    own = [one for one in (_own(f, claimed, reading, number) for f in found) if _is_of_form(one)]
    if not own:
        return reading
    placed = (in_lines(one, reading, claimed, number) for one in own)
    told = replace(reading, findings=(*reading.findings, *_each_once(map(unsigned, placed))))
    if not reading.hold:
        return told
    return held_back(told, own, claimed, number, lambda one: with_form([one], ontology, base)[0])


def _each_once(findings: Iterable[Finding]) -> list[Finding]:
    """The findings less what one says of an event that another says of its claim."""
    kept: dict[object, Finding] = {}
    for number, one in enumerate(findings):
        if one.where is None or one.other:
            kept[number] = one
            continue
        kept.setdefault((one.shape, one.path, one.value, one.where, one.passage), one)
    return list(kept.values())


def _facts(reading: Reading, ontology: Ontology, base: str) -> set[ox.Quad]:
    contents = [
        Content(frozenset(claim_record.read(claim_record.write(source.claims))), source.kept)
        for source in reading.sources
    ]
    return set(derive(contents, (), ontology.schema, base).quads)


def _is_of_form(finding: Finding) -> bool:
    """Whether it is about one fact by itself, and more than a note."""
    return finding.severity == VIOLATION or (finding.severity == WARNING and not finding.other)


def _own(finding: Finding, claimed: Claimed, reading: Reading, number: int) -> Finding:
    """A warning about two facts that an RDF file states on its own word alone is a violation."""
    if finding.severity != WARNING or not finding.other:
        return finding
    if any(source.document is not None for source in reading.sources):
        return finding
    lines = tuple(f"{signed(source.iri, number)}#line=" for source in reading.sources)
    evidence = claimed.evidence(claimed.about(finding.focus, finding.other))
    own = evidence and all(span.startswith(lines) for span in evidence)
    return replace(finding, severity=VIOLATION) if own else finding
