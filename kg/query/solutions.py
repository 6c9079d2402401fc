"""The rows of a query for Python: values in columns, and doors to data frames."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

import pyoxigraph as ox

from kg.errors import KgError, Where
from kg.model.shown import shown_flat
from kg.query.cells import short
from kg.query.values import Iri, Value, value

if TYPE_CHECKING:
    import pandas
    import polars

_SHOWN = 100
"""Rows that a notebook shows of a larger result."""


@dataclass(frozen=True, slots=True, repr=False)
class Solutions(Sequence[dict[str, Value]]):
    """The rows of a SELECT, in the order of the query; a row is a dict by column.

    IRIs are `Iri`, a str; unbound is None; dates that are only known in part (`2014-10`) are
    texts, as in the graph. `prefixes` shorten IRIs where the rows are shown.

    >>> import kg
    >>> mergers = kg.open().query("mergers")
    >>> mergers
    <Solutions: 2 rows of date, company, role, result, status, quote, disputed, announced, event>
    >>> mergers[0]["company"], mergers[0]["role"]
    ('세모뮤직', 'absorbed')
    >>> [row["date"] for row in mergers]
    ['2018-05', '2018-05']
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    prefixes: Mapping[str, str] = field(default_factory=dict, compare=False)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Value]]:
        for row in self.rows:
            yield dict(zip(self.columns, row, strict=True))

    @overload
    def __getitem__(self, index: int) -> dict[str, Value]: ...
    @overload
    def __getitem__(self, index: slice) -> "Solutions": ...
    def __getitem__(self, index: int | slice) -> "dict[str, Value] | Solutions":
        if isinstance(index, slice):
            return Solutions(self.columns, self.rows[index], self.prefixes)
        return dict(zip(self.columns, self.rows[index], strict=True))

    def __repr__(self) -> str:
        count = f"{len(self)} row{'' if len(self) == 1 else 's'}"
        return f"<Solutions: {count} of {', '.join(self.columns)}>"

    def column(self, name: str) -> tuple[Value, ...]:
        """The values of a column, top down. Raises KgError where there is none such."""
        if name not in self.columns:
            raise KgError(
                "no-column", f"no column {name}", hint=f"one of {', '.join(self.columns)}"
            )
        index = self.columns.index(name)
        return tuple(row[index] for row in self.rows)

    def to_dicts(self) -> list[dict[str, Value]]:
        """A dict a row."""
        return list(self)

    def to_pandas(self) -> "pandas.DataFrame":
        """A data frame of pandas; columns have the types that it finds in them. Raises KgError
        where pandas is not installed."""
        try:
            import pandas  # noqa: PLC0415  (kg works without it)
        except ImportError:
            raise _missing("pandas") from None
        return pandas.DataFrame(list(map(_plain, self.rows)), columns=list(self.columns))

    def to_polars(self) -> "polars.DataFrame":
        """A data frame of polars; a column of several types is one of texts. Raises KgError where
        polars is not installed."""
        try:
            import polars  # noqa: PLC0415  (kg works without it)
        except ImportError:
            raise _missing("polars") from None
        rows = list(map(_plain, self.rows))
        data = {name: _alike([row[i] for row in rows]) for i, name in enumerate(self.columns)}
        return polars.DataFrame(data)

    @overload
    def to_csv(self) -> str: ...
    @overload
    def to_csv(self, path: str | Path) -> None: ...
    def to_csv(self, path: str | Path | None = None) -> str | None:
        """Writes CSV (RFC 4180, UTF-8) into the file, else returns it. Raises KgError where the
        file cannot be written.

        >>> import kg
        >>> print(kg.open().query("mergers")[:1].to_csv().splitlines()[0])
        date,company,role,result,status,quote,disputed,announced,event
        """
        output = io.StringIO(newline="")
        writer = csv.writer(output)
        writer.writerow(self.columns)
        writer.writerows([lexical(cell) for cell in row] for row in self.rows)
        if path is None:
            return output.getvalue()
        try:
            Path(path).write_bytes(output.getvalue().encode("utf-8"))
        except OSError as error:
            why = f"cannot be written: {error.strerror}"
            raise KgError("unwritable", why, Where(str(path))) from None
        return None

    def _repr_html_(self) -> str:
        """The table that a notebook shows."""
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        body = "".join(f"<tr>{self._cells(row)}</tr>" for row in self.rows[:_SHOWN])
        more = len(self) - _SHOWN
        caption = f"{len(self)} rows" if len(self) != 1 else "1 row"
        caption += f", {more} not shown" if more > 0 else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table><p>{caption}</p>"

    def _cells(self, row: Sequence[Value]) -> str:
        return "".join(f"<td>{escape(self._shown(cell))}</td>" for cell in row)

    def _shown(self, cell: Value) -> str:
        return shown_flat(short(cell, self.prefixes) if isinstance(cell, Iri) else lexical(cell))


def solutions(result: ox.QuerySolutions, prefixes: Mapping[str, str]) -> Solutions:
    """All rows of a result. Raises KgError where the engine fails while it computes them."""
    columns = tuple(variable.value for variable in result.variables)
    try:
        rows = tuple(tuple(value(term) for term in row) for row in result)
    except OSError as error:
        raise KgError("engine", f"the query failed: {' '.join(str(error).split())}") from None
    return Solutions(columns, rows, prefixes)


def lexical(cell: Value) -> str:
    """A value as a text: as RDF writes it, "" for none."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell.isoformat() if hasattr(cell, "isoformat") else str(cell)


def _plain(row: Sequence[Value]) -> list[Any]:
    """Data frames know str, not what is derived from it."""
    return [str(cell) if isinstance(cell, Iri) else cell for cell in row]


def _alike(cells: list[Any]) -> list[Any]:
    """The cells, as texts where they are of several types."""
    if len({type(cell) for cell in cells if cell is not None}) <= 1:
        return cells
    return [None if cell is None else lexical(cell) for cell in cells]


def _missing(package: str) -> KgError:
    return KgError(f"no-{package}", f"{package} is not installed", hint=f"pip install {package}")
