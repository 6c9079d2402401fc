"""Where things stand in a TOML file with arrays of tables: the parser does not say."""

import re
from collections.abc import Iterator

from kg.errors import Where
from kg.model.document import line_starts, position

_HIDDEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*',
    re.DOTALL,
)
_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*(?P<table>[A-Za-z0-9_-]+)[ \t]*\]\]", re.MULTILINE)


class TomlPlaces:
    """The places of tables and keys in the text of a file that the user knows as `name`."""

    def __init__(self, text: str, name: str) -> None:
        self._name = name
        self._starts = line_starts(text)
        self._masked = _HIDDEN.sub(_blank, text)
        self._tables: dict[str, list[tuple[int, int]]] = {}
        for table, start, end in self._headers():
            self._tables.setdefault(table, []).append((start, end))

    def _headers(self) -> Iterator[tuple[str, int, int]]:
        found = list(_HEADER.finditer(self._masked))
        for match, following in zip(found, [*found[1:], None], strict=False):
            end = len(self._masked) if following is None else following.start()
            yield match["table"], match.start() + match[0].index("["), end

    def table(self, table: str, number: int) -> Where:
        """The nth table of an array, counted from 0: its header."""
        span = self._span(table, number)
        return Where(self._name) if span is None else self._where(span[0])

    def key(self, table: str, number: int, *path: str) -> Where:
        """A key of the nth table of an array, by its path; the nearest thing around it where it is
        written in a way that is not looked for."""
        span = self._span(table, number)
        if span is None:
            return Where(self._name)
        start, end = span
        at = start
        for key in path:
            found = _key(key).search(self._masked, self._after_header(at, start), end)
            if found is None:
                break
            at = found.start("key")
        return self._where(at)

    def top(self, key: str) -> Where:
        """A key or table of the file itself."""
        found = _key(key).search(self._masked)
        return Where(self._name) if found is None else self._where(found.start("key"))

    def _after_header(self, at: int, start: int) -> int:
        return self._masked.index("]]", start) + 2 if at == start else at

    def _span(self, table: str, number: int) -> tuple[int, int] | None:
        spans = self._tables.get(table, ())
        return spans[number] if number < len(spans) else None

    def _where(self, offset: int) -> Where:
        return Where(self._name, *position(self._starts, offset))


def _blank(match: re.Match[str]) -> str:
    """As many characters that no pattern looks for."""
    return "\0" * len(match[0])


def _key(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<key>{re.escape(key)})[ \t]*(?=[=.\]])")
