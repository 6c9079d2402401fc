"""`kg extract`: what a document says, without loading it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.completing import files as as_files
from kg.cli.session import on_terminal, say
from kg.cli.terminal import output, put, tell
from kg.errors import KgError
from kg.model.claim import RELATION
from kg.model.document import Document
from kg.model.line import write
from kg.model.shown import shown_flat
from kg.model.statement import Statement

if TYPE_CHECKING:
    from kg.model.schema import Schema
    from kg.ontology.lexicon import Lexicon

_STDIN = "-"
Found = tuple[Document, tuple[Statement, ...]]
"""A document and what it says."""

_COLUMNS = ("date", "type", "who and what", "status", "quote")


@click.command("extract")
@click.argument("files", nargs=-1, required=True, metavar="FILE… | -", shell_complete=as_files)
@click.option("--id", "key", metavar="ID", help="What the document is called; needed with -.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "turtle"]),
    help="A table on a terminal, else JSON lines, unless this says.",
)
@click.option("--text", is_flag=True, help="Print the text that offsets count in, and stop.")
@click.option(
    "--prompt", is_flag=True, help="Print what a person or a model needs to read it, and stop."
)
@click.option("--explain", is_flag=True, help="Print how each sentence was read, and stop.")
def command(
    files: tuple[str, ...],
    key: str | None,
    form: str | None,
    text: bool,
    prompt: bool,
    explain: bool,
) -> None:
    """Show what a document states, without loading it.

    One event or relation a line, with every place of the document that states it. Works without a
    workspace.

    \b
    kg extract report.txt                             a table
    kg extract report.txt --format jsonl | kg load -  load what was found
    kg extract page.html --text                       the text that the offsets count in
    cat news.txt | kg extract - --id news-2014        standard input
    kg extract report.txt --explain                   why a sentence gives a fact, or none
    kg extract report.txt --prompt | some-model | kg load - --document report.txt
    """
    documents = [_document(name, key) for name in files]
    for document in documents:
        _note_header(document)
    if text:
        for document in documents:
            put(document.text, nl=False)
        return
    ontology, base = _ontology()
    if prompt:
        _prompt(documents, ontology)
        return
    lexicon, schema = _knowledge(ontology)
    if explain:
        for document in documents:
            _explain(document, lexicon, schema)
        return
    from kg.extract import extract  # noqa: PLC0415  (--text and --help need none of it)

    found = [(document, extract(document, lexicon, schema)) for document in documents]
    for document, statements in found:
        if not statements:
            say(f"kg: no fact found in {document.name}")
    _show(found, form or ("table" if on_terminal() else "jsonl"), schema, base)


def _show(found: list[Found], form: str, schema: "Schema", base: str) -> None:
    statements = [one for _, own in found for one in own]
    if form == "turtle":
        _turtle(found, schema, base)
    elif form == "table":
        _table(statements)
    else:
        for one in statements:
            put(write(one, schema.usual_kind))


def _document(name: str, key: str | None) -> Document:
    """The document of a file or of standard input. Raises KgError where it cannot be read."""
    from dataclasses import replace  # noqa: PLC0415

    from kg.documents import read, read_bytes  # noqa: PLC0415

    if name == _STDIN:
        if key is None:
            raise KgError("no-id", "standard input has no name", hint="name it with --id")
        return read_bytes(sys.stdin.buffer.read(), key)
    path = Path(name)
    document = read(path, _name_in_workspace(path))
    if key is None:
        return document
    return replace(document, header=replace(document.header, id=key))


def _note_header(document: Document) -> None:
    from kg.documents.header import is_unclosed  # noqa: PLC0415

    if is_unclosed(document):
        say(f"kg: {document.name}:1:1: +++ begins no header, for no line +++ closes it")


def _name_in_workspace(path: Path) -> str:
    """A file's path in the workspace that it lies in, else as it was given."""
    from kg.workspace import find  # noqa: PLC0415

    try:
        root = find().root.resolve()
    except KgError:
        return path.as_posix()
    whole = path.resolve()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else path.as_posix()


def _ontology() -> tuple[Path, str]:
    """The ontology's folder and the base of IRIs: the workspace's, else the shipped ones."""
    from kg.ontology.shipped import shipped  # noqa: PLC0415
    from kg.workspace import find  # noqa: PLC0415
    from kg.workspace.config import Config  # noqa: PLC0415

    try:
        workspace = find()
    except KgError as error:
        if error.slug != "no-workspace":
            raise
        return shipped("ontology"), Config().base
    return workspace.ontology, workspace.base


def _prompt(documents: list[Document], ontology: Path) -> None:
    from kg.ontology.prompt import prompt  # noqa: PLC0415
    from kg.ontology.schema import load_schema  # noqa: PLC0415

    schema = load_schema(ontology)
    for document in documents:
        put(prompt(document, ontology, schema))


def _knowledge(ontology: Path) -> "tuple[Lexicon, Schema]":
    from kg.ontology.lexicon import load_lexicon  # noqa: PLC0415
    from kg.ontology.schema import load_schema  # noqa: PLC0415
    from kg.ontology.shipped import shipped  # noqa: PLC0415

    own = ontology / "lexicon" / "ko"
    folder = own if own.is_dir() else shipped("ontology") / "lexicon" / "ko"
    return load_lexicon(folder), load_schema(ontology)


def _table(statements: list[Statement]) -> None:
    import shutil  # noqa: PLC0415

    from kg.cli.query_table import table  # noqa: PLC0415

    width = shutil.get_terminal_size().columns if on_terminal() else None
    table(_COLUMNS, [_row(one) for one in statements], sys.stdout, width)


def _row(statement: Statement) -> tuple[str, ...]:
    place = statement.evidence[0]
    said = "; ".join(
        f"{role}: {', '.join(mention.text for mention in mentions)}"
        for role, mentions in statement.roles
    )
    kind = statement.relation if statement.type == RELATION else statement.type
    date = statement.date.edtf if statement.date else ""
    row = (date, kind or "", said, statement.status, " ".join(place.span.quote.split()))
    return tuple(shown_flat(cell) for cell in row)


def _turtle(found: list[Found], schema: "Schema", base: str) -> None:
    from kg.rdf import iris  # noqa: PLC0415
    from kg.rdf.facts import facts_quads  # noqa: PLC0415
    from kg.rdf.serialize import serialize  # noqa: PLC0415
    from kg.rdf.vocabulary import PREFIXES  # noqa: PLC0415
    from kg.resolve import resolve  # noqa: PLC0415

    claims = [
        claim
        for document, statements in found
        for one in statements
        for claim in one.claims(iris.document(base, document.key))
    ]
    facts = resolve(claims, schema, base)
    serialize(facts_quads(facts, schema, base), "turtle", output(), PREFIXES)


def _explain(document: Document, lexicon: "Lexicon", schema: "Schema") -> None:
    from kg.extract.explain import explain  # noqa: PLC0415
    from kg.model.document import line_starts, position  # noqa: PLC0415

    explained = explain(document, lexicon, schema)
    if not explained:
        say(f"kg: no sentence with a cue in {document.name}")
    starts = line_starts(document.text)
    for one in explained:
        line, column = position(starts, one.span.start)
        tell(f"{document.name}:{line}:{column}: {one.span.quote}")
        for what, said in one.lines():
            tell(f"  {what:<10}{said}")
