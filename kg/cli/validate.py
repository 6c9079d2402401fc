"""`kg validate`: would these facts get in? And any shapes over any data."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.completing import files
from kg.cli.findings import summary, verdict
from kg.cli.reports import Report, form_option, shacl_quads, show
from kg.cli.session import language, say
from kg.errors import KgError, Where
from kg.model.finding import VIOLATION, WARNING, Finding, refused_facts

if TYPE_CHECKING:
    from kg.gate.processor import RdfFile
    from kg.pipeline.inputs import Input
    from kg.pipeline.settings import Settings

_STDIN = "-"


@click.command("validate")
@click.argument("files", nargs=-1, required=True, metavar="FILE… | -", shell_complete=files)
@click.option(
    "--shapes",
    metavar="FILE",
    help="Judge the data by these SHACL shapes alone.",
    shell_complete=files,
)
@click.option(
    "--document",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The document that all claims are about, whatever document they name.",
)
@form_option
@click.option("--strict", is_flag=True, help="Take warnings as violations.")
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    shapes: str | None,
    document: Path | None,
    form: str,
    strict: bool,
) -> None:
    """Would these facts get in? Writes nothing.

    Documents, claims (.jsonl) and RDF facts are judged as kg load judges them, together with what
    is loaded where there is a workspace. Exit code 1: something is refused.

    \b
    kg validate new-facts.ttl                      RDF facts
    kg validate claims.jsonl --document report.txt what a person or a model read in a document
    kg extract report.txt --format jsonl | kg validate -
    kg validate data.ttl --shapes shapes.ttl --format turtle    any shapes over any data
    """
    lang = language(ctx)
    if shapes is not None:
        ctx.exit(_process(files, shapes, form, lang))
    ctx.exit(_judge(files, document, form, lang, strict))


def _judge(
    files: tuple[str, ...], document: Path | None, form: str, lang: str, strict: bool
) -> int:
    """Judges inputs as a load would; the exit code."""
    from kg.pipeline.load import Request  # noqa: PLC0415  (--shapes and --help need none of it)
    from kg.pipeline.trial import trial  # noqa: PLC0415

    settings = _settings()
    inputs = _inputs(files, settings.root)
    tried = trial(settings, inputs, Request(inputs, document, strict))
    findings = [f for reading in tried.readings for f in reading.findings] + [*tried.together]
    errors = [reading.error for reading in tried.readings if reading.error is not None]
    for error in errors:
        say(f"kg: {error}")
    if len(errors) == len(tried.readings):
        return 2
    checked = sum(reading.count for reading in tried.readings)
    refused = refused_facts(findings)
    report = Report(
        findings,
        [one.name for one in inputs],
        {"checked": checked, "refused": refused},
        summary(checked, refused, lang),
        lambda: shacl_quads(findings, settings.base),
        errors,
    )
    show(report, form, lang)
    return 2 if errors else _exit_code(findings, strict)


def _settings() -> "Settings":
    """Those of the workspace; outside of one, of a workspace that has nothing of its own."""
    from kg.workspace import find  # noqa: PLC0415
    from kg.workspace.config import Config  # noqa: PLC0415
    from kg.workspace.workspace import Workspace  # noqa: PLC0415

    try:
        return find().settings
    except KgError as error:
        if error.slug != "no-workspace":
            raise
        return Workspace(Path.cwd(), Config()).settings


def _inputs(files: tuple[str, ...], root: Path) -> "tuple[Input, ...]":
    """Files by their suffix; standard input is claims, or Turtle where it is no JSON."""
    from kg.pipeline.inputs import Input, given, holds_claims, piped  # noqa: PLC0415
    from kg.store.manifest import RDF  # noqa: PLC0415

    named = given((name for name in files if name != _STDIN), root)
    if _STDIN not in files:
        return named
    data = sys.stdin.buffer.read()
    if not data.strip() or holds_claims(data):
        return (*named, piped(data))
    return (*named, Input("stdin.ttl", RDF, None, data))


def _process(files: tuple[str, ...], shapes: str, form: str, lang: str) -> int:
    """Validates as a SHACL processor; the exit code."""
    from kg.gate.processor import process  # noqa: PLC0415  (only --shapes needs it)

    found = process([_rdf_file(name) for name in files], _rdf_file(shapes))
    for note in found.notes:
        say(f"kg: {shapes}: {note}")
    report = Report(
        found.findings,
        files,
        {"conforms": found.conforms},
        verdict(found.conforms, len(found.findings), lang),
        lambda: found.quads,
    )
    show(report, form, lang)
    return 0 if found.conforms else 1


def _rdf_file(name: str) -> "RdfFile":
    from kg.gate.processor import RdfFile  # noqa: PLC0415

    if name == _STDIN:
        return RdfFile("stdin.ttl", ".ttl", sys.stdin.buffer.read(), "stdin:/")
    path = Path(name)
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "it is not readable"
        raise KgError("unreadable", f"cannot be read: {reason}", Where(name)) from None
    return RdfFile(name, path.suffix, data, path.resolve().as_uri())


def _exit_code(findings: Iterable[Finding], strict: bool) -> int:
    """1 where something is refused; with `strict` a warning refuses too, a note never."""
    severities = {finding.severity for finding in findings}
    return int(VIOLATION in severities or (strict and WARNING in severities))
