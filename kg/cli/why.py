"""`kg why`: what is held of a thing, and every sentence that says so."""

from collections.abc import Callable
from pathlib import PurePath

import click

from kg.cli.graph import open_graph
from kg.cli.session import language, say
from kg.cli.terminal import put
from kg.documents import read_bytes
from kg.errors import KgError
from kg.export.reading import Reading
from kg.export.said import Decided
from kg.export.why import SHOWN, shower
from kg.export.why.account import Teller
from kg.export.why.lookup import find as find_thing
from kg.model.fact import Entity
from kg.ontology.schema import load_schema
from kg.store.blobs import Blobs
from kg.store.manifest import Loaded
from kg.workspace import Workspace, find


@click.command(name="why")
@click.argument("name", metavar="NAME|IRI")
@click.option(
    "--format",
    "format_",
    type=click.Choice(tuple(SHOWN)),
    default="text",
    show_default=True,
    help="Plain text, Markdown or JSON.",
)
@click.option("--claims", is_flag=True, help="Show the IRI of each claim, as kg decide takes it.")
@click.option("--lang", type=click.Choice(["en", "ko"]), help="Language of the headings.")
@click.pass_context
def command(ctx: click.Context, name: str, format_: str, claims: bool, lang: str | None) -> None:
    """Show an entity or event with the sentences that state it.

    NAME is any name that a company, service or person has or had. An event or relation is shown
    by its IRI, which may be shortened to what follows the base; so is a claim that was rejected.

    \b
    kg why 카카오
    kg why 다음커뮤니케이션 --format md > note.md
    kg why event/founding/아이위랩
    kg why 카카오 --claims
    """
    workspace, lang = find(), lang or language(ctx)
    reading = Reading(open_graph(workspace, lang), load_schema(workspace.ontology))
    found = find_thing(name, reading, workspace.base)
    shown = (lambda iri: iri.removeprefix(workspace.base)) if claims else None
    teller = Teller(reading, _texts(workspace), shown)
    if isinstance(found.thing, Entity):
        account = teller.entity(found.thing, found.homonyms)
    elif isinstance(found.thing, Decided):
        account = teller.decision(found.thing)
    else:
        account = teller.fact(found.thing)
    put(shower(format_)(account, lang), nl=False)


def _texts(workspace: Workspace) -> Callable[[str], str | None]:
    """The texts of the documents that were loaded, each read when it is first asked for."""
    kept = {source.iri: source for source in workspace.store.manifest().sources if source.text}
    blobs = workspace.settings.blobs
    read: dict[str, str | None] = {}

    def text(document: str) -> str | None:
        if document not in read:
            read[document] = _text(kept[document], blobs) if document in kept else None
        return read[document]

    return text


def _text(source: Loaded, blobs: Blobs) -> str | None:
    """None where the kept file is gone: the quotes are in the graph, only their context is not."""
    try:
        data = blobs.get(source.text)
    except KgError as error:
        say(f"kg: {error}")
        return None
    return read_bytes(data, source.name, PurePath(source.name).suffix or ".txt").text
