"""`kg help`: topics that no single command's help has room for."""

from pathlib import Path

import click

from kg.cli.commands import COMMANDS
from kg.cli.session import language
from kg.cli.terminal import tell
from kg.errors import KgError

_TEXTS = Path(__file__).parent / "topics"
TOPICS = (
    "workspace", "queries", "formats", "dates", "claims", "decisions", "exit-codes", "completion",
)  # fmt: skip
"""What there is to read about; each has a text in each language, `TOPIC.ko.txt`."""


def _topics(_: click.Context, __: click.Parameter, typed: str) -> list[str]:
    return [name for name in (*TOPICS, *COMMANDS) if name.startswith(typed)]


@click.command("help")
@click.argument("topic", required=False, shell_complete=_topics)
@click.pass_context
def command(ctx: click.Context, topic: str | None) -> None:
    """Explain a topic or a command.

    Without TOPIC it lists the topics.

    \b
    kg help exit-codes
    kg help queries
    kg help load
    """
    lang = language(ctx)
    if topic is None:
        width = max(len(name) for name in TOPICS)
        for name in TOPICS:
            tell(f"{name:{width}}  {text(name, lang).partition(chr(10))[0]}")
    elif topic in TOPICS:
        tell(text(topic, lang).rstrip("\n"))
    elif topic in COMMANDS:
        tell(_help_of(topic, ctx))
    else:
        raise _unknown(topic)


def text(topic: str, lang: str) -> str:
    """The text of a topic: a title, an empty line, and what there is to say."""
    return (_TEXTS / f"{topic}.{lang}.txt").read_text(encoding="utf-8")


def _help_of(name: str, ctx: click.Context) -> str:
    root = ctx.find_root()
    if not isinstance(root.command, click.Group) or not (
        found := root.command.get_command(root, name)
    ):
        raise _unknown(name)
    return found.get_help(click.Context(found, root, info_name=name))


def _unknown(topic: str) -> KgError:
    import difflib  # noqa: PLC0415  (3 ms, for a misspelling only)

    near = difflib.get_close_matches(topic, (*TOPICS, *COMMANDS), n=1)
    hint = f"did you mean {near[0]}?" if near else f"topics: {', '.join(TOPICS)}"
    return KgError("unknown-topic", f"no help about {topic!r}", hint=hint)
