"""How long a writer waits for another to end."""

from collections.abc import Callable
from dataclasses import dataclass


def _untold() -> None:
    """What is said of waiting where nobody listens."""


@dataclass(frozen=True, slots=True)
class Patience:
    """To wait `seconds` at most; `told` is called once, when the waiting begins."""

    seconds: float = 0.0
    told: Callable[[], None] = _untold


NONE = Patience()
"""Not to wait at all."""
