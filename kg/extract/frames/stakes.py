"""What a sentence says of money and shares together: 4000억 원을 투자해 지분 49%를 확보했다."""

from dataclasses import replace
from decimal import Decimal

from kg.extract.context.candidate import Candidate

_GETTING = (
    "확보하",
    "취득하",
    "획득하",
    "갖",
    "가지",
    "얻",
    "쥐",
    "챙기",
    "보유하",
    "가져가",
    "받",
)


def with_stakes(found: list[Candidate]) -> list[Candidate]:
    """An investment keeps the share that it bought; the getting of it is no event of its own."""
    kept = list(found)
    for paid in found:
        if paid.type != "Investment":
            continue
        for got in [one for one in kept if one.type == "Acquisition"]:
            if _same_deal(paid, got):
                if paid.details.share is None:
                    paid.details = replace(paid.details, share=got.details.share)
                kept.remove(got)
        if paid.details.share is None:
            paid.details = replace(paid.details, share=_got(paid))
    return kept


def _got(paid: Candidate) -> Decimal | None:
    """The share that the next clause says was got for the money."""
    told = next((c for c in paid.sentence.clauses if c.end >= paid.end), None)
    after = told.after if told is not None else None
    if after is None or after.predicate is None or after.predicate.stem not in _GETTING:
        return None
    amounts = paid.sentence.amounts_in(after.start, after.end)
    return next((a.value for a in amounts if a.unit == "percent" and 0 < a.value <= 100), None)


def _same_deal(paid: Candidate, got: Candidate) -> bool:
    """Whether the same investor got shares of the same company right after it paid."""
    investors = {named.text for named in paid.roles.get("investor", ())}
    acquirers = {named.text for named in got.roles.get("acquirer", ())}
    companies = {named.text for named in paid.roles["company"]}
    targets = {named.text for named in got.roles["target"]}
    apart = paid.date is not None and got.date is not None and paid.date != got.date
    own = bool(targets & companies) or "target" in got.assumed or "company" in paid.assumed
    return got.start >= paid.start and bool(investors & acquirers) and own and not apart
