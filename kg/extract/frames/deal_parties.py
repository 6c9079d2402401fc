"""Parties to a deal that no slot of the verb names: who held the shares, who led the round."""

from collections.abc import Iterator, Sequence

from kg.extract.context.reader import Reader
from kg.extract.frames.fillers import fillers
from kg.extract.frames.round_leaders import is_round, leader_before, leaders_of
from kg.extract.frames.shares import holders
from kg.extract.frames.view import View
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.names.kinds import PLACE
from kg.lang.ko.names.of_phrases import Named, names_of
from kg.model.schema import Role
from kg.ontology.lexicon import Frame


def add_sellers(
    frame: Frame, roles: dict[str, list[Named]], phrases: Sequence[Phrase], reader: Reader
) -> None:
    """Who held the shares that were bought (김가람 회장의 지분) sold them."""
    pattern = next((p for p in frame.roles if p.role == "target" and p.of), None)
    if pattern is None or roles.get("seller"):
        return
    taken = [named for names in roles.values() for named in names]
    sellers = [n for p in phrases for n in holders(p, pattern.of, reader)]
    sellers = sellers or [
        n for named in roles.get("target", ()) for n in _owners(named, phrases, reader)
    ]
    sellers = [named for named in sellers if not _among(named, taken)]
    if sellers:
        roles["seller"] = sellers


def _owners(target: Named, phrases: Sequence[Phrase], reader: Reader) -> list[Named]:
    """Whose the part of a company was that is bought (B의 컴퓨터 사업)."""
    if target.kind != "BusinessUnit":
        return []
    part = next((p for p in phrases if p.end == target.end), None)
    if part is None or part.of is None:
        return []
    return [n for n in names_of(part.of, reader.line) if n.proper and n.kind != PLACE]


def genitive_agents(
    event: str, view: View, phrases: Sequence[Phrase], reader: Reader
) -> Iterator[Phrase]:
    """`A의 B 인수를 승인했다`: A, before a name that nothing says is part of it."""
    if not view.nominal or event not in ("Acquisition", "Merger") or reader.discourse.in_list:
        return
    for phrase in phrases:
        if phrase.case == "bare" and phrase.of is not None:
            names = names_of(phrase, reader.line)
            if len(names) == 1 and names[0].proper and not names[0].label:
                yield phrase.of


def add_leaders(
    role: Role, view: View, roles: dict[str, list[Named]], phrases: Sequence[Phrase],
    reader: Reader,
) -> None:  # fmt: skip
    """Who led the round in which money came (하늘이 주도한 시리즈B로 100억 원을 받았다) or led the
    way to it (하늘이 주도해 100억 원을 투자했다)."""
    if roles.get("investor"):
        return
    leaders = [one for p in phrases if is_round(p) for one in leaders_of(p, reader.sentence)]
    before = leader_before(view.clause)
    found: list[Named] = []
    for phrase in leaders or ([before] if before is not None else []):
        names = fillers(phrase, role, (), "name", reader)
        found += [named for named in names if not _among(named, found)]
    if found:
        roles["investor"] = found


def _among(named: Named, names: Sequence[Named]) -> bool:
    return any(other.text == named.text for other in names)
