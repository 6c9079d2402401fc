"""The known words nearest to one that is not known."""

import difflib
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], count: int = 3) -> str:
    """The known words most like it, best first; all of them, sorted, where none is like it."""
    listed = sorted(set(known))
    lower = {one.casefold(): one for one in listed}
    found = difflib.get_close_matches(word.casefold(), lower, n=count, cutoff=0.55)
    return ", ".join(lower[one] for one in found) if found else ", ".join(listed)
