"""Help about saved queries: the list of all, and what one of them answers."""

from collections.abc import Sequence
from pathlib import Path

import click

from kg.cli.query_target import folders, workspace
from kg.cli.session import language
from kg.cli.terminal import tell
from kg.errors import KgError
from kg.query.question import question
from kg.query.saved import saved
from kg.sparql.header import Header, Parameter, read_header, said

_KEY = "kg.query.help"


class QueryCommand(click.Command):
    """A command whose help, where a query is named, is about that query."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Remembers a query named beside --help, which click answers before it reads more."""
        if set(args) & set(ctx.help_option_names):
            ctx.meta[_KEY] = next((a for a in args if not a.startswith("-")), None)
        return super().parse_args(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The query's own help where one is named, else the command's."""
        name = ctx.meta.get(_KEY)
        if not name:
            super().format_help(ctx, formatter)
            return
        header = question(name, folders(workspace()), lambda: b"").header
        _describe(name, header, language(ctx), formatter)


def listing(queries: Sequence[Path], lang: str) -> None:
    """Prints the saved queries: name, parameters, title. One that is broken says so."""
    rows: list[tuple[str, str]] = []
    for name, path in saved(queries).items():
        try:
            header = read_header(path.read_text(encoding="utf-8-sig"), path.name)
        except (KgError, UnicodeDecodeError) as error:
            rows.append((name, str(error)))
            continue
        rows.append((f"{name}{_form(header)}", said(header.title, lang)))
    width = max((len(left) for left, _ in rows), default=0)
    for left, right in rows:
        tell(f"{left:{width}}  {right}".rstrip())


def _form(header: Header) -> str:
    """How parameters are given, those in brackets that need not be."""
    needed = "".join(f" -p {p.name}=…" for p in header.params if p.needed)
    others = " ".join(f"-p {p.name}={p.default or '…'}" for p in header.params if not p.needed)
    return f"{needed} [{others}]" if others else needed


def _describe(name: str, header: Header, lang: str, formatter: click.HelpFormatter) -> None:
    formatter.write_usage("kg query", f"{name}{_form(header)} [OPTIONS]")
    for text in (said(header.title, lang), said(header.description, lang)):
        if text:
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(text)
    if header.params:
        with formatter.section("Parameters"):
            formatter.write_dl([(f"{p.name} ({p.type})", _help(p, lang)) for p in header.params])
    if header.columns:
        with formatter.section("Columns"):
            formatter.write_text(", ".join(header.columns))


def _help(parameter: Parameter, lang: str) -> str:
    default = f" [default: {parameter.default}]" if parameter.default else ""
    return f"{said(parameter.help, lang)}{default}".strip() or " "
