"""Findings as a SHACL validation report (W3C Recommendation of 2017, section 3.6)."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from urllib.parse import quote

import pyoxigraph as ox

from kg.gate.processor import canonical
from kg.gate.reach import sh
from kg.model.finding import INFO, VIOLATION, WARNING, Finding
from kg.rdf.iris import document, line
from kg.rdf.terms import TYPE
from kg.rdf.vocabulary import KG, XSD

_SEVERITIES = {VIOLATION: sh("Violation"), WARNING: sh("Warning"), INFO: sh("Info")}


def shacl_report(findings: Iterable[Finding], base: str) -> list[ox.Quad]:
    """The report, its blank nodes canonical, sorted.

    A note that no shape makes, such as of text around claims, is no result. What no shape has
    found is told as of the constraint component `kg:SLUG`; what has no IRI yet, as a line of
    claims, goes by the IRI of its line (`<document#line=2,3>`) below `base`.
    """
    report = ox.BlankNode()
    listed = [finding for finding in findings if finding.severity != INFO or finding.shape]
    conforms = ox.Literal(str(not listed).lower(), datatype=ox.NamedNode(XSD + "boolean"))
    quads = [
        ox.Quad(report, TYPE, sh("ValidationReport")),
        ox.Quad(report, sh("conforms"), conforms),
    ]
    for finding in listed:
        result = ox.BlankNode()
        quads.append(ox.Quad(report, sh("result"), result))
        quads += (ox.Quad(result, *pair) for pair in _said(finding, base))
    return canonical(quads)


def _said(finding: Finding, base: str) -> Iterator[tuple[ox.NamedNode, ox.NamedNode | ox.Literal]]:
    yield TYPE, sh("ValidationResult")
    yield sh("focusNode"), _focus(finding, base)
    yield sh("resultSeverity"), _SEVERITIES[finding.severity]
    component = finding.component or KG + quote(finding.slug)
    yield sh("sourceConstraintComponent"), ox.NamedNode(component)
    if finding.shape:
        yield sh("sourceShape"), ox.NamedNode(finding.shape)
    if finding.path.isidentifier():
        yield sh("resultPath"), ox.NamedNode(KG + finding.path)
    if finding.other:
        yield sh("value"), ox.NamedNode(finding.other)
    for language, text in sorted(finding.message.items()):
        yield sh("resultMessage"), ox.Literal(text, language=language)


def _focus(finding: Finding, base: str) -> ox.NamedNode:
    with suppress(ValueError):  # no IRI: there is none, or the focus node is a literal
        return ox.NamedNode(finding.focus)
    where = finding.where
    if where is None:
        return ox.NamedNode(document(base, finding.slug))
    source = document(base, where.name)
    return ox.NamedNode(source if where.line is None else line(source, where.line))
