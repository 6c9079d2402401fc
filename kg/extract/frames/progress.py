"""How far the reading of a document has come."""

from dataclasses import dataclass, field

from kg.extract.context.candidate import Candidate
from kg.extract.context.directory import Directory
from kg.extract.context.discourse import Discourse
from kg.extract.frames.match import Attempt
from kg.lang.ko.reading import Sentence
from kg.model.document import Document
from kg.model.schema import Schema
from kg.ontology.lexicon import Lexicon


@dataclass(slots=True)
class Progress:
    """One document's reading: what was found so far, and the state of the text."""

    document: Document
    lexicon: Lexicon
    schema: Schema
    directory: Directory
    state: Discourse
    candidates: list[Candidate] = field(default_factory=list)
    attempts: list[Attempt] | None = None
    order: int = 0
    sentences: list[Sentence] = field(default_factory=list)
