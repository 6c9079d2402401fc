"""The header of a saved query: TOML in the comment lines that begin with `#+`.

#+ title = {ko = "합병", en = "Mergers"}
#+ columns = ["date", "company"]
#+ [params.company]
#+ type = "entity"
"""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from kg.errors import KgError, Where

LANGUAGES = ("ko", "en")
TYPES = ("iri", "entity", "date", "period", "integer", "string")
"""What a parameter can be; an entity is given by any of its names and becomes an IRI."""
_KEYS = ("title", "description", "columns", "params")
_PARAMETER_KEYS = ("type", "help", "default", "optional")
_MARK = "#+"


class Parameter(NamedTuple):
    """A variable of the query that is given when it runs. Without a default it must be, unless it
    is `optional`: then it stays a variable, which the query asks BOUND about."""

    name: str
    type: str
    help: Mapping[str, str]
    default: str | None
    optional: bool = False

    @property
    def needed(self) -> bool:
        """Whether the query does not run without it."""
        return self.default is None and not self.optional


class Header(NamedTuple):
    """What a query says of itself, texts by language (`ko`, `en`). A query needs no header."""

    title: Mapping[str, str]
    description: Mapping[str, str]
    columns: tuple[str, ...]
    params: tuple[Parameter, ...]

    def parameter(self, name: str) -> Parameter | None:
        """The parameter of this name, None where there is none such."""
        return next((p for p in self.params if p.name == name), None)


def said(texts: Mapping[str, str], language: str) -> str:
    """The text in a language, else in the one that there is."""
    return texts.get(language) or next(iter(texts.values()), "")


def read_header(text: str, name: str) -> Header:
    """The header of a query that the user knows as `name`; an empty one where it has none.

    Raises KgError with the line where it is not TOML 1.0, or says what no header may say.
    """
    lines = _lines(text)
    if not lines:
        return Header({}, {}, (), ())
    import tomllib  # noqa: PLC0415  (a query without a header must not pay for it)

    from kg.model import toml  # noqa: PLC0415  (likewise)

    try:
        plain = toml.loads("\n".join(line for _, line in lines))
    except tomllib.TOMLDecodeError as error:
        raise _syntax(error, lines, text, name) from None
    return _Checker(lines, name).header(plain)


def _lines(text: str) -> list[tuple[int, str]]:
    """The header's lines without `#+`, each with its number; they stand before the query."""
    found = []
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        bare = line.strip()
        if bare.startswith(_MARK):
            found.append((number, bare.removeprefix(_MARK).removeprefix(" ")))
        elif bare and not bare.startswith("#"):
            break
    return found


def _syntax(error: Exception, lines: list[tuple[int, str]], text: str, name: str) -> KgError:
    """The parser says the place in words: `… (at line 3, column 8)`, `… (at end of document)`."""
    match = re.fullmatch(
        r"(?P<why>.*) \(at line (?P<line>\d+), column (?P<column>\d+)\)", str(error)
    )
    if match is None:
        return KgError("header", f"the header is not TOML: {error}", Where(name, lines[-1][0]))
    number, line = lines[int(match["line"]) - 1]
    shift = text.split("\n")[number - 1].find(line) if line else 0
    place = Where(name, number, int(match["column"]) + shift)
    return KgError("header", f"the header is not TOML: {match['why']}", place)


class _Checker:
    """Reads what the TOML holds, and knows the line of each key for its complaints."""

    def __init__(self, lines: list[tuple[int, str]], name: str) -> None:
        self._lines = lines
        self._name = name

    def header(self, plain: Mapping[str, Any]) -> Header:
        self._keys(plain, _KEYS, "")
        params = plain.get("params", {})
        if not isinstance(params, dict):
            raise self._wrong("params", "must be tables: [params.name]")
        return Header(
            self._texts(plain, "title"),
            self._texts(plain, "description"),
            self._columns(plain),
            tuple(self._parameter(name, said) for name, said in params.items()),
        )

    def _parameter(self, name: str, plain: object) -> Parameter:
        if not isinstance(plain, dict):
            raise self._wrong(name, "must be a table: [params.name]")
        if not name.isidentifier():
            raise self._wrong(name, "is no name of a variable")
        self._keys(plain, _PARAMETER_KEYS, f"params.{name}")
        kind, default = plain.get("type"), plain.get("default")
        if kind not in TYPES:
            raise self._wrong("type", f"of {name} must be one of {', '.join(TYPES)}", name)
        if default is not None and (isinstance(default, (bool, float, list, dict))):
            raise self._wrong("default", f"of {name} must be a text or a whole number", name)
        optional = plain.get("optional", False)
        if not isinstance(optional, bool):
            raise self._wrong("optional", f"of {name} must be true or false", name)
        if optional and default is not None:
            raise self._wrong("optional", f"of {name} goes without a default", name)
        text = None if default is None else str(default)
        return Parameter(name, kind, self._texts(plain, "help", name), text, optional)

    def _columns(self, plain: Mapping[str, Any]) -> tuple[str, ...]:
        columns = plain.get("columns", [])
        if not isinstance(columns, list) or not all(isinstance(c, str) for c in columns):
            raise self._wrong("columns", "must be a list of names")
        if len(set(columns)) != len(columns):
            raise self._wrong("columns", "names a column twice")
        return tuple(columns)

    def _texts(self, plain: Mapping[str, Any], key: str, table: str = "") -> Mapping[str, str]:
        value = plain.get(key, {})
        if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
            raise self._wrong(key, 'must be texts by language: {ko = "…", en = "…"}', table)
        self._keys(value, LANGUAGES, key)
        return value

    def _keys(self, plain: Mapping[str, Any], allowed: tuple[str, ...], table: str) -> None:
        for key in plain:
            if key not in allowed:
                inside = f" in {table}" if table else ""
                raise KgError(
                    "header",
                    f"unknown key {key!r}{inside} in the header",
                    self._where(key, table.rpartition(".")[2]),
                    f"allowed: {', '.join(allowed)}",
                )

    def _wrong(self, key: str, why: str, table: str = "") -> KgError:
        return KgError("header", f"{key} {why}", self._where(key, table))

    def _where(self, key: str, table: str = "") -> Where:
        """The first line that sets the key, from the one on that opens its table."""
        opens = re.compile(rf"\s*(?:\[\s*params\s*\.\s*)?[\"']?{re.escape(table)}\b")
        sets = re.compile(rf"""(?:^|[\[{{,.])\s*["']?{re.escape(key)}["']?\s*[=.\]]""")
        inside = not table
        for number, line in self._lines:
            inside = inside or opens.match(line) is not None
            if inside and sets.search(line):
                return Where(self._name, number)
        return Where(self._name, self._lines[0][0])
