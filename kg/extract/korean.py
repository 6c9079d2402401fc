"""Reads Korean documents: lines, sentences, clauses, frames, then one statement each."""

from bisect import bisect_left
from dataclasses import replace

from kg.extract.context.candidate import Candidate
from kg.extract.context.dating import clause_date, only_date, resolved_dates
from kg.extract.context.directory import Directory
from kg.extract.context.discourse import Discourse
from kg.extract.context.reader import Reader, called, equations
from kg.extract.context.topics import titled, topic_of
from kg.extract.events.arrows import arrows
from kg.extract.events.co_investors import with_co_investors
from kg.extract.events.day_sentences import date_before, date_told_first
from kg.extract.events.founding_fields import FIELD, founding_field
from kg.extract.events.milestones import milestones
from kg.extract.events.rounds import rounds
from kg.extract.events.unit_spinoffs import unit_spinoffs, without_becoming
from kg.extract.following import move_on, notice, notice_said, settle_subject
from kg.extract.frames.details import details_of, is_present
from kg.extract.frames.match import Attempt, Match, match_clause
from kg.extract.frames.progress import Progress
from kg.extract.frames.spinoffs import spun_off
from kg.extract.frames.stakes import with_stakes
from kg.extract.lines.scan import Row, rows_of, sentences_of, sentences_wanted
from kg.extract.people.beside_events import with_people
from kg.extract.people.heads import begin_head
from kg.extract.people.successors import successors
from kg.extract.relations.belonging import with_owners
from kg.extract.relations.former_names import former_names
from kg.extract.relations.infobox import infobox
from kg.extract.relations.name_sayings import sayings
from kg.extract.relations.of_clauses import relations
from kg.extract.relations.owned_goods import without_implied
from kg.extract.settle.consolidate import Consolidator
from kg.extract.settle.idle import without_idle
from kg.extract.settle.merged import with_results
from kg.extract.settle.settling import settled
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.status import ADNOMINAL
from kg.lang.ko.dates.date_published import stated_publication
from kg.lang.ko.dates.expressions import DateContext, resolve
from kg.lang.ko.names.kinds import ORGANIZATION, PERSON
from kg.lang.ko.names.known_names import NameIndex, known_names
from kg.lang.ko.names.name_contexts import headed
from kg.lang.ko.names.person_names import persons_of
from kg.lang.ko.reading import Sentence
from kg.model.dates import PartialDate
from kg.model.document import Document
from kg.model.schema import Schema
from kg.model.statement import Statement
from kg.ontology.lexicon import Lexicon

_BOX = 20
"""So far down a page that is not surely a company's own may have a box about it."""
_HEAD = 8
"""The first lines of a page, in which it says whom it takes up."""
_OF_THE_DAY = frozenset(("Incident", "Outage"))
"""Events that a story without a date of theirs reports as of its own day."""


def extract_korean(document: Document, lexicon: Lexicon, schema: Schema) -> tuple[Statement, ...]:
    """What a Korean document says."""
    progress = read_document(document, lexicon, schema)
    if progress is None:
        return ()
    return Consolidator(document, schema, progress.directory, progress.state).statements(
        settled(progress)
    )


def read_document(
    document: Document, lexicon: Lexicon, schema: Schema, log: list[Attempt] | None = None
) -> Progress | None:
    """Reads a document to its end; None where no line of it has a cue. `log` takes every frame
    that is tried."""
    rows = rows_of(document, lexicon)
    if not any(row.cue for row in rows):
        return None
    directory = Directory()
    name = titled(document, rows)
    sentences = _read(rows, lexicon, directory, name)
    _first_look(document, lexicon, schema, directory, sentences)
    topic, page = topic_of(document, rows, directory, name)
    stated = stated_publication(document.text[document.body :])
    state = Discourse(
        topic=topic, page=page,
        context=DateContext(published=document.header.published or stated),
        dateline=stated if stated and stated.precision == "day" else None,
    )  # fmt: skip
    progress = Progress(document, lexicon, schema, directory, state, attempts=log)
    for at, row in enumerate(rows):
        _row(progress, row, sentences.get(at, []))
    return progress


