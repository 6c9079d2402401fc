"""The JSON line of a statement: written and read back without loss, refused where it is not one."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.claim import RELATION, STATUSES, Details, Mention, Roles
from kg.model.dates import PartialDate
from kg.model.document import Span
from kg.model.line import EVENT_KEYS, RELATION_KEYS, LineError, read, write
from kg.model.statement import Evidence, Statement, make_roles

USUAL = {"service": "Service", "object": "Service", "person": "Person", "new": ""}


def usual_kind(_: str, role: str) -> str:
    return USUAL.get(role, "Company")


def fits(label: str, role: str, kind: str) -> bool:
    return role == "target" and kind in {"Service", "BusinessUnit"}


def round_trip(statement: Statement) -> Statement:
    return read(write(statement, usual_kind), usual_kind, fits)


def merger(roles: Roles, evidence: tuple[Evidence, ...], details: Details = Details()) -> Statement:  # noqa: B008  (frozen)
    return Statement(
        "data/a.txt",
        "Merger",
        None,
        PartialDate("2018-05"),
        "asserted",
        roles,
        details,
        "x",
        evidence,
    )


def place(start: int, roles: Roles, **changes: object) -> Evidence:
    plain = {"date": PartialDate("2018-05"), "status": "asserted", "details": Details(), **changes}
    return Evidence(Span(start, start + 2, "가나"), roles=roles, **plain)  # type: ignore[arg-type]


def test_every_key_is_there_in_the_order_of_the_contract() -> None:
    roles = make_roles(
        {"survivor": [Mention("가", "Company")], "absorbed": [Mention("나", "Company")]}
    )
    line = json.loads(write(merger(roles, (place(3, roles),)), usual_kind))
    assert tuple(line) == EVENT_KEYS
    assert line["roles"] == {"absorbed": ["나"], "survivor": ["가"]}
    assert line["evidence"] == [{"start": 3, "end": 5, "quote": "가나", "date": "2018-05"}]
    assert line["value"] is None


def test_a_relation_has_its_own_keys() -> None:
    roles = make_roles(
        {"subject": [Mention("가", "Company")], "object": [Mention("앱", "Service")]}
    )
    statement = Statement(
        "a.txt", RELATION, "operates", None, "asserted", roles, Details(), "x",
        (Evidence(Span(0, 2, "가나"), None, "asserted", roles, Details()),),
    )  # fmt: skip
    line = json.loads(write(statement, usual_kind))
    assert tuple(line) == RELATION_KEYS
    assert (line["subject"], line["object"]) == ("가", "앱")
    assert "date" not in line["evidence"][0]
    assert round_trip(statement) == statement


def test_a_place_says_only_what_it_says_otherwise() -> None:
    roles = make_roles(
        {"acquirer": [Mention("가", "Company")], "target": [Mention("나", "Service")]}
    )
    fewer = make_roles({"target": [Mention("나", "Service")]})
    details = Details(share=Decimal(100))
    statement = merger(
        roles, (place(3, fewer, date=None), place(9, roles, details=details)), details
    )
    first, second = json.loads(write(statement, usual_kind))["evidence"]
    assert first == {
        "start": 3, "end": 5, "quote": "가나",
        "date": None, "roles": {"target": ["나"]}, "share": None,
    }  # fmt: skip
    assert second == {"start": 9, "end": 11, "quote": "가나", "date": "2018-05"}
    assert round_trip(statement) == statement


GOOD = {
    "type": "Merger", "document": "a", "roles": {"survivor": ["가"]},
    "evidence": [{"start": 0, "end": 1, "quote": "가"}],
}  # fmt: skip
BAD = [
    ("[]", "", "not a JSON object"),
    ("{", "", "not JSON"),
    ("[" * 5000, "", ""),
    ('{"type": NaN}', "", "NaN"),
    ({"type": 3}, "type", "missing"),
    ({**GOOD, "when": "2018"}, "when", "no key"),
    ({**GOOD, "date": "May 2018"}, "date", "2014-10"),
    ({**GOOD, "value": "ten"}, "value", "number"),
    ({**GOOD, "value": True}, "value", "number"),
    ({**GOOD, "roles": {"survivor": [3]}}, "roles.survivor", "name"),
    ({**GOOD, "roles": {"survivor": [" "]}}, "roles.survivor", "name"),
    ({**GOOD, "roles": ["가"]}, "roles", "map"),
    ({**GOOD, "evidence": []}, "evidence", "one place"),
    ({**GOOD, "evidence": [3]}, "evidence[0]", "object"),
    ({**GOOD, "evidence": [{"start": -1, "end": 1, "quote": "가"}]}, "evidence[0].start", "offset"),
    ({**GOOD, "evidence": [{"start": 0, "end": 1}]}, "evidence[0].quote", "missing"),
    (
        {**GOOD, "evidence": [{"start": 0, "end": 1, "quote": "가", "x": 1}]},
        "evidence[0].x",
        "no key",
    ),
]


@pytest.mark.parametrize(("line", "path", "message"), BAD)
def test_what_is_no_such_line_is_refused_with_its_key(
    line: object, path: str, message: str
) -> None:
    text = line if isinstance(line, str) else json.dumps(line)
    with pytest.raises(LineError) as refused:
        read(text, usual_kind, fits)
    assert refused.value.path == path
    assert message in str(refused.value)


def test_numbers_are_exact() -> None:
    line = json.dumps(GOOD).replace('"document"', '"share": 33.3333333333333333333, "document"')
    assert read(line, usual_kind, fits).details.share == Decimal("33.3333333333333333333")


_names = st.text(
    st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=5
).filter(str.strip)
_dates = st.none() | st.sampled_from([PartialDate(d) for d in ("200X", "2014", "2014-10-31")])
_details = st.builds(
    Details,
    value=st.none() | st.integers(0, 10**15).map(Decimal),
    unit=st.none() | _names,
    share=st.none() | st.integers(0, 100).map(Decimal),
    position=st.none() | _names,
    restored=_dates,
)
_roles = st.dictionaries(
    st.sampled_from(["survivor", "absorbed", "new"]),
    st.lists(_names, min_size=1, max_size=2),
    min_size=1,
).map(lambda r: make_roles({k: [Mention(n, usual_kind("", k)) for n in v] for k, v in r.items()}))


Said = tuple[Roles, Details, PartialDate | None, str]
_says = st.tuples(_roles, _details, _dates, st.sampled_from(STATUSES))


@given(_says, st.lists(_says, min_size=1, max_size=3))
def test_nothing_is_lost_between_writing_and_reading(whole: Said, places: list[Said]) -> None:
    roles, details, date, status = whole
    evidence = tuple(
        Evidence(Span(i, i + 1, "q"), d, s, r, x) for i, (r, x, d, s) in enumerate(places)
    )
    statement = Statement("a", "Merger", None, date, status, roles, details, "x", evidence)
    assert round_trip(statement) == statement
