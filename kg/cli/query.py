"""`kg query`: asks the graph, files, or an endpoint."""

import io
import sys
from collections.abc import MutableSet
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO

import click
import pyoxigraph as ox

from kg.cli.completing import files, parameters, queries
from kg.cli.query_help import QueryCommand, listing
from kg.cli.query_interrupt import interruptible
from kg.cli.query_target import Options, folders, target, workspace
from kg.cli.session import language, on_terminal, say
from kg.cli.terminal import output as standard_output
from kg.cli.terminal import put
from kg.errors import KgError, Where
from kg.query.formats import FORMATS, SUFFIXES, chosen, write
from kg.query.parameters import filled, given
from kg.query.question import Question, question
from kg.query.run import Dataset, Result


@click.command("query", cls=QueryCommand)
@click.argument("query", nargs=-1, metavar="FILE.rq | NAME | TEXT | -", shell_complete=queries)
@click.option(
    "-p",
    "--param",
    "pairs",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter's value.",
    shell_complete=parameters,
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(FORMATS)),
    help="Default: by the suffix of --output; else table on a terminal, csv in a pipe.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Write there instead of standard output.",
    shell_complete=files,
)
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most N rows.")
@click.option(
    "--data",
    multiple=True,
    metavar="FILE",
    help="Ask these RDF files, not the store.",
    shell_complete=files,
)
@click.option("--graph", multiple=True, metavar="NAME=FILE", help="As --data, as a named graph.")
@click.option("--base", metavar="IRI", help="What relative IRIs of the query are relative to.")
@click.option("--endpoint", metavar="URL", help="Ask this SPARQL endpoint, not the store.")
@click.option("--allow-service", is_flag=True, help="Let SERVICE ask other endpoints.")
@click.option("--list", "list_", is_flag=True, help="List the saved queries.")
@click.option("--explain", is_flag=True, help="Print the query that would run; run nothing.")
@click.option("--exit-status", is_flag=True, help="Exit 1 where ASK says no.")
@click.pass_context
def command(  # noqa: PLR0913  (one argument an option: that is click's way)
    ctx: click.Context,
    *,
    query: tuple[str, ...],
    pairs: tuple[str, ...],
    format_: str | None,
    output: str | None,
    limit: int | None,
    data: tuple[str, ...],
    graph: tuple[str, ...],
    base: str | None,
    endpoint: str | None,
    allow_service: bool,
    list_: bool,
    explain: bool,
    exit_status: bool,
) -> None:
    """Ask the graph: a saved query, a file or a text.

    An argument with { is a text, else a path, else a saved query's name; - is standard input.
    `kg query NAME --help` shows what a saved query answers, and its parameters.

    \b
    kg query mergers
    kg query queries/mergers.rq --format json
    kg query profile -p company=카카오
    kg query 'SELECT ?event { ?event a kg:Launch }'
    kg query mergers --data facts.ttl
    kg query mergers --endpoint http://localhost:7878/query

    An endpoint is asked as KG_ENDPOINT_USER with KG_ENDPOINT_PASSWORD, or with KG_ENDPOINT_TOKEN;
    KG_ENDPOINT_TIMEOUT says how many seconds an answer may take.
    """
    here = workspace()
    if list_:
        listing(folders(here), language(ctx))
        return
    if not query:
        raise click.UsageError("Which query? --list shows the saved ones.", ctx)
    name, more = _split(query, data)
    asked = question(name, folders(here), _stdin)
    values = given(pairs)
    dataset = target(
        Options((*data, *more), graph, base, endpoint, allow_service), here, language(ctx)
    )
    text = _limited(_filled(asked, values, dataset), limit)
    if explain:
        from kg.sparql.prologue import standalone  # noqa: PLC0415  (only --explain needs it)

        prefixes = dataset.prefixes if asked.typed else {}
        put(standalone(text, prefixes, dataset.base).rstrip("\n"))
        return
    with interruptible() as parts:
        result = dataset.run(asked, text)
        _check_columns(asked, result)
        _show(result, format_, output, parts, dataset)
    for message in dataset.unknown(asked, text):
        say(f"kg: {message}")
    if exit_status and isinstance(result, ox.QueryBoolean) and not result:
        ctx.exit(1)


def _stdin() -> bytes:
    return sys.stdin.buffer.read()


def _split(query: tuple[str, ...], data: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The query, and files that a shell's wildcard left behind `--data`."""
    if len(query) == 1:
        return query[0], ()
    if not data:
        raise click.UsageError(f"One query at a time: {query[1]!r} is one too many.")
    from kg.query.files import FORMATS as RDF  # noqa: PLC0415  (only --data a.ttl b.ttl needs it)

    queries = [arg for arg in query if Path(arg).suffix.lower() not in RDF]
    if len(queries) != 1:
        raise click.UsageError("One query at a time, and after --data RDF files only.")
    return queries[0], tuple(arg for arg in query if arg != queries[0])


def _filled(asked: Question, values: dict[str, str], dataset: Dataset) -> str:
    def entity(name: str, day: str | None) -> str:
        from kg.query.entities import Names  # noqa: PLC0415  (only an entity parameter needs it)

        return Names(dataset.query, say, dataset.base).entity(name, day)

    return filled(asked, values, dataset.prefixes, entity)


def _limited(text: str, limit: int | None) -> str:
    if limit is None:
        return text
    from kg.sparql.slice import sliced  # noqa: PLC0415  (only --limit needs it)

    return sliced(text, limit)


def _check_columns(asked: Question, result: Result) -> None:
    """A header that promises other columns than the query gives is a mistake."""
    columns = asked.header.columns
    if columns and isinstance(result, ox.QuerySolutions):
        selected = tuple(variable.value for variable in result.variables)
        if selected != columns:
            raise KgError(
                "columns",
                f"the header's columns are {', '.join(columns)}, "
                f"but the query selects {', '.join(selected)}",
                Where(asked.name),
            )


def _show(
    result: Result,
    format_: str | None,
    output: str | None,
    parts: MutableSet[Path],
    dataset: Dataset,
) -> None:
    to_file = output is not None and output != "-"
    by_suffix = SUFFIXES.get(Path(output).suffix.lower()) if output else None
    plain = to_file or not on_terminal() or isinstance(result, ox.QueryBoolean)
    default = by_suffix or "csv" if plain else "table"
    name = chosen(format_ or by_suffix, result, default)
    with _destination(output if to_file else None, parts, name == "table") as stream:
        if name == "table":
            _table(result, stream, dataset, on_terminal() and not to_file)
        else:
            write(result, name, stream, dataset.prefixes)


def _destination(
    output: str | None, parts: MutableSet[Path], marked: bool
) -> AbstractContextManager[IO[bytes]]:
    """The file, whole or not at all, else standard output; a table's own marks pass a terminal."""
    if output is None:
        return nullcontext(sys.stdout.buffer if marked else standard_output())
    from kg.cli.destination import written  # noqa: PLC0415  (only --output needs it)

    return written(Path(output), parts)


def _table(result: Result, stream: IO[bytes], dataset: Dataset, terminal: bool) -> None:
    import shutil  # noqa: PLC0415  (only a table needs it)

    from kg.cli.query_table import table  # noqa: PLC0415  (likewise)
    from kg.query.cells import rows  # noqa: PLC0415  (likewise)

    prefixes = {**dataset.prefixes, **({"": dataset.base} if dataset.base else {})}
    columns, body = rows(result, prefixes)
    text = io.TextIOWrapper(stream, encoding="utf-8", write_through=True)
    try:
        table(columns, body, text, shutil.get_terminal_size().columns if terminal else None)
    finally:
        text.detach()
