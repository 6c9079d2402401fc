"""Exports that are views of the facts: a table, lines, a drawing."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace

import pyoxigraph as ox
import pytest
import world

from kg.export import writer
from kg.export.request import Request
from kg.rdf.vocabulary import KG, RDFS

Requests = Callable[..., Request]
Golden = Callable[[str, str], None]


def _written(format_: str, request: Request) -> str:
    output = io.BytesIO()
    writer(format_)(request, output)
    return output.getvalue().decode("utf-8")


def _without_ontology() -> ox.Store:
    """What a person would read: the ontology is the same in every export."""
    store = ox.Store()
    store.extend(world.without_ontology())
    return store


@pytest.mark.parametrize(
    ("format_", "name", "with_claims"),
    [
        ("turtle", "facts.ttl", False),
        ("trig", "claims.trig", True),
        ("csv", "events.csv", False),
        ("jsonl", "facts.jsonl", False),
        ("jsonl", "claims.jsonl", True),
        ("graphml", "facts.graphml", False),
    ],
)
def test_what_people_get(
    format_: str, name: str, with_claims: bool, request_for: Requests, golden: Golden
) -> None:
    request = request_for(of=_without_ontology(), with_claims=with_claims)
    golden(f"export/{name}", _written(format_, request))


def test_csv_is_a_row_an_event(request_for: Requests) -> None:
    rows = list(csv.DictReader(io.StringIO(_written("csv", request_for()), newline="")))
    assert [row["event"] for row in rows] == [
        world.FOUNDING,
        world.CHANGE,
        world.MILESTONE,
        world.MERGER,
        world.ACQUISITION,
    ]
    merger = rows[3]
    assert merger["participant"] == "다음커뮤니케이션; 카카오"
    assert merger["announced"] == "2014-05"
    assert merger["quote"] == world.MERGED
    assert rows[1]["new"] == "카카오"
    assert rows[4]["share"] == "76.4"


FORMULAS = ["=1+1", "+82", "-쪽", "@이", "\t=1", "＝1", '=HYPERLINK("http://x","y")']


@pytest.mark.parametrize("name", FORMULAS)
def test_csv_holds_no_formula(name: str, request_for: Requests) -> None:
    store = world.store()
    label = ox.NamedNode(RDFS + "label")
    for quad in list(store.quads_for_pattern(ox.NamedNode(world.LOEN), label, None, None)):
        store.remove(quad)
        store.add(ox.Quad(quad.subject, label, ox.Literal(name)))
    value = ox.Quad(ox.NamedNode(world.ACQUISITION), ox.NamedNode(KG + "value"), ox.Literal(-5))
    store.add(value)
    row = list(csv.DictReader(io.StringIO(_written("csv", request_for(of=store)), newline="")))[4]
    assert row["target"] == f"'{name}"
    assert row["value"] == "-5", "a number is one"
    assert not [cell for key, cell in row.items() if cell.startswith(("=", "+", "@", "\t"))]


def test_csv_begins_with_a_mark_where_one_is_asked_for(request_for: Requests) -> None:
    plain = _written("csv", request_for())
    assert _written("csv", replace(request_for(), bom=True)) == "\ufeff" + plain
    assert plain.startswith("event,type,")


def test_csv_has_a_column_for_every_role(request_for: Requests) -> None:
    """Also for those that nothing fills, so that scripts can rely on them."""
    empty = _written("csv", request_for(of=ox.Store()))
    header = empty.removesuffix("\r\n").split(",")
    assert {"survivor", "acquirer", "market", "scope"} <= set(header)
    assert len(header) == len(set(header))


def test_jsonl_is_an_event_or_relation_a_line(request_for: Requests) -> None:
    lines = [json.loads(line) for line in _written("jsonl", request_for()).splitlines()]
    assert [line["type"] for line in lines] == [
        "Founding", "NameChange", "Milestone", "Merger", "Acquisition", "Relation", "Relation",
    ]  # fmt: skip
    merger = lines[3]
    assert merger["roles"] == {"participant": ["다음커뮤니케이션", "카카오"], "result": ["카카오"]}
    assert merger["iris"]["participant"] == [world.DAUM, world.WE]
    assert [place["quote"] for place in merger["evidence"]] == [world.MERGED, world.ANNOUNCEMENT]
    for place in merger["evidence"]:
        assert world.TEXT[place["start"] : place["end"]] == place["quote"]
    assert lines[2]["value"] == 40000000
    assert {line["relation"]: line["until"] for line in lines[5:]} == {
        "headOf": "2014-10-01",
        "operates": None,
    }


def test_jsonl_lines_of_one_type_have_the_same_keys(request_for: Requests) -> None:
    for with_claims in (False, True):
        text = _written("jsonl", request_for(with_claims=with_claims))
        keys: dict[bool, set[tuple[str, ...]]] = {}
        for line in map(json.loads, text.splitlines()):
            keys.setdefault(line["type"] == "Relation", set()).add(tuple(line))
        assert all(len(found) == 1 for found in keys.values())


_ML = "{http://graphml.graphdrawing.org/xmlns}"


def test_graphml_joins_the_parties(request_for: Requests) -> None:
    root = ET.fromstring(_written("graphml", request_for()))  # noqa: S314  (our own)
    assert {node.get("id") for node in root.iter(f"{_ML}node")} == {
        world.WE, world.DAUM, world.KAKAO, world.LOEN, world.TALK, world.KIM,
    }  # fmt: skip
    edges = [
        (
            edge.get("source"),
            edge.get("target"),
            edge.findtext(f"{_ML}data[@key='edge-type']"),
        )
        for edge in root.iter(f"{_ML}edge")
    ]
    assert sorted(edges) == sorted(  # type: ignore[type-var]  # no end is None
        [
            (world.KIM, world.WE, "headOf"),
            (world.KAKAO, world.TALK, "operates"),
            (world.DAUM, world.WE, "Merger"),
            (world.DAUM, world.KAKAO, "Merger"),
            (world.WE, world.KAKAO, "Merger"),
            (world.KAKAO, world.LOEN, "Acquisition"),
        ]
    )


def test_networkx_reads_graphml(request_for: Requests) -> None:
    networkx = pytest.importorskip("networkx")
    graph = networkx.parse_graphml(_written("graphml", request_for()), force_multigraph=True)
    assert graph.is_directed()
    assert (len(graph), graph.number_of_edges()) == (6, 6)
    talk = {"label": "카카오톡", "kind": "Service", "names": "카카오톡"}
    assert graph.nodes[world.TALK] == talk
    assert graph.nodes[world.WE] == {
        "label": "카카오", "kind": "Company", "names": "아이위랩; 카카오",
        "from": "2006-12", "until": "2014-10-01",
    }  # fmt: skip
    assert "until" not in graph.nodes[world.KAKAO]
    bought = next(iter(graph[world.KAKAO][world.LOEN].values()))
    assert (bought["share"], bought["year"], bought["date"]) == (76.4, 2016, "2016-03")
    heads = next(iter(graph[world.KIM][world.WE].values()))
    assert (heads["type"], heads["until"]) == ("headOf", "2014-10-01")


def test_graphml_survives_what_xml_cannot_hold(request_for: Requests) -> None:
    store = world.store()
    for quad in list(store.quads_for_pattern(None, ox.NamedNode(KG + "quote"), None, None)):
        store.remove(quad)
        broken = ox.Literal(quad.object.value.replace("카카오", "카\f카오"))
        store.add(ox.Quad(quad.subject, quad.predicate, broken, quad.graph_name))
    text = _written("graphml", request_for(of=store))
    assert "카\ufffd카오" in text
    ET.fromstring(text)  # noqa: S314  (our own)
