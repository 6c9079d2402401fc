"""Values as SPARQL writes them."""

import re

from kg.errors import KgError

XSD = "http://www.w3.org/2001/XMLSchema#"

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]*")
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_PERIOD = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_ESCAPES = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
)


def string(value: str) -> str:
    """A plain string literal (SPARQL 1.1, 19.7). Raises KgError where it is no text."""
    if any("\ud800" <= char <= "\udfff" for char in value):
        raise KgError("bad-value", "the value is not valid UTF-8")
    return f'"{value.translate(_ESCAPES)}"'


def iri(value: str) -> str:
    """An absolute IRI, given plain or in angle brackets. Raises KgError for anything else."""
    bare = value[1:-1] if value.startswith("<") and value.endswith(">") else value
    if not _IRI.fullmatch(bare) or any("\ud800" <= char <= "\udfff" for char in bare):
        raise KgError("bad-value", f"{value!r} is no absolute IRI", hint="such as https://…")
    return f"<{bare}>"


def integer(value: str) -> str:
    """A whole number. Raises KgError for anything else."""
    if not re.fullmatch(r"[+-]?[0-9]+", value):
        raise KgError("bad-value", f"{value!r} is no whole number", hint="such as 10")
    return f'"{value.removeprefix("+")}"^^<{XSD}integer>'


def date(value: str) -> str:
    """A day, as 2014-10-31. Raises KgError for anything else."""
    match = _DATE.fullmatch(value)
    if match is None or not value.isascii() or not _is_day(*(int(part) for part in match.groups())):
        raise KgError("bad-value", f"{value!r} is no day", hint="write it as 2014-10-31")
    return f'"{value}"^^<{XSD}date>'


def period(value: str) -> str:
    """A year, month or day as a string, which compares with a day as text. Raises KgError for
    anything else."""
    match = _PERIOD.fullmatch(value)
    year, month, day = (int(part or 1) for part in match.groups()) if match else (0, 0, 0)
    if not _is_day(year, month, day):
        what = f"{value!r} is no year, month or day"
        raise KgError("bad-value", what, hint="write it as 2014, 2014-10 or 2014-10-31")
    return string(value)


def _is_day(year: int, month: int, day: int) -> bool:
    if not (year and 1 <= month <= 12):
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 1 <= day <= (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
