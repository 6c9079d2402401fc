"""What a claim states of one property, in words."""

from kg.export.reading import Reading
from kg.export.said import Said


def stated(claim: Said, property_: str, reading: Reading) -> str:
    """Its value as it is written; "" where the claim states nothing of it."""
    if property_ == "date":
        return claim.date.edtf if claim.date else ""
    if property_ == "status":
        return claim.status
    filled = {role: [reading.label(iri) for iri in iris] for role, iris in claim.roles}
    filled |= {role: list(texts) for role, texts in claim.texts}
    if property_ in filled:
        return ", ".join(sorted(filled[property_]))
    names = {"from": "since", "incidentKind": "kind", "nameKind": "kind"}
    value = getattr(claim.details, names.get(property_, property_), None)
    return "" if value is None else str(value)
