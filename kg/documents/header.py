"""The header of a document: TOML between two `+++` lines at its very start."""

import re
import tomllib
from datetime import date, datetime
from typing import Any

from kg.errors import KgError, Where
from kg.model import toml
from kg.model.dates import PartialDate
from kg.model.document import Document, Header

KEYS = ("id", "title", "published", "source", "language")
LONGEST = 65_536
"""Code points that a header may have: more is no header but a forgotten closing line."""

_FENCE = re.compile(r"\+\+\+[ \t]*(?:\r?\n|\Z)")
_KEY = re.compile(rf"\s*[\"']?(?:{'|'.join(KEYS)})[\"']?[ \t]*=")
_CLOSE = re.compile(r"^\+\+\+[ \t]*\r?(?:\n|\Z)", re.MULTILINE)
_TOML_PLACE = re.compile(r"^(.*?) \(at (?:line (\d+), column (\d+)|end of document)\)$", re.DOTALL)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def split_header(text: str, name: str) -> tuple[Header, int]:
    """The header of a text and the offset where it ends; an empty one and 0 where none is, also
    where the text begins with +++, but neither a key follows nor a line closes it.

    Raises KgError, with line and column, where it is not closed, too long, no TOML, has a key
    other than KEYS or a value of another form.
    """
    opening = _FENCE.match(text)
    if opening is None:
        return Header(), 0
    limit = opening.end() + LONGEST
    closing = _CLOSE.search(text, opening.end(), limit + 1024)
    if closing is None and not _begins_header(text, opening.end()):
        return Header(), 0
    if closing is None or closing.start() > limit:
        problem = f"is longer than {LONGEST:,} characters" if len(text) > limit else "has no end"
        raise KgError(
            "bad-header",
            f"the header {problem}",
            Where(name, 1, 1),
            "close it by a line +++ of its own",
        )
    source = text[opening.end() : closing.start()]
    return _header(_parse(source, name), source, name), closing.end()


def is_unclosed(document: Document) -> bool:
    """Whether a document begins as if with a header, but is a text that no line closes."""
    return document.body == 0 and _FENCE.match(document.text) is not None


def _begins_header(text: str, at: int) -> bool:
    """Whether a key stands first: then the closing line was forgotten, and what it says of the
    document would be read as its text."""
    return _KEY.match(text, at) is not None


def _parse(source: str, name: str) -> dict[str, Any]:
    try:
        return toml.loads(source)
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.match(str(error))
        message = place[1] if place else str(error)
        line, column = (int(place[2]), int(place[3])) if place and place[2] else (None, 1)
        if line is None:
            line = source.count("\n")
        raise KgError(
            "bad-header", f"the header is not TOML: {message}", Where(name, line + 1, column)
        ) from None


def _header(plain: dict[str, Any], source: str, name: str) -> Header:
    for key in plain:
        if key not in KEYS:
            where = _where(key, source, name)
            allowed = ", ".join(KEYS)
            raise KgError(
                "bad-header", f"the header has no key {key!r}", where, f"allowed: {allowed}"
            )
    values: dict[str, Any] = {
        key: _checked(key, value, _where(key, source, name)) for key, value in plain.items()
    }
    return Header(**values)


def _checked(key: str, value: object, where: Where) -> str | PartialDate:
    if key == "published":
        return _published(value, where)
    if not isinstance(value, str) or not value.strip():
        raise _refused(key, "must be a text that is not blank", where)
    if _CONTROL.search(value):
        raise _refused(key, "must not hold control characters or line breaks", where)
    if key == "id" and (problem := _id_problem(value)):
        raise _refused(key, problem, where)
    if key == "language" and not _LANGUAGE.fullmatch(value):
        raise _refused(key, f"is no language tag such as ko or en-GB: {value!r}", where)
    return value


def _published(value: object, where: Where) -> PartialDate:
    """A date as text at any precision, or a TOML date."""
    if isinstance(value, date) and not isinstance(value, datetime):
        value = value.isoformat()
    try:
        if isinstance(value, str):
            return PartialDate(value)
    except ValueError:
        pass
    raise _refused("published", 'must be a date such as 2014-10-31, "2014-10" or "2014"', where)


def _id_problem(value: str) -> str | None:
    """Why an id may not be part of an IRI's path, None where it may.

    Dot segments, empty segments and a scheme would lead out of the documents' own folder
    (RFC 3986, section 5.2.4).
    """
    if value != value.strip():
        return "must not begin or end with blanks"
    if "\\" in value:
        return "must not hold a backslash"
    segments = value.split("/")
    if "" in segments:
        return "must not begin or end with a slash or have two together"
    if any(segment in (".", "..") for segment in segments):
        return "must not hold the segments . or .."
    return None


def _refused(key: str, problem: str, where: Where) -> KgError:
    return KgError("bad-header", f"the header's {key} {problem}", where)


def _where(key: str, source: str, name: str) -> Where:
    """The line on which a key or table stands; the header's first where it cannot be told."""
    pattern = re.compile(rf"^[ \t]*\[*[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*[=.\]]", re.MULTILINE)
    found = pattern.search(source)
    if found is None:
        return Where(name, 1, 1)
    return Where(name, source.count("\n", 0, found.start()) + 2, 1)
