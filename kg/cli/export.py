"""`kg export`: the facts as files that other tools read."""

from dataclasses import replace
from pathlib import Path
from typing import IO

import click

from kg.cli.completing import names
from kg.cli.destination import written
from kg.cli.graph import open_graph
from kg.cli.session import language, say
from kg.cli.terminal import output as standard_output
from kg.errors import KgError
from kg.export import WRITERS, Writer, format_of, writer
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
@click.option("--bom", is_flag=True, help="Begin CSV with the mark by which Excel knows UTF-8.")
@click.option(
    "--lineage",
    metavar="NAME|IRI",
    shell_complete=names,
    help="Draw whom a company came from and who follows it, as mermaid (the default) or dot.",
)
@click.pass_context
def command(
    ctx: click.Context,
    file: Path | None,
    format_: str | None,
    with_claims: bool,
    lineage: str | None,
    bom: bool,
) -> None:
    """Write the facts as Turtle and other formats.

    Without FILE, to standard output. The facts carry the sentences and documents that they rest
    on: loading an export changes no fact.

    \b
    kg export facts.ttl
    kg export --bom events.csv
    kg export --with-claims all.trig
    kg export --lineage 카카오 --format dot | dot -Tsvg > lineage.svg
    """
    plain = "turtle" if lineage is None else "mermaid"
    chosen = format_ or (format_of(str(file)) if file and str(file) != "-" else plain)
    if lineage is None:
        write = writer(chosen)
    else:
        write = _drawer(lineage, chosen, with_claims, language(ctx))
    if bom and chosen != "csv":
        raise KgError("no-bom", f"--bom is for csv, not for {chosen}", hint="leave --bom out")
    request = replace(_request(with_claims, language(ctx)), bom=bom)
    if file is None or str(file) == "-":
        write(request, standard_output())
        return
    with written(file) as output:
        write(request, output)


def _drawer(name: str, format_: str, with_claims: bool, lang: str) -> Writer:
    """What draws the lineage of what a name means; who else bears it is said."""
    from kg.export.drawing import drawing  # noqa: PLC0415  (drawn seldom)
    from kg.export.reading import Reading  # noqa: PLC0415  (likewise)
    from kg.workspace.drawn import lineage_of  # noqa: PLC0415  (likewise)

    draw = drawing(format_)
    if with_claims:
        raise KgError("no-claims", "a lineage holds facts, not claims", hint="no --with-claims")

    def write(request: Request, output: IO[bytes]) -> None:
        reading = Reading(request.store, request.schema)
        found = lineage_of(name, reading, request.base, lambda other: say(f"kg: {other}"))
        output.write(draw(found, reading, lang).encode("utf-8"))

    return write


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
