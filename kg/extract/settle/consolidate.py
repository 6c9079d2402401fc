"""Brings the places together that say one event or relation: one statement, several evidences."""

from collections.abc import Sequence

from kg.extract.context.candidate import Candidate
from kg.extract.context.directory import Directory, name_key
from kg.extract.context.discourse import Discourse
from kg.extract.settle.doubtful import without_doubtful
from kg.extract.settle.grouping import grouped, vagueness
from kg.lang.ko.names.of_phrases import Named
from kg.model.claim import ANNOUNCED, ASSERTED, PLANNED, REPORTED, Details, Mention, Roles
from kg.model.document import Document
from kg.model.schema import Schema
from kg.model.statement import Evidence, Statement, make_roles

_ORDER = {ASSERTED: 3, ANNOUNCED: 2, PLANNED: 1, REPORTED: 0}


class Consolidator:
    """Groups candidates of one document, then makes a statement of each group."""

    def __init__(
        self, document: Document, schema: Schema, directory: Directory, state: Discourse
    ) -> None:
        self.document = document
        self.state = state
        self.schema = schema
        self.directory = directory

    def statements(self, candidates: Sequence[Candidate]) -> tuple[Statement, ...]:
        groups = _told(grouped(candidates, self.schema))
        groups = without_doubtful(groups, self.state, self.directory)
        made = [self._statement(group) for group in groups]
        made.sort(
            key=lambda s: (s.evidence[0].span.start, s.evidence[0].span.end, s.type, str(s.roles))
        )
        return tuple(dict.fromkeys(made))

    def _statement(self, group: list[Candidate]) -> Statement:
        whole = min(group, key=lambda c: (c.headline, vagueness(c), c.order))
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
        ranked = sorted(group, key=lambda c: (_by_new_name(c), vagueness(c), c.order))
        for guess in (0, 1, 2):
            for candidate in ranked:
                for role, names in candidate.roles.items():
                    sure = (1 + candidate.listed) if role in candidate.assumed else 0
                    if sure == guess and role not in roles:
                        roles[role] = names
        if group[0].type == "NameChange" and roles.get("old") and _takes_its_own(roles):
            roles["company"] = roles["old"]  # one place calls it by the old name, the other not
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


def _told(groups: Sequence[list[Candidate]]) -> list[list[Candidate]]:
    """The groups without what only a title says of a text that tells events itself: a title
    clips names and says in short what the text says better."""
    told = any(not c.headline and c.relation is None for group in groups for c in group)
    return [g for g in groups if not (told and all(c.headline for c in g))]


def _by_new_name(candidate: Candidate) -> bool:
    """Whether a change of name calls the company by the name that it takes: others say more."""
    return candidate.type == "NameChange" and _takes_its_own(candidate.roles)


def _takes_its_own(roles: dict[str, list[Named]]) -> bool:
    company, new = (roles.get(role, []) for role in ("company", "new"))
    texts = {name_key(named.text) for named in new}
    return any(name_key(named.text) in texts for named in company)


def _joined(one: Details, other: Details) -> Details:
    """The details of both; of two that differ, the first."""
    return Details(
        **{
            name: getattr(one, name) if getattr(one, name) is not None else getattr(other, name)
            for name in Details.__slots__
        }
    )
