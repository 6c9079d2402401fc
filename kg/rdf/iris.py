"""IRIs of instances: readable, deterministic, never blank nodes."""

import re
import unicodedata
from urllib.parse import unquote

from kg.model.decision import SAME, Decision, Naming
from kg.rdf.vocabulary import KG

_ENCODED = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")
_ILLEGAL = frozenset('<>"{}|^`\\ \t\r\n')
_RESERVED = frozenset("%#?/[]@!$&'()*,;=")


def slug(text: str) -> str:
    """A path segment that reads as the text does: NFC, blanks as `_`, the rest of RFC 3987's
    delimiters and what an IRI may not hold percent-encoded as UTF-8."""
    composed = unicodedata.normalize("NFC", text).strip()
    if composed in {".", ".."}:  # these lose their meaning to a resolver
        return "%2E" * len(composed)
    return "".join(_segment(char) for char in composed) or "_"


def _segment(char: str) -> str:
    if char == " ":
        return "_"
    if char in _ILLEGAL or char in _RESERVED or not _allowed(char):
        return "".join(f"%{byte:02X}" for byte in char.encode("utf-8"))
    return char


def _allowed(char: str) -> bool:
    """RFC 3987, section 2.2, ucschar: no controls, no private use, no non-characters, and none of
    the tags and selectors from U+E0000 to U+E0FFF."""
    return unicodedata.category(char)[0] not in "CZ" and not "\U000e0000" <= char < "\U000e1000"


def path_slug(path: str) -> str:
    """A relative path as path segments."""
    return "/".join(slug(part) for part in path.replace("\\", "/").split("/") if part)


def term(local: str) -> str:
    """The IRI of a term of the ontology."""
    return KG + local


def document(base: str, key: str) -> str:
    """The IRI of a document, from its header's id or its path in the workspace."""
    return f"{base}document/{path_slug(key)}"


def span(document_iri: str, start: int, end: int) -> str:
    """The IRI of a stretch of text (RFC 5147, section 3, but a CRLF counts two)."""
    return f"{document_iri}#char={start},{end}"


def line(source_iri: str, number: int) -> str:
    """The IRI of one line of a source, counted from 1 (RFC 5147 counts positions from 0)."""
    return f"{source_iri}#line={number - 1},{number}"


def date(base: str, edtf: str) -> str:
    """The shared IRI of a date."""
    return f"{base}date/{slug(edtf)}"


def entity(base: str, kind: str, name: str) -> str:
    """The IRI of an entity by its kind and earliest name."""
    return f"{base}{kind.lower()}/{slug(name)}"


def decoded(uri: str) -> str:
    """The IRI of a URI as a browser copies it: letters for what encodes them, composed (RFC 3987,
    section 3.2). What encodes delimiters stays, and so does what is no UTF-8."""

    def letters(match: re.Match[str]) -> str:
        text = unquote(match[0], errors="strict") if _is_utf8(match[0]) else match[0]
        return text if all(char == "%" or _allowed(char) for char in text) else match[0]

    return unicodedata.normalize("NFC", _ENCODED.sub(letters, uri))


def _is_utf8(encoded: str) -> bool:
    try:
        unquote(encoded, errors="strict")
    except UnicodeDecodeError:
        return False
    return True


def readable(iri: str) -> str:
    """The last segment of an IRI as a person would read it."""
    last = iri.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1]
    return unquote(last).replace("_", " ") or iri


def tail(base: str, iri: str) -> str:
    """What tells an entity's IRI from others of its kind: its path below the kind."""
    return iri.removeprefix(base).split("/", 1)[-1] if iri.startswith(base) else slug(iri)


def name(base: str, entity_iri: str, text: str) -> str:
    """The IRI of a name that an entity bears."""
    path = entity_iri.removeprefix(base) if entity_iri.startswith(base) else slug(entity_iri)
    return f"{base}name/{path}/{slug(text)}"


def decision(base: str, made: Decision) -> str:
    """The IRI of a decision: its verdict and what it is about, claims or things in their order."""
    claims = [_claim(base, claim) for claim in made.claims]
    things = [_thing(base, thing) for thing in made.things]
    if made.verdict == SAME:
        things.sort()
    return f"{base}decision/{made.verdict}/{'/'.join([*claims, *things])}"


def _claim(base: str, iri: str) -> str:
    return iri.removeprefix(base).replace("#", "/") if iri.startswith(base) else slug(iri)


def _thing(base: str, named: Naming) -> str:
    parts = [named.kind.lower(), slug(named.name)]
    if named.document:
        parts.append(f"in/{named.document.removeprefix(base + 'document/')}")
    if named.date is not None:
        parts.append(f"on/{slug(named.date.edtf)}")
    return "/".join(parts)
