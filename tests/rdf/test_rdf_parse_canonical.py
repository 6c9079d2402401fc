"""Labels of blank nodes are those of RDFC-1.0, and a poisoned file is refused in time."""

from itertools import pairwise

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError
from kg.rdf.canonical import canonical_labels

NODES = [ox.BlankNode(f"n{i}") for i in range(5)]
IRI = ox.NamedNode("http://example.org/o")
TERMS = [
    IRI,
    ox.Literal("가"),
    ox.Literal('"\\\n\x01', language="ko"),
    ox.Literal("1", datatype=ox.NamedNode("http://example.org/d")),
]
PREDICATES = [ox.NamedNode("http://example.org/p"), ox.NamedNode("http://example.org/q")]

quads = st.builds(
    ox.Quad,
    st.sampled_from([*NODES, IRI]),
    st.sampled_from(PREDICATES),
    st.sampled_from([*NODES, *TERMS]),
    st.sampled_from([ox.DefaultGraph(), ox.DefaultGraph(), IRI, NODES[0]]),
)


@given(st.lists(quads, max_size=9))
def test_labels_are_those_of_pyoxigraph(listed: list[ox.Quad]) -> None:
    labels = canonical_labels(listed, "f")

    def renamed(term: object) -> object:
        return ox.BlankNode(labels[term]) if isinstance(term, ox.BlankNode) else term

    ours = {
        ox.Quad(renamed(q.subject), q.predicate, renamed(q.object), renamed(q.graph_name))  # type: ignore[arg-type]  # each term keeps its place
        for q in listed
    }
    dataset = ox.Dataset(listed)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    assert ours == set(dataset)


def test_nodes_too_much_alike_are_refused() -> None:
    clique = [ox.BlankNode() for _ in range(9)]
    alike = [ox.Quad(a, PREDICATES[0], b) for a in clique for b in clique if a != b]
    with pytest.raises(KgError, match="give them IRIs"):
        canonical_labels(alike, "f.ttl")


def test_a_long_chain_of_nodes_alike_is_refused() -> None:
    chain = [ox.BlankNode() for _ in range(3000)]
    linked = [ox.Quad(a, PREDICATES[0], b) for a, b in pairwise(chain)]
    with pytest.raises(KgError, match="too much alike"):
        canonical_labels(linked, "f.ttl")
