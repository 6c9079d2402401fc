"""Fixtures for the tests of resolution."""

import pytest
from claim_making import ClaimMaker, claim_maker

from kg.model.schema import Schema
from kg.ontology import load_schema, shipped


@pytest.fixture(scope="session")
def schema() -> Schema:
    return load_schema(shipped("ontology"))


@pytest.fixture
def claim(schema: Schema) -> ClaimMaker:
    return claim_maker(schema)
