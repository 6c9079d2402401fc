"""Canonical labels of blank nodes: RDFC-1.0 (W3C Recommendation, RDF Dataset Canonicalization).

pyoxigraph canonicalises a whole dataset but does not say which node became which, and lines are
kept by node; so the labels are computed here, with its work bounded.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import permutations

import pyoxigraph as ox

from kg.errors import KgError, Where

LIMIT = 20_000
"""Hashes of paths that one file may cost (section 7.1, dataset poisoning)."""


def canonical_labels(quads: Sequence[ox.Quad], name: str) -> dict[ox.BlankNode, str]:
    """The label (`c14n0` …) of each blank node. Raises KgError where finding it costs too much."""
    mentions: dict[ox.BlankNode, list[ox.Quad]] = defaultdict(list)
    for quad in dict.fromkeys(quads):
        for node in dict.fromkeys(_blank_nodes(quad)):
            mentions[node].append(quad)
    if not mentions:
        return {}
    try:
        return _Canonicalization(mentions, name).labels()
    except RecursionError:
        raise _too_much_alike(name) from None


def _blank_nodes(quad: ox.Quad) -> list[ox.BlankNode]:
    terms = (quad.subject, quad.object, quad.graph_name)
    return [term for term in terms if isinstance(term, ox.BlankNode)]


def _sha256(parts: Iterable[str]) -> str:
    return hashlib.sha256("".join(parts).encode("utf-8")).hexdigest()


class _Issuer:
    """Hands out labels in the order in which nodes ask (section 4.5)."""

    def __init__(self, prefix: str, issued: dict[ox.BlankNode, str] | None = None) -> None:
        self.prefix = prefix
        self.issued = dict(issued or {})

    def issue(self, node: ox.BlankNode) -> str:
        """The node's label, a new one where it has none."""
        return self.issued.setdefault(node, f"{self.prefix}{len(self.issued)}")

    def copy(self) -> "_Issuer":
        """Another issuer that knows what this one has handed out."""
        return _Issuer(self.prefix, self.issued)


class _Canonicalization:
    """One run over a dataset, by the names of the Recommendation's section 4."""

    def __init__(self, mentions: dict[ox.BlankNode, list[ox.Quad]], name: str) -> None:
        self._mentions = mentions
        self._name = name
        self._canonical = _Issuer("c14n")
        self._first = {node: self._hash_first_degree(node) for node in mentions}
        self._spent = 0

    def labels(self) -> dict[ox.BlankNode, str]:
        """Canonicalization algorithm, section 4.4.3."""
        by_hash: dict[str, list[ox.BlankNode]] = defaultdict(list)
        for node, digest in self._first.items():
            by_hash[digest].append(node)
        for digest in sorted(by_hash):
            if len(by_hash[digest]) == 1:
                self._canonical.issue(by_hash[digest][0])
        for digest in sorted(by_hash):
            self._label_alike(by_hash[digest])
        return self._canonical.issued

    def _label_alike(self, nodes: list[ox.BlankNode]) -> None:
        results = []
        for node in nodes:
            if node not in self._canonical.issued:
                issuer = _Issuer("b")
                issuer.issue(node)
                results.append(self._hash_n_degree(node, issuer))
        for _, issuer in sorted(results, key=lambda result: result[0]):
            for known in issuer.issued:
                self._canonical.issue(known)

    def _hash_first_degree(self, node: ox.BlankNode) -> str:
        """Section 4.6.3: the node's quads with itself as `_:a` and any other as `_:z`."""

        def nquad(term: object) -> str:
            if isinstance(term, ox.BlankNode):
                return "_:a" if term == node else "_:z"
            return _canonical_term(term)

        lines = []
        for quad in self._mentions[node]:
            terms = [nquad(t) for t in (quad.subject, quad.predicate, quad.object)]
            if not isinstance(quad.graph_name, ox.DefaultGraph):
                terms.append(nquad(quad.graph_name))
            lines.append(" ".join(terms) + " .\n")
        return _sha256(sorted(lines))

    def _hash_related(
        self, related: ox.BlankNode, quad: ox.Quad, issuer: _Issuer, position: str
    ) -> str:
        """Section 4.7.3."""
        predicate = "" if position == "g" else f"<{quad.predicate.value}>"
        label = self._canonical.issued.get(related) or issuer.issued.get(related)
        return _sha256([position, predicate, f"_:{label}" if label else self._first[related]])

    def _hash_n_degree(self, node: ox.BlankNode, issuer: _Issuer) -> tuple[str, _Issuer]:
        """Section 4.8.3: tells nodes apart by the paths to the nodes around them."""
        related: dict[str, list[ox.BlankNode]] = defaultdict(list)
        for quad in self._mentions[node]:
            for position, term in (("s", quad.subject), ("o", quad.object), ("g", quad.graph_name)):
                if isinstance(term, ox.BlankNode) and term != node:
                    related[self._hash_related(term, quad, issuer, position)].append(term)
        data = ""
        for digest in sorted(related):
            path, issuer = self._chosen_path(related[digest], issuer)
            data += digest + path
        return _sha256([data]), issuer

    def _chosen_path(self, nodes: list[ox.BlankNode], issuer: _Issuer) -> tuple[str, _Issuer]:
        """Steps 5.2 to 5.6: the least path over all orders of the nodes."""
        chosen, chosen_issuer = "", issuer
        for order in permutations(nodes):
            self._spend()
            found = self._path(order, issuer.copy(), chosen)
            if found is not None and (not chosen or found[0] < chosen):
                chosen, chosen_issuer = found
        return chosen, chosen_issuer

    def _path(
        self, order: Iterable[ox.BlankNode], issuer: _Issuer, chosen: str
    ) -> tuple[str, _Issuer] | None:
        """The path of one order, None as soon as it cannot be less than the chosen one."""
        path, recursion = "", []
        for node in order:
            if node in self._canonical.issued:
                path += f"_:{self._canonical.issued[node]}"
            else:
                if node not in issuer.issued:
                    recursion.append(node)
                path += f"_:{issuer.issue(node)}"
            if _too_long(path, chosen):
                return None
        for node in recursion:
            self._spend()
            digest, deeper = self._hash_n_degree(node, issuer)
            path += f"_:{issuer.issue(node)}<{digest}>"
            issuer = deeper
            if _too_long(path, chosen):
                return None
        return path, issuer

    def _spend(self) -> None:
        self._spent += 1
        if self._spent > LIMIT:
            raise _too_much_alike(self._name)


def _too_much_alike(name: str) -> KgError:
    message = "its blank nodes are too much alike to be told apart"
    return KgError("blank-nodes", message, Where(name), "give them IRIs")


def _too_long(path: str, chosen: str) -> bool:
    return bool(chosen) and len(path) >= len(chosen) and path > chosen


_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\b": "\\b",
    "\f": "\\f",
}


def _canonical_term(term: object) -> str:
    """Canonical N-Quads (section 5 and RDF 1.1 N-Triples, canonical form)."""
    if isinstance(term, ox.Literal):
        text = f'"{"".join(map(_escape, term.value))}"'
        if term.language:
            return f"{text}@{term.language}"
        plain = term.datatype.value.endswith("XMLSchema#string")
        return text if plain else f"{text}^^<{term.datatype.value}>"
    return str(term)


def _escape(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    return f"\\u{ord(char):04X}" if char < " " or char == "\x7f" else char
