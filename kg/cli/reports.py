"""The forms in which findings are printed: for people, for programs, for other tools."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from kg.cli.findings import block
from kg.cli.terminal import output, put, tell
from kg.errors import KgError
from kg.model.finding import Finding

if TYPE_CHECKING:
    import pyoxigraph as ox

FORMS = ("text", "json", "turtle", "sarif", "junit")


def form_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command the parameter `form`: in which of the forms it prints its report."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(FORMS),
        default="text",
        show_default=True,
        help="turtle: a SHACL validation report; sarif and junit: for editors and build servers.",
    )(function)


@dataclass(frozen=True, slots=True)
class Report:
    """What there is to print: the findings, the names of the files, what stands at the head of the
    JSON, the last line of the text, the triples of the SHACL report, made when asked for, and the
    inputs that could not be read."""

    findings: Sequence[Finding]
    names: Sequence[str]
    head: Mapping[str, Any]
    verdict: str
    quads: "Callable[[], Iterable[ox.Quad]]"
    unreadable: Sequence[KgError] = ()


def show(report: Report, form: str, lang: str) -> None:
    """Prints the report to standard output."""
    match form:
        case "json":
            from kg.cli.plain_report import plain, plain_error  # noqa: PLC0415

            listed = [plain(finding) for finding in report.findings]
            unreadable = [plain_error(error) for error in report.unreadable]
            _json({**report.head, "findings": listed, "unreadable": unreadable})
        case "sarif":
            from kg.cli.sarif import sarif  # noqa: PLC0415  (only who asks for it pays)

            _json(sarif(report.findings, lang, report.unreadable))
        case "junit":
            from kg.cli.junit import junit  # noqa: PLC0415

            put(junit(report.findings, report.names, lang, report.unreadable))
        case "turtle":
            from kg.rdf.serialize import serialize  # noqa: PLC0415
            from kg.rdf.vocabulary import PREFIXES  # noqa: PLC0415

            serialize(report.quads(), "turtle", output(), PREFIXES)
        case _:
            for finding in report.findings:
                tell(block(finding, lang) + "\n")
            tell(report.verdict)


def shacl_quads(findings: Sequence[Finding], base: str) -> "Iterable[ox.Quad]":
    """The findings as a SHACL validation report."""
    from kg.gate.shacl_report import shacl_report  # noqa: PLC0415

    return shacl_report(findings, base)


def _json(value: object) -> None:
    put(json.dumps(value, ensure_ascii=False, indent=1))
