"""A validation report (SHACL, section 3.6) as findings: in words, with the sentence behind it."""

from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from kg.gate.described import local
from kg.gate.evidence import Evidenced, evidence_of
from kg.gate.lookup import TYPE, Lookup, Term
from kg.gate.reach import sh
from kg.gate.subjects import named
from kg.model.document import Document
from kg.model.finding import INFO, VIOLATION, WARNING, Finding
from kg.rdf.vocabulary import KG, SH

_SEVERITIES = {str(sh("Warning")): WARNING, str(sh("Info")): INFO}
"""A severity of a workspace's own refuses, as sh:Violation does."""
_HINT = ox.NamedNode(KG + "hint")


def findings_of(
    report: Iterable[ox.Quad], shapes: Lookup, data: Lookup, documents: Mapping[str, Document]
) -> tuple[Finding, ...]:
    """One finding a result, violations first, then by focus node, shape, path and value."""
    graph = Lookup(report)
    results = (
        result
        for root in graph.subjects(TYPE, sh("ValidationReport"))
        for result in graph.objects(root, sh("result"))
    )
    found = [_finding(one, graph, shapes, data, documents) for one in results]
    return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> tuple[int, str, str, str, str]:
    rank = (VIOLATION, WARNING, INFO).index(finding.severity)
    return rank, finding.focus, finding.shape, finding.path, finding.value


def _finding(
    result: Term, report: Lookup, shapes: Lookup, data: Lookup, documents: Mapping[str, Document]
) -> Finding:
    def one(name: str) -> Term | None:
        return next(iter(report.objects(result, sh(name))), None)

    focus, shape, path, value = (
        one(name) for name in ("focusNode", "sourceShape", "resultPath", "value")
    )
    component = one("sourceConstraintComponent")
    evidence = evidence_of(focus, data, documents) if focus else Evidenced()
    severity = one("resultSeverity")
    return Finding(
        slug=_local(shape) or _local(component) or "shape",
        severity=_SEVERITIES.get(str(severity), VIOLATION),
        fact=named(focus, data) if focus else "",
        message=_texts(report.objects(result, sh("resultMessage"))),
        where=evidence.where,
        hint=_texts(shapes.objects(shape, _HINT)) or None if shape else None,
        focus=_spelt(focus),
        path=local(path) or _spelt(path),
        value=named(value, data) if value else "",
        shape=_spelt(shape),
        sentence=evidence.sentence,
        mark=evidence.mark,
        component=_spelt(component),
        other=value.value if isinstance(value, ox.NamedNode) else "",
    )


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
