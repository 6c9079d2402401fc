"""Brings the places together that say one event or relation: one statement, several evidences."""

from collections.abc import Sequence

from kg.extract.candidate import Candidate
from kg.extract.directory import Directory, name_key
from kg.lang.ko.names import Named
from kg.model.claim import ANNOUNCED, ASSERTED, PLANNED, REPORTED, Details, Mention, Roles
from kg.model.dates import PartialDate
from kg.model.document import Document
from kg.model.schema import EventType, Schema
from kg.model.statement import Evidence, Statement, make_roles

_ORDER = {ASSERTED: 3, ANNOUNCED: 2, PLANNED: 1, REPORTED: 0}


class Consolidator:
    """Groups candidates of one document, then makes a statement of each group."""

    def __init__(self, document: Document, schema: Schema, directory: Directory) -> None:
        self.document = document
        self.schema = schema
        self.directory = directory
        self.same_name: dict[str, str] = {}

    def statements(self, candidates: Sequence[Candidate]) -> tuple[Statement, ...]:
        self.same_name = _aliases(candidates)
        groups: list[list[Candidate]] = []
        alike: dict[tuple[str, str | None], list[list[Candidate]]] = {}
        ordered = sorted(candidates, key=lambda c: (_vagueness(c), c.order, c.start))
        for candidate in ordered:
            near = alike.setdefault((candidate.type, candidate.relation), [])
            home = next((g for g in near if self._same(g, candidate)), None)
            if home is None:
                near.append([candidate])
                groups.append(near[-1])
            else:
                home.append(candidate)
        made = [self._statement(group) for group in groups]
        made.sort(
            key=lambda s: (s.evidence[0].span.start, s.evidence[0].span.end, s.type, str(s.roles))
        )
        return tuple(dict.fromkeys(made))

    def _same(self, group: Sequence[Candidate], candidate: Candidate) -> bool:
        first = group[0]
        if first.type != candidate.type or first.relation != candidate.relation:
            return False
        if candidate.relation is not None:
            return self._keys(first, "subject") == self._keys(candidate, "subject") and (
                self._keys(first, "object") == self._keys(candidate, "object")
            )
        if (first.status == ASSERTED) != (candidate.status == ASSERTED) and not (
            _same_place(first, candidate)
            or first.headline
            or candidate.headline
            or not (candidate.date and any(c.date for c in group))
        ):
            return False
        if not all(_compatible(c, candidate) for c in group):
            return False
        event = self.schema.events[candidate.type]
        if event.parties:
            return self._parties(first, event) == self._parties(candidate, event) or (
                self._same_absorbed(first, candidate)
            )
        return self._same_identity(first, candidate, event)

    def _same_absorbed(self, first: Candidate, candidate: Candidate) -> bool:
        """One place leaves a party to the text around it; the other parties are the same."""
        mine, other = self._keys(first, "absorbed"), self._keys(candidate, "absorbed")
        return bool(mine) and mine == other and bool(first.assumed or candidate.assumed)

    def _parties(self, candidate: Candidate, event: EventType) -> set[str]:
        return set().union(*(self._keys(candidate, role) for role in event.parties))

    def _same_identity(self, first: Candidate, candidate: Candidate, event: EventType) -> bool:
        shared = False
        for role in event.identity:
            mine, other = self._keys(first, role), self._keys(candidate, role)
            if mine & other:
                shared = shared or role == event.main or role not in first.assumed
            elif (
                mine and other and role not in first.assumed and role not in candidate.assumed
            ) or (role == event.main and mine and other and candidate.type != "Milestone"):
                return False
        if candidate.type == "Milestone":
            return (
                (shared or bool(first.assumed or candidate.assumed))
                and first.details.value == candidate.details.value
                and first.details.unit == candidate.details.unit
            )
        if not event.once and first.date is None and candidate.date is None:
            return shared and first.sentence is candidate.sentence
        return shared

    def _keys(self, candidate: Candidate, role: str) -> set[str]:
        keys: set[str] = set()
        for named in candidate.roles.get(role, ()):
            keys.add(self._key(named))
            if named.kind == "Person" and named.owner is not None and role != "person":
                keys.add(self._key(named.owner))
        return keys

    def _key(self, named: Named) -> str:
        key = name_key(named.text)
        return self.same_name.get(key, key)

    def _statement(self, group: list[Candidate]) -> Statement:
        whole = min(group, key=lambda c: (c.headline, _vagueness(c), c.order))
        roles = self._whole_roles(group)
        details = whole.details
        for candidate in group:
            details = _joined(details, candidate.details)
        label = whole.relation or whole.type
        dates = [c.date for c in group if c.date is not None]
        date = max(dates, key=lambda d: (len(d.edtf), not d.approximate), default=None)
        told = [c for c in group if not c.headline] or group
        told = [c for c in told if c.date is not None] or told
        status = max((c.status for c in told), key=lambda s: _ORDER[s])
        evidence: dict[tuple[int, int], Evidence] = {}
        for candidate in sorted(group, key=lambda c: (c.order, c.start)):
            span = candidate.sentence.line.span(self.document, candidate.start, candidate.end)
            own = self._own_roles(candidate, roles, label)
            evidence.setdefault(
                (span.start, span.end),
                Evidence(span, candidate.date, candidate.status, own, candidate.details),
            )
        return Statement(
            document=self.document.name,
            type=whole.type,
            relation=whole.relation,
            date=None if whole.relation else date,
            status=status,
            roles=self._mentions(roles, label),
            details=details,
            extracted_by=whole.extracted_by,
            evidence=tuple(evidence[key] for key in sorted(evidence)),
        )

    def _whole_roles(self, group: list[Candidate]) -> dict[str, list[Named]]:
        """Each role as the place says it that states it itself, the more specific one first."""
        roles: dict[str, list[Named]] = {}
        ranked = sorted(group, key=lambda c: (_vagueness(c), c.order))
        for guess in (0, 1, 2):
            for candidate in ranked:
                for role, names in candidate.roles.items():
                    sure = (1 + candidate.listed) if role in candidate.assumed else 0
                    if sure == guess and role not in roles:
                        roles[role] = names
        if group[0].type == "Merger" and roles.get("absorbed"):
            known = {name_key(n.text) for r in ("absorbed", "survivor") for n in roles.get(r, ())}
            rest = [n for n in roles.get("participant", ()) if name_key(n.text) not in known]
            roles.pop("participant", None)
            if rest and not roles.get("survivor"):
                roles["survivor"] = rest
        return roles

    def _own_roles(self, candidate: Candidate, whole: dict[str, list[Named]], label: str) -> Roles:
        """What this place says, with what it leaves to the text around it as the whole has it."""
        own = dict(candidate.roles)
        for role in candidate.assumed:
            if role in whole:
                own[role] = whole[role]
        return self._mentions(own, label)

    def _mentions(self, roles: dict[str, list[Named]], label: str) -> Roles:
        return make_roles(
            {
                role: [Mention(named.text, self._kind(named, label, role)) for named in names]
                for role, names in roles.items()
            }
        )

    def _kind(self, named: Named, label: str, role: str) -> str:
        """The usual kind of the role, unless the document shows that it is another that fits."""
        usual = self.schema.usual_kind(label, role)
        known = self.directory.kind(named)
        if not usual or not known or self.schema.root(usual) == known:
            return usual
        if known == "Organization":
            return "Company" if self.schema.fits(label, role, "Company") else usual
        return known if self.schema.fits(label, role, known) else usual


