"""The facts of a workspace as bytes or as a file."""

from io import BytesIO
from pathlib import Path

import pyoxigraph as ox

from kg.export import format_of, writer
from kg.export.request import Request
from kg.ontology.schema import load_schema
from kg.store import durable
from kg.store.failures import told
from kg.workspace.workspace import Workspace


def exported(workspace: Workspace, store: ox.Store, format_: str, with_claims: bool) -> bytes:
    """The facts in a format of `kg export`. Raises KgError where there is none such, or it has no
    place for claims."""
    output = BytesIO()
    schema = load_schema(workspace.ontology)
    request = Request(store, schema, workspace.base, workspace.prefixes, with_claims)
    writer(format_)(request, output)
    return output.getvalue()


def put(path: Path, data: bytes) -> None:
    """Writes a file whole or not at all. Raises KgError where it cannot be written."""
    with told(str(path)):
        durable.write(path, data)


def format_for(path: Path | None) -> str:
    """The format that a file's suffix asks for, Turtle for no file. Raises KgError where the
    suffix names none."""
    return "turtle" if path is None else format_of(str(path))
