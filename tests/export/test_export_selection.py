"""Which quads a plain export holds."""

import pyoxigraph as ox
import pytest
import world

from kg.export.selection import everything, facts
from kg.rdf.vocabulary import DCTERMS, KG, PREFIXES, RDF

HEAD = f"@base <{world.BASE}> .\n" + "".join(
    f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items()
)
FACT = "<event/x> a kg:Event ; kg:evidence <document/a#char=0,2> ."
SPAN = '<document/a#char=0,2> a kg:Span ; kg:inDocument <document/a> ; kg:quote "가나" .'
META = '<document/a> a kg:Document ; kg:sha256 "1" .'
CLAIM = "<document/a#claim=1> a kg:Claim ; kg:about <event/x> ; kg:evidence <document/a#char=0,2> ."
OTHER_SPAN = '<document/a#char=5,6> a kg:Span ; kg:inDocument <document/a> ; kg:quote "다" .'
OTHER_CLAIM = (
    "<document/a#claim=2> a kg:Claim ; kg:about <event/x> ; kg:evidence <document/a#char=5,6> ."
)
CONFLICT = "<conflict/x> a kg:Conflict ; kg:between <document/a#claim=2> ."

# (what the default graph holds, what is in the document's graph and comes along, what does not)
CASES = {
    "a cited span comes with its document": (FACT, SPAN + META, CLAIM + OTHER_SPAN),
    "a claim in a conflict comes with its span": (
        FACT + CONFLICT,
        SPAN + META + OTHER_CLAIM + OTHER_SPAN,
        CLAIM,
    ),
    "a document that no fact points at stays": ("<event/x> a kg:Event .", "", META + SPAN + CLAIM),
    "what else a source says comes along": (
        "<event/x> a kg:Event .",
        '<https://example.com/s> <https://example.com/p> "o" ; a <https://example.com/T> .',
        META,
    ),
}


def _quads(turtle: str, graph: str | None = None) -> set[ox.Quad]:
    name = ox.NamedNode(world.BASE + graph) if graph else ox.DefaultGraph()
    found = ox.parse((HEAD + turtle).encode(), format=ox.RdfFormat.TURTLE)
    return {ox.Quad(quad.subject, quad.predicate, quad.object, name) for quad in found}


@pytest.mark.parametrize(("default", "along", "not_along"), CASES.values(), ids=CASES)
def test_what_facts_point_at_comes_along(default: str, along: str, not_along: str) -> None:
    wanted = _quads(default) | _quads(along, "document/a")
    store = ox.Store()
    store.extend(wanted | _quads(not_along, "document/a") | _quads(FACT, "derived"))
    assert set(facts(store, world.BASE)) == wanted


def test_everything_is_everything() -> None:
    assert set(everything(world.store())) == world.quads()


def test_the_world_s_facts_are_whole() -> None:
    """Whatever an exported triple of ours names is described in the export as well."""
    quads = set(facts(world.store(), world.BASE))
    described = {quad.subject for quad in quads}
    links = {KG + name for name in ("evidence", "bestEvidence", "between", "inDocument", "date")}
    named = {quad.object for quad in quads if quad.predicate.value in links}
    assert named <= described
    assert len(named) > 15


def test_the_world_s_export_leaves_out_undisputed_claims() -> None:
    quads = set(facts(world.store(), world.BASE))
    claims = {
        quad.subject.value
        for quad in quads
        if quad.predicate.value == RDF + "type" and quad.object == ox.NamedNode(KG + "Claim")
    }
    assert claims == {claim.iri for claim in world.CLAIMS if claim.about == world.ACQUISITION}
    titles = {quad.object.value for quad in quads if quad.predicate.value == DCTERMS + "title"}
    assert "두 회사의 역사" in titles
