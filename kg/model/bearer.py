"""Which of several that bear or bore a name is meant by it."""

from typing import NamedTuple

Days = tuple[str, str]
"""The first and the last day, itself included, of a date, as ISO days."""


class Bearer(NamedTuple):
    """An entity that bears or bore a name; `since` and `until` as ISO days, "" where not known.

    `kind` is that of the name, "" where the name is the entity's label only.
    """

    iri: str
    label: str
    kind: str
    since: str
    until: str
    organization: bool


def preference(bearer: Bearer, days: Days | None) -> tuple[bool, bool, bool, bool, int, str]:
    """The order of preference: who bore the name on one of the days; without days, who bears it
    now; then as its own name; an organization; who bears it since the latest day."""
    on_day = days is None or (
        (not bearer.since or bearer.since <= days[1])
        and (not bearer.until or days[0] < bearer.until)
    )
    since = int(bearer.since.replace("-", "") or 0)
    lasting = days is not None or not bearer.until
    own = bearer.kind not in {"alternate", "former"}
    return (not on_day, not lasting, not own, not bearer.organization, -since, bearer.iri)
