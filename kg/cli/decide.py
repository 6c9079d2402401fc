"""`kg decide`: what the sources do not settle, a person does."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import click

from kg.cli.completing import names
from kg.cli.session import language, say
from kg.cli.terminal import put, tell
from kg.cli.waiting import patience, wait_option
from kg.errors import KgError
from kg.model.decision import DIFFERENT, PREFER, REJECT, SAME
from kg.workspace import Workspace, find

if TYPE_CHECKING:
    from kg.resolve.naming import Asked

_WORDS = {
    "en": {
        "made": "decided, in {where}: delete these lines and run kg load to undo it",
        "none": "nothing is decided: {name} has no decisions",
        "applies": "applies",
        "idle": "changes nothing: {why}",
        "waits": "not loaded yet: kg load",
    },
    "ko": {
        "made": "판정을 {where}에 적었다. 그 줄을 지우고 kg load를 실행하면 되돌린다",
        "none": "판정이 없다: {name}에 적힌 것이 없다",
        "applies": "적용됨",
        "idle": "아무것도 바꾸지 않음: {why}",
        "waits": "아직 적재하지 않음: kg load",
    },
}


@click.group("decide", invoke_without_command=True)
@click.option("--list", "listed", is_flag=True, help="List the decisions and whether they apply.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text",
              show_default=True, help="How --list prints them.")  # fmt: skip
@click.pass_context
def command(ctx: click.Context, listed: bool, form: str) -> None:
    """Decide what the sources do not settle, and list what was decided.

    A decision goes into data/decisions.toml, signed and with a reason, and the graph follows. A
    claim is named by its IRI (kg why NAME --claims prints them) or by its place as kg why prints
    it. Delete the lines and load to undo a decision.

    \b
    kg decide reject data/documents/news.txt:9:1 --why "corrected the next day"
    kg decide prefer document/filing#claim=… document/news#claim=… --why "the register is surer"
    kg decide same 가온소프트 "Gaon Soft" --why "its name in English"
    kg decide different 대한상사 대한상사 --other-in news.txt --why "another one, in Busan"
    kg decide --list
    """
    if listed and ctx.invoked_subcommand is None:
        _list(find(), form, language(ctx))
    elif ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
        ctx.exit(2)


def _signed(function: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command the options of every decision: who, why, on, wait."""
    options = (
        click.option("--who", metavar="NAME", help="Who decides (default: git's user.name)."),
        click.option(
            "--why", metavar="TEXT", required=True, help="The reason, for all who read it."
        ),
        click.option("--on", "day", metavar="DAY", help="The day, as 2024-05-01 (default: today)."),
        wait_option,
    )
    for option in reversed(options):
        function = option(function)
    return function


