"""Fills the roles of a frame from a clause: its slots, the noun it modifies, the text around it."""

from collections.abc import Iterable

from kg.extract.frames.around import EMPLOYER, Surroundings, among
from kg.extract.frames.authorities import authorities_apart
from kg.extract.frames.deal_parties import add_leaders, add_sellers, genitive_agents
from kg.extract.frames.employers import with_owner
from kg.extract.frames.fillers import fillers
from kg.extract.frames.markets import markets_apart
from kg.extract.frames.partners import partners_apart
from kg.extract.frames.role_kinds import HEAD
from kg.extract.frames.view import PASSIVE
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.clauses.status import ADNOMINAL, CLEFT
from kg.lang.ko.names.kinds import ORGANIZATION, PERSON
from kg.lang.ko.names.of_phrases import Named
from kg.lang.ko.tokens.words import DEALINGS, FREE_HEADS
from kg.ontology.lexicon import RolePattern

_EACH = ("company", "person", "subject")
"""Single roles that a sentence may fill several times over: one event each."""


_NOTED = ("음", "ᆷ", "기로")
"""Endings of notes (`새 법인 세움`), which leave out the particle of the object."""


class Filler(Surroundings):
    """Fills the roles of a frame: from the clause first, then from what stands around it."""

    __slots__ = ()

    def fill(self) -> tuple[dict[str, list[Named]], set[str]]:
        roles: dict[str, list[Named]] = {}
        used: set[int] = set()
        patterns = list(self.frame.roles)
        if any("Market" in role.kinds for role in self.event.roles):
            self.phrases = markets_apart(self.phrases, self.reader.line)
        if self.event.name == "Licence":
            self.phrases = authorities_apart(self.phrases, self.view, self.reader.line)
        if self.event.name == "Agreement":
            self.phrases = partners_apart(self.phrases, self.view.phrases, self.reader.line)
        for pattern in patterns:
            names, phrase = self._from_slots(pattern, used)
            if names:
                roles[pattern.role] = names
                if phrase is not None:
                    used.add(id(phrase))
        self._both(roles, used)
        add_sellers(self.frame, roles, self.phrases, self.reader)
        if self.event.name == "Investment":
            add_leaders(self.role_of("investor"), self.view, roles, self.phrases, self.reader)
        headed = self._gap(roles)
        assumed = self._shared(roles, used, headed)
        if "company" not in self.frame.needs:  # 다온넷 김가람 대표가 무대에서 나왔다
            with_owner(self.event.name, self.view, roles, assumed, cut=self.cut)
        return roles, assumed

    def _from_slots(
        self, pattern: RolePattern, used: set[int]
    ) -> tuple[list[Named], Phrase | None]:
        """Who stands in one of the slots. A person who is known as one goes before others."""
        if self.role_of(pattern.role).kinds == (PERSON,) and pattern.kind != HEAD:
            found = self._in_slots(pattern, used, PERSON)
            if found[0] or pattern.kind == PERSON:
                return found
        return self._in_slots(pattern, used, "")

    def _in_slots(
        self, pattern: RolePattern, used: set[int], known: str
    ) -> tuple[list[Named], Phrase | None]:
        role = self.role_of(pattern.role)
        for slot in self.slots_of(pattern):
            for phrase in (
                *self._in_slot(slot),
                *self._apart(slot, known),
                *self._where_they_were(slot),
            ):
                if id(phrase) in used:
                    continue
                kind = known or self._kind(pattern, phrase)
                names = fillers(phrase, role, pattern.of, kind, self.reader)
                if names and not (role.single and len(names) > 1 and pattern.role not in _EACH):
                    return names, phrase
        return [], None

    def _apart(self, slot: str, known: str) -> Iterable[Phrase]:
        """`김가람 부사장, 대표이사 선임`: a person known as one, before a comma."""
        if known and slot == "을" and self.view.nominal:
            yield from (p for p in self.phrases if p.case == "" and p.comma and not p.topic)

    def _kind(self, pattern: RolePattern, phrase: Phrase) -> str:
        """The kind that a phrase must be of. What stands before an office (다온넷 in 다온넷 대표에
        오르다) needs not be known as a company."""
        if self._paid_in(pattern):
            return "company"
        if pattern.kind != EMPLOYER:
            return pattern.kind
        left = phrase.case in ("bare", "의") and all(phrase is not p for p in self.view.phrases)
        return "company" if left and self.cut else ORGANIZATION

    def _in_slot(self, slot: str) -> Iterable[Phrase]:
        phrases = self.phrases
        if slot == "이":
            yield from genitive_agents(self.event.name, self.view, phrases, self.reader)
            subjects = [p for p in reversed(phrases) if p.case == "이" and not p.complement]
            yield from subjects
            subject = bool(subjects)
            if not subject or self.view.voice == PASSIVE:
                yield from (p for p in reversed(phrases) if p.topic and p.case == "")
                yield from (p for p in reversed(phrases) if p.only and p.case == "")
            if self.view.nominal:
                yield from (p for p in phrases[:-1] if p.case == "" and p.comma)
            yield from (p for p in phrases if p.case == "에서" and p.topic)
            return
        if slot == "을":
            yield from self._objects()
            return
        if slot == "bare":
            yield from self._bare()
            return
        if slot in ("되", "은"):
            yield from (p for p in phrases if p.complement or (slot == "은" and _is_topic(p)))
            return
        late = self.view.at if self.view.headline and slot == "로" else 0  # A 설립, B로 개명
        yield from (
            p for p in reversed(phrases) if p.case == slot and not (late and p.start > late)
        )

    def _objects(self) -> Iterable[Phrase]:
        phrases = self.phrases
        yield from (p for p in reversed(phrases) if p.case == "을")
        objects = any(p.case == "을" for p in phrases)
        if not objects and any(p.case == "이" for p in phrases):
            yield from (p for p in phrases if p.topic and p.case == "")
        if not objects:  # 이사까지 지갑을 열었다
            yield from (p for p in reversed(phrases) if p.only and p.case == "")
        if self.view.nominal:
            yield from self._bare()
        elif self.view.clause.reading.form in _NOTED:
            yield from (p for p in reversed(phrases) if _is_plain(p))

    def _where_they_were(self, slot: str) -> list[Phrase]:
        """`역에서 일하던 직원이 숨졌다`: where those were to whom it happened."""
        if slot != "에서" or self.event.name != "Incident":
            return []
        clauses = (p.relative for p in self.phrases if p.case == "이")
        return [p for c in clauses if isinstance(c, Clause) for p in c.phrases if p.case == "에서"]

    def _bare(self) -> Iterable[Phrase]:
        phrases = self.phrases
        yield from (p for p in reversed(phrases) if p.case in ("bare", "의"))
        if self.view.headline or not self.view.nominal:
            yield from (
                p for p in reversed(phrases) if p.case == "" and not (p.topic or p.comma or p.only)
            )

    def _both(self, roles: dict[str, list[Named]], used: set[int]) -> None:
        """A가 B와: both in one role; of a verbal noun also A와 B의 합병."""
        name = self.frame.both
        if not name:
            return
        role = self.role_of(name)
        names: list[Named] = list(roles.get(name, ()))
        for phrase in self.phrases:
            if (
                phrase.case in ("와", "이")
                or (phrase.topic and phrase.case == "")
                or phrase.case in ("bare", "의")
            ):
                kind = ORGANIZATION if self._about(phrase) else ""
                names += [
                    n for n in fillers(phrase, role, (), kind, self.reader) if not among(n, names)
                ]
        head = self.view.head
        agreed = self.event.name == "Agreement" and self.view.clause.reading.link == ADNOMINAL
        if agreed and head is not None and names:
            joined = [] if is_free(head) else fillers(head, role, (), ORGANIZATION, self.reader)
            names += [n for n in joined if n.proper and not among(n, names)]
        if names:
            roles[name] = names

    def _about(self, phrase: Phrase) -> bool:
        """`B와 방카슈랑스 제휴`: a bare noun beside the partner may be what the deal is about."""
        if self.event.name != "Agreement" or phrase.case not in ("bare", "의"):
            return False
        return not phrase.also or any(p.case == "와" for p in self.phrases)

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
            if roles.get(pattern.role) or self._has_own(pattern):
                continue
            if "이" in self.slots_of(pattern) and self._runs_on():
                continue  # 둘이 돈을 대 만든 회사: who made it is said before
            if set(self.slots_of(pattern)) == {"로"} or pattern.kind == "plain":
                continue  # 앱으로 출발한 회사: what it began as is said; 2010년에 나온 앱: some app
            role = self.role_of(pattern.role)
            names = fillers(head, role, pattern.of, self.kind_around(pattern), self.reader)
            if "Service" not in role.kinds and not any(n.proper or n.marked for n in names):
                continue  # 돌아가던 시계: a common noun is nobody
            roles[pattern.role] = names
            return True
        return self.view.clause.reading.link == CLEFT

    def _runs_on(self) -> bool:
        """Whether the clause before has the subject of this verb, which takes an object."""
        before = self.view.clause.before
        if before is None or not self.transitive() or self.view.voice == PASSIVE:
            return False
        return any(p.case == "이" and not p.complement for p in before.phrases)

    def _has_own(self, pattern: RolePattern) -> bool:
        """`유출이 시작된 '물결'`: the clause has that part, so its noun is another."""
        slots = self.slots_of(pattern)
        if "을" in slots:  # 게임을 만든 회사: not what was made
            return any(p.case == "을" for p in self.phrases)
        passive = self.view.voice == PASSIVE and slots[:1] == ("이",)
        return passive and any(p.case == "이" and not p.complement for p in self.phrases)

    def _gap_order(self, roles: dict[str, list[Named]]) -> list[RolePattern]:
        """An object that is missing beside a subject is the gap, else the subject is."""

        def rank(pattern: RolePattern) -> int:
            slots = self.slots_of(pattern)
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
                and (self._has_object(roles) or not self.transitive() or self.view.voice == PASSIVE)
                else 3
            )

        return sorted(self.frame.roles, key=rank)

    def _has_subject(self, roles: dict[str, list[Named]]) -> bool:
        return any(roles.get(p.role) for p in self.frame.roles if "이" in self.slots_of(p))

    def _has_object(self, roles: dict[str, list[Named]]) -> bool:
        return any(roles.get(p.role) for p in self.frame.roles if "을" in self.slots_of(p))

    def _shared(self, roles: dict[str, list[Named]], used: set[int], headed: bool) -> set[str]:
        """Roles that the clause leaves out and its sentence or the text before it fills."""
        assumed: set[str] = set()
        for pattern in self.frame.roles:
            if roles.get(pattern.role) and not self._lacks_partner(pattern, roles):
                continue
            slots = self.slots_of(pattern)
            if "이" in slots and not headed:
                continue
            names, far = self.from_around(pattern, roles, used)
            role = self.role_of(pattern.role)
            if not names or (role.single and len(names) > 1):
                continue
            if roles.get(pattern.role):
                roles[pattern.role] = [*roles[pattern.role], names[0]]
                continue
            roles[pattern.role] = names
            if far:
                assumed.add(pattern.role)
                if self.frame.both == pattern.role:
                    break
        return assumed

    def _lacks_partner(self, pattern: RolePattern, roles: dict[str, list[Named]]) -> bool:
        """`B와 협약을 맺었다`: the other party is the one that the text is about."""
        if self.frame.both != pattern.role:
            return False
        role = self.role_of(pattern.role)
        partners = [
            named
            for p in self.phrases
            if p.case == "와"
            for named in fillers(p, role, (), pattern.kind, self.reader)
        ]
        several = self.event.name == "Agreement" or len(partners) == 1
        return bool(partners) and several and all(among(n, partners) for n in roles[pattern.role])


def _is_plain(phrase: Phrase) -> bool:
    return phrase.case == "" and not (phrase.topic or phrase.comma or phrase.only)


def _is_topic(phrase: Phrase) -> bool:
    return (phrase.topic or phrase.only) and not phrase.case


def is_free(head: Phrase) -> bool:
    """Whether the noun that a clause modifies is no part of it: 때, 사실, 소식."""
    ends = (*head.tokens[:2], head.tokens[-1])
    return any(t.form in FREE_HEADS for t in ends) or head.tokens[-1].form in DEALINGS


def _complement(clause: Clause) -> Phrase | None:
    """What a cleft sentence says it was: the complement of the copula that follows."""
    after = clause.after
    if after is None or not after.phrases:
        return None
    if after.predicate is not None and after.predicate.stem != "이":
        return None
    return after.phrases[-1]
