"""What events are called."""

from decimal import Decimal

import pytest

from kg.model.claim import ASSERTED, Details
from kg.model.dates import PartialDate
from kg.model.fact import Entity, Event, Name
from kg.model.schema import Schema
from kg.ontology.schema import load_schema
from kg.ontology.shipped import shipped
from kg.rdf.labels import amount, event_label, name_then


@pytest.fixture(scope="module")
def schema() -> Schema:
    return load_schema(shipped("ontology"))


Borne = tuple[str, str | None, str | None]


def _entity(iri: str, *borne: Borne, kind: str = "legal") -> Entity:
    names = tuple(
        Name(
            f"{iri}/{text}/{since}",
            iri,
            text,
            kind,
            PartialDate(since) if since else None,
            PartialDate(until) if until else None,
            (),
        )
        for text, since, until in borne
    )
    return Entity(iri, "Company", borne[-1][0], names)


ONE = _entity(
    "x:one", ("하나", "2006", "2010-09"), ("둘", "2010-09", "2014-10"), ("셋", "2014-10", None)
)
TWO = _entity("x:two", ("옛이름", None, "2014-10"), ("새이름", "2014-10", None))
FIXED = _entity("x:fixed", ("그대로", None, None))
NICKNAMED = Entity(
    "x:nick",
    "Company",
    "본명",
    _entity("x:nick", ("별명", "2001", None), kind="alternate").names,
)
BORN = _entity("x:born", ("처음", "2014-10-31", "2015-09-23"), ("나중", "2015-09-23", None))
ENTITIES = {entity.iri: entity for entity in (ONE, TWO, FIXED, NICKNAMED)}  # fmt: skip


@pytest.mark.parametrize(
    ("entity", "when", "expected"),
    [
        (ONE, "2006", "하나"),
        (ONE, "2008", "하나"),
        (ONE, "2010-09", "하나"),
        (ONE, "2012", "둘"),
        (ONE, "2014-10-01", "둘"),
        (ONE, "2020", "셋"),
        (ONE, "2001", "셋"),
        (ONE, None, "셋"),
        (TWO, "1999", "옛이름"),
        (TWO, "2014-10", "옛이름"),
        (TWO, "2014-11", "새이름"),
        (FIXED, "2014", "그대로"),
        (NICKNAMED, "2014", "본명"),
        (BORN, "2014-10", "처음"),
    ],
)
def test_the_name_in_force_just_before(entity: Entity, when: str | None, expected: str) -> None:
    assert name_then(entity, PartialDate(when) if when else None) == expected


@pytest.mark.parametrize(
    ("type_", "date", "roles", "texts", "details", "expected"),
    [
        ("Merger", "2014-10", {"participant": ("x:one", "x:two")}, {}, Details(), "둘·옛이름 합병"),
        ("Merger", None, {"survivor": ("x:two",), "absorbed": ("x:one",)}, {}, Details(),
         "새이름·셋 합병"),
        ("Merger", None, {"participant": ("x:one",), "result": ("x:two",)}, {}, Details(),
         "셋 합병"),
        ("Founding", "2006", {"company": ("x:one",), "founder": ("x:two",)}, {}, Details(),
         "하나 설립"),
        ("NameChange", "2010-09", {"company": ("x:one",)}, {"new": ("둘",), "old": ("하나",)},
         Details(), "하나 → 둘 이름 변경"),
        ("Acquisition", None, {"acquirer": ("x:two",), "target": ("x:fixed",)}, {}, Details(),
         "새이름 그대로 인수"),
        ("Appointment", None, {"person": ("x:fixed",), "company": ("x:one",)}, {},
         Details(position="대표이사"), "그대로 셋 대표이사 취임"),
        ("Incident", None, {"operator": ("x:one",)}, {}, Details(kind="화재"), "셋 화재 사고"),
        ("Milestone", None, {"subject": ("x:one",)}, {},
         Details(metric="가입자", value=Decimal(40000000), unit="명"),
         "셋 가입자 40,000,000명 달성"),
        ("Milestone", None, {"subject": ("x:one",)}, {}, Details(value=Decimal(5)), "셋 달성"),
        ("Merger", None, {"result": ("x:two",)}, {}, Details(), "새이름 합병"),
        ("Launch", None, {}, {}, Details(), "출시"),
        ("Launch", None, {"service": ("https://example.org/kg/service/%EA%B0%80",)}, {}, Details(),
         "가 출시"),
    ],
)  # fmt: skip
def test_an_event_is_called_by_its_parties_and_type(
    type_: str,
    date: str | None,
    roles: dict[str, tuple[str, ...]],
    texts: dict[str, tuple[str, ...]],
    details: Details,
    expected: str,
    schema: Schema,
) -> None:
    event = Event(
        "x:event",
        type_,
        PartialDate(date) if date else None,
        ASSERTED,
        tuple(sorted(roles.items())),
        tuple(sorted(texts.items())),
        details,
        (),
    )
    assert event_label(event, ENTITIES, schema) == expected


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("10000000", "명", "10,000,000명"),
        ("30.5", "percent", "30.5%"),
        ("2000", "KRW", "2,000 KRW"),
        ("1E+3", None, "1,000"),
    ],
)
def test_amounts_as_people_write_them(value: str, unit: str | None, expected: str) -> None:
    assert amount(Decimal(value), unit) == expected
