"""Event types: their roles, what identifies an event of the type, its main role."""

from kg.errors import KgError
from kg.model.schema import EventType
from kg.ontology.roles import is_role, read_role
from kg.ontology.terms import DECLARE, SUBCLASS, Terms
from kg.rdf.vocabulary import KG, OWL

_FILLED = ("requires", "requiresOneOf", "requiresTwoOf", "allows")


def read_event_type(terms: Terms, name: str) -> EventType:
    """An event type, with what it declares itself and what the types above it declare.

    Raises KgError, naming the type, where its declaration is not sound.
    """
    declared = _Declared(terms, name)
    by_key = {key: declared.listed(key) for key in _FILLED}
    named = dict.fromkeys(one for names in by_key.values() for one in names)
    roles = tuple(
        read_role(terms, name, one, required=one in by_key["requires"])
        for one in named
        if is_role(terms, one)
    )
    filled = [role.name for role in roles]
    identity = declared.identity(filled)
    group = by_key["requiresOneOf"]
    return EventType(
        name=name,
        roles=roles,
        identity=tuple(one for one in identity if one in filled),
        once=declared.once(),
        alternatives=(group,) if group else (),
        parties=tuple(one for one in by_key["requiresTwoOf"] if one in identity),
        main=declared.main(filled),
        two_of=by_key["requiresTwoOf"],
        required_details=declared.details(by_key, filled),
        identity_details=tuple(one for one in identity if one not in filled),
    )


class _Declared:
    """The annotations of an event type and of the types above it, its own first."""

    def __init__(self, terms: Terms, name: str) -> None:
        self._terms = terms
        self._name = name
        self._lineage = (name, *terms.ancestors(name, SUBCLASS))

    def listed(self, key: str) -> tuple[str, ...]:
        """The terms under a key, in the order of the file, each once."""
        found = (term for one in self._lineage for term in self._terms.names(one, KG + key))
        return tuple(dict.fromkeys(found))

    def once(self) -> bool:
        return any(self._terms.says_true(one, KG + "once") for one in self._lineage)

    def main(self, filled: list[str]) -> str:
        main = self.listed("mainRole")
        if not main:
            raise self._fault("has no main role", "give it kg:mainRole, one of its roles")
        if main[0] not in filled:
            raise self._fault(f"has the main role kg:{main[0]}, which is none of its roles")
        return main[0]

    def identity(self, filled: list[str]) -> tuple[str, ...]:
        identity = self.listed("identifiedBy")
        if filled and not identity:
            raise self._fault("has no identity", "give it kg:identifiedBy, some of its roles")
        for one in identity:
            if one not in filled and not self._is_detail(one):
                raise self._fault(f"is identified by kg:{one}, no role or detail of it")
        return identity

    def details(self, by_key: dict[str, tuple[str, ...]], filled: list[str]) -> tuple[str, ...]:
        """What is required beside roles; all else that is listed must be a role."""
        for key, names in by_key.items():
            for one in names:
                if one not in filled and not (key == "requires" and self._is_detail(one)):
                    raise self._fault(f"has kg:{key} kg:{one}, which is no role")
        return tuple(one for one in by_key["requires"] if one not in filled)

    def _is_detail(self, name: str) -> bool:
        return self._terms.is_typed(name, OWL + "DatatypeProperty") and not is_role(
            self._terms, name
        )

    def _fault(self, message: str, hint: str = DECLARE) -> KgError:
        return self._terms.fault(self._name, message, hint)
