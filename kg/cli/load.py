"""`kg load`: documents, RDF facts and claims into the graph."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.completing import files
from kg.cli.delivering import check_endpoint, deliver_to, endpoint_options, say_endpoint_plan
from kg.cli.session import language
from kg.cli.waiting import patience, wait_option
from kg.errors import KgError
from kg.workspace import find

if TYPE_CHECKING:
    from kg.pipeline.inputs import Input


@click.command("load")
@click.argument("files", nargs=-1, metavar="[FILE… | -]", shell_complete=files)
@click.option(
    "--document",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The document that all claims are about, whatever document they name.",
)
@click.option(
    "--id",
    "identifier",
    metavar="ID",
    help="What standard input is called: a document, or by its suffix RDF facts.",
)
@click.option("--dry-run", is_flag=True, help="Print what would be loaded; write nothing.")
@click.option("--strict", is_flag=True, help="Refuse facts that do not make sense together.")
@click.option(
    "--on-violation",
    type=click.Choice(["refuse", "hold"]),
    default="refuse",
    show_default=True,
    help="Refuse a file of claims whole, or set its wrong lines aside in a file of their own.",
)
@endpoint_options
@wait_option
@click.pass_context
def command(  # noqa: PLR0913, PLR0917  (one parameter an option)
    ctx: click.Context,
    /,
    files: tuple[str, ...],
    document: Path | None,
    identifier: str | None,
    dry_run: bool,
    strict: bool,
    on_violation: str,
    wait: float,
    **to: Any,
) -> None:
    """Load documents, RDF facts or claims into the graph.

    Without a file it loads what has changed in the workspace's data folder, and retracts what is
    gone from there. A file gets in whole or not at all (claims line by line with --on-violation
    hold); loading it again replaces what it said.

    \b
    kg load                                     what has changed in data/
    kg load report.txt facts.ttl                a document and RDF facts
    kg load claims.jsonl                        claims that a person or a model wrote
    kg extract report.txt --format jsonl | kg load -
    kg load - --id press/2024-05 < report.txt   a document from a pipe
    kg load - --id facts.ttl < facts.ttl        RDF facts from a pipe
    kg load --dry-run                           only the plan
    kg load --endpoint http://localhost:7878/query

    With --endpoint the graph of this workspace is then given to a SPARQL endpoint: what has changed
    since the last time. KG_ENDPOINT_USER and KG_ENDPOINT_PASSWORD, or KG_ENDPOINT_TOKEN, say who
    asks, KG_ENDPOINT_TIMEOUT how many seconds an answer may take.
    """
    from kg.cli.held import set_aside  # noqa: PLC0415  (completion needs none of it)
    from kg.cli.loading import say_held, say_plan, say_report  # noqa: PLC0415  (likewise)
    from kg.pipeline.load import Request, load, plan  # noqa: PLC0415  (likewise)

    check_endpoint(to)
    settings = find().settings
    hold = on_violation == "hold"
    request = Request(_inputs(files, identifier, settings.root), document, strict, hold)
    if dry_run:
        say_plan(plan(settings, request), language(ctx))
        say_endpoint_plan(to, language(ctx))
        return
    report = load(settings, request, datetime.now(UTC), patience(wait))
    say_report(report, language(ctx))
    for file in report.files:
        if file.held:
            say_held(file, set_aside(file, settings.data), document, language(ctx))
    deliver_to(to, settings, patience(wait), language(ctx))
    ctx.exit(report.exit_code)


def _inputs(
    files: tuple[str, ...], identifier: str | None, root: Path
) -> "tuple[Input, ...] | None":
    """What the arguments name; None for the data folder."""
    from kg.pipeline.inputs import STDIN, given, piped  # noqa: PLC0415  (likewise)

    if identifier is not None and STDIN not in files:
        raise KgError("no-stdin", "--id names a document from standard input", hint="add -")
    if not files:
        return None
    named = given((name for name in files if name != STDIN), root)
    if STDIN not in files:
        return named
    return (*named, piped(sys.stdin.buffer.read(), identifier))
