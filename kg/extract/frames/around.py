"""Who fills a role that a clause leaves open: its sentence, the text before it, its table row."""

from dataclasses import dataclass, field

from kg.extract.context.reader import Reader
from kg.extract.frames.authorities import is_thing
from kg.extract.frames.beginnings import begins_alone, founder_of_text
from kg.extract.frames.dealings import governing
from kg.extract.frames.employers import is_colleague
from kg.extract.frames.fillers import fillers
from kg.extract.frames.opening import opening
from kg.extract.frames.resold import resold
from kg.extract.frames.role_kinds import UNITS
from kg.extract.frames.shares import only_shares
from kg.extract.frames.view import PASSIVE, View
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.clauses.status import ADNOMINAL, CLEFT, FINAL
from kg.lang.ko.names.kinds import ORGANIZATION
from kg.lang.ko.names.of_phrases import Named
from kg.lang.ko.tokens.kiwi import AMOUNT
from kg.model.schema import EventType, Role
from kg.ontology.lexicon import Frame, RolePattern

_GOING_ON = ("고", "며", "으며", "면서", "으면서", "어", "아", "어서", "아서", "다가", "ᆫ", "은")


EMPLOYER = "employer"
"""The kind of the company of an office."""
_OF_COMPANIES = ("", "shares", "name", "company", "owner", ORGANIZATION)
"""The kinds that the subject of the text, a company, may be."""


_CAPITAL = ("돈", "자본", "자본금", "자금", "출자금", "지분", "종잣돈", "사재", "원")
_AGENTS = ("의해", "에", "에서", "로부터", "의")


