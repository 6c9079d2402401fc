"""Where in RDF files a node or a value stands: the parser knows lines, a reader wants columns."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import Where
from kg.gate.evidence import Evidenced
from kg.gate.lookup import Term
from kg.gate.passage import LONGEST
from kg.gate.source_lines import SourceLines

_BEFORE = re.compile(r"(?:^|.*[.{}]\s+)\s*", re.DOTALL)
"""What stands on a line of Turtle before a statement: nothing, or the end of another."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """An RDF file as it was read: quads with their lines, the prefixes and base that it has."""

    name: str
    text: str
    quads: tuple[tuple[ox.Quad, int], ...]
    prefixes: tuple[tuple[str, str], ...]
    base: str


class RdfPlaces:
    """Looks for the nodes and values of some files in their text."""

    def __init__(self, files: Iterable[ReadFile]) -> None:
        self._stated: dict[str, list[tuple[ReadFile, ox.Quad, int]]] = {}
        self._lines: dict[str, SourceLines] = {}
        for file in files:
            self._lines[file.name] = SourceLines(file.text)
            for quad, line in file.quads:
                self._stated.setdefault(str(quad.subject), []).append((file, quad, line))

    def node(self, node: Term) -> Evidenced:
        """Where the first statement about a node begins; nothing where there is none."""
        stated = self._stated.get(str(node), [])
        if not stated:
            return Evidenced()
        file, _, last = min(stated, key=lambda one: one[2])
        spellings = _spellings(node, file)
        lines = self._lines[file.name]
        for number in range(last, 0, -1):
            line = lines.text(number)
            for start, end in _occurrences(line, spellings):
                if line[start] == '"' or _BEFORE.fullmatch(line[:start]):  # XML, JSON quote an IRI
                    return _shown(file, number, line, (start, end))
        return self._line(file, last)

    def value(self, node: Term, predicate: ox.NamedNode, value: Term) -> Evidenced:
        """Where a triple has its object; nothing where no file states the triple."""
        for file, quad, last in self._stated.get(str(node), ()):
            if quad.predicate != predicate or quad.object != value:
                continue
            lines = self._lines[file.name]
            for number in (last, last - 1):
                line = lines.text(number)
                led = list(_occurrences(line, _spellings(predicate, file)))
                for start, end in _occurrences(line, _spellings(value, file)):
                    if not led or start > led[0][0]:
                        return _shown(file, number, line, (start, end))
            return self._line(file, last)
        return Evidenced()

    def _line(self, file: ReadFile, number: int) -> Evidenced:
        number = self._lines[file.name].number(number)
        line = self._lines[file.name].text(number)
        lead = len(line) - len(line.lstrip())
        return _shown(file, number, line, (lead, lead))


def _spellings(term: Term, file: ReadFile) -> list[str]:
    """The ways in which a file may write a term, the longest first."""
    if isinstance(term, ox.Literal):
        text = str(ox.Literal(term.value))
        return [text, f"'{term.value}'", term.value] if term.value else [text]
    if not isinstance(term, ox.NamedNode):
        return []
    iri = term.value
    folder = file.base[: file.base.rfind("/") + 1]
    relative = [iri.removeprefix(head) for head in (file.base, folder) if iri.startswith(head)]
    found = {f"<{iri}>", f'"{iri}"', *(f"<{one}>" for one in relative)}
    found |= {f'"{one}"' for one in relative if one}
    for prefix, space in file.prefixes:
        if space and iri.startswith(space):
            found.add(f"{prefix}:{iri.removeprefix(space)}")
    return sorted(found, key=lambda one: (-len(one), one))


def _occurrences(line: str, spellings: Iterable[str]) -> Iterator[tuple[int, int]]:
    for spelling in spellings:
        ends = r"(?![\w:\-])" if spelling[-1:].isalnum() else ""
        begins = r"(?<![\w:\-])" if spelling[:1].isalnum() else ""
        for match in re.finditer(begins + re.escape(spelling) + ends, line):
            yield match.span()


def _shown(file: ReadFile, number: int, line: str, mark: tuple[int, int]) -> Evidenced:
    """The line, cut around the mark where it is long."""
    begin, stop = 0, len(line)
    if stop > LONGEST:
        begin = max(mark[0] - LONGEST // 2, 0)
        stop = min(begin + LONGEST, stop)
    cut = line[begin:stop]
    lead = len(cut) - len(cut.lstrip())
    text = cut.strip()
    start, end = (min(max(at - begin - lead, 0), len(text)) for at in mark)
    return Evidenced(
        text, (start, end) if start < end else None, Where(file.name, number, mark[0] + 1)
    )
