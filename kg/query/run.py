"""Runs a query on a dataset that is only read."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

import pyoxigraph as ox

from kg.errors import KgError
from kg.query.question import Question

if TYPE_CHECKING:
    from kg.sparql.tokens import Token

_REACHING = re.compile(r"(?<![\w:?$])(?:FROM|SERVICE)\b", re.IGNORECASE)
"""Quick: a query without a match needs no tokens to know that it stays within the dataset."""

Result = ox.QuerySolutions | ox.QueryBoolean | Iterable[ox.Triple]
"""Rows, yes or no, or a graph."""


class Dataset(Protocol):
    """What can be asked.

    `base` is what relative IRIs of queries are relative to, `prefixes` those that a typed query
    may use without declaring them.
    """

    @property
    def base(self) -> str | None:
        """The base of queries, None for none."""

    @property
    def prefixes(self) -> Mapping[str, str]:
        """The usual prefixes."""

    def query(self, text: str) -> Result:
        """The result of a query of kg's own."""

    def run(self, asked: Question, text: str) -> Result:
        """The result of `text`: what was asked with its parameters bound. Raises KgError where it
        is no SPARQL 1.1 query, or reaches outside the dataset."""

    def unknown(self, asked: Question, text: str) -> Sequence[str]:
        """Messages about terms of the query that the dataset does not have."""


class Local:
    """A store that queries only read; nothing is fetched, unless `service` allows SERVICE."""

    def __init__(
        self,
        store: ox.Store,
        base: str | None = None,
        prefixes: Mapping[str, str] | None = None,
        service: bool = False,
    ) -> None:
        self.store = store
        self.base = base
        self.prefixes = prefixes or {}
        self._service = service

    def query(self, text: str) -> Result:
        """See Dataset."""
        return self.store.query(text, base_iri=self.base)

    def run(self, asked: Question, text: str) -> Result:
        """See Dataset."""
        self._check_reach(asked)
        prefixes = dict(self.prefixes) if asked.typed else None
        try:
            return self.store.query(text, base_iri=self.base, prefixes=prefixes)
        except SyntaxError as error:
            raise self._fault(error, asked, text, prefixes) from None
        except OSError as error:
            raise KgError("engine", f"the query failed: {error}") from None

    def unknown(self, asked: Question, text: str) -> Sequence[str]:
        """See Dataset. The saved queries that come with kg are taken to know their terms."""
        if asked.shipped:
            return ()
        from kg.query.unknown import unknown_terms  # noqa: PLC0415  (a saved query must not pay)

        return unknown_terms(self.store, text, self.base, self.prefixes if asked.typed else {})

    def _check_reach(self, asked: Question) -> None:
        """Refuses SERVICE, and FROM of a graph that the dataset does not hold."""
        if not any(_REACHING.search(line) for line in asked.text.split("\n") if line[:1] != "#"):
            return
        from kg.sparql.prologue import prologue  # noqa: PLC0415  (few queries need it)
        from kg.sparql.tokens import tokens  # noqa: PLC0415  (likewise)

        read = prologue(tokens(asked.text))
        if read.services and not self._service:
            what = "SERVICE would ask another endpoint (--allow-service)"
            raise _refused("service", what, asked, read.services[0])
        prefixes = self.prefixes if asked.typed else {}
        for token in read.graphs:
            iri = read.iri(token, self.base, prefixes)
            if iri is not None and not _holds(self.store, iri):
                what = f"no graph {token.text} is here, and FROM fetches nothing (--graph IRI=FILE)"
                raise _refused("from", what, asked, token)

    def _fault(
        self, error: SyntaxError, asked: Question, text: str, prefixes: dict[str, str] | None
    ) -> KgError:
        """The fault in the text as it was written, else in what the parameters made of it."""
        from kg.query.faults import fault  # noqa: PLC0415  (only what is wrong needs it)

        try:
            ox.Store().query(asked.text, base_iri=self.base, prefixes=prefixes)
        except SyntaxError as own:
            return fault(own, asked.text, asked.name, self.base)
        return fault(error, text, f"{asked.name} with its parameters", self.base)


def _refused(slug: str, what: str, asked: Question, token: "Token") -> KgError:
    from kg.query.faults import pointed  # noqa: PLC0415  (only what is wrong needs it)
    from kg.sparql.tokens import where  # noqa: PLC0415  (likewise)

    message = f"{what}\n{pointed(asked.text, token.start)}"
    return KgError(slug, message, where(asked.text, token.start, asked.name))


def _holds(store: ox.Store, iri: str) -> bool:
    try:
        return store.contains_named_graph(ox.NamedNode(iri))
    except ValueError:
        return True  # no IRI at all: the engine says so, with its place
