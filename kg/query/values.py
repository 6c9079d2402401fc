"""Terms as Python values."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal

import pyoxigraph as ox

from kg.query.cells import Term

_XSD = "http://www.w3.org/2001/XMLSchema#"


class Iri(str):
    """An IRI: a str, told apart from a text by its class."""

    __slots__ = ()


Value = Iri | str | int | float | bool | Decimal | date | None
"""What a cell of a result can be; None where the variable is unbound."""


def value(term: Term) -> Value:
    """The Python value of a term.

    Numbers, booleans, `xsd:date` and `xsd:dateTime` become what Python has for them, all other
    literals their text. So does one that Python cannot hold: an ill-typed one, a day with a time
    zone, a year before 1 or after 9999. A blank node is `_:label`.
    """
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return Iri(term.value)
    if not isinstance(term, ox.Literal):
        return str(term)
    written, make = _MADE.get(term.datatype.value.removeprefix(_XSD), (None, None))
    if written is None or make is None or not written.fullmatch(term.value):
        return term.value
    try:
        return make(term.value)
    except ValueError:  # no such day, or more digits than Python reads
        return term.value


_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)")
_FLOAT = re.compile(rf"{_NUMBER.pattern}([eE][+-]?[0-9]+)?|[+-]?INF|NaN")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    rf"{_DAY.pattern}T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(\.[0-9]{{1,6}})?(Z|[+-][0-9]{{2}}:[0-9]{{2}})?"
)
_MADE: Mapping[str, tuple[re.Pattern[str], Callable[[str], Value]]] = {
    "boolean": (re.compile("true|false|1|0"), lambda text: text in {"true", "1"}),
    "date": (_DAY, date.fromisoformat),
    "dateTime": (_MOMENT, datetime.fromisoformat),
    "decimal": (_NUMBER, Decimal),
    "double": (_FLOAT, float),
    "float": (_FLOAT, float),
    "integer": (re.compile(r"[+-]?[0-9]+"), int),
}
"""What makes a value of a lexical form, by datatype, and the forms that it may read (XML Schema 1.1
part 2, section 3.3): Python reads more, `1_000` for one."""
