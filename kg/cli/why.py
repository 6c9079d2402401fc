"""`kg why`: what is held of a thing, and every sentence that says so."""

import click

from kg.cli.completing import names
from kg.cli.graph import load_first
from kg.cli.session import language, say
from kg.cli.terminal import put
from kg.errors import KgError
from kg.export.why import SHOWN, shower
from kg.model.dates import PartialDate
from kg.workspace import find


@click.command(name="why")
@click.argument("name", metavar="NAME|IRI", shell_complete=names)
@click.option(
    "--format",
    "format_",
    type=click.Choice(tuple(SHOWN)),
    default="text",
    show_default=True,
    help="Plain text, Markdown or JSON.",
)
@click.option(
    "--on", metavar="DATE", help="Who bore the name then: a year, a month (2014-10) or a day."
)
@click.option("--claims", is_flag=True, help="Show the IRI of each claim, as kg decide takes it.")
@click.option("--lang", type=click.Choice(["en", "ko"]), help="Language of the headings.")
@click.pass_context
def command(
    ctx: click.Context, name: str, format_: str, on: str | None, claims: bool, lang: str | None
) -> None:
    """Show an entity or event with the sentences that state it.

    NAME is any name that a company, service or person has or had. An event or relation is shown
    by its IRI, which may be shortened to what follows the base; so is a claim that was rejected.

    \b
    kg why 카카오
    kg why 다음커뮤니케이션 --format md > note.md
    kg why event/founding/아이위랩
    kg why 카카오 --on 2012
    kg why 카카오 --claims
    """
    from kg.workspace.accounts import account  # noqa: PLC0415  (--help and completion need none)

    workspace, lang = find(), lang or language(ctx)
    date = _date(on) if on is not None else None
    load_first(workspace, lang)
    told = account(workspace, name, lambda message: say(f"kg: {message}"), claims, date)
    put(shower(format_)(told, lang), nl=False)


def _date(text: str) -> PartialDate:
    try:
        return PartialDate(text)
    except ValueError:
        hint = "such as 2014, 2014-10 or 2014-10-31"
        raise KgError("bad-date", f"--on {text!r} is no date", hint=hint) from None