def _aliases(candidates: Sequence[Candidate]) -> dict[str, str]:
    """Keys of names that the document says to be one thing's (이하 X), each to one of them."""
    same: dict[str, str] = {}
    for one in candidates:
        if one.relation == "alternateName":
            subject, other = (name_key(one.roles[r][0].text) for r in ("subject", "object"))
            same[other] = same.get(subject, subject)
    return same


def _vagueness(candidate: Candidate) -> int:
    """How much a place leaves open: places that say more are read first."""
    precision = {None: 3}.get(candidate.date) if candidate.date is None else None
    if precision is None and candidate.date is not None:
        precision = {"day": 0, "month": 0, "year": 1, "decade": 2}[candidate.date.precision]
    return (precision or 0) * 2 + (1 if candidate.assumed else 0)


def _compatible(first: Candidate, second: Candidate) -> bool:
    if first.date is None or second.date is None or first.date == second.date:
        return True
    return first.date.overlaps(second.date) and _nested(first.date, second.date)


def _nested(one: PartialDate, other: PartialDate) -> bool:
    a, b = one.edtf.rstrip("~"), other.edtf.rstrip("~")
    return a.startswith(b.rstrip("X")) or b.startswith(a.rstrip("X"))


def _same_place(first: Candidate, second: Candidate) -> bool:
    return first.sentence is second.sentence and first.start == second.start


def _joined(one: Details, other: Details) -> Details:
    """The details of both; of two that differ, the first."""
    return Details(
        **{
            name: getattr(one, name) if getattr(one, name) is not None else getattr(other, name)
            for name in Details.__slots__
        }
    )
