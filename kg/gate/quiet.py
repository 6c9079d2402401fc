"""What pySHACL and rdflib log and warn of, kept from standard error, where only kg speaks."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

_PYSHACL, _RDFLIB = "pyshacl-validate", "rdflib.term"
_RECURSIVE = "a shape refers to itself, of which SHACL does not say what it means (section 3.4.3)"


@contextmanager
def quiet() -> Iterator[list[str]]:
    """Within it nothing is printed. What pySHACL warns of is in the list afterwards: a constraint
    that it does not apply, a shape that refers to itself; each once, in order."""
    gathered: dict[str, None] = {}

    def keep(record: logging.LogRecord) -> bool:
        if record.name == _PYSHACL and record.levelno == logging.WARNING:
            told = record.getMessage().partition("\n")[0].partition(": ")[2]
            gathered[f"not applied: {told}"] = None
        return False

    loggers = [logging.getLogger(name) for name in (_PYSHACL, _RDFLIB)]
    notes: list[str] = []
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        for logger in loggers:
            logger.addFilter(keep)
        try:
            yield notes
        finally:
            for logger in loggers:
                logger.removeFilter(keep)
            if any(type(one.message).__name__ == "ShapeRecursionWarning" for one in warned):
                gathered[_RECURSIVE] = None
            notes += gathered
