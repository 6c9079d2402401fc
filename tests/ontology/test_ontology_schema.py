"""The schema as company.ttl declares it, and what an ontology must not leave out."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.model.schema import TEXT, EventType, Schema
from kg.ontology import load_schema, ontology_path, ontology_quads, shipped
from kg.ontology.source import read_turtle
from kg.rdf.vocabulary import KG, RDFS, SKOS

COMPANY = ontology_path(shipped("ontology")).read_text(encoding="utf-8")

# type: roles (* required), identity, once; `a|b` one of them, `a+b` two at least between them.
TABLE = """
Founding: company* founder place: company: once
NameChange: company* new* old: company new: once
Launch: service* operator: service: once
Discontinuation: service* operator: service: once
Merger: survivor+absorbed+participant+result: survivor absorbed participant: once
Acquisition: acquirer* target* seller: acquirer target: once
SpinOff: parent* company*: parent company: once
Contribution: asset* recipient* contributor: asset recipient:
Listing: company* market: company:
Investment: company* investor: company investor:
Relocation: company* place: company:
Agreement: party*: party:
Licence: company* authority: company:
Appointment: person* company*: person company:
Departure: person* company*: person company:
Incident: facility|operator place: facility operator:
Outage: service* operator: service:
Development: product* developer: product:
Expansion: service* operator scope: service:
Milestone: subject*: subject:
"""

RANGES = {
    "Organization": "company parent survivor absorbed participant result recipient contributor"
    " authority",
    "Organization Person": "acquirer seller investor founder party operator developer",
    "Organization Service": "target subject asset",
    "Service": "service product",
    "Market": "market",
    "Person": "person",
    "Place": "place",
    "Facility": "facility",
    TEXT: "scope old new",
}


def row_of(event: EventType) -> str:
    """An event type as a row of the table."""
    groups = {**dict.fromkeys(event.alternatives, "|"), event.two_of: "+"}
    grouped = {name: sign.join(names) for names, sign in groups.items() for name in names}
    roles = dict.fromkeys(
        grouped.get(role.name, role.name + "*" * role.required) for role in event.roles
    )
    once = " once" if event.once else ""
    return f"{event.name}: {' '.join(roles)}: {' '.join(event.identity)}:{once}"


@pytest.mark.parametrize("row", TABLE.strip().splitlines())
def test_event_type(row: str, schema: Schema) -> None:
    assert row_of(schema.events[row.split(":", maxsplit=1)[0]]) == row


def test_there_are_twenty_event_types(schema: Schema) -> None:
    assert sorted(schema.events) == sorted(re.findall(r"^(\w+):", TABLE, re.MULTILINE))


@pytest.mark.parametrize(("kinds", "names"), RANGES.items())
def test_ranges(kinds: str, names: str, schema: Schema) -> None:
    for event in schema.events.values():
        for role in event.roles:
            if role.name in names.split() and (event.name, role.name) != ("NameChange", "company"):
                assert " ".join(role.kinds) == kinds, f"{event.name}.{role.name}"


def test_a_name_change_is_of_organizations_and_services(schema: Schema) -> None:
    role = schema.role("NameChange", "company")
    assert role is not None
    assert role.kinds == ("Organization", "Service")


def test_every_role_of_every_event_has_its_kinds_in_the_table(schema: Schema) -> None:
    listed = {name for names in RANGES.values() for name in names.split()}
    assert {role.name for event in schema.events.values() for role in event.roles} == listed


@pytest.mark.parametrize(
    ("label", "role", "kind"),
    [
        ("Founding", "company", "Company"),
        ("Founding", "founder", "Person"),
        ("Founding", "place", "Place"),
        ("Launch", "service", "Service"),
        ("Licence", "authority", "PublicBody"),
        ("Listing", "market", "Market"),
        ("Incident", "facility", "Facility"),
        ("Milestone", "subject", "Company"),
        ("Acquisition", "target", "Company"),
        ("Agreement", "party", "Company"),
        ("NameChange", "new", ""),
        ("operates", "subject", "Company"),
        ("operates", "object", "Service"),
        ("subsidiaryOf", "object", "Company"),
        ("headOf", "subject", "Person"),
        ("headOf", "object", "Company"),
        ("formerName", "subject", "Company"),
        ("alternateName", "object", "Company"),
    ],
)
def test_usual_kinds(label: str, role: str, kind: str, schema: Schema) -> None:
    assert schema.usual_kind(label, role) == kind


def test_relations(schema: Schema) -> None:
    names = ["alternateName", "formerName", "headOf", "operates", "subsidiaryOf"]
    assert sorted(schema.relations) == names
    ends = {name: [role.kinds for role in schema.relations[name]] for name in names}
    assert ends["operates"] == [("Organization", "Person"), ("Service",)]
    assert ends["headOf"] == [("Person",), ("Organization",)]
    assert ends["formerName"] == [("Entity",), ("Entity",)]


def test_a_merger_is_one_set_of_parties_and_its_result_counts_as_one_of_two(schema: Schema) -> None:
    merger = schema.events["Merger"]
    assert merger.parties == ("survivor", "absorbed", "participant")
    assert merger.two_of == (*merger.parties, "result")


def test_a_milestone_is_identified_by_its_figure_too(schema: Schema) -> None:
    milestone = schema.events["Milestone"]
    assert milestone.required_details == ("value",)
    assert milestone.identity_details == ("metric", "value", "unit")


def test_main_roles_are_roles(schema: Schema) -> None:
    assert all(event.role(event.main) for event in schema.events.values())


@pytest.mark.parametrize(
    ("kind", "root"),
    [("Market", "Organization"), ("Service", "Service"), ("Entity", "Entity"), ("Merger", "Event")],
)
def test_roots(kind: str, root: str, schema: Schema) -> None:
    assert schema.root(kind) == root


def test_superclasses_come_nearest_first(schema: Schema) -> None:
    assert schema.classes["Company"].superclasses == ("Organization", "Entity")
    assert schema.classes["Merger"].superclasses == ("Event",)


def test_every_term_is_labelled_and_defined_in_both_languages() -> None:
    said: dict[tuple[str, str], list[str]] = {}
    terms = set()
    for triple in read_turtle(ontology_path(shipped("ontology"))):
        subject, value = triple.subject, triple.object
        if isinstance(subject, ox.NamedNode) and subject.value.startswith(KG):
            terms.add(subject.value)
            if isinstance(value, ox.Literal) and value.language:
                said.setdefault((subject.value, triple.predicate.value), []).append(value.language)
    for term in terms:
        for predicate in (RDFS + "label", SKOS + "definition"):
            assert sorted(said.get((term, predicate), [])) == ["en", "ko"], f"{term} {predicate}"


def test_the_terms_for_the_graph_hold_no_blank_node() -> None:
    quads = ontology_quads(shipped("ontology"))
    nodes = {node for quad in quads for node in (quad.subject, quad.object)}
    assert not any(isinstance(node, ox.BlankNode) for node in nodes)
    assert {quad.graph_name for quad in quads} == {ox.DefaultGraph()}
    assert len({quad.subject for quad in quads if KG in str(quad.subject)}) > 100


NEW_TYPE = """
kg:Recall a owl:Class ; rdfs:subClassOf kg:Event ;
    kg:requires kg:service ; kg:allows kg:operator ; kg:mainRole kg:service ;
    kg:identifiedBy kg:service ;
    rdfs:label "recall"@en, "리콜"@ko ; skos:definition "It is called back."@en, "회수한다."@ko .
