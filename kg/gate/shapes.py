"""SHACL validation of what a change can affect, with pySHACL as the authority."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError, Where
from kg.gate.focus import Targets, with_targets
from kg.gate.lookup import Lookup, Term
from kg.gate.neighbourhood import Changed, classes_of, neighbourhood, wide
from kg.gate.processor import run_pyshacl
from kg.gate.reach import SUBCLASS, Chain, UnboundedError, chains
from kg.gate.results import Setting, findings_of
from kg.model.document import Document
from kg.model.finding import Finding
from kg.rdf.changed import Quads
from kg.rdf.parse import parse_as_written


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What was found, and the nodes that each shape with a target has judged, as N-Triples terms:
    of these nodes, or of values that are judged with them, there is no other finding of that
    shape. A node that is no target of it any more counts as judged."""

    findings: tuple[Finding, ...]
    judged: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A validation report (SHACL, section 3.6) with which nodes it is about, as in `Verdicts`."""

    report: tuple[ox.Quad, ...]
    judged: Mapping[str, frozenset[str]]


def validate(
    data: Quads | Iterable[ox.Quad],
    shapes: Path,
    ontology: Iterable[ox.Quad],
    *,
    changed: Iterable[ox.Quad] | None = None,
    more_shapes: Iterable[ox.Quad] = (),
    documents: Mapping[str, Document] | None = None,
) -> tuple[Finding, ...]:
    """What the shapes find in the data, whichever graphs its triples stand in, in a fixed order.

    With `changed` (quads added to it and removed from it) only nodes whose verdict they can
    change are judged; the findings are those that judging everything would give for these nodes.
    `ontology` says which class is below which, `more_shapes` are judged with those of the file.
    `documents`, by IRI, lend findings their sentences. Raises KgError where the shapes are not
    well-formed.
    """
    return verdicts(
        data, shapes, ontology, changed=changed, more_shapes=more_shapes, documents=documents
    ).findings


def verdicts(
    data: Quads | Iterable[ox.Quad],
    shapes: Path,
    ontology: Iterable[ox.Quad],
    *,
    changed: Iterable[ox.Quad] | None = None,
    more_shapes: Iterable[ox.Quad] = (),
    documents: Mapping[str, Document] | None = None,
) -> Verdicts:
    """As `validate`, but also says which nodes each shape has judged."""
    rules = [*shape_quads(shapes), *more_shapes]
    below = [quad for quad in ontology if quad.predicate == SUBCLASS]
    found = judgement(Lookup(data, below), rules, str(shapes), changed)
    findings = findings_of(found.report, Lookup(rules), Lookup(data), Setting(documents or {}))
    return Verdicts(findings, found.judged)


def judgement(
    data: Lookup, shapes: Iterable[ox.Quad], name: str, changed: Iterable[ox.Quad] | None = None
) -> Judgement:
    """The report on the data, or on what these changed quads can affect in it.

    Raises KgError about the shapes, by this name, where they cannot be applied.
    """
    rules = Lookup(shapes)
    scope = _Scope(data, rules)
    focus, judged = scope.focus(None if changed is None else Changed(data, changed))
    spelt = {str(shape): frozenset(map(str, nodes)) for shape, nodes in judged.items()}
    if not any(focus.values()):
        return Judgement((), spelt)
    raw = run_pyshacl(scope.read(focus), with_targets(rules, focus), name, rules.quads())
    return Judgement(raw.quads, spelt)


def reaches(
    shapes: Path, ontology: Iterable[ox.Quad], more_shapes: Iterable[ox.Quad] = ()
) -> dict[str, bool]:
    """Each shape with a target, by its IRI: whether what it reads has a bound, so that a change
    has few nodes judged again; one that may read anything is judged whole at every change.

    Raises KgError where the shapes cannot be read.
    """
    rules = Lookup([*shape_quads(shapes), *more_shapes])
    below = [quad for quad in ontology if quad.predicate == SUBCLASS]
    known = _Scope(Lookup(below), rules).chains
    return {str(getattr(shape, "value", shape)): one is not None for shape, one in known.items()}


def shape_quads(path: Path) -> list[ox.Quad]:
    """The triples of a shapes file, with its blank nodes: an IRI would be a path of its own.

    Raises KgError where it cannot be read or parsed.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "cannot be read"
        raise KgError("no-shapes", reason, Where(str(path)), "a file of SHACL shapes") from None
    parsed = parse_as_written(data, path.suffix, str(path), path.resolve().as_uri())
    return [quad for quad, _ in parsed]


Focus = dict[Term, set[Term]]
"""The nodes that each shape is to judge."""


class _Scope:
    """Which nodes each shape is to judge, and which quads that takes."""

    def __init__(self, data: Lookup, shapes: Lookup) -> None:
        self._data = data
        self._targets = Targets(shapes, data)
        self.chains: dict[Term, frozenset[Chain] | None] = {}
        for shape in self._targets.shapes():
            try:
                self.chains[shape] = chains(shapes, shape) | self._targets.chains(shape)
            except UnboundedError:
                self.chains[shape] = None

    def focus(self, changed: Changed | None) -> tuple[Focus, Focus]:
        """The targets of each shape, or those of them whose verdict a change can affect; and all
        nodes whose verdict it can affect, for some may be no targets any more."""
        judging: Focus = {}
        judged: Focus = {}
        if changed is not None:
            changed.affected(one for known in self.chains.values() for one in wide(known or ()))
        for shape, known in self.chains.items():
            if changed is None:
                judging[shape] = judged[shape] = self._targets.nodes(shape)
            elif known is None:
                judging[shape] = self._targets.nodes(shape)
                judged[shape] = judging[shape] | changed.affected(self._targets.chains(shape))
            else:
                near = judged[shape] = changed.affected(known)
                judging[shape] = self._targets.among(shape, near)
        return judging, judged

    def read(self, focus: Focus) -> set[ox.Quad]:
        """What the verdicts on these nodes rest on: all quads where a shape may read any."""
        quads: set[ox.Quad] = set()
        for shape, nodes in focus.items():
            known = self.chains[shape]
            if nodes and known is None:
                return set(self._data.quads())
            quads |= neighbourhood(self._data, nodes, known or ())
        return quads | classes_of(self._data, quads)