def _of_two_things(function: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command two names, the documents that tell of them, and what every decision has."""
    function = _signed(click.pass_context(function))
    words = "The document that tells of {}, where others tell of another of that name."
    for side in ("other", "one"):
        option = click.option(f"--{side}-in", metavar="DOCUMENT", help=words.format(side.upper()))
        function = option(function)
    for side in ("other", "one"):
        function = click.argument(side, shell_complete=names)(function)
    return function


@command.command("reject")
@click.argument("claim")
@_signed
@click.pass_context
def reject(ctx: click.Context, /, claim: str, **ground: Any) -> None:
    """A claim is wrong: no fact rests on it any more."""
    _decide(ctx, REJECT, (claim,), (), ground)


@command.command("prefer")
@click.argument("claim")
@click.argument("over")
@_signed
@click.pass_context
def prefer(ctx: click.Context, /, claim: str, over: str, **ground: Any) -> None:
    """Of two claims that disagree, the fact follows CLAIM."""
    _decide(ctx, PREFER, (claim, over), (), ground)


@command.command("same")
@_of_two_things
def same(ctx: click.Context, /, **given: Any) -> None:
    """Two things are one, with the names of both."""
    _decide(ctx, SAME, (), _things(given), given)


@command.command("different")
@_of_two_things
def different(ctx: click.Context, /, **given: Any) -> None:
    """What is taken for one is two things."""
    _decide(ctx, DIFFERENT, (), _things(given), given)


def _things(given: dict[str, Any]) -> tuple[tuple[str, str | None], ...]:
    """The two names, each with the document that tells of it."""
    return tuple((given[side], given[f"{side}_in"]) for side in ("one", "other"))


def _decide(
    ctx: click.Context,
    verdict: str,
    claims: tuple[str, ...],
    things: tuple[tuple[str, str | None], ...],
    ground: dict[str, Any],
) -> None:
    from kg.cli.findings import block  # noqa: PLC0415  (--help needs none of it)
    from kg.cli.graph import open_graph  # noqa: PLC0415  (likewise)
    from kg.pipeline.decide import Wanted, decide  # noqa: PLC0415  (likewise)

    workspace, lang = find(), language(ctx)
    now = datetime.now(UTC)
    on = _day(ground["day"]) if ground["day"] else now.astimezone().date()
    who = _plain(ground["who"] or _user(), "--who")
    why = _plain(ground["why"], "--why")
    open_graph(workspace, lang)
    asked = tuple(_asked(name, document, workspace) for name, document in things)
    wanted = Wanted(verdict, claims, asked, who, why, on)
    made = decide(workspace.settings, wanted, now, patience(ground["wait"]))
    for finding in made.warnings:
        say(block(finding, lang))
    say(_WORDS[lang]["made"].format(where=made.where))


def _asked(name: str, document: str | None, workspace: Workspace) -> "Asked":
    """The thing that a person means by a name or an IRI, as `kg why` understands it."""
    from kg.export.reading import Reading  # noqa: PLC0415  (claims need none of it)
    from kg.export.why.lookup import find as find_thing  # noqa: PLC0415  (likewise)
    from kg.model.fact import Entity  # noqa: PLC0415  (likewise)
    from kg.model.naming import loose_key  # noqa: PLC0415  (likewise)
    from kg.ontology.schema import load_schema  # noqa: PLC0415  (likewise)
    from kg.resolve.naming import Asked  # noqa: PLC0415  (likewise)

    reading = Reading(workspace.open_store(), load_schema(workspace.ontology))
    found = find_thing(name, reading, workspace.base)
    if not isinstance(found.thing, Entity):
        raise KgError("no-thing", f"{name!r} is no company, service, person or other thing")
    if found.homonyms:
        others = ", ".join(iri.removeprefix(workspace.base) for iri in found.homonyms)
        meant = found.thing.iri.removeprefix(workspace.base)
        say(f"kg: {name}: {meant} is meant; others of that name: {others}")
    borne = (one.text for one in found.thing.names if loose_key(one.text) == loose_key(name))
    return Asked(found.thing.iri, next(borne, ""), document or "")


def _user() -> str:
    """Who the user is to git; nobody signs as root."""
    import subprocess  # noqa: PLC0415  (only a decision without --who needs it)

    hint = 'name yourself with --who, or once for all with git config --global user.name "…"'
    try:
        run = subprocess.run(
            ["git", "config", "user.name"], capture_output=True, check=False, encoding="utf-8"
        )
    except (OSError, UnicodeDecodeError):
        raise KgError("no-who", "nobody signs the decision", hint=hint) from None
    if not run.stdout.strip():
        raise KgError("no-who", "nobody signs the decision", hint=hint)
    return run.stdout


def _plain(text: str, option: str) -> str:
    """Text as the file will hold it."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise KgError("bad-text", f"{option} is not UTF-8") from None
    words = " ".join(text.replace("\0", " ").split())
    if not words:
        raise KgError("bad-text", f"{option} is blank")
    return words


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise KgError("bad-day", f"--on is no day: {text}", hint="as 2024-05-01") from None


def _list(workspace: Workspace, form: str, lang: str) -> None:
    from kg.ontology.schema import load_schema  # noqa: PLC0415  (a decision needs none of it)
    from kg.pipeline.decisions.reading import name_of  # noqa: PLC0415  (likewise)
    from kg.pipeline.decisions.shown import shown  # noqa: PLC0415  (likewise)

    rows = shown(workspace.settings, load_schema(workspace.ontology))
    if form == "json":
        put(json.dumps([one.plain for one in rows], ensure_ascii=False, indent=2))
        return
    words = _WORDS[lang]
    if not rows:
        say(words["none"].format(name=name_of(workspace.data)))
    for one in rows:
        tell(f"{one.where}: {one.said}")
        tell(f"  {one.ground}")
        state = words["idle"].format(why=one.why[lang]) if one.why else words[one.state]
        tell(f"  {state}")
