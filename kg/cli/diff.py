"""`kg diff`: what differs between two graphs, fact by fact."""

import click

from kg.cli.graph import load_first
from kg.cli.session import language, say
from kg.cli.terminal import put
from kg.errors import KgError
from kg.export.compare import SHOWN, shower
from kg.export.compare.comparison import compare
from kg.export.compare.shown import GROUPINGS, Shown
from kg.export.compare.side import Side
from kg.workspace import Workspace, find
from kg.workspace.sides import Sides


@click.command(name="diff")
@click.argument("a", metavar="A")
@click.argument("b", metavar="[B]", required=False)
@click.option(
    "--format",
    "format_",
    type=click.Choice(tuple(SHOWN)),
    default="text",
    show_default=True,
    help="Plain text, Markdown or JSON.",
)
@click.option(
    "--by",
    type=click.Choice(GROUPINGS),
    default=GROUPINGS[0],
    show_default=True,
    help="Group by the kind of fact, or by whom it is about.",
)
@click.option("--brief", is_flag=True, help="Leave the sentences out.")
@click.option("--lang", type=click.Choice(["en", "ko"]), help="Language of the words.")
@click.pass_context
def command(
    ctx: click.Context,
    *,
    a: str,
    b: str | None,
    format_: str,
    by: str,
    brief: bool,
    lang: str | None,
) -> None:
    """Show which facts differ between two graphs, files or documents.

    A and B are folders of workspaces, files that kg export wrote, or documents, each read by
    itself. Without B, A is compared with the graph of the workspace here. Exit code 1 where they
    differ, 0 where they do not.

    \b
    kg diff old.txt new.txt             what another wording of a document states otherwise
    kg diff yesterday.trig              what has changed since that export
    kg diff ../archive . --format md    two workspaces
    kg diff old.ttl new.ttl --by entity --brief
    """
    lang = lang or language(ctx)
    here = _workspace(required=b is None)
    sides = Sides(here, lambda message: say(f"kg: {message}"))
    before = sides.given(a)
    after = sides.given(b) if b is not None else _graph_here(sides, here, lang)
    found = compare(before, after)
    put(shower(format_)(found, Shown(lang, by, brief)), nl=False)
    if found:
        ctx.exit(1)


def _workspace(required: bool) -> Workspace | None:
    """The workspace here, None where there is none and none is needed."""
    try:
        return find()
    except KgError as error:
        if required or error.slug != "no-workspace":
            raise
        return None


def _graph_here(sides: Sides, here: Workspace | None, lang: str) -> Side:
    workspace = here or find()
    load_first(workspace, lang)
    return sides.graph(workspace, workspace.root.name)
