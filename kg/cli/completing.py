"""What a shell completes: saved queries and their parameters, names, sources, files.

Each function is click's `shell_complete`: from what was typed of a word to what it may become. None
says anything: a complaint amid a half-typed line would help nobody.
"""

from collections.abc import Iterable, Iterator

import click
from click.shell_completion import CompletionItem

Items = list[CompletionItem[str]]

MOST = 200
"""Of more names than these no shell shows a list that anyone reads."""

UNFINISHED = "open"
"""The type of what is no whole word yet: no blank follows it."""


def files(_: click.Context, __: click.Parameter, typed: str) -> Items:
    """Files, as the shell itself completes them."""
    return [CompletionItem(typed, type="file")]


def queries(ctx: click.Context, param: click.Parameter, typed: str) -> Items:
    """The saved queries with their titles; a path is completed as a path. One query is enough."""
    if _asked(ctx):
        return []
    from kg.cli.query_target import folders, workspace  # noqa: PLC0415  (nothing else needs it)
    from kg.query.saved import saved  # noqa: PLC0415  (likewise)

    found = (
        CompletionItem(name, help=_title(path.read_text("utf-8-sig"), ctx))
        for name, path in saved(folders(workspace())).items()
        if name.startswith(typed)
    )
    return list(found) or files(ctx, param, typed)


def parameters(ctx: click.Context, _: click.Parameter, typed: str) -> Items:
    """The parameters of the query that was named, then of each what it may be."""
    from kg.cli.query_target import folders, workspace  # noqa: PLC0415  (nothing else needs it)
    from kg.cli.session import language  # noqa: PLC0415  (likewise)
    from kg.query.question import question  # noqa: PLC0415  (likewise)
    from kg.sparql.header import said  # noqa: PLC0415  (likewise)

    asked = _asked(ctx)
    if not asked:
        return []
    header = question(asked[0], folders(workspace()), lambda: b"").header
    name, sign, begun = typed.partition("=")
    if sign:
        param = header.parameter(name)
        found = _names(begun) if param and param.type == "entity" else ()
        return [CompletionItem(f"{name}={one}") for one in found]
    given = {pair.partition("=")[0] for pair in ctx.params.get("pairs") or ()}
    return [
        CompletionItem(f"{p.name}=", type=UNFINISHED, help=said(p.help, language(ctx)) or p.type)
        for p in header.params
        if p.name.startswith(typed) and p.name not in given
    ]


def names(_: click.Context, __: click.Parameter, typed: str) -> Items:
    """The names that something has or had; with a slash, as in `event/merger/…`, IRIs below the
    base."""
    return [CompletionItem(one) for one in _names(typed)]


def sources(_: click.Context, __: click.Parameter, typed: str) -> Items:
    """What something was loaded from, by the names that `kg status` shows."""
    from kg.workspace import find  # noqa: PLC0415  (nothing else needs it)

    loaded = find().store.manifest().sources
    found = {name for one in loaded for name in (one.name, one.via) if name != "-"}
    return [CompletionItem(name) for name in sorted(found) if name.startswith(typed)]


def _asked(ctx: click.Context) -> tuple[str, ...]:
    """The queries named so far: where an option still wants its value, click reads no further and
    leaves them among the rest."""
    return (*ctx.params.get("query", ()), *ctx.args)


def _title(text: str, ctx: click.Context) -> str | None:
    from kg.cli.session import language  # noqa: PLC0415  (only queries need it)
    from kg.errors import KgError  # noqa: PLC0415  (likewise)
    from kg.sparql.header import read_header, said  # noqa: PLC0415  (likewise)

    try:
        return said(read_header(text, "").title, language(ctx)) or None
    except KgError:
        return None


def _names(typed: str) -> Iterable[str]:
    import pyoxigraph as ox  # noqa: PLC0415  (files need none of it)

    from kg.rdf.vocabulary import KG, RDF  # noqa: PLC0415  (likewise)
    from kg.workspace import find  # noqa: PLC0415  (likewise)

    here = find()
    store = here.open_store()

    def texts() -> Iterator[str]:
        for quad in store.quads_for_pattern(None, ox.NamedNode(f"{KG}text"), None, None):
            yield str(quad.object.value) if isinstance(quad.object, ox.Literal) else ""

    def iris() -> Iterator[str]:
        kind = ox.NamedNode(f"{RDF}type")
        for name in ("Entity", "Event", "Relation"):
            for quad in store.quads_for_pattern(None, kind, ox.NamedNode(f"{KG}{name}"), None):
                if isinstance(quad.subject, ox.NamedNode):
                    yield quad.subject.value.removeprefix(here.base)

    found = {one for one in (iris() if "/" in typed else texts()) if one.startswith(typed)}
    return sorted(found)[:MOST]
