"""Fills the roles of a frame from a clause: its slots, the noun it modifies, the text around it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.extract.fillers import fillers
from kg.extract.reader import Reader
from kg.extract.role_kinds import UNITS
from kg.extract.view import PASSIVE, View
from kg.lang.ko.clauses import FREE_HEADS, Clause
from kg.lang.ko.kinds import ORGANIZATION
from kg.lang.ko.names import Named, names_of
from kg.lang.ko.phrases import Phrase
from kg.lang.ko.status import ADNOMINAL, CLEFT, FINAL
from kg.lang.ko.tokens import AMOUNT
from kg.model.schema import EventType, Role
from kg.ontology.lexicon import Frame, RolePattern

_EACH = ("company", "person", "subject")
"""Single roles that a sentence may fill several times over: one event each."""


_GOING_ON = ("고", "며", "으며", "면서", "으면서", "어", "아", "어서", "아서", "ᆫ", "은")


_AGENTS = ("의해", "에", "에서", "로부터", "의")


@dataclass(slots=True)
class Filler:
    view: View
    frame: Frame
    event: EventType
    reader: Reader
    phrases: list[Phrase]
    sentenced: set[str] = field(default_factory=set)

    def fill(self) -> tuple[dict[str, list[Named]], set[str]]:
        roles: dict[str, list[Named]] = {}
        used: set[int] = set()
        patterns = list(self.frame.roles)
        for pattern in patterns:
            names, phrase = self._from_slots(pattern, used)
            if names:
                roles[pattern.role] = names
                if phrase is not None:
                    used.add(id(phrase))
        self._both(roles, used)
        headed = self._gap(roles)
        return roles, self._shared(roles, used, headed)

    def _role(self, name: str) -> Role:
        role = self.event.role(name)
        if role is None:
            return Role(name, ("text",), "", False, False)
        return role

    def _from_slots(
        self, pattern: RolePattern, used: set[int]
    ) -> tuple[list[Named], Phrase | None]:
        role = self._role(pattern.role)
        for slot in self._slots(pattern):
            for phrase in self._in_slot(slot):
                if id(phrase) in used:
                    continue
                names = fillers(phrase, role, pattern.of, pattern.kind, self.reader)
                if names and not (role.single and len(names) > 1 and pattern.role not in _EACH):
                    return names, phrase
        return [], None

    def _slots(self, pattern: RolePattern) -> tuple[str, ...]:
        """The slots of a role, turned round in the passive: the object is the subject."""
        if self.view.voice != PASSIVE or not self._transitive():
            return pattern.slots
        if "을" in pattern.slots:
            return ("이", *(s for s in pattern.slots if s not in ("을", "이")))
        if "이" in pattern.slots:
            return tuple(dict.fromkeys((*(s for s in pattern.slots if s != "이"), *_AGENTS)))
        return pattern.slots

    def _transitive(self) -> bool:
        return any("을" in pattern.slots for pattern in self.frame.roles)

    def _in_slot(self, slot: str) -> Iterable[Phrase]:
        phrases = self.phrases
        if slot == "이":
            yield from (p for p in reversed(phrases) if p.case == "이")
            subject = any(p.case == "이" for p in phrases)
            if not subject or self.view.voice == PASSIVE:
                yield from (p for p in reversed(phrases) if p.topic and p.case == "")
                yield from (p for p in reversed(phrases) if p.only and p.case == "")
            if self.view.nominal:
                yield from (p for p in phrases[:-1] if p.case == "" and p.comma)
            yield from (p for p in phrases if p.case == "에서" and p.topic)
            return
        if slot == "을":
            yield from (p for p in reversed(phrases) if p.case == "을")
            if any(p.case == "이" for p in phrases):
                yield from (p for p in phrases if p.topic and p.case == "")
            yield from (p for p in reversed(phrases) if p.only and p.case == "")
            if self.view.nominal:
                yield from self._bare()
            return
        if slot == "bare":
            yield from self._bare()
            return
        yield from (p for p in reversed(phrases) if p.case == slot)

    def _bare(self) -> Iterable[Phrase]:
        phrases = self.phrases
        yield from (p for p in reversed(phrases) if p.case in ("bare", "의"))
        if self.view.headline or not self.view.nominal:
            yield from (
                p for p in reversed(phrases) if p.case == "" and not p.topic and not p.comma
            )

    def _both(self, roles: dict[str, list[Named]], used: set[int]) -> None:
        """A가 B와: both in one role; of a verbal noun also A와 B의 합병."""
        name = self.frame.both
        if not name:
            return
        role = self._role(name)
        names: list[Named] = list(roles.get(name, ()))
        for phrase in self.phrases:
            if (
                phrase.case in ("와", "이")
                or (phrase.topic and phrase.case == "")
                or phrase.case in ("bare", "의")
            ):
                names += [
                    n for n in fillers(phrase, role, (), "", self.reader) if not _among(n, names)
                ]
        if names:
            roles[name] = names

    def _gap(self, roles: dict[str, list[Named]]) -> bool:
        """The noun that the clause modifies, or that a cleft sentence ends in, fills the gap.

        False where it does not, though it must: its name is not known.
        """
        head = self.view.head
        if self.view.clause.reading.link == CLEFT:
            head = _complement(self.view.clause)
        elif self.view.clause.reading.link != ADNOMINAL:
            return True
        if head is None or self.view.nominal or is_free(head):
            return True
        for pattern in self._gap_order(roles):
            if roles.get(pattern.role):
                continue
            names = fillers(head, self._role(pattern.role), pattern.of, pattern.kind, self.reader)
            if names:
                roles[pattern.role] = names
                return True
        return self.view.clause.reading.link == CLEFT

    def _gap_order(self, roles: dict[str, list[Named]]) -> list[RolePattern]:
        """An object that is missing beside a subject is the gap, else the subject is."""

        def rank(pattern: RolePattern) -> int:
            slots = self._slots(pattern)
            if "을" in slots:
                return (
                    1
                    if self._has_subject(roles)
                    or (self.view.clause.reading.form != "" and not self._has_object(roles))
                    else 2
                )
            return (
                0
                if "이" in slots
                and (
                    self._has_object(roles) or not self._transitive() or self.view.voice == PASSIVE
                )
                else 3
            )

        return sorted(self.frame.roles, key=rank)

    def _has_subject(self, roles: dict[str, list[Named]]) -> bool:
        return any(roles.get(p.role) for p in self.frame.roles if "이" in self._slots(p))

    def _has_object(self, roles: dict[str, list[Named]]) -> bool:
        return any(roles.get(p.role) for p in self.frame.roles if "을" in self._slots(p))

    def _shared(self, roles: dict[str, list[Named]], used: set[int], headed: bool) -> set[str]:
        """Roles that the clause leaves out and its sentence or the text before it fills."""
        assumed: set[str] = set()
        for pattern in self.frame.roles:
            if roles.get(pattern.role) and not self._lacks_partner(pattern, roles):
                continue
            slots = self._slots(pattern)
            if "이" in slots and not headed:
                continue
            names, far = self._from_around(pattern, roles, used)
            role = self._role(pattern.role)
            if not names or (role.single and len(names) > 1):
                continue
            if roles.get(pattern.role):
                roles[pattern.role] = [*roles[pattern.role], *names][:2]
                continue
            roles[pattern.role] = names
            if far:
                assumed.add(pattern.role)
                if self.frame.both == pattern.role:
                    break
        return assumed

    def _from_around(
        self, pattern: RolePattern, roles: dict[str, list[Named]], used: set[int]
    ) -> tuple[list[Named], bool]:
        """A filler from outside of the clause, and whether it is less sure than the clause."""
        role, slots = self._role(pattern.role), self._slots(pattern)
        names = self._remarked(role, pattern)
        if names:
            return names, False
        taken = [
            n for r, others in roles.items() for n in others if "text" not in self._role(r).kinds
        ]
        if "을" in slots and "이" not in slots:
            names = [n for n in self._object_before(role, pattern) if not _among(n, taken)]
            if names:
                return names, False
            names = self._topic_alone(role, pattern) or self._topic_of_shares(role, pattern)
        if not names and ("이" in slots or pattern.shared):
            names = self._subject_around(role, pattern, taken, used)
        return [n for n in names if not _among(n, taken)], True

    def _topic_alone(self, role: Role, pattern: RolePattern) -> list[Named]:
        """`1990년 : 설립` in a company's chronology: the company's own."""
        alone = self.view.headline and not self.phrases and self.reader.discourse.in_list
        told = self.event.name == "Founding" and self._tells_of_topic()
        if (alone or told) and pattern.role == self.event.main:
            return self._subject_of_text(role, pattern)
        return []

    def _subject_around(
        self, role: Role, pattern: RolePattern, taken: list[Named], used: set[int]
    ) -> list[Named]:
        """The subject of the sentence, else of the text, where the clause has none of its own."""
        names = self._subject_of_sentence(role, pattern)
        names = [n for n in names if not _among(n, taken)]
        if names:
            self.sentenced.add(pattern.role)
            return names
        needed = role.required or pattern.role in self.event.parties or pattern.shared
        if needed and not self._own_subject(used):
            return self._subject_of_text(role, pattern)
        return []

    def _topic_of_shares(self, role: Role, pattern: RolePattern) -> list[Named]:
        """`A가 지분 35%를 인수했다`: shares of no one named are the topic's."""
        shares = any(p.case == "을" and _only_shares(p, pattern.of) for p in self.phrases)
        return self._subject_of_text(role, pattern) if shares else []

    def _tells_of_topic(self) -> bool:
        """`2003년 농부 다섯 명이 세웠다`: a dated founding of nothing else than the topic."""
        clause = self.view.clause
        objects = any(p.case == "을" for p in self.phrases)
        final = clause.reading.link == FINAL and not self.view.nominal
        state = self.reader.discourse
        about = state.page or (state.topic is not None and state.subject() == state.topic)
        return about and final and bool(clause.moments) and not objects

    def _object_before(self, role: Role, pattern: RolePattern) -> list[Named]:
        """The object of the clause that this one goes on from (A를 떼어 내 B에 출자했다)."""
        before = self.view.clause.before
        while before is not None and not self.view.nominal and before.reading.form in _GOING_ON:
            phrase = before.phrase("을")
            names = (
                fillers(phrase, role, pattern.of, pattern.kind, self.reader)
                if phrase is not None
                else []
            )
            if names:
                return names
            before = before.before
        return []

    def _lacks_partner(self, pattern: RolePattern, roles: dict[str, list[Named]]) -> bool:
        """`B와 협약을 맺었다`: the other party is the one that the text is about."""
        partner = any(p.case == "와" for p in self.phrases)
        return partner and self.frame.both == pattern.role and len(roles[pattern.role]) == 1

    def _own_subject(self, used: set[int]) -> bool:
        """Whether the clause has a subject of its own, though it names nobody we know."""
        return any(
            (p.case == "이" or (p.topic and p.case == ""))
            and id(p) not in used
            and not p.text.endswith(UNITS)
            for p in self.phrases
        )

    def _subject_of_sentence(self, role: Role, pattern: RolePattern) -> list[Named]:
        clause = self.view.clause
        renewed = bool(clause.moments) and clause.moments[0].topic
        at: Clause | None = clause
        while at is not None:
            subject = at.subject
            if subject is not None and not any(subject is p for p in self.view.phrases):
                if renewed and not subject.topic:
                    return []  # 'A가 …했고, 3월에는 …했다': the new date begins a new story
                names = fillers(subject, role, (), pattern.kind, self.reader)
                if names:
                    return names
            at = at.before
        return []

    def _remarked(self, role: Role, pattern: RolePattern) -> list[Named]:
        """What the other cells of a table row name."""
        if not role.required or not self.view.headline or pattern.shared:
            return []
        phrases = self.reader.discourse.remarks
        return [n for p in phrases for n in fillers(p, role, (), pattern.kind, self.reader)]

    def _subject_of_text(self, role: Role, pattern: RolePattern) -> list[Named]:
        if "Organization" in role.kinds and pattern.kind in ("", ORGANIZATION):
            state = self.reader.discourse
            subject = state.subject() if "이" in pattern.slots else (state.topic or state.company)
            return [subject] if subject is not None else []
        if (
            role.kinds == ("Service",)
            and self.reader.discourse.service is not None
            and pattern.shared
        ):
            return [self.reader.discourse.service]
        if role.kinds == ("Person",) and self.reader.discourse.person is not None:
            return [self.reader.discourse.person]
        return []


def is_free(head: Phrase) -> bool:
    """Whether the noun that a clause modifies is no part of it: 때, 사실, 소식."""
    return any(t.form in FREE_HEADS for t in (*head.tokens[:2], head.tokens[-1]))


def _complement(clause: Clause) -> Phrase | None:
    """What a cleft sentence says it was: the complement of the copula that follows."""
    after = clause.after
    if after is None or not after.phrases:
        return None
    if after.predicate is not None and after.predicate.stem != "이":
        return None
    return after.phrases[-1]


def _pronoun(phrase: Phrase, reader: Reader) -> bool:
    return any(named.pronoun or named.plural for named in names_of(phrase, reader.line))


def _only_shares(phrase: Phrase, of: tuple[str, ...]) -> bool:
    named = phrase.of is None and phrase.tokens[0].form in of
    return named and all(t.form in of or t.tag == AMOUNT for t in phrase.tokens)


def _among(named: Named, names: list[Named]) -> bool:
    return any(other.text == named.text for other in names)
