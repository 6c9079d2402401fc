"""Terms as a person writes them: prefixed names, relative IRIs, short literals."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.gate.lookup import Lookup, Term
from kg.gate.reach import sh
from kg.rdf.vocabulary import PREFIXES, XSD

_LOCAL = re.compile(r"(?:[\w:%](?:[\w\-.:%]*[\w\-:%])?)?")
"""Local names that are written without an escape (Turtle 1.1, PN_LOCAL), or close to it."""
_NATIVE = frozenset(XSD + name for name in ("integer", "decimal", "boolean"))
_LONGEST = 80
"""Code points of a literal that are shown."""
_REPEATED = (("zeroOrMorePath", "*"), ("oneOrMorePath", "+"), ("zeroOrOnePath", "?"))


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """Writes terms with these prefixes; IRIs below `bases` relative to them."""

    prefixes: Mapping[str, str] = field(default_factory=lambda: PREFIXES)
    bases: tuple[str, ...] = ()

    def term(self, term: Term | None) -> str:
        """`ex:a`, `<a>`, `"text"@en`, `3`; a blank node as `[]`."""
        if isinstance(term, ox.NamedNode):
            return self._iri(term.value)
        if isinstance(term, ox.Literal):
            return self._literal(term)
        return "[]"

    def terms(self, terms: list[Term]) -> str:
        """The terms with commas between them."""
        return ", ".join(self.term(one) for one in terms)

    def _iri(self, iri: str) -> str:
        spaces = sorted(self.prefixes.items(), key=lambda pair: (-len(pair[1]), pair[0]))
        for prefix, space in spaces:
            local = iri.removeprefix(space)
            if space and local != iri and _LOCAL.fullmatch(local):
                return f"{prefix}:{local}"
        for base in self.bases:
            folder = base[: base.rfind("/") + 1]
            for head in (base, folder):
                if head and iri.startswith(head) and iri != head:
                    return f"<{iri.removeprefix(head)}>"
        return f"<{iri}>"

    def _literal(self, literal: ox.Literal) -> str:
        text = literal.value
        shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
        if literal.datatype.value in _NATIVE:
            return shown
        spelt = ox.Literal(shown)
        if literal.language:
            return f"{spelt}@{literal.language}"
        plain = literal.datatype.value == XSD + "string"
        return str(spelt) if plain else f"{spelt}^^{self._iri(literal.datatype.value)}"

    def path(self, path: Term, graph: Lookup) -> str:
        """A property path as SPARQL 1.1 writes it (section 9.1): `ex:a/^ex:b`."""
        return self._path(path, graph, inside=False)

    def _path(self, path: Term, graph: Lookup, *, inside: bool) -> str:
        if isinstance(path, ox.NamedNode):
            return self._iri(path.value)
        for head in graph.objects(path, sh("alternativePath")):
            parts = [self._path(one, graph, inside=True) for one in graph.items(head)]
            return _joined(parts, "|", inside=inside)
        for inner in graph.objects(path, sh("inversePath")):
            return "^" + self._path(inner, graph, inside=True)
        for key, sign in _REPEATED:
            for inner in graph.objects(path, sh(key)):
                return self._path(inner, graph, inside=True) + sign
        parts = [self._path(one, graph, inside=True) for one in graph.items(path)]
        return _joined(parts, "/", inside=inside)


def _joined(parts: list[str], sign: str, *, inside: bool) -> str:
    text = sign.join(parts)
    return f"({text})" if inside and len(parts) > 1 else text
