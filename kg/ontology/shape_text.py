"""Shapes as Turtle text: the pieces that those of event types and relations are made of."""

from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from kg.rdf.vocabulary import KG, RDF, SH, XSD

KGS = "https://w3id.org/companykg/shapes#"
HEAD = f"@prefix kg: <{KG}> . @prefix rdf: <{RDF}> . @prefix sh: <{SH}> . @prefix xsd: <{XSD}> ."
_HINTS = {
    "needs": ("state it, or drop the event", "그것을 적거나 사건을 뺀다"),
    "kind": ("check the kind of the filler, or the role", "채운 것의 종류나 역할을 확인한다"),
    "text": ("write a plain string", "언어 표시 없는 문자열로 적는다"),
    "single": ("state two events, or keep one filler", "사건을 둘로 나누거나 하나만 남긴다"),
    "type": ("make one event of each type", "유형마다 사건을 따로 만든다"),
}


def rule(severity: str, hint: str, message: str, message_ko: str) -> str:
    """The end of a shape that can report: severity, message, and the hint of this name."""
    texts: Mapping[str, tuple[str, str]] = {
        "sh:message": (message, message_ko),
        "kg:hint": _HINTS[hint],
    }
    rows = [
        f"{key} {ox.Literal(en, language='en')}, {ox.Literal(ko, language='ko')}"
        for key, (en, ko) in texts.items()
    ]
    return f"sh:severity sh:{severity} ; {' ; '.join(rows)} ."


def any_of(names: Iterable[str]) -> str:
    """A path along any of these properties."""
    terms = list(map(term, names))
    return terms[0] if len(terms) == 1 else f"[ sh:alternativePath ( {' '.join(terms)} ) ]"


def listed_terms(names: Iterable[str]) -> str:
    """Terms as a message names them."""
    return ", ".join(f"kg:{name}" for name in names)


def shape(name: str) -> str:
    """The IRI of a shape; written out, for not every local name of a term is one in Turtle."""
    return f"<{KGS}{name}>"


def term(name: str) -> str:
    """The IRI of a term of the ontology."""
    return f"<{KG}{name}>"
