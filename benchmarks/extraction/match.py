"""When an extracted fact is the annotated one: found at all, and right in all that matters.

Found (detection): its type and a participant are right, and its evidence lies in the annotated
place or its date is right. Right (strict): date and all participants that the type turns on.
"""

from collections.abc import Callable, Sequence

import networkx
from fact import Fact, Name

_ROLES = {
    "Founding": "company! founder", "NameChange": "company!:n old:n new!:n",
    "Launch": "service! operator", "Discontinuation": "service! operator",
    "Merger": "survivor!:m absorbed!:m participant!:m result:m",
    "Acquisition": "acquirer! target! seller", "SpinOff": "parent! company!",
    "Contribution": "asset! recipient! contributor", "Listing": "company!",
    "Investment": "company! investor", "Milestone": "subject!", "Relocation": "company!",
    "Agreement": "party!", "Licence": "company!", "Appointment": "person! company!",
    "Departure": "person! company!", "Incident": "facility!:f operator!:f",
    "Outage": "service! operator", "Relation": "subject! object!",
}  # fmt: skip
"""A type's participants: ! where a strict match needs it; a letter joins roles that may be taken
for each other when a fact is only to be found."""

SCORED = frozenset(_ROLES)
"""The types that are annotated; others (Development, Expansion) count neither way."""

Test = Callable[[Fact, Fact], bool]


def _groups(kind: str) -> dict[str, str]:
    """The participants of a type, each with its group."""
    found = {}
    for item in _ROLES[kind].split():
        role, _, group = item.replace("!", "").partition(":")
        found[role] = group or role
    return found


def _needed(kind: str) -> list[str]:
    return [item.partition("!")[0] for item in _ROLES[kind].split() if "!" in item]


def hits(given: Sequence[Name], wanted: Sequence[Name]) -> int:
    """How many names are right, each wanted one counted once."""
    left = list(wanted)
    found = 0
    for name in given:
        at = next((i for i, other in enumerate(left) if name & other), None)
        if at is not None:
            del left[at]
            found += 1
    return found


def _participants(fact: Fact, group: str = "") -> list[Name]:
    groups = _groups(fact.type)
    return [
        name
        for role, names in fact.roles.items()
        if role in groups and group in ("", groups[role])
        for name in names
    ]


def _overlaps(output: Fact, gold: Fact) -> bool:
    """A fifth of the evidence must lie in the annotated place: a whole page is no evidence."""
    return any(
        5 * (min(b, d) - max(a, c)) >= b - a > 0 and min(b, d) > max(a, c)
        for a, b in output.spans
        for c, d in gold.spans
    )


def detects(output: Fact, gold: Fact) -> bool:
    """Whether the annotated fact was found."""
    if output.label not in gold.labels:
        return False
    groups = set(_groups(gold.type).values()) if output.type == gold.type else {""}
    if not any(hits(_participants(output, g), _participants(gold, g)) for g in groups):
        return False
    dated = output.dates[0] is not None and output.dates[0] in gold.dates
    return dated or _overlaps(output, gold)


def _role_right(output: Fact, gold: Fact, role: str) -> bool:
    given, wanted = output.roles.get(role, ()), gold.roles.get(role, ())
    return hits(given, wanted) == len(given) == len(wanted)


def _value_right(output: Fact, gold: Fact) -> bool:
    near = any(abs(o - g) <= 1e-6 * abs(g) for o in output.values for g in gold.values)
    return near and output.unit == gold.unit


def strictly(output: Fact, gold: Fact) -> bool:
    """Whether the annotated fact was read right."""
    if output.label not in gold.labels:
        return False
    if gold.type != "Relation" and output.dates[0] not in gold.dates:
        return False
    if gold.type == "Milestone" and not _value_right(output, gold):
        return False
    needed = _needed(gold.type)
    if output.type != gold.type:
        wanted = [name for role in needed for name in gold.roles.get(role, ())]
        return hits(_participants(output), wanted) == len(wanted)
    needed = [role for role in needed if gold.roles.get(role) or output.roles.get(role)]
    if gold.type == "Incident":  # its facility or its operator is enough
        needed = [role for role in needed if output.roles.get(role)]
    return bool(needed) and all(_role_right(output, gold, role) for role in needed)


def assigned(
    outputs: Sequence[Fact], golds: Sequence[Fact], least: int, test: Test
) -> dict[int, int]:
    """Which output is which annotated fact, one to one: as many of the first `least` as can be,
    then as many of the others (optional ones), then the best fit."""
    graph = networkx.Graph()
    for i, output in enumerate(outputs):
        for j, gold in enumerate(golds):
            if test(output, gold):
                graph.add_edge((0, i), (1, j), weight=_weight(output, gold, j < least))
    pairs = (sorted(pair) for pair in networkx.max_weight_matching(graph))
    return {i: j for (_, i), (_, j) in pairs}


def _weight(output: Fact, gold: Fact, required: bool) -> int:
    fit = 200 * strictly(output, gold) + 20 * (output.dates[0] in gold.dates)
    fit += 10 * _overlaps(output, gold)
    fit += sum(_role_right(output, gold, role) for role in gold.roles)
    return fit + (10_000_000 if required else 10_000)
