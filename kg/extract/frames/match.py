"""Matches clauses against the lexicon's frames: which event, who in which role."""

from dataclasses import dataclass, replace

from kg.extract.context.reader import Reader
from kg.extract.frames.authorities import no_licence
from kg.extract.frames.beginnings import begins_alone
from kg.extract.frames.called_off import called_off
from kg.extract.frames.dealings import governing, settle_deal
from kg.extract.frames.employers import OFFICES
from kg.extract.frames.filling import Filler
from kg.extract.frames.fixed import without_fixed
from kg.extract.frames.kinship import unrelated
from kg.extract.frames.partners import no_agreement
from kg.extract.frames.unlike import unlike
from kg.extract.frames.verbless import named_so, taken_in, verbless_views, without_verb
from kg.extract.frames.view import PASSIVE, View, views_of, weaker
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.clauses.status import ADNOMINAL
from kg.lang.ko.names.of_phrases import Named
from kg.lang.ko.tokens.words import COMPANY_NOUNS
from kg.model.claim import ANNOUNCED, ASSERTED, PLANNED
from kg.model.schema import EventType, Schema
from kg.ontology.lexicon import Frame, Lexicon
from kg.ontology.verb_patterns import Verb


@dataclass(slots=True)
class Match:
    """A frame that a view fills: the names by role, and which roles the text around filled."""

    frame: Frame
    verb: Verb
    view: View
    roles: dict[str, list[Named]]
    assumed: set[str]
    status: str

    @property
    def weight(self) -> tuple[int, int, int]:
        """More fixed nouns first, then more roles that the place itself fills."""
        own = sum(len(names) for role, names in self.roles.items() if role not in self.assumed)
        paired = bool(self.frame.both) and any(
            p.case in ("bare", "") and any(other.case == "&" for other in p.also)
            for p in self.view.phrases
        )
        return (len(self.verb.fixed) + paired, own, -len(self.assumed))


@dataclass(slots=True)
class Attempt:
    """A frame that was tried on a clause: what it lacked ("" where it matched), and the names by
    role that filled it."""

    clause: Clause
    frame: str
    lacked: str
    filled: tuple[tuple[str, str], ...] = ()


def match_clause(
    clause: Clause, lexicon: Lexicon, schema: Schema, reader: Reader, log: list[Attempt] | None
) -> list[Match]:
    """The best match of a clause, and of each headline within it; none where no frame is filled."""
    found: list[Match] = []
    written = "".join(reader.sentence.text.split())
    views = taken_in(clause) or views_of(clause, lexicon) or without_verb(clause)
    views += [replace(v, stem="개명하") for v in views if named_so(clause, v.stem)]
    for view in (*views, *verbless_views(clause)):
        settle_deal(view, reader.sentence)
        for frame, verb in lexicon.by_stem.get(view.stem, ()):
            event = schema.events.get(frame.type)
            if event is None:
                continue
            if log is None and any(fixed.noun not in written for fixed in verb.fixed):
                continue  # nothing to look for; only who asks for the log hears what it lacked
            match, lacked = _match(view, frame, verb, event, reader)
            if log is not None:
                log.append(Attempt(clause, frame.id, lacked, _filled(match)))
            if match is not None:
                found.append(match)
    best: dict[int, Match] = {}
    for match in found:
        place = match.view.end if match.view.aside else -1
        if place not in best or match.weight > best[place].weight:
            best[place] = match
    kept = [best[place] for place in sorted(best, reverse=True)]
    return [*kept, *_handed_over(kept, found)]


def _handed_over(kept: list[Match], found: list[Match]) -> list[Match]:
    """`A가 B에게 자리를 넘겼다`: who leaves beside who comes, in one clause."""
    offices = {match.frame.type for match in kept} & set(OFFICES)
    if len(offices) != 1:
        return []
    others = [m for m in found if m.frame.type in OFFICES and m.frame.type not in offices]
    others = [m for m in others if not m.view.aside and m.view.stem in {k.view.stem for k in kept}]
    return [max(others, key=lambda match: match.weight)] if others else []


def _filled(match: Match | None) -> tuple[tuple[str, str], ...]:
    if match is None:
        return ()
    return tuple((role, named.text) for role, names in match.roles.items() for named in names)


