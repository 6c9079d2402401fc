"""The names of one entity: one for each time that it held one, with what states it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.model.claim import NAME, Claim
from kg.model.dates import PartialDate
from kg.model.naming import clean, name_key
from kg.resolve.changes import NameChanges
from kg.resolve.mentions import SAME_ENTITY, Reference
from kg.resolve.tenures import Tenure
from kg.resolve.timeline import END, first_day

_LEGAL_ROOTS = frozenset({"Organization", "Person"})


@dataclass(slots=True)
class NameDraft:
    """A name while claims about it are read. `stated`: claims that an RDF source makes of it."""

    tenure: Tenure
    since: PartialDate | None
    until: PartialDate | None
    texts: Counter[str] = field(default_factory=Counter)
    kinds: set[str] = field(default_factory=set)
    stated: list[Claim] = field(default_factory=list)
    telling: list[Claim] = field(default_factory=list)
    using: list[Claim] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The commonest spelling; of equally common ones the first in code point order."""
        return min(self.texts, key=lambda text: (-self.texts[text], text))

    @property
    def claims(self) -> list[Claim]:
        """The claims that show it: those that tell of the name, else those that use it."""
        telling = [c for c in self.telling if c.span is not None or not self.stated]
        return self.stated + telling or self.using

    def kind(self, root: str) -> str:
        """Its kind: what a claim says of it, else legal for organisations and persons."""
        said = [k for k in ("former", "alternate", "brand", "legal") if k in self.kinds]
        if "legal" in self.kinds and (self.since or self.until):
            return "legal"
        return said[0] if said else ("legal" if root in _LEGAL_ROOTS else "brand")


def names_of(
    found: Sequence[Reference], held: Iterable[Tenure], changes: NameChanges
) -> list[NameDraft]:
    """The names of the entity that these references mean, in order of time."""
    drafts = [NameDraft(t, t.since, t.until) for t in held]
    for reference in found:
        _read(reference, drafts, changes)
    named = [draft for draft in drafts if draft.texts]
    _begin_with_founding(named)
    return sorted(named, key=_in_time)


def _in_time(draft: NameDraft) -> tuple[bool, bool, int, int, str]:
    """Other names after its own; former ones of unknown time first; then by their first day."""
    kind = draft.kind("")
    gone = kind == "former" or (draft.until is not None and draft.since is None)
    ends = first_day(draft.until, default=END)
    return (kind == "alternate", not gone, first_day(draft.since), ends, draft.text)


def label_of(names: Sequence[NameDraft]) -> str:
    """The name in force: the latest that nothing ends, the entity's own before other names."""
    own = [n for n in names if n.kind("") != "alternate"] or list(names)
    lasting = [n for n in own if n.until is None and n.kind("") != "former"] or own
    return lasting[-1].text


def _read(reference: Reference, drafts: list[NameDraft], changes: NameChanges) -> None:
    claim, mention = reference.claim, reference.mention
    if claim.type == NAME:
        if reference.role == "nameOf":
            _read_stated(claim, drafts)
        return
    if claim.type == "NameChange" and reference.role == "company":
        _read_change(reference, drafts, changes)
    if mention.iri:
        return
    for draft in drafts:
        if draft.tenure.bearer == reference.bearer and draft.tenure.key.name == name_key(
            mention.text
        ):
            draft.texts[clean(mention.text)] += 1
            draft.using.append(claim)
            if reference.parted:
                continue
            if reference.role == "object" and claim.relation in SAME_ENTITY:
                draft.kinds.add(SAME_ENTITY[claim.relation])
                draft.telling.append(claim)
            elif claim.type == "Founding" and reference.role == "company":
                draft.telling.append(claim)


def _read_stated(claim: Claim, drafts: list[NameDraft]) -> None:
    text, period = claim.fillers("text")[0].text, claim.details
    for draft in drafts:
        tenure = draft.tenure
        if tenure.key.name == name_key(text) and (
            tenure.since == period.since and period.until in {None, tenure.until}
        ):
            draft.texts[text] += 1
            draft.kinds |= {period.kind} if period.kind else set()
            draft.stated.append(claim)


def _read_change(reference: Reference, drafts: list[NameDraft], changes: NameChanges) -> None:
    """What a change of name says of the name taken up and of the one given up."""
    claim = reference.claim
    new, former = changes.adopted(claim), changes.former(claim)
    taken = [d for d in drafts if d.tenure.key == new and _begins(d, claim.date)]
    given_up = [d for d in drafts if d.tenure.key == former and _ends(d, claim.date)]
    for draft, texts, kind in (
        *((d, claim.fillers("new"), "legal") for d in taken[:1]),
        *((d, claim.fillers("old"), "legal" if claim.date else "former") for d in given_up[-1:]),
    ):
        for mention in texts:
            draft.texts[clean(mention.text)] += 1
        draft.kinds.add(kind)
        draft.telling.append(claim)


def _begins(draft: NameDraft, date: PartialDate | None) -> bool:
    return date is None or draft.since is None or draft.since.overlaps(date)


def _ends(draft: NameDraft, date: PartialDate | None) -> bool:
    return date is None or draft.until is None or draft.until.overlaps(date)


def _begin_with_founding(names: list[NameDraft]) -> None:
    """The founding name begins with the founding, unless another was given up after it."""
    for draft in names:
        if draft.since is None and not draft.stated:
            dates = [
                c.date
                for c in draft.telling
                if c.type == "Founding" and c.date and not _older(names, draft, c.date)
            ]
            draft.since = min(dates, key=lambda d: d.sort_key, default=None)


def _older(names: Iterable[NameDraft], draft: NameDraft, date: PartialDate) -> bool:
    """Whether another name was borne on the date: then that one is the founding name."""
    return any(
        n.until is not None and first_day(n.since) <= first_day(date) < first_day(n.until)
        for n in names
        if n is not draft
    )
