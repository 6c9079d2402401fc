"""Questions of Python to the graph of a workspace."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError
from kg.query.entities import Names
from kg.query.formats import holds, write
from kg.query.parameters import filled
from kg.query.question import question
from kg.query.run import Local, Result
from kg.query.solutions import Solutions, solutions

Say = Callable[[str], None]
"""Takes what is to be known of an answer that is right all the same."""

Parameter = str | int | date
"""What a parameter of a query can be given as; an entity by any of its names or its IRI."""


class Asking:
    """Asks one state of a graph; `folders` are those of saved queries, the last one kg's own."""

    def __init__(self, dataset: Local, folders: Sequence[Path], say: Say) -> None:
        self._dataset = dataset
        self._folders = folders
        self._say = say

    def rows(self, asked: str | Path, params: Mapping[str, Parameter]) -> Solutions:
        """The rows of a SELECT. Raises KgError for any other form, and as `kg query` does."""
        result = self._result(asked, params)
        if not isinstance(result, ox.QuerySolutions):
            raise _other(result, "rows")
        base = {"": self._dataset.base} if self._dataset.base else {}
        return solutions(result, {**self._dataset.prefixes, **base})

    def answer(self, asked: str | Path, params: Mapping[str, Parameter]) -> bool:
        """Whether an ASK says yes. Raises KgError for any other form, and as `kg query` does."""
        result = self._result(asked, params)
        if not isinstance(result, ox.QueryBoolean):
            raise _other(result, "yes or no")
        return bool(result)

    def turtle(self, asked: str | Path, params: Mapping[str, Parameter]) -> str:
        """The graph of a CONSTRUCT or DESCRIBE, sorted. Raises KgError for any other form, and as
        `kg query` does."""
        result = self._result(asked, params)
        if holds(result) != "graph":
            raise _other(result, "a graph")
        output = BytesIO()
        write(result, "turtle", output, self._dataset.prefixes)
        return output.getvalue().decode("utf-8")

    def _result(self, asked: str | Path, params: Mapping[str, Parameter]) -> Result:
        if str(asked) == "-":
            raise KgError("no-query", "standard input is for the command line", hint="give a text")
        found = question(str(asked), self._folders, lambda: b"")
        values = {name: _written(given) for name, given in params.items()}
        names = Names(self._dataset.query, self._say, self._dataset.base)
        text = filled(found, values, self._dataset.prefixes, names.entity)
        result = self._dataset.run(found, text)
        for message in self._dataset.unknown(found, text):
            self._say(message)
        return result


def _written(given: Parameter) -> str:
    """As the command line takes it: a moment is of its day."""
    return given.strftime("%Y-%m-%d") if isinstance(given, date) else str(given)


def _other(result: Result, wanted: str) -> KgError:
    is_answer = isinstance(result, ox.QueryBoolean)
    gives = "yes or no" if is_answer else "rows" if holds(result) == "rows" else "a graph"
    method = {"rows": "query", "yes or no": "ask", "a graph": "construct"}[gives]
    hint = f"{method}() is for it"
    return KgError("wrong-form", f"the query gives {gives}, not {wanted}", hint=hint)