"""


def folder_with(tmp_path: Path, text: str) -> Path:
    (tmp_path / "company.ttl").write_text(text, encoding="utf-8")
    return tmp_path


def test_one_declaration_makes_an_event_type(tmp_path: Path) -> None:
    recall = load_schema(folder_with(tmp_path, COMPANY + NEW_TYPE)).events["Recall"]
    assert row_of(recall) == "Recall: service* operator: service:"


def test_a_type_below_another_has_its_roles_and_identity(tmp_path: Path) -> None:
    below = """
kg:Takeover a owl:Class ; rdfs:subClassOf kg:Acquisition ; kg:allows kg:place ;
    rdfs:label "hostile takeover"@en, "적대적 인수"@ko ;
    skos:definition "Against its will."@en, "뜻에 반해 인수한다."@ko .
"""
    schema = load_schema(folder_with(tmp_path, COMPANY + below))
    takeover = schema.events["Takeover"]
    assert row_of(takeover) == "Takeover: acquirer* target* place seller: acquirer target: once"
    assert takeover.main == "target"
    assert schema.classes["Takeover"].superclasses == ("Acquisition", "Event")


UNSOUND = {
    "no main role": (NEW_TYPE.replace("kg:mainRole kg:service ;", ""), "Recall has no main role"),
    "a main role that is none of its": (
        NEW_TYPE.replace("kg:mainRole kg:service", "kg:mainRole kg:market"),
        "Recall has the main role kg:market",
    ),
    "a role that is none": (
        NEW_TYPE.replace("kg:allows kg:operator", "kg:allows kg:share"),
        "Recall has kg:allows kg:share, which is no role",
    ),
    "a required detail that is none": (
        NEW_TYPE.replace("kg:requires kg:service", "kg:requires kg:service, kg:Company"),
        "Recall has kg:requires kg:Company, which is no role",
    ),
    "an identity that is none": (
        NEW_TYPE.replace("kg:identifiedBy kg:service", "kg:identifiedBy kg:market"),
        "Recall is identified by kg:market",
    ),
    "no identity": (NEW_TYPE.replace("kg:identifiedBy kg:service ;", ""), "Recall has no identity"),
    "a role without a range": (
        NEW_TYPE.replace("kg:operator", "kg:maker")
        + "kg:maker a owl:ObjectProperty ; rdfs:subPropertyOf kg:role .",
        "maker is a role without a range",
    ),
    "a range that is no class": (
        NEW_TYPE.replace("kg:operator", "kg:maker")
        + "kg:maker a owl:ObjectProperty ; rdfs:subPropertyOf kg:role ; rdfs:range kg:Factory .",
        "maker takes kg:Factory, which is no class",
    ),
    "a usual kind that the range excludes": (
        NEW_TYPE.replace("kg:operator", "kg:maker")
        + "kg:maker a owl:ObjectProperty ; rdfs:subPropertyOf kg:role ; rdfs:range kg:Company ;"
        " kg:usualKind kg:Person .",
        "maker does not take its usual kind kg:Person",
    ),
    "no Korean label": (NEW_TYPE.replace(', "리콜"@ko', ""), "Recall has no label in ko"),
    "no definition": (
        NEW_TYPE.replace('; skos:definition "It is called back."@en, "회수한다."@ko', ""),
        "Recall has no definition in en and ko",
    ),
    "a relation that joins nothing": (
        "kg:rivals a owl:ObjectProperty ;"
        " rdfs:subPropertyOf kg:relatedTo ; rdfs:range kg:Company .",
        "rivals is a relation without a kind of subject",
    ),
}


@pytest.mark.parametrize(("more", "message"), UNSOUND.values(), ids=UNSOUND)
def test_an_unsound_ontology_is_refused_with_the_term_and_its_line(
    more: str, message: str, tmp_path: Path
) -> None:
    with pytest.raises(KgError) as caught:
        load_schema(folder_with(tmp_path, COMPANY + more))
    assert caught.value.message.startswith(f"kg:{message}")
    assert caught.value.where is not None
    assert caught.value.where.line is not None
    assert caught.value.hint


def test_bad_turtle_is_named_with_line_and_column(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="is not Turtle") as caught:
        load_schema(folder_with(tmp_path, "@prefix kg: <https://x#> .\nkg:A kg:b"))
    assert caught.value.where is not None
    assert (caught.value.where.line, caught.value.where.column) == (2, 10)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(KgError, match=r"company\.ttl: there is no such file"):
        load_schema(tmp_path)


def test_bytes_that_are_not_utf8_are_an_error_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "company.ttl").write_bytes(b'<x:a> <x:b> "\xff" .\n')
    with pytest.raises(KgError, match=r"company\.ttl"):
        load_schema(tmp_path)
