"""What a company sells on that it has just bought: `A가 B를 샀다. A는 4년 뒤 C에 되팔았다`."""

from kg.extract.context.reader import Reader
from kg.extract.frames.view import View
from kg.lang.ko.names.of_phrases import Named, names_of
from kg.lang.ko.tokens.kiwi import AMOUNT
from kg.model.schema import Role
from kg.ontology.lexicon import Frame


def resold(role: Role, frame: Frame, view: View, reader: Reader) -> list[Named]:
    """What the subject of a sale without an object bought in the sentence before; none else."""
    bought, subject = reader.discourse.bought, view.clause.subject
    if role.name != "target" or bought is None or subject is None or view.nominal:
        return []
    if any(p.case == "을" and p.tokens[-1].tag != AMOUNT for p in view.phrases):
        return []
    sellers = [one.text for one in names_of(subject, reader.line)]
    return [bought[1]] if frame.id.endswith("#sell") and sellers == [bought[0].text] else []
