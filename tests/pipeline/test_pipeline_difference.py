"""What a change of sources makes of a graph equals deriving everything anew."""

from collections.abc import Mapping
from decimal import Decimal

import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model.claim import NAME, RELATION, Claim, Details, Mention
from kg.model.dates import PartialDate
from kg.model.decision import PREFER, REJECT, VERDICTS, Decision, Decisions, Naming
from kg.model.document import Span
from kg.model.schema import TEXT, EventType, Role, Schema
from kg.model.statement import make_roles
from kg.ontology import load_schema, shipped
from kg.pipeline.derive import Content, derive
from kg.pipeline.difference import Brought, difference
from kg.pipeline.entries import concordance_quads, entries
from kg.rdf.vocabulary import RDFS
from kg.resolve.claims import claim_iri
from kg.store.concordance import Concordance

BASE = "https://example.org/kg/"
SCHEMA: Schema = load_schema(shipped("ontology"))
NAMES = ["가온", "나래", "다솜", "(주)가온", "가온-2011", "가 온", "가_온", *"마바사아자차카타파하"]
SOURCES = [f"{BASE}document/{name}" for name in "abc"]
DATES = [None, None, "201X", "2011", "2011-05", "2011-05-03", "2014", "2014-02", "2017", "2020-12"]
ODD = Details(value=Decimal(3), unit="명", metric="가입자")
Sources = Mapping[str, Content]


def _mention(draw: st.DrawFn, role: Role, given: bool) -> Mention:
    text = draw(st.sampled_from(NAMES))
    if role.kinds == (TEXT,):
        return Mention(text)
    kinds = [role.usual] * 4 + [kind for kind in role.kinds if kind in SCHEMA.classes] + ["Entity"]
    kind = draw(st.sampled_from(kinds))
    iri = ""
    if given and draw(st.booleans()):
        iri = f"{BASE}{kind.lower()}/{draw(st.sampled_from(['가온', '나래', '가온-2011']))}"
    return Mention(text, kind, iri)


def _filled(draw: st.DrawFn, label: str, type_: EventType | None, given: bool) -> dict[str, list]:
    roles = type_.roles if type_ else SCHEMA.relations[label]
    groups = type_.alternatives if type_ else ()
    filled: dict[str, list[Mention]] = {}
    for role in roles:
        wanted = role.required or any(group[0] == role.name for group in groups)
        wanted = wanted or role.name in ((type_.two_of if type_ else ())[:2]) or not type_
        if wanted or draw(st.integers(0, 2)) == 0:
            filled[role.name] = [_mention(draw, role, given)]
    return filled


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """Any claim that the schema allows, about few names, of few places; as a document states it or
    an RDF file."""
    source = draw(st.sampled_from(SOURCES))
    given_iris = source == SOURCES[-1]
    start = draw(st.integers(0, 3))
    place = {"line": start + 1} if given_iris else {"span": Span(start, start + 1, "q")}
    date = draw(st.sampled_from(DATES))
    often = ["NameChange", "Merger", "Acquisition", "Founding", "formerName", "alternateName"]
    label = draw(st.sampled_from([*sorted(SCHEMA.events), *sorted(SCHEMA.relations), *often * 2]))
    type_ = SCHEMA.events.get(label)
    details = ODD if label == "Milestone" else Details(unit=draw(st.sampled_from([None, "명"])))
    about = ""
    if given_iris and draw(st.booleans()):
        if draw(st.booleans()):
            owner = Mention("", "Company", f"{BASE}company/{draw(st.sampled_from(NAMES[:3]))}")
            text = draw(st.sampled_from(NAMES))
            roles = {"nameOf": [owner], "text": [Mention(text)]}
            since = PartialDate(date) if date else None
            details = Details(kind="legal", since=since)
            return Claim(
                source, NAME, None, make_roles(roles), None, "asserted", details, "rdf", **place
            )
        about = f"{BASE}event/{label.lower()}/{draw(st.sampled_from(['가온', '나래/2011', '1']))}"
    return Claim(
        source,
        label if type_ else RELATION,
        None if type_ else label,
        make_roles(_filled(draw, label, type_, given_iris)),
        PartialDate(date) if date and type_ else None,
        draw(st.sampled_from(["asserted", "asserted", "announced", "planned"])),
        details if type_ else Details(since=PartialDate(date) if date else None),
        draw(st.sampled_from(["frame", "other"])),
        about=about if type_ else "",
        **place,
    )


def _kept(text: str, graph: str | None) -> ox.Quad:
    node = ox.NamedNode(f"{BASE}company/가온")
    name = ox.NamedNode(graph) if graph else ox.DefaultGraph()
    return ox.Quad(node, ox.NamedNode(RDFS + "label"), ox.Literal(text), name)


KEPT = [_kept(text, graph) for text in ("가온", "남은 것") for graph in (None, *SOURCES)]


