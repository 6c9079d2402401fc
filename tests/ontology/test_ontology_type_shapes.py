"""The shapes that follow from the schema, for every event type and relation that there is."""

from collections.abc import Callable
from pathlib import Path

import pyshacl
import pytest
import rdflib

from kg.model.schema import TEXT, EventType, Role, Schema
from kg.ontology import load_schema, ontology_path, shipped
from kg.ontology.type_shapes import type_shapes

Report = Callable[[str], set[str]]
SCHEMA = load_schema(shipped("ontology"))
EVENTS = sorted(SCHEMA.events)
RELATIONS = sorted(
    n for n, (subject, _) in SCHEMA.relations.items() if "Entity" not in subject.kinds
)
HEAD = """@base <https://example.org/kg/> .
@prefix kg: <https://w3id.org/companykg#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def filler(role: Role) -> str:
    return '"글"' if role.kinds == (TEXT,) else f"<{role.usual}/{role.name}>"


def complete(event: EventType) -> dict[str, str]:
    """Just enough roles and details, as Turtle values by property."""
    roles = {role.name: filler(role) for role in event.roles if role.required}
    roles |= {group[0]: f"<x/{group[0]}>" for group in event.alternatives}
    roles |= {name: f"<x/{name}>" for name in event.two_of[:2]}
    return {**roles, **({"value": "1.0", "unit": '"명"'} if event.required_details else {})}


def turtle(event: str, said: dict[str, str], more: str = "") -> str:
    """An event of this type and a claim about it that both say this, the claim well-formed."""
    rows = "".join(f" ; kg:{name} {value}" for name, value in said.items())
    return f"""{HEAD}
<e> a kg:{event}, kg:Event ; kg:status "asserted"{rows} .
{more}"""


def claimed(event: str, said: dict[str, str], of_claim: dict[str, str]) -> str:
    rows = "".join(f" ; kg:{name} {value}" for name, value in of_claim.items())
    return turtle(
        event,
        said,
        f"""<d#c> a kg:Claim ; kg:about <e> ; kg:claimedType kg:{event} ; kg:status "asserted" ;
    kg:evidence <d#s> ; kg:extractedBy "test"{rows} .
<d#s> a kg:Span ; kg:inDocument <d> ; kg:quote "글" ; kg:line 1 .
<d> a kg:Document ; kg:sha256 "{"0" * 64}" .
<x> a kg:Conflict ; kg:about <e> ; kg:because "test" ; kg:between <d#c>, <d#c2> .""",
    )


@pytest.mark.parametrize("event", EVENTS)
def test_an_event_that_states_what_it_needs_gets_in(event: str, reported: Report) -> None:
    said = complete(SCHEMA.events[event])
    assert reported(claimed(event, said, said)) == set()


@pytest.mark.parametrize(
    ("event", "role"),
    [(e, r.name) for e in EVENTS for r in SCHEMA.events[e].roles if r.required],
)
def test_a_required_role_is_missed(event: str, role: str, reported: Report) -> None:
    said = complete(SCHEMA.events[event])
    del said[role]
    assert reported(turtle(event, said)) == {f"{event}-needs-{role}"}


@pytest.mark.parametrize("event", EVENTS)
def test_a_claim_about_it_must_state_it_too(event: str, reported: Report) -> None:
    said = complete(SCHEMA.events[event])
    found = reported(claimed(event, said, {}))
    assert found == {rule for rule in found if rule.startswith(f"{event}-needs-")}
    assert all(rule.endswith("-claimed") for rule in found)
    assert found


def test_a_required_detail_is_missed(reported: Report) -> None:
    assert reported(turtle("Milestone", {"subject": "<a>", "unit": '"명"'})) == {
        "Milestone-needs-value",
        "UnitOfValue",
    }


def test_two_parties_may_be_any_of_the_roles(reported: Report) -> None:
    parties = {"survivor": "<a>", "absorbed": "<b>", "participant": "<a>, <b>"}
    assert reported(turtle("Merger", {"participant": parties["participant"]})) == set()
    assert reported(turtle("Merger", {"participant": "<a>", "result": "<b>"})) == set()
    assert reported(turtle("Merger", {"survivor": "<a>"})) == {"Merger-needs-two"}


def test_one_of_the_alternatives_is_enough(reported: Report) -> None:
    assert reported(turtle("Incident", {"operator": "<a>"})) == set()
    assert reported(turtle("Incident", {"place": "<a>"})) == {"Incident-needs-one"}


