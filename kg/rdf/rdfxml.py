"""What RDF/XML cannot say: some names, some characters."""

import re
from collections.abc import Iterable

import pyoxigraph as ox

from kg.errors import KgError
from kg.rdf.vocabulary import RDF

_START = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_LOCAL_NAME = re.compile(f"[{_START}][-.0-9\u00b7\u0300-\u036f\u203f-\u2040{_START}]*$")
"""The end of an IRI that can be an element's name: NCName of Namespaces in XML 1.0, 4."""

NO_CHARACTER = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is no Char of XML 1.0, 2.2: it may not stand in a document even as a reference."""

_SYNTAX = frozenset(
    RDF + name
    for name in (
        "RDF", "ID", "about", "parseType", "resource", "nodeID", "datatype", "Description",
        "aboutEach", "aboutEachPrefix", "bagID", "li",
    )
)  # fmt: skip
"""What RDF 1.1 XML Syntax, 7.2.14, forbids as an element; `li` would come back as `_1`."""

_HINT = "turtle and nt can"


def check_rdfxml(statements: Iterable[ox.Quad | ox.Triple]) -> None:
    """Raises KgError naming the first property, class or literal that RDF/XML cannot hold."""
    seen: set[ox.NamedNode] = set()
    for one in statements:
        if one.predicate not in seen:
            seen.add(one.predicate)
            _check_name("property", one.predicate.value)
        if one.predicate.value == RDF + "type" and isinstance(one.object, ox.NamedNode):
            _check_name("class", one.object.value)
        if isinstance(one.object, ox.Literal):
            _check_characters(one.object.value, one.subject)


def _check_name(what: str, iri: str) -> None:
    if iri in _SYNTAX or _LOCAL_NAME.search(iri) is None:
        raise KgError("not-rdfxml", f"RDF/XML cannot name the {what} <{iri}>", hint=_HINT)


def _check_characters(value: str, subject: object) -> None:
    found = NO_CHARACTER.search(value)
    if found:
        code = f"U+{ord(found.group()):04X}"
        message = f"RDF/XML cannot hold the character {code} of a literal of {subject}"
        raise KgError("not-rdfxml", message, hint=_HINT)
