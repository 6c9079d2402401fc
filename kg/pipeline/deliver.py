"""Brings an endpoint to the graph of the workspace: by a difference, in one step where that fits.

The endpoint says itself what it holds: one triple in a graph of its own (`mark`) names the state.
A request that changes the graph changes the mark, and does nothing where the mark is not the one
that the difference rests on.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, zip_longest

import pyoxigraph as ox

from kg.errors import KgError, Where
from kg.pipeline.settings import Settings
from kg.rdf.vocabulary import DCTERMS
from kg.sparql.update import data, exchange
from kg.store import manifest as manifests
from kg.store.delivered import Delivered, Delivery
from kg.store.patience import NONE, Patience
from kg.store.remote import Endpoint

BATCH = 100_000
"""Quads that one request may change: some ten megabytes, which servers take."""

_SENDING = "sending "
_IDENTIFIER = ox.NamedNode(DCTERMS + "identifier")
_AGAIN = "the workspace has the load; run the command again for the endpoint to get it"


@dataclass(frozen=True, slots=True)
class Request:
    """`facts` is the graph that holds the facts there: an IRI, "" for the default graph, None as
    before; `batch` the quads of a request; `replace`: write our graphs anew, whoever wrote them."""

    facts: str | None = None
    batch: int = BATCH
    replace: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """How many quads an endpoint was given and relieved of; `requests` is 0 where it had all."""

    url: str
    added: int = 0
    removed: int = 0
    requests: int = 0


def deliver(
    settings: Settings, endpoint: Endpoint, request: Request, patience: Patience = NONE
) -> Report:
    """Gives the endpoint the current graph.

    Raises KgError where it refuses, cannot be reached, or holds what somebody else wrote.
    """
    record = Delivered(settings.root / ".kg", endpoint.url)
    with record.writer(patience):
        return _Delivering(settings, endpoint, request, record).deliver()


class _Delivering:
    """One delivery, while it lasts."""

    def __init__(
        self, settings: Settings, endpoint: Endpoint, request: Request, record: Delivered
    ) -> None:
        self._base = settings.base
        self._endpoint = endpoint
        self._request = request
        self._record = record
        _, self._store, manifest = settings.store.snapshot()
        self._state = hashlib.sha256(manifests.write(manifest, 0)).hexdigest()
        self._graph = ox.NamedNode(settings.base + "endpoint")
        self._added = self._removed = self._requests = 0

    def deliver(self) -> Report:
        held, coming = self._record.read()
        mark = self._mark()
        arrived = next((one for one in coming if one.state == mark), None)
        if arrived:
            held, coming = arrived, ()
        facts = self._request.facts
        if facts is None:
            facts = next((one.facts for one in (*coming[::-1], held) if one), "")
        if self._request.replace:
            self._replace(facts)
        else:
            self._refuse_strange(mark, held, coming)
            if (
                coming
                or mark is None
                or not held
                or (held.state, held.facts) != (self._state, facts)
            ):
                self._bring(mark, held, coming, facts)
            else:
                self._record.end(held)
        return Report(self._endpoint.url, self._added, self._removed, self._requests)

    def _refuse_strange(
        self, mark: str | None, held: Delivery | None, coming: tuple[Delivery, ...]
    ) -> None:
        """Refuses an endpoint that holds what this workspace did not give it."""
        known = {_SENDING + one.state for one in coming} | ({held.state} if held else set())
        if mark is not None and mark not in known:
            raise self._strange(f"holds the graph of another load ({mark[:20]})")
        if mark is None and held is None and not coming and self._graphs():
            raise self._strange(f"has graphs below {self._base} that were not loaded from here")

    def _bring(
        self, mark: str | None, held: Delivery | None, tried: tuple[Delivery, ...], facts: str
    ) -> None:
        """From whatever mixture of what was held and what was tried is there, to what is now."""
        coming = self._record.begin(self._store, self._state, facts)
        gone: set[ox.Quad] = set()
        new: set[ox.Quad] = set()
        for before in (held, *tried):
            removed, added = differences(self._record.quads(before), self._record.quads(coming))
            gone.update(removed)
            new.update(added)
        if mark is None:  # nothing, or all was lost
            new.update(self._record.quads(coming))
        self._send(sorted(gone, key=str), sorted(new, key=str), mark, coming.state)
        self._record.end(coming)

    def _send(
        self, removed: list[ox.Quad], added: list[ox.Quad], mark: str | None, state: str
    ) -> None:
        self._added += len(added)
        self._removed += len(removed)
        if len(removed) + len(added) <= self._request.batch:
            self._swap(removed, added, mark, state)
            return
        sending = _SENDING + state
        if mark != sending:
            self._swap([], [], mark, sending)
        for part in _parts(removed, self._request.batch):
            self._update(data(part, ()))
        for part in _parts(added, self._request.batch):
            self._update(data((), part))
        self._swap([], [], sending, state)

    def _swap(
        self, removed: list[ox.Quad], added: list[ox.Quad], mark: str | None, state: str
    ) -> None:
        """Changes quads and mark in one step, where the mark is what it is taken to be."""
        new = self._quad(state)
        old = None if mark is None else self._quad(mark)
        gone = removed if old is None else [*removed, old]
        try:
            self._update(exchange(gone, [*added, new], old, new if old is None else None))
        except KgError:
            # The answer may have been lost where the change was not.
            if self._mark_or_none() != state:
                raise
            return
        if self._mark() != state:
            raise self._strange("was changed by somebody else meanwhile")

    def _replace(self, facts: str) -> None:
        """Drops our graphs, whoever wrote them, and writes them anew."""
        coming = self._record.begin(self._store, self._state, facts)
        graphs = [graph for graph in self._graphs() if graph != facts]
        drops = [f"DROP SILENT GRAPH <{graph}>" for graph in sorted(graphs)]
        drops.append(f"CLEAR SILENT GRAPH <{facts}>" if facts else "CLEAR DEFAULT")
        added = list(self._record.quads(coming))
        self._added += len(added)
        if len(added) <= self._request.batch:
            drops.append(data((), [*added, self._quad(self._state)]))
            self._update(" ;\n".join(drops))
        else:
            self._update(" ;\n".join([*drops, data((), [self._quad(_SENDING + self._state)])]))
            for part in _parts(added, self._request.batch):
                self._update(data((), part))
            self._swap([], [], _SENDING + self._state, self._state)
        if self._mark() != self._state:
            raise self._strange("was changed by somebody else meanwhile")
        self._record.end(coming)

    def _update(self, text: str) -> None:
        self._requests += 1
        try:
            self._endpoint.update(text)
        except KgError as error:
            hint = f"{error.hint}; {_AGAIN}" if error.hint else _AGAIN
            if "No plain default graph" in error.message:
                hint = f"add --facts-graph {self._base}facts: it has no default graph"
            elif "10000 lines" in error.message or "memory exhausted" in error.message:
                hint = "add --batch 1000: it takes no larger requests"
            raise KgError(error.slug, error.message, error.where, hint) from None

    def _quad(self, state: str) -> ox.Quad:
        return ox.Quad(self._graph, _IDENTIFIER, ox.Literal(state), self._graph)

    def _mark(self) -> str | None:
        """The state that the endpoint says it is in; None where it says none."""
        about = f"GRAPH {self._graph} {{ {self._graph} {_IDENTIFIER} ?state }}"
        found = sorted(self._asked(f"SELECT ?state {{ {about} }}"))
        return "; ".join(found) or None

    def _mark_or_none(self) -> str | None:
        try:
            return self._mark()
        except KgError:
            return None

    def _graphs(self) -> list[str]:
        """The endpoint's graphs whose names are ours."""
        below = f'STRSTARTS(STR(?g), "{self._base}")'
        return self._asked(f"SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} FILTER({below}) }}")

    def _asked(self, text: str) -> list[str]:
        result = self._endpoint.query(text)
        if not isinstance(result, ox.QuerySolutions):
            raise KgError("endpoint", "answers a SELECT without rows", Where(self._endpoint.url))
        terms = [row[0] for row in result]
        return [term.value for term in terms if isinstance(term, ox.NamedNode | ox.Literal)]

    def _strange(self, what: str) -> KgError:
        return KgError(
            "endpoint-strange",
            f"{what}; nothing of it was changed",
            Where(self._endpoint.url),
            f"--replace writes all graphs below {self._base} and that of the facts anew",
        )


def differences(
    before: Iterable[ox.Quad], after: Iterable[ox.Quad]
) -> tuple[list[ox.Quad], list[ox.Quad]]:
    """What is only before, and what only after, sorted.

    Both are walked at once: where they come in about the same order, as from two states of one
    store, no more is held than what differs.
    """
    gone: set[ox.Quad] = set()
    new: set[ox.Quad] = set()
    for old, now in zip_longest(before, after):
        if old is not None and old != now:
            if old in new:
                new.discard(old)
            else:
                gone.add(old)
        if now is not None and old != now:
            if now in gone:
                gone.discard(now)
            else:
                new.add(now)
    return sorted(gone, key=str), sorted(new, key=str)


def _parts(quads: list[ox.Quad], size: int) -> Iterator[list[ox.Quad]]:
    rest = iter(quads)
    while part := list(islice(rest, size)):
        yield part
