"""Relations that the text states: who operates, heads, belongs to whom, and other names."""

from kg.extract.context.candidate import Candidate
from kg.extract.context.reader import Reader
from kg.extract.relations.belonging import belongings
from kg.extract.relations.goods import operations
from kg.extract.relations.held import standings
from kg.extract.relations.name_notes import closing_notes, notes
from kg.extract.relations.owned_goods import goods_told, operators
from kg.extract.relations.relation_companies import appositions, holdings
from kg.extract.relations.relation_names import copulas
from kg.extract.relations.relation_people import leaders, titles
from kg.extract.relations.seats import seated
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.reading import Sentence


def relations(clause: Clause, sentence: Sentence, reader: Reader) -> list[Candidate]:
    """The relations that a clause and its phrases state."""
    found: list[Candidate] = []
    for phrase in _every(clause):
        found += notes(phrase, sentence)
        found += appositions(phrase, clause, sentence, reader)
        found += titles(phrase, clause, sentence, reader)
        found += operators(phrase, sentence, reader)
    found += operations(clause, sentence, reader)
    found += goods_told(clause, sentence, reader)
    found += leaders(clause, sentence, reader) or seated(clause, sentence, reader)
    found += closing_notes(clause, sentence)
    found += copulas(clause, sentence, reader)
    found += holdings(clause, sentence, reader)
    found += belongings(clause, sentence, reader)
    found += standings(clause, sentence, reader)
    return found


def _every(clause: Clause) -> list[Phrase]:
    found: list[Phrase] = []
    waiting = list(clause.phrases)
    while waiting:
        phrase = waiting.pop(0)
        found.append(phrase)
        waiting += phrase.also
        if phrase.of is not None:
            waiting.append(phrase.of)
    return found
