"""`kg retract`: takes a source's claims out of the graph."""

from datetime import UTC, datetime

import click

from kg.cli.completing import sources
from kg.cli.session import language
from kg.cli.waiting import patience, wait_option
from kg.workspace import find


@click.command("retract")
@click.argument("source", shell_complete=sources)
@wait_option
@click.pass_context
def command(ctx: click.Context, source: str, wait: float) -> None:
    """Take a source's claims out of the graph.

    SOURCE is a path, a name as kg status shows it, or an IRI. What other sources say of the same
    stays. A document leaves with all claims about it, a file of claims with its own. What lies in
    the data folder comes back with the next kg load: delete or move the file to prevent it.

    \b
    kg retract data/documents/report.txt
    kg retract claims.jsonl
    kg retract https://example.org/kg/document/report
    """
    from kg.cli.loading import say_retraction  # noqa: PLC0415  (completion needs none of it)
    from kg.pipeline.retract import retract  # noqa: PLC0415  (likewise)

    for one in retract(find().settings, source, datetime.now(UTC), patience(wait)):
        say_retraction(one, language(ctx))
