"""kg as a SHACL processor: any shapes over any data, without a workspace."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pyoxigraph as ox

from kg.errors import KgError, Where
from kg.gate.abbreviation import Abbreviation
from kg.gate.lookup import TYPE, Lookup
from kg.gate.message_languages import in_languages
from kg.gate.quiet import quiet
from kg.gate.rdf_places import RdfPlaces, ReadFile
from kg.gate.reach import sh
from kg.gate.results import Setting, findings_of
from kg.gate.spelt_out import spelt_out
from kg.gate.watch import watched
from kg.model.finding import Finding
from kg.rdf.parse import decode, parse_as_written, prefixes_of
from kg.rdf.vocabulary import PREFIXES


@dataclass(frozen=True, slots=True)
class RdfFile:
    """A file as it was read: `suffix` gives its format, `base` the IRI of relative IRIs."""

    name: str
    suffix: str
    data: bytes
    base: str


@dataclass(frozen=True, slots=True)
class Report:
    """A validation report (SHACL, section 3): sorted triples, blank nodes canonical; findings; and
    notes about the shapes."""

    conforms: bool
    quads: tuple[ox.Quad, ...]
    findings: tuple[Finding, ...]
    notes: tuple[str, ...] = ()


class Raw(NamedTuple):
    """A report as triples, and what pySHACL notes about the shapes: what it did not apply."""

    quads: tuple[ox.Quad, ...]
    notes: tuple[str, ...]


_LONGEST = 300
"""Code points of a reason that are shown."""


def process(data: Sequence[RdfFile], shapes: RdfFile) -> Report:
    """Validates the union of the data files against the shapes, as the Recommendation says.

    Raises KgError where a file cannot be parsed, or where the shapes are not well-formed.
    """
    read = [tuple(_parsed(file)) for file in data]
    quads = [quad for parsed in read for quad, _ in parsed]
    rules = [quad for quad, _ in _parsed(shapes)]
    report, notes = run_pyshacl(quads, rules, shapes.name)
    lookup = Lookup(report)
    roots = lookup.subjects(TYPE, sh("ValidationReport"))
    verdicts = [one.value for root in roots for one in lookup.objects(root, sh("conforms"))]
    findings: tuple[Finding, ...] = ()
    if verdicts != ["true"]:
        files = [_read_file(file, parsed) for file, parsed in zip(data, read, strict=True)]
        short = _abbreviation([*files, _read_file(shapes, ())])
        findings = findings_of(
            report, Lookup(rules), Lookup(quads), Setting(short=short, places=RdfPlaces(files))
        )
    return Report(verdicts == ["true"], tuple(canonical(report)), findings, notes)


def canonical(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    """The quads with canonical blank nodes (RDFC-1.0), sorted."""
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(dataset, key=str)


def run_pyshacl(
    data: Iterable[ox.Quad],
    shapes: Iterable[ox.Quad],
    name: str,
    shapes_graph: Iterable[ox.Quad] | None = None,
) -> Raw:
    """The report of pySHACL, whose verdicts count, about the data's triples in whichever graph.

    `shapes_graph` is what queries of `$shapesGraph` read, where that is not these shapes. Raises
    KgError about the shapes, by the name of their file, where they cannot be applied.
    """
    import pyshacl  # noqa: PLC0415  (0.2 s; only a validation needs it)

    from kg.gate.rdflib_bridge import data_graph, graph_of, quads_of  # noqa: PLC0415

    rules = list(shapes)
    known = rules if shapes_graph is None else shapes_graph
    with quiet() as notes:
        data_read, rules_read = data_graph(data, known), graph_of(spelt_out(rules))
        try:
            with watched():
                _, report, text = pyshacl.validate(
                    data_read, shacl_graph=rules_read, inference="none", inplace=True
                )
        except Exception as error:  # whatever its parts raise on shapes that are not well-formed
            raise _not_applicable(error, name) from error
    if not hasattr(report, "serialize"):
        raise _not_applicable(str(text), name)
    return Raw(tuple(in_languages(quads_of(report), rules)), tuple(notes))


def _parsed(file: RdfFile) -> Iterator[tuple[ox.Quad, int]]:
    return parse_as_written(file.data, file.suffix, file.name, file.base)


def _read_file(file: RdfFile, parsed: tuple[tuple[ox.Quad, int], ...]) -> ReadFile:
    prefixes = prefixes_of(file.data, file.suffix, file.name, file.base)
    text = decode(file.data, file.name)
    return ReadFile(file.name, text, parsed, tuple(sorted(prefixes.items())), file.base)


def _abbreviation(files: Sequence[ReadFile]) -> Abbreviation:
    """The prefixes of the files, the first that declares one counts; then those of kg itself."""
    prefixes = dict(PREFIXES)
    for file in reversed(files):
        prefixes |= dict(file.prefixes)
    return Abbreviation(prefixes, tuple(file.base for file in files))


def _not_applicable(reason: Exception | str, name: str) -> KgError:
    said = " ".join(str(reason).split()) or f"pySHACL fails on them ({type(reason).__name__})"
    said = said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
    return KgError("bad-shapes", f"cannot be applied: {said}", Where(name))
