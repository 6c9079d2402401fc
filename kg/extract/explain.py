"""Why a sentence says what it says, or nothing: its tokens, its mentions, the frames tried."""

from dataclasses import dataclass

from kg.extract.frames import Attempt
from kg.extract.korean import read_document
from kg.extract.progress import Progress
from kg.lang.ko.names import names_of
from kg.lang.ko.reading import Sentence
from kg.model.document import Document, Span
from kg.model.schema import Schema
from kg.ontology.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Trial:
    """A frame that was tried, and the first thing that it lacked ("" where it matched)."""

    frame: str
    lacked: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """One sentence with a cue: where it stands, its tokens as `form/TAG`, each mention with its
    kind (Entity where it is open), and the frames tried on it."""

    span: Span
    tokens: tuple[str, ...]
    mentions: tuple[tuple[str, str], ...]
    trials: tuple[Trial, ...]


def explain(document: Document, lexicon: Lexicon, schema: Schema) -> tuple[Explanation, ...]:
    """How a document is read, sentence by sentence, for those that have a cue."""
    log: list[Attempt] = []
    progress = read_document(document, lexicon, schema, log)
    if progress is None:
        return ()
    return tuple(_explained(document, progress, one, log) for one in progress.sentences)


def _explained(
    document: Document, progress: Progress, sentence: Sentence, log: list[Attempt]
) -> Explanation:
    own = {id(clause) for clause in sentence.clauses}
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
        tuple(Trial(one.frame, one.lacked) for one in log if id(one.clause) in own),
    )
