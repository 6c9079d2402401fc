"""What was asked: a text, a file or a saved query, with its header."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from kg.errors import KgError, Where
from kg.query.saved import SUFFIX, find
from kg.sparql.header import Header, read_header
from kg.sparql.limits import check_size

_STARTS = (
    r"\s*(?:#|(?:PREFIX|BASE|SELECT|ASK|CONSTRUCT|DESCRIBE"
    r"|LOAD|CLEAR|CREATE|DROP|ADD|MOVE|COPY|INSERT|DELETE)\s)"
)
"""An update begins so, too: it is told apart from a file's name to be refused as what it is."""


class Question(NamedTuple):
    """A query before its parameters are bound.

    `name` is what the user calls it; `typed`: it is no file, but was typed or piped, so that the
    usual prefixes need no declaration; `shipped`: it comes with kg: its terms need no check.
    """

    text: str
    name: str
    header: Header
    typed: bool = False
    shipped: bool = False


def question(argument: str, folders: Sequence[Path], stdin: Callable[[], bytes]) -> Question:
    """The question that an argument asks: with `{` a text, `-` the standard input, else a path,
    else a saved query's name.

    `folders` are those of saved queries, the last one of them kg's own. Raises KgError where
    there is none such, it cannot be read, or it is too large for any engine.
    """
    found = _question(argument, folders, stdin)
    if not found.shipped:
        check_size(found.text, found.name)
    return found


def _question(argument: str, folders: Sequence[Path], stdin: Callable[[], bytes]) -> Question:
    if "{" in argument or (not Path(argument[:255]).exists() and _is_text(argument)):
        return Question(argument, "query", read_header(argument, "query"), typed=True)
    if not argument.strip():
        raise KgError("empty-query", "the query is empty", hint="kg query --list shows saved ones")
    if argument == "-":
        text = _decoded(stdin(), "stdin")
        return Question(text, "stdin", read_header(text, "stdin"), typed=True)
    path = _path(argument, folders)
    text = _decoded(_bytes(path, argument), argument)
    shipped = bool(folders) and _is_copy(text, folders[-1] / path.name)
    return Question(text, argument, read_header(text, argument), shipped=shipped)


def _is_text(argument: str) -> bool:
    """`DESCRIBE <…>` has no brace."""
    blank = any(char.isspace() for char in argument)
    return blank and re.match(_STARTS, argument, re.IGNORECASE) is not None


def _path(argument: str, folders: Sequence[Path]) -> Path:
    """A file of the user's comes first; `queries/NAME.rq` where there is none is the saved NAME."""
    path = Path(argument)
    if path.is_file():
        return path
    if path.is_dir():
        raise KgError("is-folder", "is a folder", Where(argument), "name a file or a saved query")
    if path.parent == Path("queries") and path.suffix == SUFFIX:
        return next((f / path.name for f in folders if (f / path.name).is_file()), None) or find(
            argument, folders
        )
    return find(argument, folders)


def _bytes(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise KgError("unreadable", f"cannot be read: {error.strerror}", Where(name)) from None


def _decoded(data: bytes, name: str) -> str:
    if (at := data.find(b"\0")) >= 0:
        raise KgError("binary", f"is binary, not text: byte {at} is NUL", Where(name))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        where = Where(name, line)
        what = f"is not UTF-8: byte {error.start} is 0x{data[error.start]:02X}"
        raise KgError("not-utf8", what, where, "save the file as UTF-8") from None
    if not text.strip():
        raise KgError("empty-query", "holds no query", Where(name))
    return text


def _is_copy(text: str, original: Path) -> bool:
    """Whether the text is that of a query that comes with kg, wherever it was read from."""
    try:
        return original.read_bytes() == text.encode("utf-8")
    except OSError:
        return False
