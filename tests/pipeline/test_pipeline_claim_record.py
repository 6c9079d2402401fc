"""A claim is read from its record as it was written; equal sets of claims are equal bytes."""

import random
from dataclasses import fields
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.claim import STATUSES, Claim, Details, Mention
from kg.model.dates import PartialDate
from kg.model.document import Span
from kg.model.statement import make_roles
from kg.pipeline import claim_record

texts = st.text(st.characters(codec="utf-8"), max_size=8)
dates = st.sampled_from(["200X", "2014", "2014~", "2014-10", "2014-10-31"]).map(PartialDate)
numbers = st.decimals(allow_nan=False, allow_infinity=False, places=2)
details = st.builds(
    Details,
    **{name: st.none() | numbers for name in ("value", "share")},
    **{name: st.none() | texts for name in ("unit", "metric", "position", "kind", "cause")},
    **{name: st.none() | dates for name in ("restored", "since", "until", "announced")},
)
mentions = st.builds(Mention, text=texts, kind=st.sampled_from(["", "Company"]), iri=texts)
claims = st.builds(
    Claim,
    source=st.sampled_from(["https://example.org/kg/document/a", "urn:b"]),
    type=st.sampled_from(["Merger", "Relation", "Name"]),
    relation=st.none() | st.just("operates"),
    roles=st.dictionaries(texts, st.lists(mentions, min_size=1, max_size=3)).map(make_roles),
    date=st.none() | dates,
    status=st.sampled_from(STATUSES),
    details=details,
    extracted_by=texts,
    span=st.none() | st.builds(Span, st.integers(0, 9), st.integers(9, 99), texts),
    cites=st.lists(texts, max_size=2).map(tuple),
    line=st.none() | st.integers(0, 9),
    about=texts,
)
ALL = {
    "source", "type", "relation", "roles", "date", "status", "details", "extracted_by", "span",
    "cites", "line", "about",
}  # fmt: skip


def test_no_field_of_a_claim_is_forgotten() -> None:
    assert {field.name for field in fields(Claim)} == ALL


@given(st.lists(claims, max_size=4), st.randoms())
def test_a_record_holds_the_whole_claim(given_claims: list[Claim], source: random.Random) -> None:
    written = claim_record.write(given_claims)
    assert set(claim_record.read(written)) == set(given_claims)
    shuffled = [*given_claims, *given_claims]
    source.shuffle(shuffled)
    assert claim_record.write(shuffled) == written
    assert claim_record.write(claim_record.read(written)) == written


@pytest.mark.parametrize("spelt", ["30", "30.0", "3E+1", "30.00"])
def test_equal_numbers_are_equal_bytes(spelt: str) -> None:
    def claim(value: str) -> Claim:
        said = Details(value=Decimal(value))
        return Claim("urn:a", "Milestone", None, (), None, "asserted", said, "x")

    assert claim_record.write([claim(spelt)]) == claim_record.write([claim("30")])
    assert b'"value": "30"' in claim_record.write([claim(spelt)])
