"""Messages of a validation report in the languages in which the shapes have them.

pySHACL fills the variables of a message in, and the language of a SPARQL-based constraint's is then
lost; SHACL (section 5.3.2) takes it over.
"""

import re
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.gate.reach import sh

_VARIABLE = re.compile(r"\\\{\\[?$][^{}]*\\\}")
"""A variable in a message, after re.escape."""


def in_languages(report: Iterable[ox.Quad], shapes: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """The report; each message without a language that one of the shapes' makes has its."""
    messages = sorted({quad.object for quad in shapes if quad.predicate == sh("message")}, key=str)
    made = [
        (re.compile(_VARIABLE.sub("(?s:.*)", re.escape(one.value))), one.language)
        for one in messages
        if isinstance(one, ox.Literal) and one.language
    ]
    for quad in report:
        said = quad.object
        if quad.predicate == sh("resultMessage") and isinstance(said, ox.Literal):
            language = None if said.language else _language(said.value, made)
            if language:
                said = ox.Literal(said.value, language=language)
                yield ox.Quad(quad.subject, quad.predicate, said)
                continue
        yield quad


def _language(text: str, made: Iterable[tuple[re.Pattern[str], str]]) -> str | None:
    return next((language for pattern, language in made if pattern.fullmatch(text)), None)
