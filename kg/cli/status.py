"""`kg status`: what is loaded, from what, by which versions."""

import json
from dataclasses import asdict, replace
from typing import Any

import click

from kg.cli.terminal import tell
from kg.pipeline.decisions.shown import IDLE, Shown
from kg.pipeline.status import Status, status
from kg.store.manifest import Loaded, Versions
from kg.store.traces import COMPLETE, RUNNING, UNFINISHED
from kg.workspace import find

_TRACES = {
    RUNNING: "a load runs; this is the graph as it was before it",
    UNFINISHED: "a load was ended before it was complete; this is the graph as it was before it, "
    "and the next load removes what that one left",
    COMPLETE: "the last load was ended when it was complete; this graph has all of it, "
    "and the next load removes what that one left",
}


@click.command("status")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print it.",
)
@click.option("--shapes", is_flag=True, help="Show how each shape judges a change, and stop.")
def command(format_: str, shapes: bool) -> None:
    """Show what is loaded, from what, by which versions.

    Also what has changed in the data folder since, the decisions that change nothing, and whether a
    load runs or was killed, and whether its facts are in the graph. With --shapes: for each shape,
    whether a change of the graph has it judge only what the change can affect, or, as it may read
    anything, all of it.

    \b
    kg status
    kg status --format json
    kg status --shapes
    """
    if shapes:
        _shapes(format_)
        return
    found = status(find().settings)
    lines = [json.dumps(_plain(found), ensure_ascii=False)] if format_ == "json" else _text(found)
    for line in lines:
        tell(line)


def _shapes(format_: str) -> None:
    from kg.pipeline.judge import reaches  # noqa: PLC0415  (only --shapes needs it)
    from kg.pipeline.ontology import load_ontology  # noqa: PLC0415

    found = reaches(load_ontology(find().settings.ontology))
    if format_ == "json":
        click.echo(
            json.dumps({shape: "change" if one else "whole" for shape, one in found.items()})
        )
        return
    for shape in sorted(found, key=lambda shape: (found[shape], shape)):
        judged = "what a change can affect" if found[shape] else "the whole graph"
        tell(f"{judged:<25} {shape}")


def _plain(found: Status) -> dict[str, Any]:
    plain = asdict(replace(found, decisions=()))
    return plain | {"decisions": [one.plain for one in found.decisions]}


def _text(found: Status) -> list[str]:
    if found.generation is None:
        lines = ["nothing is loaded"]
    else:
        count = len(found.sources)
        lines = [
            f"generation {found.generation}, {found.quads} triples from "
            f"{count} {'source' if count == 1 else 'sources'}"
            + (f", last change {found.last_change}" if found.last_change else "")
        ]
    lines += _table(found.sources)
    lines += _decisions(found.decisions)
    if found.changed:
        lines.append(f"to load: {', '.join(found.changed)}")
    if found.gone:
        lines.append(f"to retract: {', '.join(found.gone)}")
    if found.traces:
        lines.append(_TRACES[found.traces])
    return lines


def _decisions(decisions: tuple[Shown, ...]) -> list[str]:
    """How many there are, and each that changes nothing, with its place."""
    if not decisions:
        return []
    idle = [one for one in decisions if one.state == IDLE]
    lines = [f"decisions: {len(decisions)}" + (f", {len(idle)} without effect" if idle else "")]
    return lines + [f"  {one.where}: {one.why['en']}" for one in idle]


def _table(sources: tuple[Loaded, ...]) -> list[str]:
    """A line a source, the name last: names are as wide as they like."""
    if not sources:
        return []
    rows = [
        (str(loaded.count), loaded.kind, _versions(loaded.versions), _name(loaded))
        for loaded in sources
    ]
    rows.insert(0, ("facts", "kind", "read by", "source"))
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return [
        "",
        *(
            f"{row[0]:>{widths[0]}}  {row[1]:<{widths[1]}}  {row[2]:<{widths[2]}}  {row[3]}"
            for row in rows
        ),
        "",
    ]


def _name(loaded: Loaded) -> str:
    return loaded.name if loaded.via == loaded.name else f"{loaded.name} (from {loaded.via})"


def _versions(versions: Versions) -> str:
    parts = [f"kg {versions.kg}", f"ontology {versions.ontology}"]
    if versions.lexicon:
        parts.append(f"lexicon {versions.lexicon}")
    return ", ".join(parts)
