"""The ontology folder: classes, roles and identity of event types, shapes, the lexicon."""

from typing import TYPE_CHECKING

from kg.ontology.shipped import shipped

if TYPE_CHECKING:
    from kg.ontology.schema import load_schema
    from kg.ontology.source import ontology_path, ontology_quads, shapes_path

__all__ = ["load_schema", "ontology_path", "ontology_quads", "shapes_path", "shipped"]

_MODULES = {
    "load_schema": "schema",
    "ontology_path": "source",
    "ontology_quads": "source",
    "shapes_path": "source",
}


def __getattr__(name: str) -> object:
    """Imports what is asked for (PEP 562): who looks for a folder must not pay for the schema."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib  # noqa: PLC0415  (likewise)

    return getattr(importlib.import_module(f"kg.ontology.{_MODULES[name]}"), name)