@dataclass(slots=True)
class Surroundings:
    """A view of a clause under a frame, and what stands around the clause.

    `phrases` are what the frame's fixed nouns leave; `sentenced` the roles that the subject of the
    sentence was found to fill; `cut` whether the frame's verb has fixed nouns.
    """

    view: View
    frame: Frame
    event: EventType
    reader: Reader
    phrases: list[Phrase]
    sentenced: set[str] = field(default_factory=set)
    cut: bool = False

    def role_of(self, name: str) -> Role:
        role = self.event.role(name)
        if role is None:
            return Role(name, ("text",), "", False, False)
        return role

    def slots_of(self, pattern: RolePattern) -> tuple[str, ...]:
        """The slots of a role, turned round in the passive: the object is the subject."""
        if self.view.voice != PASSIVE or not self.transitive():
            return pattern.slots
        if "을" in pattern.slots:
            return ("이", *(s for s in pattern.slots if s not in ("을", "이")))
        if "이" in pattern.slots:
            return tuple(dict.fromkeys((*(s for s in pattern.slots if s != "이"), *_AGENTS)))
        return pattern.slots

    def kind_around(self, pattern: RolePattern) -> str:
        """The kind that a filler from elsewhere must be of."""
        if self._paid_in(pattern):
            return "company"
        return ORGANIZATION if pattern.kind == EMPLOYER else pattern.kind

    def _paid_in(self, pattern: RolePattern) -> bool:
        """`A와 B가 절반씩 돈을 대 만든 C`: what is made with capital is a company."""
        before = self.view.clause.before
        if self.event.name != "Founding" or pattern.kind != ORGANIZATION or before is None:
            return False
        return any(p.case == "을" and p.text.endswith(_CAPITAL) for p in before.phrases)

    def transitive(self) -> bool:
        return any("을" in pattern.slots for pattern in self.frame.roles)

    def from_around(
        self, pattern: RolePattern, roles: dict[str, list[Named]], used: set[int]
    ) -> tuple[list[Named], bool]:
        """A filler from outside of the clause, and whether it is less sure than the clause."""
        role, slots = self.role_of(pattern.role), self.slots_of(pattern)
        names = self._remarked(role, pattern)
        if names:
            return names, False
        taken = [
            n for r, others in roles.items() for n in others if "text" not in self.role_of(r).kinds
        ]
        if "을" in slots and "이" not in slots:
            told = (
                self._topic_as_object(role, pattern, used)
                or self._object_before(role, pattern)
                or resold(role, self.frame, self.view, self.reader)
            )
            names = [n for n in told if not among(n, taken)]
            names = names or [n for n in self._topic_before(role, pattern) if not among(n, taken)]
            if names:
                return names, False
            names = (
                self._topic_alone(role, pattern)
                or self._topic_of_shares(role, pattern)
                or self._object_dropped(role, pattern, roles)
            )
        if not names and ("이" in slots or pattern.shared):
            names = self._subject_around(role, pattern, taken, used)
        return [n for n in names if not among(n, taken)], True

    def _topic_as_object(self, role: Role, pattern: RolePattern, used: set[int]) -> list[Named]:
        """`A는 B가 지분을 사들였다`, `A는 B가 C와 뜻을 모아 2014년에 세웠다`: B acts on A."""
        if any(
            p.case == "을" and not only_shares(p, pattern.of, self.reader) for p in self.phrases
        ):
            return []
        at: Clause | None = self.view.clause
        acted = False
        while at is not None and not self.view.nominal:
            acted = acted or any(p.case == "이" and not p.complement for p in at.phrases)
            topic = next((p for p in at.phrases if p.topic and p.case == ""), None)
            if topic is not None:
                known = acted and id(topic) not in used
                kind = "" if pattern.kind == "shares" else pattern.kind
                return fillers(topic, role, (), kind, self.reader) if known else []
            at = at.before
        return []

    def _topic_alone(self, role: Role, pattern: RolePattern) -> list[Named]:
        """`1990년 : 설립` in a company's chronology: the company's own."""
        dated = self.reader.discourse.in_list or bool(self.view.clause.moments)
        alone = self.view.headline and self._says_no_other() and dated
        told = self.event.name == "Founding" and self._tells_of_topic()
        if (alone or told) and pattern.role == self.event.main:
            return self._subject_of_text(role, pattern)
        return []

    def _subject_around(
        self, role: Role, pattern: RolePattern, taken: list[Named], used: set[int]
    ) -> list[Named]:
        """The subject of the sentence, else of the text, where the clause has none of its own."""
        if self._own_subject(used, pattern):
            return []
        names = self._ended_before(role, pattern) or self._subject_of_sentence(role, pattern)
        names = [n for n in names if not among(n, taken)]
        names = names or [n for n in self._doer_before(role, pattern) if not among(n, taken)]
        if names:
            self.sentenced.add(pattern.role)
            return names
        if role.name == "founder" and not self._own_subject(used, pattern):
            return founder_of_text(self.view, self.phrases, self.reader.discourse)
        needed = role.required or pattern.role in self.event.parties or pattern.shared
        if needed and not self._own_subject(used, pattern):
            return self._subject_of_text(role, pattern)
        return []

    def _ended_before(self, role: Role, pattern: RolePattern) -> list[Named]:
        """`A는 B를 접기로 했고 이듬해 불이 꺼졌다`: what ends is the object before."""
        before = self.view.clause.before
        phrase = before.phrase("을") if before is not None else None
        if self.event.name != "Discontinuation" or phrase is None or "Person" in role.kinds:
            return []
        return fillers(phrase, role, (), pattern.kind, self.reader)

    def _topic_of_shares(self, role: Role, pattern: RolePattern) -> list[Named]:
        """`A가 지분 35%를 인수했다`: shares of no one named are the topic's."""
        objects = [p for p in self.phrases if p.case in ("을", "bare", "")]
        shares = any(only_shares(p, pattern.of, self.reader) for p in objects)
        return self._subject_of_text(role, pattern) if shares else []

    def _object_dropped(
        self, role: Role, pattern: RolePattern, roles: dict[str, list[Named]]
    ) -> list[Named]:
        """`2016년에는 바람넷이 1조 원에 사들였다`: what the text is about, where another is named
        as the buyer and nothing as what was bought."""
        buyers = roles.get("acquirer", [])
        objects = [p for p in self.phrases if p.case == "을" and p.tokens[-1].tag != AMOUNT]
        if self.event.name != "Acquisition" or role.name != "target" or not buyers or objects:
            return []
        if self.view.nominal or not all(_is_firm(one, self.reader) for one in buyers):
            return []
        return self._subject_of_text(role, pattern)

    def _says_no_other(self) -> bool:
        """Whether a headline holds nothing but who and where (`김가람 외 2인, 서울에서 창업`)."""
        founding = self.event.name == "Founding" and self.reader.discourse.in_list
        return all(founding and (p.case in ("에서", "이") or p.comma) for p in self.phrases)

    def _tells_of_topic(self) -> bool:
        """`2003년 농부 다섯 명이 세웠다`: a dated founding of nothing else than the topic."""
        clause = self.view.clause
        objects = any(p.case == "을" for p in self.phrases)
        own = any(p.case == "이" for p in clause.phrases)
        final = clause.reading.link in (FINAL, CLEFT) or (own and clause.reading.link != ADNOMINAL)
        final = final and not self.view.nominal
        dated = clause.moments or (clause.reading.link == CLEFT and clause.after is not None)
        state = self.reader.discourse
        about = state.page or (state.topic is not None and state.subject() == state.topic)
        return about and final and bool(dated) and not objects

    def _object_before(self, role: Role, pattern: RolePattern) -> list[Named]:
        """The object of the clause that this one goes on from (A를 떼어 내 B에 출자했다), where it
        has none of its own."""
        if any(
            p.case == "을" and not only_shares(p, pattern.of, self.reader) for p in self.phrases
        ):
            return []
        before = self.view.clause.before
        verbal = not self.view.nominal or self.view.headline
        while before is not None and verbal and before.reading.form in _GOING_ON:
            phrase = before.phrase("을")
            names = (
                fillers(phrase, role, pattern.of, self.kind_around(pattern), self.reader)
                if phrase is not None
                else []
            )
            if names:
                return names
            before = before.before
        return []

    def _topic_before(self, role: Role, pattern: RolePattern) -> list[Named]:
        """`A는 B가 C와 손잡고 세웠다`: what was set up is the topic, for the clause that it opens
        has another subject."""
        clause = opening(self.view, self.phrases)
        if clause is None or any(p.case == "을" for p in self.phrases):
            return []
        return fillers(clause[0], role, pattern.of, pattern.kind, self.reader)

    def _doer_before(self, role: Role, pattern: RolePattern) -> list[Named]:
        """`A는 B가 C와 손잡고 세웠다`: who set it up is the subject of the opening clause."""
        clause = opening(self.view, self.phrases)
        if clause is None or any(p.case == "이" for p in self.phrases):
            return []
        return fillers(clause[1], role, (), pattern.kind, self.reader)

    def _own_subject(self, used: set[int], pattern: RolePattern) -> bool:
        """Whether the clause has a subject of its own, though it names nobody we know; the shares
        of whom the text is about (`주식이 증시에 올랐다`) are none."""
        return any(
            (p.case == "이" or (p.topic and p.case == ""))
            and id(p) not in used
            and not p.text.endswith(UNITS)
            and not (self.event.name == "Licence" and is_thing(p, self.reader.line))
            and not only_shares(p, pattern.of, self.reader)
            and not is_colleague(self.event.name, p, self.reader)
            for p in self.phrases
        )

    def _subject_of_sentence(self, role: Role, pattern: RolePattern) -> list[Named]:
        clause = self.view.clause
        renewed = bool(clause.moments) and clause.moments[0].topic
        at: Clause | None = clause
        while at is not None:
            subject = at.subject
            if subject is not None and self.view.nominal and subject.start > self.view.end:
                subject = None  # 'A 설립, B는 …': the subject of what follows
            if subject is not None and not any(subject is p for p in self.view.phrases):
                if renewed and not subject.topic:
                    return []  # 'A가 …했고, 3월에는 …했다': the new date begins a new story
                names = fillers(subject, role, (), self.kind_around(pattern), self.reader)
                if names:
                    return names
                topics = (p for p in at.phrases if p.topic and not p.case and p is not subject)
                topic = next(topics, None)  # A는 이사회가 결론을 미루다 …
                kind = self.kind_around(pattern)
                names = fillers(topic, role, (), kind, self.reader) if topic else []
                if names:
                    return names
            at = at.before or (governing(at, self.reader.sentence) if at is clause else None)
        return []

    def _remarked(self, role: Role, pattern: RolePattern) -> list[Named]:
        """What the other cells of a table row name."""
        if not role.required or not self.view.headline or pattern.shared:
            return []
        phrases = self.reader.discourse.remarks
        return [n for p in phrases for n in fillers(p, role, (), pattern.kind, self.reader)]

    def _subject_of_text(self, role: Role, pattern: RolePattern) -> list[Named]:
        kind = self.kind_around(pattern)
        if kind == "opened" and begins_alone(self.view, self.phrases, self.reader.discourse):
            kind = ""
        if "Organization" in role.kinds and kind in _OF_COMPANIES:
            state = self.reader.discourse
            person = any(r.usual == "Person" for r in self.event.roles)
            local = "이" in pattern.slots or person
            subject = state.subject() if local else (state.topic or state.company)
            return [subject] if subject is not None else []
        ended = self.event.name == "Discontinuation" and not self.frame.noted
        if (
            role.kinds == ("Service",)
            and not (ended and (self.reader.discourse.in_list or _carried(self.view.clause)))
            and self.reader.discourse.service is not None
            and pattern.shared
        ):
            return [self.reader.discourse.service]
        if role.kinds == ("Person",) and self.reader.discourse.person is not None:
            return [self.reader.discourse.person]
        return []


def _carried(clause: Clause) -> bool:
    """Whether the subject is that of a clause before."""
    return clause.subject is not None and not any(clause.subject is p for p in clause.phrases)


def _is_firm(named: Named, reader: Reader) -> bool:
    return named.proper and ORGANIZATION in (named.kind, reader.directory.kind(named))


def among(named: Named, names: list[Named]) -> bool:
    return any(other.text == named.text for other in names)
