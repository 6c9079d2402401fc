"""Why a sentence says what it says, or nothing: its tokens, its mentions, the frames tried."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.frames.match import Attempt
from kg.extract.frames.progress import Progress
from kg.extract.korean import read_document
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.names.of_phrases import names_of
from kg.lang.ko.reading import Sentence
from kg.model.document import Document, Span
from kg.model.schema import Schema
from kg.ontology.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Trial:
    """A frame that was tried: the first thing that it lacked ("" where it matched), and the names
    by role that filled it."""

    frame: str
    lacked: str
    filled: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ClauseSeen:
    """A clause: its verb as the lexicon would name it ("" for a headline), what its form makes of
    it (asserted, announced, …; "" where it states nothing), its phrases as `text/slot`, and the
    frames tried on it."""

    verb: str
    status: str
    phrases: tuple[str, ...]
    trials: tuple[Trial, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """One sentence that was read: where it stands, its tokens as `form/TAG`, each mention with its
    kind (Entity where it is open), and its clauses."""

    span: Span
    tokens: tuple[str, ...]
    mentions: tuple[tuple[str, str], ...]
    clauses: tuple[ClauseSeen, ...]

    def lines(self) -> Iterator[tuple[str, str]]:
        """What there is to say, each as a word and a text: tokens, mention, clause, frame."""
        yield "tokens", " ".join(self.tokens)
        for name, kind in self.mentions:
            yield "mention", f"{name} ({kind})"
        for clause in self.clauses:
            status = clause.status or "states nothing"
            yield "clause", f"{clause.verb or 'no verb'} ({status}): {' '.join(clause.phrases)}"
            tried = dict.fromkeys(_worded(trial) for trial in clause.trials)
            yield from (("frame", text) for text in tried or ("none has this verb",))


def _worded(trial: Trial) -> str:
    if trial.lacked:
        return f"{trial.frame}  lacks {trial.lacked}"
    return f"{trial.frame}  matches  {' '.join(f'{role}={name}' for role, name in trial.filled)}"


def explain(document: Document, lexicon: Lexicon, schema: Schema) -> tuple[Explanation, ...]:
    """How a document is read, sentence by sentence, for those that have a cue or stand near one."""
    log: list[Attempt] = []
    progress = read_document(document, lexicon, schema, log)
    if progress is None:
        return ()
    return tuple(_explained(document, progress, one, log) for one in progress.sentences)


def _explained(
    document: Document, progress: Progress, sentence: Sentence, log: Sequence[Attempt]
) -> Explanation:
    mentions = {
        (named.text, progress.directory.kind(named) or "Entity"): None
        for clause in sentence.clauses
        for phrase in clause.phrases
        for named in names_of(phrase, sentence.line.text)
        if named.proper
    }
    return Explanation(
        sentence.line.span(document, sentence.start, sentence.end),
        tuple(f"{token.form}/{token.tag}" for token in sentence.tokens),
        tuple(mentions),
        tuple(_seen(clause, log) for clause in sentence.clauses),
    )


def _seen(clause: Clause, log: Sequence[Attempt]) -> ClauseSeen:
    predicate = clause.predicate
    return ClauseSeen(
        (predicate.compound or predicate.stem) if predicate else "",
        clause.reading.status or "",
        tuple(map(_slotted, clause.phrases)),
        tuple(Trial(one.frame, one.lacked, one.filled) for one in log if one.clause is clause),
    )


def _slotted(phrase: Phrase) -> str:
    """A phrase with its slot, as a frame names it; a topic without one may be subject or object."""
    slot = phrase.case or ("topic" if phrase.topic else "bare")
    return f"{phrase.text}/{slot}"
