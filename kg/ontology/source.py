"""The files of an ontology folder, read as RDF."""

from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError, Where


def ontology_path(folder: Path) -> Path:
    """The file of classes, roles and event types."""
    return folder / "company.ttl"


def shapes_path(folder: Path) -> Path:
    """The file of SHACL shapes."""
    return folder / "shapes.ttl"


def read_turtle(path: Path) -> list[ox.Triple]:
    """The triples of a Turtle file, in its order. Raises KgError where it cannot be read."""
    try:
        return [quad.triple for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE)]
    except FileNotFoundError:
        raise KgError(
            "no-ontology",
            "there is no such file",
            Where(str(path)),
            "an ontology folder holds company.ttl and shapes.ttl",
        ) from None
    except SyntaxError as error:
        where = Where(str(path), error.lineno, error.offset)
        raise KgError("bad-turtle", f"is not Turtle: {error.msg}", where) from None
    except (OSError, UnicodeDecodeError) as error:
        raise KgError("unreadable", f"cannot be read: {error}", Where(str(path))) from None


def ontology_quads(folder: Path) -> list[ox.Quad]:
    """The terms of the ontology as quads of the default graph, without anonymous expressions.

    What has a blank node (a restriction, a union, a list) says nothing to a query that the
    annotations do not say, and the graph holds no blank nodes; a reasoner reads the file.
    """
    return [
        ox.Quad(triple.subject, triple.predicate, triple.object, ox.DefaultGraph())
        for triple in read_turtle(ontology_path(folder))
        if not isinstance(triple.subject, ox.BlankNode)
        and not isinstance(triple.object, ox.BlankNode)
    ]
