"""Spin-offs told in two verbs: 바이오 부문을 물적분할하여 X를 신설했다."""

from dataclasses import replace

from kg.extract.frames import Match
from kg.extract.reader import Reader
from kg.lang.ko.clauses import Clause
from kg.ontology.lexicon import Lexicon

_DIVIDING = ("분할하", "분사하", "떼내", "분리하", "독립시키", "분사시키", "떼어내", "떼")


def spun_off(match: Match, clause: Clause, lexicon: Lexicon, reader: Reader) -> Match:
    """A founding that goes on from a division, as the spin-off that it is."""
    before = clause.before
    if match.frame.type != "Founding" or before is None or before.predicate is None:
        return match
    if not before.predicate.stem.endswith(_DIVIDING) or before.reading.status is None:
        return match
    parent = match.roles.get("founder") or [
        named for named in (reader.discourse.subject(),) if named is not None
    ]
    frame = next((f for f in lexicon.frames if f.type == "SpinOff"), None)
    if not parent or frame is None:
        return match
    roles = {"parent": parent[:1], "company": match.roles["company"]}
    assumed = set() if match.roles.get("founder") else {"parent"}
    return replace(match, frame=frame, roles=roles, assumed=assumed)
