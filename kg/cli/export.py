"""`kg export`: the facts as files that other tools read."""

from pathlib import Path

import click

from kg.cli.destination import written
from kg.cli.graph import open_graph
from kg.cli.session import language
from kg.cli.terminal import output as standard_output
from kg.export import WRITERS, format_of, writer
from kg.export.request import Request
from kg.ontology.schema import load_schema
from kg.rdf.vocabulary import PREFIXES
from kg.workspace import find


@click.command(name="export")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "format_",
    metavar="FORMAT",
    help=f"{', '.join(WRITERS)} (default: by the suffix of FILE, else turtle).",
)
@click.option(
    "--with-claims",
    is_flag=True,
    help="All that the sources say, not only what is held of it.",
)
@click.pass_context
def command(ctx: click.Context, file: Path | None, format_: str | None, with_claims: bool) -> None:
    """Write the facts as Turtle and other formats.

    Without FILE, to standard output. The facts carry the sentences and documents that they rest
    on: loading an export changes no fact.

    \b
    kg export facts.ttl
    kg export --format csv > events.csv
    kg export --with-claims all.trig
    """
    chosen = format_ or (format_of(str(file)) if file and str(file) != "-" else "turtle")
    write = writer(chosen)
    request = _request(with_claims, language(ctx))
    if file is None or str(file) == "-":
        write(request, standard_output())
        return
    with written(file) as output:
        write(request, output)


def _request(with_claims: bool, lang: str) -> Request:
    """The graph of the workspace here, and what shortens and explains it."""
    workspace = find()
    return Request(
        store=open_graph(workspace, lang),
        schema=load_schema(workspace.ontology),
        base=workspace.base,
        prefixes={**PREFIXES, **workspace.config.prefixes},
        with_claims=with_claims,
    )
