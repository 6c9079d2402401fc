"""Events of which a sentence says too little to be told apart from talk of them."""

from kg.extract.context.candidate import Candidate
from kg.model.dates import PartialDate


def without_idle(
    found: list[Candidate], item: bool, row_date: PartialDate | None
) -> list[Candidate]:
    """Less what says too little: an agreement without a partner beside another event, an
    investment of no sum, share or date, a listing (`상장은?`) of nobody, nowhere and never,
    a heading of who bought the company. `row_date` is the one that an item stands under."""
    kept: list[Candidate] = []
    for one in found:
        others = [o for o in found if o is not one and o.relation is None]
        if one.type == "Agreement" and len(one.roles["party"]) < 2 and not item:
            continue
        if one.type == "Agreement" and "party" in one.assumed and others:
            continue
        bare = one.details.value is None and one.details.share is None and one.date is None
        if one.type == "Investment" and bare:
            continue
        if (
            one.type == "Listing"
            and one.date is None
            and one.assumed
            and not one.roles.get("market")
        ):
            continue
        undated = one.date is None and row_date is None
        if one.type == "Acquisition" and "target" in one.assumed and undated and item:
            continue  # a heading: 다온그룹 품으로
        kept.append(one)
    return kept
