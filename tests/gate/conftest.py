"""The shipped ontology, and a document that statements of tests are about."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.model.document import Document
from kg.model.schema import Schema
from kg.ontology import load_schema, ontology_quads, shipped

TEXT = """네모소프트 소식

네모소프트는 2018년 5월 세모뮤직을 흡수합병했다.
다섯 해 뒤 네모소프트는 동그라미페이 지분 51.5%를 사들였다.
"""


@pytest.fixture(scope="session")
def ontology() -> Path:
    return shipped("ontology")


@pytest.fixture(scope="session")
def schema(ontology: Path) -> Schema:
    return load_schema(ontology)


@pytest.fixture(scope="session")
def terms(ontology: Path) -> list[ox.Quad]:
    return ontology_quads(ontology)


@pytest.fixture(scope="session")
def document() -> Document:
    return Document("news.txt", TEXT, "0" * 64)
