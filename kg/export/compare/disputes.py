"""Conflicts of two graphs: which are new, which are gone, and what their sides say otherwise."""

from collections.abc import Hashable

from kg.export.compare.change import Change
from kg.export.compare.correspondence import Correspondence
from kg.export.compare.difference import DisputeDifference
from kg.export.compare.pairing import Keys, paired
from kg.export.compare.same import Known
from kg.export.compare.side import Side, called, least, main_party
from kg.export.why.account import Dispute


def dispute_differences(
    sides: tuple[Side, Side], both: Correspondence
) -> tuple[DisputeDifference, ...]:
    """By what they are about and the property that they are of; sorted by that."""
    first, second = sides
    rounds = [(_keys(both.before), _keys(both.after))]
    found = []
    for before, after in paired(_disputes(first), _disputes(second), rounds).each():
        changes = _changes(before, after) if before and after else ()
        if changes or not (before and after):
            of = called(sides, both, _party(first, before), _party(second, after))
            label = (_label(first, before), _label(second, after))
            made = DisputeDifference(of, label, before, after, changes)
            found.append((least(before, after, _order), made))
    return tuple(made for _, made in sorted(found, key=lambda item: item[0]))


def values(dispute: Dispute) -> tuple[str, ...]:
    """What its sides state, each once."""
    return tuple(sorted({value for value, _ in dispute.sides}))


def _disputes(side: Side) -> list[Dispute]:
    return [one for about in side.reading.disputed() for one in side.teller.disputes(about)]


def _keys(known: Known) -> Keys[Dispute]:
    def keys(dispute: Dispute) -> list[Hashable]:
        return [(known(dispute.conflict.about), dispute.conflict.property)]

    return keys


def _changes(before: Dispute, after: Dispute) -> tuple[Change, ...]:
    said = [
        Change(before.conflict.property, values(before), values(after)),
        Change("decided", _decided(before), _decided(after)),
    ]
    return tuple(change for change in said if change.before != change.after)


def _decided(dispute: Dispute) -> tuple[str, ...]:
    return ("decided",) if dispute.conflict.decided else ()


def _order(dispute: Dispute) -> tuple[object, ...]:
    return (dispute.conflict.about, dispute.conflict.property, dispute.conflict.iri)


def _label(side: Side, dispute: Dispute | None) -> str:
    return side.teller.label(dispute.conflict.about) if dispute else ""


def _party(side: Side, dispute: Dispute | None) -> str | None:
    if dispute is None:
        return None
    about = dispute.conflict.about
    fact = side.reading.event(about) or side.reading.relation(about)
    return main_party(side.reading, fact) if fact else about
