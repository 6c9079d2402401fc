"""The shapes under pyshacl, with plain rdflib: the judgement that everything else must equal."""

import warnings
from collections.abc import Callable

import pyshacl
import pytest
import rdflib
from rdflib.namespace import SH

from kg.model.schema import Schema
from kg.ontology import load_schema, shapes_path, shipped
from kg.ontology.shape_text import KGS
from kg.ontology.type_shapes import type_shapes

Report = Callable[[str], set[str]]


@pytest.fixture(scope="session")
def schema() -> Schema:
    """The schema of the ontology that comes with kg."""
    return load_schema(shipped("ontology"))


@pytest.fixture(scope="session")
def shapes(schema: Schema) -> rdflib.Graph:
    """All shapes, those that follow from the schema included."""
    graph = rdflib.Graph().parse(shapes_path(shipped("ontology")))
    return graph.parse(data=type_shapes(schema), format="turtle")


@pytest.fixture(scope="session")
def reported(shapes: rdflib.Graph) -> Report:
    """Turtle → the local names of the shapes that report on it."""

    def run(turtle: str) -> set[str]:
        data = rdflib.Graph().parse(data=turtle, format="turtle")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            _, results, _ = pyshacl.validate(data, shacl_graph=shapes)
        sources = results.objects(None, SH.sourceShape)
        return {str(source).removeprefix(KGS) for source in sources}

    return run