class Graph:
    """A graph and its concordance, changed as a load changes them."""

    def __init__(self, decisions: Decisions) -> None:
        self.decisions = decisions
        self.store = ox.Store()
        self.listed = ox.Store()
        self.sources: dict[tuple[str, str], Content] = {}

    def change(self, key: tuple[str, str], content: Content | None) -> None:
        brought = [
            () if one is None else tuple(entries(key, one, BASE))
            for one in (self.sources.pop(key, None), content)
        ]
        made = difference(
            self.store,
            Concordance(self.listed),
            Brought(brought[0], brought[1]),
            SCHEMA,
            BASE,
            self.decisions,
        )
        for store, gone, come in (
            (self.store, made.removed, made.added),
            (self.listed, made.revision.removed, made.revision.added),
        ):
            assert not gone & come
            for quad in gone:
                store.remove(quad)
            store.extend(come)
        if content is not None:
            self.sources[key] = content


@st.composite
def _decisions(draw: st.DrawFn, pool: list[Claim]) -> Decisions:
    """Up to three decisions, most often none."""
    made = []
    for _ in range(draw(st.sampled_from([0, 0, 1, 3]))):
        verdict = draw(st.sampled_from(VERDICTS))
        stated: tuple[str, ...] = ()
        things: tuple[Naming, ...] = ()
        if verdict in {REJECT, PREFER}:
            some = draw(st.lists(st.sampled_from(pool), min_size=2, max_size=2, unique=True))
            stated = tuple(map(claim_iri, some))[: 1 if verdict == REJECT else 2]
        else:
            things = (draw(_namings), draw(_namings))
        made.append(Decision(verdict, stated, things, "나", "까닭"))
    return frozenset(made)


_namings = st.builds(
    Naming,
    st.sampled_from(["Company", "Service", "Entity"]),
    st.sampled_from(NAMES),
    st.sampled_from(["", "", *SOURCES]),
    st.sampled_from([None, None, PartialDate("2014")]),
)

Change = tuple[tuple[str, str], Content | None]


@st.composite
def _stories(draw: st.DrawFn) -> tuple[Decisions, list[Change]]:
    """Sources that state most of some claims, then small changes to one at a time; and what was
    decided from the first."""
    pool = draw(st.lists(claims(), min_size=4, max_size=30, unique=True))
    decisions = draw(_decisions(pool))
    stated: dict[tuple[str, str], set[Claim]] = {}
    kept: dict[tuple[str, str], set[ox.Quad]] = {}
    for source in SOURCES:
        for via in ("own", "file"):
            own = [claim for claim in pool if claim.source == source]
            stated[source, via] = set(own[1:] if via == "own" else own[:1])
            kept[source, via] = draw(st.sets(st.sampled_from(KEPT), max_size=1))
    keys = sorted(stated)
    made: list[Change] = [(key, _content(stated[key], kept[key])) for key in keys]
    for _ in range(draw(st.integers(1, 6))):
        claim = draw(st.sampled_from(pool))
        key = (claim.source, draw(st.sampled_from(["own", "own", "file"])))
        stated[key] ^= {claim}
        if draw(st.integers(0, 3)) == 0:
            kept[key] ^= {draw(st.sampled_from(KEPT))}
        gone = draw(st.integers(0, 9)) == 0
        made.append((key, None if gone else _content(stated[key], kept[key])))
    return decisions, made


def _content(stated: set[Claim], kept: set[ox.Quad]) -> Content:
    return Content(frozenset(stated), frozenset(kept))


@settings(max_examples=120)
@given(story=_stories())
def test_a_change_makes_the_graph_that_deriving_everything_makes(
    story: tuple[Decisions, list[Change]],
) -> None:
    decisions, changes = story
    graph = Graph(decisions)
    for key, content in changes:
        graph.change(key, content)
        whole = derive(graph.sources.values(), (), SCHEMA, BASE, decisions)
        assert set(graph.store) == whole.quads
        listed = concordance_quads(graph.sources.items(), whole.put, BASE)
        assert set(graph.listed) == listed


def _claim(source: str, label: str, date: str, **fillers: str) -> Claim:
    kinds = {role.name: role.usual for role in SCHEMA.events[label].roles}
    roles = {role: [Mention(text, kinds[role])] for role, text in fillers.items()}
    return Claim(
        source,
        label,
        None,
        make_roles(roles),
        PartialDate(date),
        "asserted",
        Details(),
        "frame",
        span=Span(0, 1, "q"),
    )


def test_an_event_goes_by_the_name_of_its_time_when_only_the_time_of_the_name_changes() -> None:
    graph = Graph(frozenset())
    listing = _claim(SOURCES[0], "Listing", "2012", company="나래")
    graph.change((SOURCES[0], "own"), Content(frozenset({listing}), frozenset()))
    labels = []
    for year in ("2014", "2010"):
        renamed = _claim(SOURCES[1], "NameChange", year, company="가온", old="가온", new="나래")
        graph.change((SOURCES[1], "own"), Content(frozenset({renamed}), frozenset()))
        whole = derive(graph.sources.values(), (), SCHEMA, BASE)
        assert set(graph.store) == whole.quads
        label = ox.NamedNode(RDFS + "label")
        labels += [q.object.value for q in graph.store if q.predicate == label and "상장" in str(q)]
    assert labels == ["가온 상장", "나래 상장"]
