"""Keeps track of whom the text is about, from clause to clause and from sentence to sentence."""

from dataclasses import replace

from kg.extract.candidate import Candidate
from kg.extract.discourse import Discourse
from kg.extract.editions import base_of, complete
from kg.extract.frames import Match
from kg.extract.progress import Progress
from kg.extract.reader import Reader
from kg.lang.ko.clauses import Clause
from kg.lang.ko.kinds import ORGANIZATION, PERSON, SERVICE
from kg.lang.ko.names import names_of
from kg.lang.ko.phrases import Phrase
from kg.lang.ko.reading import Sentence
from kg.lang.ko.status import ADNOMINAL
from kg.model.claim import ASSERTED


def settle_subject(progress: Progress, match: Match, clause: Clause) -> None:
    """Who is meant where a company takes a new name, or a service is named by its platform."""
    state = progress.state
    roles = match.roles
    if match.frame.type == "NameChange":
        _settle_name(state, match, clause)
    elif match.frame.type == "Launch":
        roles["service"] = [complete(n, state.service) for n in roles["service"]]
        state.service = roles["service"][-1]
        base, edition = base_of(state.service.text)
        state.focus = replace(state.service, text=base) if edition and base else state.service
    elif match.frame.type == "Acquisition":
        two = (*roles["acquirer"], *roles["target"])
        state.pair = two if len(two) == 2 else state.pair
    elif match.frame.type == "Merger" and len(roles.get("participant", [])) == 2:
        state.pair = tuple(roles["participant"])
        state.merged = True


def _settle_name(state: Discourse, match: Match, clause: Clause) -> None:
    """The old name where it is not said; after a merger of two, the new name is the merged
    company's own."""
    roles = match.roles
    subject = clause.subject
    both = subject is None or subject.text in ("두회사", "양사")
    new = roles["new"][0]
    if "company" in match.assumed and state.merged and both:
        roles["company"] = [new]
    elif "old" not in roles and roles["company"][0].text != new.text:
        roles["old"] = list(roles["company"])
    if match.status != ASSERTED:
        return
    old = {n.text for n in (*roles["company"], *roles.get("old", ()))}
    state.merged = False
    state.renamed.pop(new.text, None)
    state.renamed.update({text: new for text in old if text != new.text})
    carried = state.company is None or state.company.text in old or "company" in match.assumed
    if carried and not state.in_list:
        state.company = new
    state.recall(new)
    state.recent = [n for n in state.recent if n.text not in old or n.text == new.text]


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


def move_on(progress: Progress, sentence: Sentence, reader: Reader, found: list[Candidate]) -> None:
    """What the next sentence may leave out: the company, service, person and pair spoken of."""
    state = progress.state
    launched = any(candidate.type == "Launch" for candidate in found)
    for clause in sentence.clauses:
        if clause.reading.link != ADNOMINAL and clause.subject is not None:
            _follow_subject(progress, clause.subject, reader, launched)
    for candidate in found:
        if candidate.type == "Founding":
            state.recall(candidate.roles["company"][0])
    for clause in sentence.clauses:
        for phrase in clause.phrases:
            for named in names_of(phrase, reader.line):
                if named.kind == PERSON and named.proper:
                    state.person = named


def _follow_subject(progress: Progress, subject: Phrase, reader: Reader, launched: bool) -> None:
    """Only a topic (은, 는) is carried on; 이 and 가 mark a subject for its own clause."""
    state, directory = progress.state, progress.directory
    names = [n for n in names_of(subject, reader.line) if n.proper]
    companies = [n for n in names if directory.is_organization(n) and n.kind != PERSON]
    marked = subject.topic or state.company is None
    if len(companies) == 1 and not state.in_list and marked:
        state.company = state.now(companies[0])
        state.focus = state.focus if launched else state.company
    owners = names_of(subject.of, reader.line) if subject.of is not None else []
    for one in (*companies, *(n for n in owners if n.proper and directory.is_organization(n))):
        state.recall(one)
    if len(companies) >= 2:
        state.pair = tuple(companies)
    elif len(state.recent) > 1:
        state.pair = tuple(state.recent[-2:])
    for named in names:
        if directory.kind(named) == SERVICE and named not in companies:
            state.service = state.focus = named
