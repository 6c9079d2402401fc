"""How a comparison is to be shown."""

from dataclasses import dataclass

BY_KIND, BY_ENTITY = "kind", "entity"
GROUPINGS = (BY_KIND, BY_ENTITY)


@dataclass(frozen=True, slots=True)
class Shown:
    """`language` is `ko` or `en`; `by` one of GROUPINGS; `brief` leaves the sentences out."""

    language: str = "en"
    by: str = BY_KIND
    brief: bool = False
