"""Spin-offs told in two verbs: 바이오 부문을 물적분할하여 X를 신설했다."""

from dataclasses import replace

from kg.extract.context.reader import Reader
from kg.extract.frames.match import Match
from kg.extract.frames.role_kinds import UNITS
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.clauses.status import ADNOMINAL
from kg.lang.ko.names.kinds import PERSON
from kg.lang.ko.names.of_phrases import Named, names_of
from kg.ontology.lexicon import Lexicon

_DIVIDING = (
    "분할하",
    "분사하",
    "떼내",
    "분리하",
    "독립시키",
    "분사시키",
    "떼어내",
    "떼",
    "가르",
    "쪼개",
    "갈라내",
    "나누",
)

_DIVISIONS = (
    "부문분할",
    "부문분리",
    "사업부분할",
    "사업부분리",
    "사업분할",
    "사업분리",
    "물적분할",
    "인적분할",
    "분사",
)


def _divided(match: Match, clause: Clause, reader: Reader) -> bool:
    """Whether a division is told right before, by a verb or by a noun (부문 분할, X 설립)."""
    if match.view.nominal and match.view.since:
        last = next((p for p in clause.phrases if p.end == match.view.since), None)
        return last is not None and last.text.endswith(_DIVISIONS)
    return _division(clause, reader) is not None or division_noun(clause, reader) is not None


def _division(clause: Clause, reader: Reader) -> Clause | None:
    """The clause of dividing that a founding goes on from, in a clause before a noun, too
    (액정 부문을 떼어 2001년에 세운 자회사)."""
    before = clause.before
    if before is None and clause.reading.link == ADNOMINAL:
        earlier = [c for c in reader.sentence.clauses if c.end <= clause.start]
        last = earlier[-1] if earlier else None
        before = last if last is not None and last.reading.link != ADNOMINAL else None
    if before is None or before.predicate is None or before.reading.status is None:
        return None
    return before if before.predicate.stem.endswith(_DIVIDING) else None


def division_noun(clause: Clause, reader: Reader) -> Named | None:
    """The company that is named before a part and its division: `A 건설 부문 분할로 설립`."""
    for phrase in clause.phrases:
        if phrase.case not in ("로", "통해", "거치") or not phrase.text.endswith("분할"):
            continue
        names = names_of(_first_word(phrase), reader.line)
        owners = names_of(phrase.of, reader.line) if phrase.of is not None else []
        return next((n for n in (*owners, *names) if n.proper), None)
    return None


def _first_word(phrase: Phrase) -> Phrase:
    stop = 1
    tokens = phrase.tokens
    while stop < len(tokens) and tokens[stop].start == tokens[stop - 1].end:
        stop += 1
    return Phrase(tokens[:stop], "bare")


def _divided_from(clause: Clause, reader: Reader) -> list[Named]:
    """`A에서 카드 부문을 떼어 B를 세웠다`, `A의 카드 부문을 떼어`: A, whoever founded B."""
    division = _division(clause, reader)
    if division is None:
        named = division_noun(clause, reader)
        return [named] if named is not None else []
    source = division.phrase("에서", "로부터")
    part = division.phrase("을")
    owner = part.of if part is not None and part.text.endswith(UNITS) else None
    for phrase in (source, owner):
        names = names_of(phrase, reader.line) if phrase is not None else []
        known = [n for n in names if reader.directory.is_organization(n) or phrase is owner]
        if known:
            return known[:1]
    return []


def _companies(founders: list[Named], reader: Reader) -> list[Named]:
    """The founders less the persons: a person divides the company that he leads."""
    return [n for n in founders if PERSON not in (n.kind, reader.directory.kind(n))]


def spun_off(match: Match, clause: Clause, lexicon: Lexicon, reader: Reader) -> Match:
    """A founding that goes on from a division, as the spin-off that it is."""
    if match.frame.type != "Founding" or not _divided(match, clause, reader):
        return match
    told = _divided_from(clause, reader) or _companies(match.roles.get("founder", []), reader)
    parent = told or [n for n in (reader.discourse.subject(),) if n is not None]
    frame = next((f for f in lexicon.frames if f.type == "SpinOff"), None)
    if not parent or frame is None:
        return match
    roles = {"parent": parent[:1], "company": match.roles["company"]}
    assumed = set() if told else {"parent"}
    return replace(match, frame=frame, roles=roles, assumed=assumed)
