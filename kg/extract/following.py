"""Keeps track of whom the text is about, from clause to clause and from sentence to sentence."""

from dataclasses import replace

from kg.extract.context.candidate import Candidate
from kg.extract.context.directory import name_key
from kg.extract.context.discourse import Discourse
from kg.extract.context.introduced import full_name, introduced, may_be_company, may_be_person
from kg.extract.context.reader import Reader
from kg.extract.frames.antecedents import brought_in, objects_first
from kg.extract.frames.match import Match
from kg.extract.frames.progress import Progress
from kg.extract.frames.renaming import settle_name
from kg.extract.frames.venues import is_plain
from kg.extract.people.posts import settle_post
from kg.extract.settle.editions import base_of, complete
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.clauses.status import ADNOMINAL
from kg.lang.ko.names.kinds import ORGANIZATION, PERSON, SERVICE
from kg.lang.ko.names.of_phrases import Named, names_of
from kg.lang.ko.reading import Sentence
from kg.model.claim import ASSERTED


def settle_subject(progress: Progress, match: Match, clause: Clause, reader: Reader) -> None:
    """Who is meant where a company takes a new name, or a service is named by its platform."""
    state = progress.state
    roles = match.roles
    if match.frame.type == "NameChange":
        settle_name(state, match, clause, reader.line)
    elif match.frame.type == "Launch":
        roles["service"] = [complete(n, state.service) for n in roles["service"]]
        if is_plain(roles["service"][-1].text):
            return  # the app: of which service is not said
        state.service = roles["service"][-1]
        base, edition = base_of(state.service.text)
        state.focus = replace(state.service, text=base) if edition and base else state.service
    elif match.frame.type in ("Appointment", "Departure"):
        settle_post(match, clause, reader)
    elif match.frame.type == "Incident":
        _settle_plant(state, match)
    elif match.frame.type == "Acquisition":
        state.bought = (roles["acquirer"][0], roles["target"][0])
        two = (*roles["acquirer"], *roles["target"])
        if len(two) == 2:
            state.pair, state.dealt = two, False
    elif match.frame.type == "Agreement" and len(roles.get("party", [])) == 2:
        state.pair = tuple(roles["party"])
    elif match.frame.type == "Merger" and len(roles.get("participant", [])) == 2:
        state.pair = tuple(roles["participant"])
        state.merged = state.dealt = True


def _settle_plant(state: Discourse, match: Match) -> None:
    """A plant is whose the text says it is; on a company's own page one of which no owner is said
    is the company's."""
    roles = match.roles
    named = roles["facility"][0] if roles.get("facility") else None
    if named is not None and named.owner is not None:
        roles["operator"] = [named.owner]
        match.assumed.discard("operator")
        return
    own = named is not None and named.owner is None and named.text.endswith(_PLANTS)
    if own and state.page and state.topic is not None and not roles.get("operator"):
        roles["operator"] = [state.topic]
        match.assumed.add("operator")


_PLANTS = ("공장", "사옥", "작업실", "연구소", "창고", "물류센터", "작업장", "사업장", "현장")


def notice(progress: Progress, match: Match) -> None:
    """What an event shows of the kinds of the names in it."""
    event = progress.schema.events[match.frame.type]
    for role, names in match.roles.items():
        usual = event.role(role)
        if usual is None or role in match.assumed:
            continue
        for named in names:
            root = progress.schema.root(usual.usual)
            if len(usual.kinds) == 1 and root in (ORGANIZATION, SERVICE, PERSON):
                progress.directory.vote(named.text, root)
            elif role in ("acquirer", "target", "investor") and named.kind not in (PERSON, SERVICE):
                progress.directory.vote(named.text, ORGANIZATION)


def notice_said(reader: Reader, early: bool) -> None:
    """What a copula shows of the kinds of names: `A는 작은 회사다`; the first name that the head
    of a text takes up."""
    told = introduced(reader) if early and not reader.directory.introduced else None
    if told is not None:
        reader.directory.introduced = name_key(told.text)
    for clause in reader.sentence.clauses:
        for phrase in clause.phrases:
            other = reader.same.get(id(phrase))
            for named in names_of(phrase, reader.line) if other is not None else ():
                if named.proper or not named.kind or named.kind == PERSON or other is None:
                    continue
                for one in names_of(other, reader.line):
                    if one.proper and reader.directory.is_open(one.text):
                        reader.directory.vote(one.text, named.kind)


def move_on(progress: Progress, sentence: Sentence, reader: Reader, found: list[Candidate]) -> None:
    """What the next sentence may leave out: the company, service, person and pair spoken of."""
    state = progress.state
    if not any(candidate.type == "Acquisition" for candidate in found):
        state.bought = None
    launched = any(candidate.type == "Launch" for candidate in found)
    for clause in sentence.clauses:
        if clause.reading.link != ADNOMINAL:
            for subject in _subjects(clause):
                _follow_subject(progress, subject, reader, launched)
            _follow_complement(progress, clause, reader)
    state.brought = brought_in(reader)
    clauses = reversed(sentence.clauses)
    state.named = [n for clause in clauses for n in objects_first(clause, reader)]
    _follow_introduced(state, reader, found)
    for candidate in found:
        _follow_event(progress, candidate)
    for clause in sentence.clauses:
        for phrase in clause.phrases:
            for named in names_of(phrase, reader.line):
                if named.kind == PERSON and named.proper:
                    state.meet(named)


