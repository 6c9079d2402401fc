"""Who a company came from and who follows it, drawn."""

import re
from collections.abc import Callable

import pyoxigraph as ox
import pytest
import world

from kg.export.drawing import DRAWINGS, drawing
from kg.export.lineage import Lineage, lineage
from kg.export.reading import Reading
from kg.rdf.vocabulary import KG, RDFS, XSD

Golden = Callable[[str, str], None]
HEAD = (
    f"@base <{world.BASE}> . @prefix kg: <{KG}> . @prefix rdfs: <{RDFS}> . @prefix x: <{XSD}> .\n"
)
DAYS = "".join(f'<date/{year}> a kg:Date ; kg:edtf "{year}" .\n' for year in range(2001, 2010))


def _reading(turtle: str, *names: str) -> Reading:
    """A graph of companies of these names, and what Turtle says of them."""
    store = ox.Store()
    known = "".join(f'<{name}> a kg:Company, kg:Entity ; rdfs:label "{name}" .\n' for name in names)
    store.extend(ox.parse((HEAD + DAYS + known + turtle).encode(), format=ox.RdfFormat.TURTLE))
    return Reading(store, world.schema())


def _lineage(reading: Reading, name: str) -> Lineage:
    entity = reading.entity(world.BASE + name)
    assert entity is not None
    return lineage(entity, reading)


def _steps(of: Lineage) -> list[str]:
    return [
        f"{step.source.name} {'>' if step.directed else '-'} {step.target.name} "
        f"{step.type} {step.date.edtf if step.date else ''}".strip()
        for step in of.steps
    ]


def _event(kind: str, year: str, roles: str, status: str = "asserted") -> str:
    date = f"kg:date <date/{year}> ; " if year else ""
    key = re.sub(r"\W", "", roles)
    return f'<event/{key}{year}> a kg:{kind}, kg:Event ; {date}{roles} ; kg:status "{status}" .\n'


MERGED = _event("Merger", "2005", "kg:survivor <가> ; kg:absorbed <나>")
SPUN = _event("SpinOff", "2003", "kg:parent <가> ; kg:company <나>")


@pytest.mark.parametrize(
    ("events", "asked", "steps"),
    [
        (MERGED, "가", ["나 > 가 Merger 2005"]),
        (MERGED, "나", ["나 > 가 Merger 2005"]),
        (SPUN + MERGED, "가", ["가 > 나 SpinOff 2003", "나 > 가 Merger 2005"]),
        (SPUN + MERGED, "나", ["가 > 나 SpinOff 2003", "나 > 가 Merger 2005"]),
        (
            _event("Merger", "2004", "kg:survivor <가> ; kg:absorbed <나> ; kg:result <다>"),
            "다",
            ["가 > 다 Merger 2004", "나 > 다 Merger 2004"],
        ),
        (_event("Merger", "2004", "kg:participant <가>, <나>"), "나", ["가 - 나 Merger 2004"]),
        (_event("SpinOff", "", "kg:parent <가> ; kg:company <나>"), "나", ["가 > 나 SpinOff"]),
        (
            SPUN + _event("SpinOff", "2004", "kg:parent <가> ; kg:company <다>"),
            "나",
            ["가 > 나 SpinOff 2003"],
        ),
        (
            SPUN + _event("SpinOff", "2004", "kg:parent <나> ; kg:company <다>"),
            "가",
            ["가 > 나 SpinOff 2003", "나 > 다 SpinOff 2004"],
        ),
        (_event("Acquisition", "2004", "kg:acquirer <가> ; kg:target <나>"), "가", []),
        ("", "가", []),
    ],
)
def test_who_became_whom(events: str, asked: str, steps: list[str]) -> None:
    found = _lineage(_reading(events, "가", "나", "다"), asked)
    assert _steps(found) == steps
    assert asked in [stage.name for stage in found.stages if stage.asked]


def _name(of: str, text: str, since: str = "", until: str = "", kind: str = "legal") -> str:
    said = "".join(
        f" ; kg:{key} <date/{year}>" for key, year in (("from", since), ("until", until)) if year
    )
    return (
        f"<name/{of}/{text.encode().hex()}{since}> a kg:Name ; kg:nameOf <{of}> ; "
        f'kg:text "{text}" ; kg:nameKind "{kind}"{said} .\n'
    )


NAMES = (
    _name("가", "옛가", "2001", "2004")
    + _name("가", "새가", "2004")
    + _name("가", "가가", kind="alternate")
    + _event("NameChange", "2004", 'kg:company <가> ; kg:old "옛가" ; kg:new "새가"')
)


@pytest.mark.parametrize(
    ("event", "steps"),
    [
        ("", ["옛가 > 새가 NameChange 2004"]),
        (
            _event("SpinOff", "2003", "kg:parent <가> ; kg:company <나>"),
            ["옛가 > 나 SpinOff 2003", "옛가 > 새가 NameChange 2004"],
        ),
        (
            _event("SpinOff", "2006", "kg:parent <가> ; kg:company <나>"),
            ["옛가 > 새가 NameChange 2004", "새가 > 나 SpinOff 2006"],
        ),
        (
            _event("Merger", "2004", "kg:survivor <가> ; kg:absorbed <나>"),
            ["나 > 새가 Merger 2004", "옛가 > 새가 NameChange 2004"],
        ),
    ],
)
def test_a_name_is_a_stage_and_events_meet_the_one_of_their_time(
    event: str, steps: list[str]
) -> None:
    assert _steps(_lineage(_reading(NAMES + event, "가", "나"), "가")) == steps


def test_names_without_dates_follow_their_change() -> None:
    turtle = _name("가", "아") + _name("가", "가나") + _name("가", "딴이름", kind="alternate")
    turtle += _event("NameChange", "", 'kg:company <가> ; kg:old "아" ; kg:new "가나"')
    assert _steps(_lineage(_reading(turtle, "가"), "가")) == ["아 > 가나 NameChange"]


def test_what_is_planned_is_dotted(reading: Reading) -> None:
    events = _event("SpinOff", "2003", "kg:parent <가> ; kg:company <나>", "planned")
    graph = _reading(events, "가", "나")
    found = _lineage(graph, "가")
    assert '-.->|"SpinOff 2003 (planned)"|' in drawing("mermaid")(found, graph, "en")
    assert 'label="SpinOff 2003 (계획)", style=dotted' in drawing("dot")(found, graph, "ko")


HOSTILE = '가"];x-->y[<b>`1. #\\\\ \\n end|{}'


def test_a_name_is_only_ever_a_label() -> None:
    turtle = _name("가", HOSTILE.replace('"', '\\"'), "2001")
    graph = _reading(turtle, "가")
    found = _lineage(graph, "가")
    assert found.stages[0].name == '가"];x-->y[<b>`1. #\\ \n end|{}'
    mermaid = drawing("mermaid")(found, graph, "en").splitlines()
    assert len(mermaid) == 4
    assert re.fullmatch(r'  n0\["[\w\s():,–#;-]*<br/>2001 –"\]', mermaid[1])
    dot = drawing("dot")(found, graph, "en").splitlines()
    assert len(dot) == 5
    assert re.fullmatch(r'  n0 \[label="(?:[^"\\]|\\.)*", penwidth=3\];', dot[3])


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("format_", DRAWINGS)
def test_what_people_get(format_: str, language: str, reading: Reading, golden: Golden) -> None:
    entity = reading.entity(world.KAKAO)
    assert entity is not None
    text = drawing(format_)(lineage(entity, reading), reading, language)
    golden(f"export/lineage.{language}.{format_}", text)
