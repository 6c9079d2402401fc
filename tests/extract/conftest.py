"""What the extraction tests share: the shipped schema and lexicon."""

from collections.abc import Callable
from pathlib import Path

import pytest
from short_form import plain

from kg.extract import extract
from kg.model.document import Document
from kg.model.schema import Schema
from kg.model.statement import Statement
from kg.ontology.lexicon import Lexicon, load_lexicon
from kg.ontology.schema import load_schema

ONTOLOGY = Path(__file__).parents[2] / "ontology"


@pytest.fixture(scope="session")
def schema() -> Schema:
    return load_schema(ONTOLOGY)


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon(ONTOLOGY / "lexicon" / "ko")


@pytest.fixture(scope="session")
def statements(lexicon: Lexicon, schema: Schema) -> Callable[[str], tuple[Statement, ...]]:
    """The statements of a text."""
    return lambda text: extract(Document("test.txt", text, ""), lexicon, schema)


@pytest.fixture(scope="session")
def says(
    statements: Callable[[str], tuple[Statement, ...]],
) -> Callable[[str], list[dict[str, str]]]:
    """What a text says, each statement as a plain dict (see `parse`)."""
    return lambda text: [plain(statement) for statement in statements(text)]
