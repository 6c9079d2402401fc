"""Claims in what a model answers: a line each, objects over several lines, a list, and text."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.gate.claim_units import split

ONE = '{"type": "Launch"}'
TWO = '{"type": "Merger", "roles": {"survivor": ["가"]}}'
PRETTY = '{\n  "type": "Launch",\n  "roles": {\n    "service": ["톡"]\n  }\n}'
CASES = [
    ("", [], ()),
    (f"{ONE}\n{TWO}\n", [(1, 1, ONE), (2, 1, TWO)], ()),
    (f"{ONE}\r\n{TWO}\r\n", [(1, 1, ONE), (2, 1, TWO)], ()),
    (f"  {ONE},\n\n{TWO}", [(1, 3, ONE), (3, 1, TWO)], ()),
    (f"[{ONE}, {TWO}]", [(1, 2, ONE), (1, 22, TWO)], ()),
    (f"[\n{ONE},\n{TWO},\n]\n", [(2, 1, ONE), (3, 1, TWO)], ()),
    (f"[\n{PRETTY},\n{ONE}\n]", [(2, 1, PRETTY), (8, 1, ONE)], ()),
    (f"Here:\n```json\n{ONE}\n```\nBye", [(3, 1, ONE)], (1, 2, 4, 5)),
    (f"- {ONE}\n2. {TWO}", [(1, 3, ONE), (2, 4, TWO)], ()),
    (f"{ONE} as asked", [(1, 1, ONE)], (1,)),
    (f'{ONE} {{"type": 1,', [(1, 1, ONE), (1, 20, '{"type": 1')], ()),
    (f'{{\n  "type": "A",,\n}}\n{ONE}', [(1, 1, '{\n  "type": "A",,\n}'), (4, 1, ONE)], ()),
    (f'{{"type": "A"\n{ONE}', [(1, 1, '{"type": "A"'), (2, 1, ONE)], ()),
    (f'"type": "A"\n{ONE}', [(1, 1, '"type": "A"'), (2, 1, ONE)], ()),
]


@pytest.mark.parametrize(("text", "claims", "around"), CASES)
def test_claims_and_what_stands_around_them(
    text: str, claims: list[tuple[int, int, str]], around: tuple[int, ...]
) -> None:
    found = split(text)
    assert [(one.number, one.column, one.text.strip()) for one in found.claims] == claims
    assert found.around == around


def test_a_place_in_an_object_of_several_lines() -> None:
    [claim] = split(f"  [{PRETTY}]").claims
    assert claim.place(claim.text.index('"service"')) == (4, 5)
    assert claim.place(0) == (1, 4)


values = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)


@given(
    st.lists(st.dictionaries(st.text(max_size=3), values, max_size=3), min_size=1, max_size=4),
    st.sampled_from([None, 1, 4]),
    st.booleans(),
)
def test_no_object_is_lost_however_it_is_written(
    objects: list[dict[str, object]], indent: int | None, listed: bool
) -> None:
    written = [json.dumps(one, indent=indent, ensure_ascii=False) for one in objects]
    text = json.dumps(objects, indent=indent) if listed else "\n".join(written)
    assert [json.loads(one.text) for one in split(text).claims] == objects


@given(st.text(alphabet='{}[]",: \na', max_size=40))
def test_every_line_is_a_claim_or_text_around(text: str) -> None:
    found = split(text)
    lines = text.split("\n")
    covered = {
        n for one in found.claims for n in range(one.number, one.place(len(one.text))[0] + 1)
    }
    for number, line in enumerate(lines, start=1):
        says = line.strip(" []\t,") != ""
        assert not says or number in covered or number in found.around