def _follow_introduced(state: Discourse, reader: Reader, found: list[Candidate]) -> None:
    """The company that a sentence without an event brings in is whom the next ones tell of."""
    told = introduced(reader)
    if told is None or state.in_list or any(one.relation is None for one in found):
        return
    state.company = state.focus = state.now(told)
    state.recall(state.company)
    state.thing = False


def _follow_event(progress: Progress, candidate: Candidate) -> None:
    """Persons that an event names, and the company that persons founded."""
    state = progress.state
    if candidate.type in ("Outage", "Incident") and candidate.date is not None:
        state.trouble = candidate.date
    for role in ("founder", "person"):
        for named in candidate.roles.get(role, ()):
            kind = progress.directory.kind(named)
            if kind == PERSON or (not kind and full_name(named.text)):
                state.meet(named)
    if candidate.type in ("Founding", "SpinOff", "Merger"):
        made = candidate.roles.get("result") or candidate.roles.get("company")
        state.newborn = made[0] if made else None
    if candidate.type == "Founding":
        founded = candidate.roles["company"][0]
        state.recall(founded)
        if _by_persons(candidate, progress) and not state.in_list:
            state.company = state.focus = founded


def _subjects(clause: Clause) -> list[Phrase]:
    """The subject, and the topic that stands before it (`A는 사정이 다르다`, `A도 조용하다`,
    `A에서는 홍길동이 물러났다`)."""
    topics = [p for p in clause.phrases if _is_topic(p) and p is not clause.subject]
    return [*topics, clause.subject] if clause.subject is not None else topics


def _is_topic(phrase: Phrase) -> bool:
    return (phrase.case == "" and (phrase.topic or phrase.only)) or (
        phrase.case == "에서" and (phrase.topic or phrase.only)
    )


def _by_persons(candidate: Candidate, progress: Progress) -> bool:
    """Whether persons founded it: what is told next is told of the company, not of them."""
    founders = candidate.roles.get("founder", [])
    kinds = {progress.directory.kind(one) or full_name(one.text) for one in founders}
    return candidate.status == ASSERTED and bool(kinds) and kinds <= {PERSON, True}


def _follow_subject(progress: Progress, subject: Phrase, reader: Reader, launched: bool) -> None:
    """Only a topic (은, 는) is carried on; 이 and 가 mark a subject for its own clause."""
    state, directory = progress.state, progress.directory
    names = [n for n in names_of(subject, reader.line) if n.proper]
    companies = [n for n in names if directory.is_organization(n) and n.kind != PERSON]
    owners = names_of(subject.of, reader.line) if subject.of is not None else []
    owners = [n for n in owners if n.proper and directory.is_organization(n)]
    _follow_person(progress, subject, names, reader)
    if subject.topic and not subject.case:
        state.thing = not companies and not any(n.pronoun for n in names_of(subject, reader.line))
    marked = subject.topic or subject.only or (state.company is None and state.topic is None)
    told = companies or (owners if subject.topic and not names else [])
    if len(told) == 1 and not state.in_list and marked:
        state.company = state.now(told[0])
        state.focus = state.focus if launched else state.company
    for one in (*companies, *owners):
        state.recall(one)
    people = [n for n in names if _is_person(n, progress)]
    if len(people) > 1:
        state.people = tuple(people)
    several = [n for n in names if may_be_company(n, reader)]
    if len(several) >= 2 and (subject.topic or not state.dealt):
        state.pair = tuple(several)
    elif len(state.recent) > 1 and not state.dealt:
        state.pair = tuple(state.recent[-2:])
    for named in names:
        if directory.kind(named) == SERVICE and named not in companies:
            state.service = state.focus = named


def _is_person(named: Named, progress: Progress) -> bool:
    known = progress.directory.kind(named)
    return PERSON in (known, named.kind) or (not known and full_name(named.text))


def _is_all(named: Named, clause: Clause, progress: Progress) -> bool:
    """`하늘넷. 2013년에 생겼다`: a name that is a sentence of its own, or all that one says."""
    known = progress.directory.kind(named)
    person = PERSON in (known, named.kind) or full_name(named.text)
    bare = clause.predicate is None and not clause.moments and " " not in named.text
    return bare and not person and known != SERVICE


def _follow_person(
    progress: Progress, subject: Phrase, names: list[Named], reader: Reader
) -> None:  # fmt: skip
    """The person who is the topic of a sentence, until another topic comes; a foreign name whose
    kind nothing tells may be one's."""
    state = progress.state
    if not subject.topic or subject.case or len(names) != 1:
        return
    known = progress.directory.kind(names[0])
    person = PERSON in (known, names[0].kind) or (
        not known and not names[0].kind and may_be_person(names[0].text)
    )
    if person:
        state.actor = names[0]
    elif may_be_company(names[0], reader):
        state.actor = None


def _follow_complement(progress: Progress, clause: Clause, reader: Reader) -> None:
    """`손을 내민 쪽은 A였다`, `첫 번째는 A.`: what it brings in is what the next ones tell of."""
    state, predicate = progress.state, clause.predicate
    if predicate is not None and (predicate.stem != "이" or clause.reading.status != ASSERTED):
        return
    last = clause.phrases[-1] if clause.phrases else None
    if last is None or last.case or last.topic or state.in_list or last.also:
        return
    others = [p for p in clause.phrases if p is not last]
    if any(n.proper for p in others for n in names_of(p, reader.line)) or len(others) > 2:
        return
    names = [n for n in names_of(last, reader.line) if n.proper]
    if len(names) == 1 and (
        progress.directory.is_organization(names[0]) or _is_all(names[0], clause, progress)
    ):
        state.company = state.now(names[0])
        state.recall(state.company)