def _first_look(
    document: Document, lexicon: Lexicon, schema: Schema, directory: Directory,
    sentences: dict[int, list[Sentence]],
) -> None:  # fmt: skip
    """What the events themselves show of the kinds of names, before it matters who is meant."""
    progress = Progress(document, lexicon, schema, directory, Discourse())
    for number in sorted(sentences):
        for sentence in sentences[number]:
            reader = Reader(sentence, progress.state, directory, equations(sentence))
            notice_said(reader, number < _HEAD)
            for clause in sentence.clauses:
                for match in match_clause(clause, lexicon, schema, reader, None):
                    notice(progress, match)
                called(clause, reader)
                for one in relations(clause, sentence, reader):
                    if one.relation in ("headOf", "subsidiaryOf"):
                        directory.vote(one.roles["object"][0].text, ORGANIZATION)


def _read(
    rows: list[Row], lexicon: Lexicon, directory: Directory, title: str | None
) -> dict[int, list[Sentence]]:
    """Tokenizes the sentences with a cue, and those around them that say whom they are about;
    `title` is a name for sure."""
    lines = [row.line for row in rows]
    persons = persons_of(lines)
    for person in sorted(persons):
        directory.vote(person, PERSON, 2)
    titles = (title,) if title else ()
    known = NameIndex((*known_names(lines), *titles), persons)
    wanted = sentences_wanted(rows, lexicon, persons)
    found: dict[int, list[Sentence]] = {}
    for at, row in enumerate(rows):
        bounds = wanted.get(at)
        if bounds:
            found[at] = sentences_of(row, bounds, lexicon, known)
            for sentence in found[at]:
                directory.add(sentence)
    for name in dict.fromkeys(name for line in lines for name in headed(line.text)):
        if directory.is_open(name):
            directory.vote(name, ORGANIZATION)
    return found


def _row(progress: Progress, row: Row, sentences: list[Sentence]) -> None:
    state = progress.state
    if row.above is not None:
        state.context = state.context.under(resolve(row.above, state.context))
        return
    if row.bare:
        state.context = state.context.under(row.date)
        return
    _begin_line(state, row)
    begin_head(progress, row)
    box = infobox(row, state.topic) if state.page or row.number < _BOX else []
    if box:
        progress.order += 1
        progress.candidates += [replace(one, order=progress.order) for one in box]
        return
    at = row.body
    if not sentences:
        _pass(state, row, at, len(row.line.text))
        return
    if row.cells:
        _table_row(progress, row, sentences)
        return
    row_date = row.date
    for sentence in sentences:
        date_before(progress, row, at, sentence.end)
        _pass(state, row, at, sentence.start)
        first = date_told_first(progress, row, at, sentence)
        at = sentence.end
        _sentence(progress, sentence, row, row_date or first)
        if row.item and sentence.dates and row_date is None and sentence is sentences[0]:
            row_date = resolve(sentence.dates[0], state.context)
    date_before(progress, row, at, len(row.line.text))
    _pass(state, row, at, len(row.line.text))


def _pass(state: Discourse, row: Row, start: int, end: int) -> None:
    """Goes over a stretch of a line that is not read: its dates are those of what follows."""
    first = bisect_left(row.dates, start, key=lambda one: one.start)
    last = bisect_left(row.dates, end, key=lambda one: one.start)
    for expression in row.dates[first:last]:
        if expression.last is None:
            state.context = state.context.after(resolve(expression, state.context))


def _begin_line(state: Discourse, row: Row) -> None:
    """What does not outlast a line: the service spoken of, an item's dates."""
    state.in_list = row.item
    state.trouble = None
    if state.page:
        state.focus = None
    if not row.item:
        state.begin()
    else:
        state.bought = None
    if row.item:
        state.context = state.context.item()
    if row.date is not None:
        state.context = state.context.under(row.date).after(row.date)
    state.context = state.context.paragraph()


def _table_row(progress: Progress, row: Row, sentences: list[Sentence]) -> None:
    """A row with a date: each cell is read as an item, with the names of the others at hand."""
    state = progress.state
    dated = next((s for s in sentences if s.dates), None)
    row_date = row.date
    if row_date is None:
        if dated is None:
            return
        row_date = next(iter(resolved_dates(dated, state).values()), None)
    else:
        dated = None
        state.context = state.context.after(row_date)
    others = [s for s in sentences if s is not dated or len(sentences) == 1]
    for sentence in others:
        state.remarks = [
            p for s in others if s is not sentence for c in s.clauses for p in c.phrases
        ]
        _sentence(progress, sentence, row, row_date, (row.cells[0][0], row.cells[-1][1]))
    state.remarks = []


