"""`kg.toml`, strictly: a key that is not known is an error, not a wish."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.errors import KgError, Where
from kg.model import toml
from kg.rdf.vocabulary import DEFAULT_BASE

DEFAULT_LANGUAGE = "ko"
_LANGUAGES = Path(__file__).parent.parent / "lang"
_PREFIX = re.compile(r"[A-Za-z](?:[\w.-]*[\w-])?")


@dataclass(frozen=True, slots=True)
class Config:
    """What `kg.toml` says.

    `base` is what the IRIs of instances begin with; `language` the language of documents whose
    header names none; `prefixes` are added to those of what kg writes.
    """

    base: str = DEFAULT_BASE
    language: str = DEFAULT_LANGUAGE
    prefixes: Mapping[str, str] = field(default_factory=dict)


def read(path: Path, name: str) -> Config:
    """The configuration in a file that the user knows as `name`.

    Raises KgError with file and line where it is not TOML 1.0, or a key or value is not allowed.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
        plain = toml.loads(text)
    except OSError as error:
        raise KgError("config", f"cannot be read: {error.strerror}", Where(name)) from None
    except UnicodeDecodeError as error:
        raise KgError("config", f"is not UTF-8: byte {error.start}", Where(name)) from None
    except tomllib.TOMLDecodeError as error:
        raise _syntax(error, text, name) from None
    return _checked(plain, text, name)


def _syntax(error: tomllib.TOMLDecodeError, text: str, name: str) -> KgError:
    """The parser says the place in words: `… (at line 3, column 8)`, `… (at end of document)`."""
    match = re.fullmatch(
        r"(?P<why>.*) \(at line (?P<line>\d+), column (?P<column>\d+)\)", str(error)
    )
    if match is None:
        return KgError("config", f"is not TOML: {error}", Where(name, text.count("\n") + 1))
    where = Where(name, int(match["line"]), int(match["column"]))
    return KgError("config", f"is not TOML: {match['why']}", where)


def _checked(plain: Mapping[str, Any], text: str, name: str) -> Config:
    for key, value in plain.items():
        where = Where(name, _line_of(key, text))
        if key not in _CHECKS:
            allowed = ", ".join(_CHECKS)
            raise KgError("config", f"unknown key {key!r}", where, f"allowed: {allowed}")
        wrong = _CHECKS[key](value)
        if wrong:
            raise KgError("config", f"{key} {wrong}", where)
    return Config(**plain)


def _line_of(key: str, text: str) -> int | None:
    """The first line that sets the key or opens its table."""
    wanted = re.compile(rf"""\s*\[?\s*["']?{re.escape(key)}["']?\s*[=.\]]""")
    lines = enumerate(text.split("\n"), start=1)
    return next((number for number, line in lines if wanted.match(line)), None)


def _base(value: object) -> str | None:
    """A base ends in a slash: below one that ends in # no document could have spans."""
    if not isinstance(value, str) or not value.endswith("/") or not _is_iri(value):
        return f"must be an absolute IRI that ends in /, as {DEFAULT_BASE} does"
    if "#" in value or "?" in value:
        return "may hold neither # nor ?"
    return None


def _language(value: object) -> str | None:
    known = sorted(path.name for path in _LANGUAGES.iterdir() if _is_language(path))
    return None if value in known else f"must be one of {', '.join(known)}"


def _is_language(path: Path) -> bool:
    return path.is_dir() and not path.name.startswith("_")


def _prefixes(value: object) -> str | None:
    if not isinstance(value, dict):
        return "must be a table of prefix = IRI"
    for prefix, iri in value.items():
        if not _PREFIX.fullmatch(prefix):
            return f"has a prefix that no Turtle reader takes: {prefix!r}"
        if not isinstance(iri, str) or not _is_iri(iri):
            return f"must map {prefix} to an absolute IRI"
    return None


def _is_iri(text: str) -> bool:
    try:
        ox.NamedNode(text)
    except ValueError:
        return False
    return True


_CHECKS: Mapping[str, Callable[[object], str | None]] = {
    "base": _base,
    "language": _language,
    "prefixes": _prefixes,
}
"""Each allowed key, and what says why its value is wrong."""
