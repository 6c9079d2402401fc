"""The small world, read, and files that show what people see."""

import os
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
import world

from kg.export.reading import Reading
from kg.export.request import Request
from kg.model.schema import Schema
from kg.rdf.vocabulary import PREFIXES

GOLDEN = Path(__file__).parent.parent / "golden"


@pytest.fixture(scope="session")
def schema() -> Schema:
    return world.schema()


@pytest.fixture(scope="session")
def store() -> ox.Store:
    return world.store()


@pytest.fixture(scope="session")
def reading(store: ox.Store, schema: Schema) -> Reading:
    return Reading(store, schema)


@pytest.fixture
def request_for(store: ox.Store, schema: Schema) -> Callable[..., Request]:
    """request_for(store=…, with_claims=True): an export of the small world, unless of another."""

    def make(of: ox.Store | None = None, with_claims: bool = False) -> Request:
        return Request(store if of is None else of, schema, world.BASE, PREFIXES, with_claims)

    return make


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """golden("why/entity.ko.txt", text): the text is that of the file.

    With KG_GOLDEN=write in the environment the file is written instead: read the difference.
    """

    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if os.environ.get("KG_GOLDEN") == "write":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        assert text == path.read_bytes().decode("utf-8")

    return check
