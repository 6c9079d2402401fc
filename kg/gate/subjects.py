"""Nodes of the graph in a few words."""

from urllib.parse import unquote

import pyoxigraph as ox

from kg.gate.described import local
from kg.gate.lookup import TYPE, Lookup, Term
from kg.rdf.vocabulary import KG, RDFS

_LABEL = ox.NamedNode(RDFS + "label")
_NO_ROLES = frozenset(
    {"about", "claimedType", "date", "evidence", "bestEvidence", "announced", "restored", "from"}
    | {"until", "predicate", "status", "extractedBy", "unit"}
)
"""What a claim says beside who and what."""


def named(node: Term, data: Lookup) -> str:
    """A node by its label, else by what it states, else by its IRI; a literal by its text."""
    if isinstance(node, ox.Literal):
        return node.value
    labels = [one.value for one in data.objects(node, _LABEL) if isinstance(one, ox.Literal)]
    if labels:
        return labels[0]
    types = {local(one) for one in data.objects(node, TYPE)}
    if "Name" in types:
        return f"{_all(node, 'text', data)} ({_all(node, 'nameOf', data)})"
    if "Relation" in types:
        return f"{_all(node, 'subject', data)} {_relation(node, data)} {_all(node, 'object', data)}"
    if "Claim" in types:
        return _claim(node, data)
    return _by_iri(node)


def _claim(node: Term, data: Lookup) -> str:
    """Such as `Merger: survivor 카카오, absorbed 카카오엠 (2018-05)`."""
    types = [local(one) for one in data.objects(node, ox.NamedNode(KG + "claimedType"))]
    roles: dict[str, list[str]] = {}
    for quad in data.quads(node):
        name = local(quad.predicate)
        if name and name not in _NO_ROLES and not isinstance(quad.object, ox.Triple):
            roles.setdefault(name, []).append(named(quad.object, data))
    said = ", ".join(f"{name} {'·'.join(sorted(roles[name]))}" for name in sorted(roles))
    date = _all(node, "date", data)
    return f"{'/'.join(types) or 'Claim'}: {said}" + (f" ({date})" if date else "")


def _all(node: Term, name: str, data: Lookup) -> str:
    return "·".join(named(one, data) for one in data.objects(node, ox.NamedNode(KG + name)))


def _relation(node: Term, data: Lookup) -> str:
    found = data.objects(node, ox.NamedNode(KG + "predicate"))
    return "/".join(local(one) for one in found) or "?"


def _by_iri(node: Term) -> str:
    if not isinstance(node, ox.NamedNode):
        return str(node)
    if "#" in node.value:
        return f"<{node.value}>"
    return unquote(node.value.rstrip("/").rsplit("/", 1)[-1]) or f"<{node.value}>"
