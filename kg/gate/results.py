"""A validation report (SHACL, section 3.6) as findings: in words, with the sentence behind it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import pyoxigraph as ox

from kg.errors import Where
from kg.gate.abbreviation import Abbreviation
from kg.gate.component_words import Asked, component_words
from kg.gate.described import local
from kg.gate.evidence import Evidenced, evidence_of
from kg.gate.lookup import TYPE, Lookup, Term
from kg.gate.rdf_places import RdfPlaces
from kg.gate.reach import sh
from kg.gate.subjects import named
from kg.model.document import Document
from kg.model.finding import INFO, VIOLATION, WARNING, Finding, Related
from kg.rdf.vocabulary import KG, SH

_SEVERITIES = {str(sh("Warning")): WARNING, str(sh("Info")): INFO}
"""A severity of a workspace's own refuses, as sh:Violation does."""
_HINT = ox.NamedNode(KG + "hint")


@dataclass(frozen=True, slots=True)
class Setting:
    """What lends findings their words and places: documents by IRI for sentences, short forms of
    terms, and the places in RDF files where the data is theirs and no graph's."""

    documents: Mapping[str, Document] = field(default_factory=dict)
    short: Abbreviation = field(default_factory=Abbreviation)
    places: RdfPlaces | None = None


def findings_of(
    report: Iterable[ox.Quad], shapes: Lookup, data: Lookup, setting: Setting
) -> tuple[Finding, ...]:
    """One finding a result, violations first, then by focus node, shape, path and value; those
    of files in the order of their places."""
    graph = Lookup(report)
    results = (
        result
        for root in graph.subjects(TYPE, sh("ValidationReport"))
        for result in graph.objects(root, sh("result"))
    )
    found = [_finding(_Result.of(one, graph), shapes, data, setting) for one in results]
    ordered = sorted(found, key=_order)
    return tuple(ordered if setting.places is None else sorted(ordered, key=_by_place))


def _order(finding: Finding) -> tuple[int | str, ...]:
    rank = (VIOLATION, WARNING, INFO).index(finding.severity)
    about = (finding.focus, finding.shape, finding.path, finding.value, finding.component)
    return (rank, *about, *sorted(finding.message.values()))


def _by_place(finding: Finding) -> tuple[bool, str, int, int]:
    where = finding.where or Where("")
    return not where.name, where.name, where.line or 0, where.column or 0


@dataclass(frozen=True, slots=True)
class _Result:
    """A validation result; `path` is an IRI or the head of a path in `graph`, the report."""

    graph: Lookup
    focus: Term | None
    shape: Term | None
    path: Term | None
    value: Term | None
    component: Term | None
    severity: Term | None
    messages: tuple[Term, ...]

    @staticmethod
    def of(result: Term, report: Lookup) -> "_Result":
        """The result as the report has it."""

        def one(name: str) -> Term | None:
            return next(iter(report.objects(result, sh(name))), None)

        return _Result(
            report,
            one("focusNode"),
            one("sourceShape"),
            one("resultPath"),
            one("value"),
            one("sourceConstraintComponent"),
            one("resultSeverity"),
            tuple(report.objects(result, sh("resultMessage"))),
        )


def _finding(result: _Result, shapes: Lookup, data: Lookup, setting: Setting) -> Finding:
    focus, shape, value = result.focus, result.shape, result.value
    path = setting.short.path(result.path, result.graph) if result.path else ""
    fact, said, evidence = _about(result, path, data, setting)
    return Finding(
        slug=_local(shape) or _local(result.component) or "shape",
        severity=_SEVERITIES.get(str(result.severity), VIOLATION),
        fact=fact,
        message=_message(result, path, said, shapes, data, setting.short),
        where=evidence.where,
        hint=_texts(shapes.objects(shape, _HINT)) or None if shape else None,
        focus=_spelt(focus),
        path=local(result.path) or _spelt(result.path) or (path if setting.places else ""),
        value=said,
        shape=_spelt(shape),
        sentence=evidence.sentence,
        mark=evidence.mark,
        component=_spelt(result.component),
        other=value.value if isinstance(value, ox.NamedNode) else "",
        related=_related(value, said, data, setting),
    )


def _related(value: Term | None, said: str, data: Lookup, setting: Setting) -> tuple[Related, ...]:
    """The fact that the focus node does not go with, where it has evidence of its own."""
    if setting.places is not None or not isinstance(value, ox.NamedNode):
        return ()
    found = evidence_of(value, data, setting.documents)
    return () if found.where is None else (Related(said, found.where, found.sentence),)


def _about(
    result: _Result, path: str, data: Lookup, setting: Setting
) -> tuple[str, str, Evidenced]:
    """What a result is about, and its value, in words, and where it stands."""
    focus, value = result.focus, result.value
    if focus is None:
        return "", "", Evidenced()
    if setting.places is None:
        said = named(value, data) if value else ""
        evidence = evidence_of(focus, data, setting.documents)
        return named(focus, data), said, _marked(evidence, local(result.path))
    said = _in_short(value, data, setting.short) if value else ""
    found = Evidenced()
    if value and isinstance(result.path, ox.NamedNode):
        found = setting.places.value(focus, result.path, value)
    if found.where is None:
        found = setting.places.node(focus)
    fact = " ".join(filter(None, (_in_short(focus, data, setting.short), path)))
    return fact, said, found


def _marked(evidence: Evidenced, path: str) -> Evidenced:
    """A line of an RDF file with the property marked in it, where it names it."""
    at = evidence.sentence.find(f"kg:{path}") if path and evidence.mark is None else -1
    if at < 0 or evidence.where is None or evidence.where.column is None:
        return evidence
    where = replace(evidence.where, column=evidence.where.column + at)
    return Evidenced(evidence.sentence, (at, at + len(f"kg:{path}")), where)


def _in_short(term: Term, data: Lookup, short: Abbreviation) -> str:
    """A term; of a node without a name, its types."""
    if not isinstance(term, ox.BlankNode):
        return short.term(term)
    types = short.terms(data.objects(term, TYPE))
    return f"[ a {types} ]" if types else "[]"


def _message(
    result: _Result, path: str, said: str, shapes: Lookup, data: Lookup, short: Abbreviation
) -> dict[str, str]:
    """As the shape says it; where it says nothing, what its constraint asks for."""
    if result.shape is not None and not shapes.objects(result.shape, sh("message")):
        count = ""
        if result.focus is not None and isinstance(result.path, ox.NamedNode):
            count = str(len(data.objects(result.focus, result.path)))
        asked = Asked(result.shape, _spelt(result.component), said, path, count)
        words = component_words(asked, shapes, short)
        if words:
            return words
    return _texts(result.messages)


def _texts(literals: Iterable[Term]) -> dict[str, str]:
    """Messages by language; what is there in one language or none stands for the other too."""
    found: dict[str, str] = {}
    for literal in literals:
        if isinstance(literal, ox.Literal):
            found.setdefault((literal.language or "").partition("-")[0], literal.value)
    if not found:
        return {}
    first = found.get("en") or found.get("") or next(iter(found.values()))
    return {"en": found.get("en", first), "ko": found.get("ko", found.get("", first))}


def _local(term: Term | None) -> str:
    """The last part of an IRI; "" for a blank node, whose name says nothing."""
    if not isinstance(term, ox.NamedNode) or "#bnode-" in term.value:
        return ""
    return term.value.removeprefix(SH).rstrip("/").replace("#", "/").rsplit("/", 1)[-1]


def _spelt(term: Term | None) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""
