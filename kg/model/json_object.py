"""The JSON object of a line: what is no such object is said of the line as a user sees it."""

import json
import re
from decimal import Decimal
from typing import Any

_HALF = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]")


class LineError(ValueError):
    """A line that is not of the form; `path` says which key, as in `evidence[0].start`, `case`
    what is wrong with it, one of few words, `given` what the words about it need."""

    def __init__(self, path: str, message: str, case: str, **given: str) -> None:
        super().__init__(f"{path}: {message}" if path else message)
        self.path = path
        self.case = case
        self.given = given


def parse_object(text: str) -> dict[str, Any]:
    """The object of a line, decimal numbers as they are written (RFC 8259, section 4).

    Raises LineError where it is no JSON, no object, or holds what is no character or number.
    """
    try:
        plain = json.loads(text, parse_float=Decimal, parse_constant=_no_constant)
    except RecursionError:
        raise LineError("", "is nested too deeply", "deep") from None
    except json.JSONDecodeError as error:
        raise LineError(
            "", f"is not JSON: {error.msg} at column {error.colno}", "json", problem=error.msg
        ) from error
    except LineError:
        raise
    except ValueError:
        raise LineError("", "holds a number of too many digits", "digits") from None
    if _HALF.search(text) and _has_half(plain):
        raise LineError("", "holds half of a surrogate pair, which is no character", "half")
    if not isinstance(plain, dict):
        raise LineError("", "is not a JSON object", "object")
    return plain


def _has_half(plain: object) -> bool:
    """Whether a text in it is no Unicode text: a \\ud800 without its other half."""
    try:
        json.dumps(plain, ensure_ascii=False, default=str).encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _no_constant(text: str) -> None:
    raise LineError("", f"{text} is not a JSON number", "constant", value=text)
