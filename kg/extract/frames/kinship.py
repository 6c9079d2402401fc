"""Whether one name may be the later name of what bears another: B in `A가 B가 되다`, `A가 B로
거듭나다`, which are said of many things that are no names."""

from collections.abc import Mapping, Sequence

from kg.extract.context.directory import name_key
from kg.extract.context.reader import Reader
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.names.kinds import ORGANIZATION, PERSON, PLACE
from kg.lang.ko.names.of_phrases import Named
from kg.ontology.lexicon import Frame

_ALIKE = 2
"""How many syllables at the beginning or end two names of one bearer share."""


def unrelated(
    frame: Frame, clause: Clause, roles: Mapping[str, Sequence[Named]], far: set[str],
    reader: Reader,
) -> str:  # fmt: skip
    """The role whose name cannot be the bearer's; "" where it may be, or nothing asks for it.

    `far` are the roles that the text before the sentence fills.
    """
    for pattern in frame.roles:
        if pattern.kind != "kin":
            continue
        if "되" in pattern.slots and merged_before(clause):
            return pattern.role
        bearers = [n for r, names in roles.items() if r != pattern.role for n in names]
        for named in roles.get(pattern.role, ()):
            if not _may_be_borne(named, bearers, "company" in far, reader):
                return pattern.role
    return ""


_MERGING = (
    "합병하",
    "합병되",
    "합치",
    "합쳐지",
    "합치어지",
    "통합하",
    "통합되",
    "합하",
    "뭉치",
    "섞이",
)


def merged_before(clause: Clause) -> bool:
    """Whether the sentence tells of a merger before this clause: `A와 B가 합쳐져 C가 되었다`."""
    at = clause.before
    while at is not None:
        if at.predicate is not None and at.predicate.stem.endswith(_MERGING):
            return True
        at = at.before
    return False


def _may_be_borne(named: Named, bearers: Sequence[Named], far: bool, reader: Reader) -> bool:
    keys = {name_key(one.text) for one in bearers}
    if not named.proper or named.kind in (PERSON, PLACE) or len(keys) != 1:
        return False
    if named.label or named.owner is not None:
        return False
    if name_key(named.text) in keys:
        return far  # the page's company takes the name that it has on the page
    if any(alike(named, one) for one in bearers):
        return True
    by_ending = named.kind == ORGANIZATION or reader.directory.is_organization(named)
    known = all(reader.directory.is_organization(one) for one in bearers)
    quoted = named.marked and not far and all(one.marked for one in bearers)
    return (by_ending and (known or far)) or quoted


def alike(first: Named, second: Named) -> bool:
    """Whether names begin or end alike: 다온넷 뮤직, 다온넷; 가온시멘트, 누리시멘트."""
    one, other = name_key(first.text), name_key(second.text)
    ends = one[:_ALIKE] == other[:_ALIKE] or one[-_ALIKE:] == other[-_ALIKE:]
    return ends or one in other or other in one