def _match(
    view: View, frame: Frame, verb: Verb, event: EventType, reader: Reader
) -> tuple[Match | None, str]:
    lacked = _unstated(view, frame)
    status = ASSERTED if frame.negated else view.status
    if lacked or status is None:
        return None, lacked
    phrases = _phrases_left(view, verb)
    if phrases is None:
        return None, "/".join(f.noun for f in verb.fixed)
    status = weaker(status, frame.status) if frame.status else status
    lacked = _barred(view, frame, verb, phrases, status, reader)
    if lacked:
        return None, lacked
    filler = Filler(view, frame, event, reader, phrases, cut=bool(verb.fixed))
    roles, assumed = filler.fill()
    if event.name == "SpinOff":
        roles = _without_itself(roles)
    if event.name == "NameChange" and verb.fixed:
        _name_alone(roles, assumed, phrases)
    told = {r.name for r in event.roles if r.usual == "Person" or event.name == "Relocation"}
    told &= (
        filler.sentenced
    )  # 'A는 서울을 떠나 나주로 내려갔다': a subject of the clause before will do
    if event.name == "Founding" and begins_alone(view, phrases, reader.discourse):
        told = told | {event.main}
    lacked = (
        _lacking(frame, event, roles, assumed - told)
        or _twice(event, roles)
        or unrelated(frame, view.clause, roles, assumed - filler.sentenced, reader)
    )
    if lacked:
        return None, lacked
    return Match(frame, verb, view, roles, assumed, status), ""


def _barred(
    view: View, frame: Frame, verb: Verb, phrases: list[Phrase], status: str, reader: Reader
) -> str:  # fmt: skip
    """Why what stands beside the verb, or comes of it, makes it no such event; "" where none."""
    if status in (ANNOUNCED, PLANNED) and called_off(
        governing(view.clause, reader.sentence) or view.clause
    ):
        return "what came of it"
    lacked = unlike(view, frame, bool(verb.fixed), phrases, reader)
    if not lacked and frame.type == "Licence":
        return no_licence(view, frame, verb, phrases, reader.line)
    if not lacked and frame.type == "Agreement":
        return no_agreement(view, verb, phrases, reader.line)
    return lacked


def _name_alone(
    roles: dict[str, list[Named]], assumed: set[str], phrases: list[Phrase]
) -> None:  # fmt: skip
    """`2019년 이름을 A로 바꿨다`: where nothing says whose name it was, it is that of A."""
    owned = any(p.case in ("의", "bare") and p.text not in COMPANY_NOUNS for p in phrases)
    if roles.get("new") and not roles.get("company") and not owned:
        roles["company"] = list(roles["new"])
        assumed.add("company")


def _without_itself(roles: dict[str, list[Named]]) -> dict[str, list[Named]]:
    """`A는 A와 B로 나뉘었다`: what keeps the name is not what came out of it."""
    parents = {named.text for named in roles.get("parent", ())}
    others = [named for named in roles.get("company", ()) if named.text not in parents]
    return {**roles, "company": others} if others else roles


def _unstated(view: View, frame: Frame) -> str:  # noqa: PLR0911  (a list of cases reads best flat)
    """Why the verb's form states no event of this frame; "" where it does."""
    reading = view.clause.reading
    if view.nominal and not frame.nominal:
        return "a verb"
    if frame.negated and not view.nominal:
        return "" if reading.negated else "a negation"
    if view.status is None or frame.negated:
        return "a statement of fact"
    going = reading.ongoing and not (frame.type == "Appointment" and view.clause.moments)
    if (view.present or going) and not frame.state and view.status == ASSERTED:
        return "a past tense"
    if frame.type in OFFICES and view.stem == "잇" and reading.form in ("어", "아"):
        return "a statement of its own (뒤를 이어 …)"
    if frame.type in OFFICES and _keeps_on(view):
        return "a change"
    if frame.begun and not reading.begun:
        return "a beginning (-기 시작하다)"
    return ""


_KEPT = ("그대로", "계속", "여전히", "변함없이", "줄곧")
_AT_ONCE = ("겸하", "겸임하", "겸직하")


