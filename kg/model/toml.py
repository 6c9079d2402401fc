"""TOML 1.0 as the standard library reads it, and what it trips over as an error of the text."""

import re
import tomllib
from typing import Any

_PARTS = 50
"""Parts that a key may have: the parser's time grows with their square."""

_LONG_KEY = re.compile(
    rf"(?:[\w-]|\"[^\"\n]{{0,80}}\"|'[^'\n]{{0,80}}')(?:[ \t]*\.[ \t]*[\w\"'-]+){{{_PARTS}}}"
)


def loads(text: str) -> dict[str, Any]:
    """The table of a text. Raises tomllib.TOMLDecodeError, which ends in `(at line 3, column 8)`
    where the place is known, for all that is wrong with it."""
    long = _LONG_KEY.search(text)
    if long:
        raise _error(f"A key has more than {_PARTS} parts", text, long.start())
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except RecursionError:
        raise _error("Nested too deeply", text, 0) from None
    except ValueError:  # int() takes 4300 digits at most
        raise _error("A number has too many digits", text, 0) from None


def _error(why: str, text: str, at: int) -> tomllib.TOMLDecodeError:
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return tomllib.TOMLDecodeError(f"{why} (at line {line}, column {column})")
