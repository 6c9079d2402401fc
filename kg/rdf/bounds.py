"""What an RDF file may not do to its reader: nest without end, or stand for more than it says.

The parsers call themselves for each level of a quoted triple until the process dies, and take time
that grows with the square of the depth of RDF/XML and with every use of an entity.
"""

import re

import pyoxigraph as ox

from kg.errors import KgError, Where

DEEPEST = 200
"""Levels of elements of RDF/XML, or of triples in triples."""

LONGEST_ENTITY = 256
"""Code points that an entity of an RDF/XML file may stand for: a namespace, not a bomb."""

_DECLARATION = re.compile(r"<!ENTITY\s+(?P<name>[^\s>]+)\s*(?P<value>\"[^\"]*\"|'[^']*'|[^>]*)")
_TRIPLES = re.compile(
    r"\"{3}(?:[^\"\\]|\\.|\"{1,2}(?!\"))*+\"{3}|'{3}(?:[^'\\]|\\.|'{1,2}(?!'))*+'{3}"
    r"|\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+'|<[^<>\s]*+>|#[^\n]*|(?P<mark><<|>>)",
    re.DOTALL,
)
_TAGS = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<![^>\[]*(?:\[[^\]]*\])?[^>]*>"
    r"|(?P<tag></?[^<>/!?](?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>)|(?P<broken><)",
    re.DOTALL,
)


def check_bounds(text: str, rdf_format: ox.RdfFormat, name: str) -> None:
    """Raises KgError, with the line and column, where a file goes beyond the bounds."""
    if rdf_format == ox.RdfFormat.RDF_XML:
        _check_entities(text, name)
        _check_elements(text, name)
    elif rdf_format != ox.RdfFormat.JSON_LD and text.count("<<") > DEEPEST:
        _check_triples(text, name)


def _check_entities(text: str, name: str) -> None:
    """Entities that stand for a namespace are plain; any other can read files or fill memory."""
    for match in _DECLARATION.finditer(text):
        value = match["value"]
        plain = value[:1] in {'"', "'"} and not {"&", "%"} & set(value)
        if not plain or len(value) > LONGEST_ENTITY + 2:
            raise KgError(
                "entity",
                f"the entity {match['name']} is more than a short text",
                _where(text, match.start(), name),
                "write its value where it is used",
            )


def _check_elements(text: str, name: str) -> None:
    depth = 0
    for match in _TAGS.finditer(text):
        if match["broken"]:
            return  # not well-formed: the parser says so, for it comes no further
        tag = match["tag"]
        if tag and not tag.endswith("/>"):
            depth += -1 if tag[1] == "/" else 1
        if depth > DEEPEST:
            raise _too_deep("elements", _where(text, match.start(), name))


def _check_triples(text: str, name: str) -> None:
    depth = 0
    for match in _TRIPLES.finditer(text):
        depth += {"<<": 1, ">>": -1}.get(match["mark"] or "", 0)
        if depth > DEEPEST:
            raise _too_deep("triples", _where(text, match.start(), name))


def _too_deep(what: str, where: Where) -> KgError:
    return KgError("too-deep", f"more than {DEEPEST} {what} in each other", where)


def _where(text: str, at: int, name: str) -> Where:
    return Where(name, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
