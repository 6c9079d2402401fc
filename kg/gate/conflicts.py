"""The conflicts of a graph as findings: both sides, each with its sentence."""

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from kg.gate.evidence import evidence_of
from kg.gate.lookup import TYPE, Lookup, Term
from kg.gate.messages import worded
from kg.gate.subjects import named
from kg.model.document import Document
from kg.model.finding import WARNING, Finding, Related
from kg.rdf.vocabulary import KG


def conflict_findings(data: Lookup, documents: Mapping[str, Document]) -> Iterator[Finding]:
    """A warning for each conflict that nobody decided, in the order of their IRIs, at the sentence
    of its first side; what the other sides say stands in the message."""
    for conflict in sorted(data.subjects(TYPE, _kg("Conflict")), key=str):
        if data.objects(conflict, _kg("decidedBy")):
            continue
        sides = sorted(data.objects(conflict, _kg("between")), key=str)
        about = next(iter(data.objects(conflict, _kg("about"))), conflict)
        key = _text(conflict, "property", data)
        evidence = [evidence_of(side, data, documents) for side in sides]
        first = evidence[0] if evidence else None
        message, hint = worded(
            "conflict",
            {"property": key, "values": "; ".join(_side(s, key, data, documents) for s in sides)},
        )
        yield Finding(
            slug="conflict",
            severity=WARNING,
            fact=named(about, data),
            message=message,
            where=first.where if first else None,
            hint=hint,
            focus=conflict.value if isinstance(conflict, ox.NamedNode) else "",
            path=key,
            sentence=first.sentence if first else "",
            mark=first.mark if first else None,
            related=tuple(
                Related(named(side, data), one.where, one.sentence)
                for side, one in zip(sides[1:], evidence[1:], strict=True)
                if one.where is not None
            ),
        )


def _side(claim: Term, key: str, data: Lookup, documents: Mapping[str, Document]) -> str:
    """Such as `2014-10 (a.txt:3:1)`."""
    values = "·".join(sorted(named(one, data) for one in data.objects(claim, _kg(key)))) or "?"
    where = evidence_of(claim, data, documents).where
    return f"{values} ({where})" if where is not None else values


def _text(node: Term, name: str, data: Lookup) -> str:
    found = data.objects(node, _kg(name))
    return next((one.value for one in found if isinstance(one, ox.Literal)), "")


def _kg(name: str) -> ox.NamedNode:
    return ox.NamedNode(KG + name)