def _sentence(
    progress: Progress, sentence: Sentence, row: Row, row_date: PartialDate | None = None,
    bounds: tuple[int, int] | None = None,
) -> None:  # fmt: skip
    state = progress.state
    dates = resolved_dates(sentence, state)
    reader = Reader(sentence, state, progress.directory, equations(sentence))
    found: list[Candidate] = []
    for clause in sentence.clauses:
        matches = match_clause(clause, progress.lexicon, progress.schema, reader, progress.attempts)
        for plain in matches:
            match = spun_off(plain, clause, progress.lexicon, reader)
            settle_subject(progress, match, clause, reader)
            found += _each(_candidate(match, clause, sentence, dates, row, state), progress)
        found += milestones(clause, sentence, reader, progress.schema, dates)
        found += relations(clause, sentence, reader)
        found += successors(clause, sentence, reader, clause_date(clause, sentence, dates, 0, None))
        found += unit_spinoffs(clause, sentence, reader, dates)
    found = without_becoming(found)
    found += founding_field(sentence, state, dates, row_date)
    found += sayings(sentence, reader)
    found += former_names(sentence, reader)
    told = {one.type for one in found}
    others = [*arrows(sentence, state, dates), *rounds(sentence, state, dates)]
    found += [one for one in others if one.type not in told]
    found = with_people(without_implied(found), sentence, reader, dates)
    found = with_co_investors(found, progress.candidates, sentence.clauses, reader)
    found = with_owners(with_stakes(with_results(without_idle(found, row.item, row_date))))
    for candidate in found:
        progress.order += 1
        candidate.order = progress.order
        candidate.listed = row.item
        sure = candidate.relation is not None or candidate.extracted_by == FIELD
        candidate.headline = not row.item and row.headline and not sure
        if candidate.headline and candidate.status == "asserted":
            candidate.status = "announced"
        if candidate.date is None and candidate.relation is None:
            candidate.date = row_date
        if candidate.end == sentence.end - 1:
            candidate.end = sentence.end  # with its full stop
        if row.item and candidate.relation is None:
            candidate.start, candidate.end = bounds or (
                row.begins(min(candidate.start, sentence.start)),
                sentence.end,
            )
    progress.candidates += found
    progress.sentences.append(sentence)
    move_on(progress, sentence, reader, found)


def _each(candidate: Candidate, progress: Progress) -> list[Candidate]:
    """One candidate for each of several companies, services or persons that it happened to."""
    event = progress.schema.events[candidate.type]
    names = candidate.roles.get(event.main, [])
    if len(names) < 2 or event.parties or candidate.type in ("Agreement", "Outage", "Contribution"):
        return [candidate]
    return [replace(candidate, roles={**candidate.roles, event.main: [one]}) for one in names]


def _candidate(
    match: Match,
    clause: Clause,
    sentence: Sentence,
    dates: dict[int, PartialDate | None],
    row: Row,
    state: Discourse,
) -> Candidate:
    until = match.view.end if match.view.aside else None
    date = clause_date(clause, sentence, dates, match.view.since, until)
    told = not row.item and not row.headline
    if date is None and told and match.frame.type in _OF_THE_DAY:
        date = state.day_of_trouble() or state.day_of_story()
    if date is None and row.item and not clause.moments:
        date = only_date(sentence, dates)
    start, end = match.view.start, match.view.end
    if clause.reading.link == "cleft" and clause.after is not None:
        end = max(end, clause.after.end)
    if clause.reading.link == ADNOMINAL and clause.head is not None:
        end = max(end, clause.head.end)
    status = match.status
    today = state.context.published
    coming = date is None or (today is not None and date.earliest > today.latest)
    if status == "asserted" and coming and is_present(match, clause):
        status = "announced"
    return Candidate(
        match.frame.type, match.roles, sentence, start, end, match.frame.id, date, status,
        details_of(match, clause, sentence), assumed=match.assumed,
    )  # fmt: skip
