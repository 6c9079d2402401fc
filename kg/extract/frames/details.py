"""What an event says beyond its roles: sums, shares, offices, whether it is yet to come."""

from dataclasses import replace
from decimal import Decimal

from kg.extract.context.dating import PRESENT
from kg.extract.frames.match import Match
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.names.kinds import PERSON
from kg.lang.ko.names.of_phrases import names_of
from kg.lang.ko.reading import Sentence
from kg.lang.ko.tokens.words import HEAD_TITLES, TITLES
from kg.model.claim import Details

_MONEY = 10**8
"""From here on a number without a unit is a sum of won, in what is told of a deal."""
_ALL_SHARES = frozenset(("전", "전량", "모든", "100"))


def is_present(match: Match, clause: Clause) -> bool:
    """`인수한다` at the end of a sentence: decided, not done."""
    reading = clause.reading
    return (
        not match.view.nominal
        and reading.link == "final"
        and not reading.past
        and reading.form in PRESENT
    )


def details_of(match: Match, clause: Clause, sentence: Sentence) -> Details:
    """Money, share, position and constants of the frame."""
    kind = match.frame.type
    plain = dict(match.frame.details)
    details = Details(kind=plain.get("kind"), cause=plain.get("cause"))
    amounts = sentence.amounts_in(clause.start, clause.end)
    if kind in ("Acquisition", "Investment", "Agreement"):
        money = next((a for a in amounts if a.unit and len(a.unit) == 3 and a.unit.isupper()), None)
        won = [a for a in amounts if not a.unit and a.value >= _MONEY]
        if money is None and won:
            money = replace(won[0], unit="KRW")  # 2000억을 넣었다
        share = next((a.value for a in amounts if a.unit == "percent"), None)
        if share is None and kind == "Acquisition" and _all_shares(clause):
            share = Decimal(100)
        if money is not None:
            details = replace(details, value=money.value, unit=money.unit)
        if share is not None and 0 < share <= 100 and kind != "Agreement":
            details = replace(details, share=share)
    if kind in ("Appointment", "Departure"):
        details = replace(details, position=_position(match, clause, sentence))
    return details


def _all_shares(clause: Clause) -> bool:
    for phrase in clause.phrases:
        forms = [t.form for t in phrase.tokens]
        for at, form in enumerate(forms):
            if form in ("지분", "주식") and at and forms[at - 1] in _ALL_SHARES:
                return True
            if (
                form in ("지분", "주식")
                and at + 1 < len(forms)
                and forms[at + 1] in ("전량", "전부")
            ):
                return True
    return False


def _position(match: Match, clause: Clause, sentence: Sentence) -> str | None:
    """The office: a title in a phrase of its own (대표이사로), else the person's."""
    for phrase in reversed(clause.phrases):
        if phrase.case in ("로", "에", "을", "에서", "", "이"):
            titles = [t for t in phrase.tokens if t.form in TITLES or t.form in HEAD_TITLES]
            person = any(
                n.kind == PERSON and n.proper for n in names_of(phrase, sentence.line.text)
            )
            if titles and not person:
                return "".join(t.form for t in titles)
    persons = match.roles.get("person", [])
    return persons[0].title or None if persons else None