@pytest.mark.parametrize("subject", ["<e>", "<d#c>"], ids=["event", "claim"])
@pytest.mark.parametrize(
    ("event", "role"),
    [(e, r) for e in EVENTS for r in SCHEMA.events[e].roles if r.kinds != (TEXT,)],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_a_filler_of_a_kind_that_the_role_excludes(
    event: str, role: Role, subject: str, reported: Report
) -> None:
    roots = {SCHEMA.root(kind) for kind in role.kinds}
    wrong = next(kind for kind in ("Place", "Facility", "Person") if kind not in roots)
    said = complete(SCHEMA.events[event])
    whole = claimed(event, said, said)
    rows = {kind: f"{subject} kg:{role.name} <f> . <f> a kg:{kind} ." for kind in (wrong, "Entity")}
    assert f"{role.name}-kind" in reported(whole + rows[wrong])
    assert f"{role.name}-kind" not in reported(whole + rows["Entity"])


@pytest.mark.parametrize(
    ("event", "role", "kind"),
    [("Founding", "company", "Service"), ("Milestone", "subject", "Person")],
)
def test_a_kind_that_a_role_takes_elsewhere(
    event: str, role: str, kind: str, reported: Report
) -> None:
    said = {**complete(SCHEMA.events[event]), role: "<f>"}
    assert reported(turtle(event, said, f"<f> a kg:{kind} .")) == {f"{role}-kind-{kind}"}


def test_a_text_role_takes_a_plain_string(reported: Report) -> None:
    said = {"company": "<a>", "new": '"가나"@ko'}
    assert reported(turtle("NameChange", said)) == {"NameChange-new"}


def test_two_types_are_one_too_many(reported: Report) -> None:
    said = complete(SCHEMA.events["Founding"])
    both = turtle("Founding", said, "<e> a kg:Listing .")
    assert reported(both) == {"Event-type"}


def test_a_type_and_the_one_above_it_are_one(tmp_path: Path) -> None:
    below = """kg:Takeover a owl:Class ; rdfs:subClassOf kg:Acquisition ;
    rdfs:label "hostile takeover"@en, "적대적 인수"@ko ;
    skos:definition "Against its will."@en, "뜻에 반해 인수한다."@ko ."""
    company = ontology_path(shipped("ontology")).read_text(encoding="utf-8")
    (tmp_path / "company.ttl").write_text(company + below, encoding="utf-8")
    shapes = rdflib.Graph().parse(data=type_shapes(load_schema(tmp_path)), format="turtle")
    said = {"acquirer": "<a>", "target": "<b>"}
    both = turtle("Takeover", said, "<e> a kg:Acquisition .")
    assert pyshacl.validate(rdflib.Graph().parse(data=both), shacl_graph=shapes)[0]
    three = rdflib.Graph().parse(data=both + "<e> a kg:Listing ; kg:company <b> .")
    assert not pyshacl.validate(three, shacl_graph=shapes)[0]


def test_an_event_must_have_a_known_type(reported: Report) -> None:
    assert reported(turtle("Wedding", {})) == {"Event-type"}


def test_a_role_that_takes_one_filler_has_two(reported: Report) -> None:
    said = {"company": "<a>", "place": "<b>, <c>"}
    assert reported(turtle("Relocation", said)) == {"Relocation-one-place"}


@pytest.mark.parametrize("relation", RELATIONS)
def test_the_ends_of_a_relation_are_of_their_kinds(relation: str, reported: Report) -> None:
    ends = {end.name: end.usual for end in SCHEMA.relations[relation]}

    def report(**kinds: str) -> set[str]:
        found = {**ends, **kinds}
        return reported(f"""{HEAD}
<r> a kg:Relation ; kg:predicate kg:{relation} ; kg:status "asserted" ;
    kg:subject <s> ; kg:object <o> .
<s> a kg:{found["subject"]} . <o> a kg:{found["object"]} .""")

    assert report() == set()
    assert report(subject="Place") == {"subject-kind", f"{relation}-subject-Place"}
    assert report(object="Place") == {"object-kind", f"{relation}-object-Place"}


def test_the_head_of_a_company_is_a_person(reported: Report) -> None:
    service = f"""{HEAD}
<r> a kg:Relation ; kg:predicate kg:headOf ; kg:status "asserted" ;
    kg:subject <s> ; kg:object <o> . <s> a kg:Company, kg:Organization . <o> a kg:Company ."""
    assert reported(service) == {"headOf-subject-Organization"}


def test_the_text_is_the_same_every_time_and_only_of_the_types_asked_for(schema: Schema) -> None:
    assert type_shapes(schema) == type_shapes(load_schema(shipped("ontology")))
    some = type_shapes(schema, ["Merger", "Unknown"])
    text = (
        f"<https://w3id.org/companykg/shapes#{name}>" in some
        for name in ("Merger-needs-two", "Founding-needs-company", "Unknown-claims")
    )
    assert list(text) == [True, False, False]