def _keeps_on(view: View) -> bool:
    """`지휘봉은 그대로 김가람이 쥔다`, `사장을 겸한다`: an office that someone has, not takes."""
    clause = view.clause
    stays = any(mark.form in _KEPT for mark in clause.marks)
    present = not clause.reading.past and not clause.moments and not view.nominal
    return stays or (present and view.stem in _AT_ONCE and view.status == ASSERTED)


def _phrases_left(view: View, verb: Verb) -> list[Phrase] | None:
    """The phrases less the verb's fixed nouns, of which the clause before may hold one."""
    passive = view.voice == PASSIVE
    fixed = [replace(f, case="이") if passive and f.case == "을" else f for f in verb.fixed]
    for found in (
        without_fixed(view.phrases, fixed),
        _with_object_before(view, verb),
        _with_subject_before(view, verb),
        _with_head(view, verb),
        _with_object_after(view, verb),
    ):
        if found is not None:
            return found
    return None


def _with_subject_before(view: View, verb: Verb) -> list[Phrase] | None:
    """`본사가 강릉을 떠나 성수동으로 올라왔다`: the fixed subject stands in the clause before."""
    before = view.clause.before
    if before is None or any(p.case == "이" for p in view.phrases):
        return None
    if not any(fixed.case == "이" for fixed in verb.fixed):
        return None
    subjects = [
        p
        for p in before.phrases
        if (p.case == "이" and not p.complement) or (p.topic and p.case == "")
    ]
    return without_fixed([*subjects, *view.phrases], verb.fixed) if subjects else None


def _with_object_before(view: View, verb: Verb) -> list[Phrase] | None:
    """`상호를 A로 변경했고 B로 변경했다`: the second object is the first one's."""
    before = view.clause.before
    if before is None or before.predicate is None or view.clause.predicate is None or view.nominal:
        return None
    alike = before.predicate.stem == view.clause.predicate.stem
    if not (alike or before.reading.form in ("어", "아", "어서", "아서")) or view.clause.phrase(
        "을"
    ):
        return None
    found = before.phrase("을")
    return without_fixed([*view.phrases, found], verb.fixed) if found is not None else None


def _with_object_after(view: View, verb: Verb) -> list[Phrase] | None:
    """`A는 진주로, B는 울산으로 본사를 옮겼다`: verb and object are said once at the end."""
    clause, after = view.clause, view.clause.after
    if after is None or clause.predicate is None or after.predicate is not clause.predicate:
        return None
    shared = [p for f in verb.fixed if (p := after.phrase(f.case)) is not None]
    return without_fixed([*view.phrases, *shared], verb.fixed) if shared else None


def _with_head(view: View, verb: Verb) -> list[Phrase] | None:
    """`B와 맺은 협약`, `금융위에서 받은 인가`: the fixed object is the noun that the clause
    modifies."""
    head = view.head
    if head is None or view.clause.reading.link != ADNOMINAL or view.clause.phrase("을"):
        return None
    if not any(fixed.case == "을" for fixed in verb.fixed):
        return None
    last = view.phrases[-1] if view.phrases else None
    if last is not None and last.case == "" and not (last.topic or last.comma or last.only):
        return None  # 물결 만들던 회사: the object stands there, without its particle
    return without_fixed([*view.phrases, replace(head, case="을", relative=None)], verb.fixed)


def _twice(event: EventType, roles: dict[str, list[Named]]) -> str:
    """The role whose filler another role has, too: nobody buys, absorbs or founds itself."""
    seen: set[str] = set()
    for role in event.roles:
        if "Organization" not in role.kinds or role.name == "result":
            continue
        texts = {named.text for named in roles.get(role.name, ())}
        if seen & texts:
            return role.name
        seen |= texts
    return ""


def _lacking(
    frame: Frame, event: EventType, roles: dict[str, list[Named]], assumed: set[str]
) -> str:
    """The first role that is missing, "" where none is."""
    for role in event.roles:
        if role.required and not roles.get(role.name):
            return role.name
    for group in event.alternatives:
        if not any(roles.get(role) for role in group):
            return "/".join(group)
    if roles.get("absorbed") and not roles.get("survivor"):
        return "survivor"
    if event.parties and sum(len(roles.get(role, ())) for role in event.parties) < 2:
        return "/".join(event.parties)
    for name in frame.needs:
        if not roles.get(name) or name in assumed:
            return name
    return ""
