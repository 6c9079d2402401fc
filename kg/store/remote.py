"""A SPARQL endpoint: SPARQL 1.1 Protocol, sections 2.1.2 (queries) and 2.2.2 (updates)."""

import urllib.parse
from collections.abc import Iterable

import pyoxigraph as ox

from kg.store.transport import Access, access, checked, failed, post

Result = ox.QuerySolutions | ox.QueryBoolean | Iterable[ox.Triple]

_ACCEPT = (
    "application/sparql-results+json, application/sparql-results+xml;q=0.8, "
    "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.8"
)


class Endpoint:
    """An endpoint that is asked, and that takes updates at `updates` (at `url` unless given).

    `cut` is the number of rows at which the server cut its last answer, where it says so.
    """

    def __init__(self, url: str, updates: str | None = None, allowed: Access | None = None) -> None:
        """Raises KgError where a URL is not one of http or https, or the environment is wrong."""
        self.url = checked(url)
        self.updates = checked(updates) if updates else url
        self.cut: int | None = None
        self._access = access() if allowed is None else allowed

    def query(self, text: str) -> Result:
        """The result of a query, read whole.

        Raises KgError with what the endpoint says where it answers with an error, cannot be
        reached, or answers in no format of SPARQL 1.1.
        """
        # Virtuoso 7.2.5 never answers a query that is the body of a POST (section 2.1.3).
        body = urllib.parse.urlencode({"query": text}).encode("ascii")
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": _ACCEPT}
        answer = post(self.url, body, headers, self._access, safe=True)
        rows_at = answer.headers.get("x-sparql-maxrows", "")
        self.cut = int(rows_at) if rows_at.isdecimal() else None
        media_type, data = answer.media_type, answer.data
        rows = ox.QueryResultsFormat.from_media_type(media_type)
        graph = ox.RdfFormat.from_media_type(media_type)
        try:
            if rows is not None:
                return ox.parse_query_results(data, format=rows)
            if graph is not None:
                return [quad.triple for quad in ox.parse(data, format=graph, base_iri=self.url)]
        except (SyntaxError, ValueError) as error:
            raise failed(self.url, f"its answer is no {media_type}: {error}") from None
        raise failed(
            self.url, f"it answers {media_type or 'without a media type'}, not with a result"
        )

    def update(self, text: str) -> None:
        """Sends an update, once. Raises KgError with what the endpoint says where it refuses."""
        headers = {"Content-Type": "application/sparql-update", "Accept": "*/*"}
        post(self.updates, text.encode("utf-8"), headers, self._access)


def updates_beside(url: str) -> str:
    """Where a server that is asked at `url` takes updates, as servers do: …/update beside …/query,
    …/repositories/NAME/statements below …/repositories/NAME, else the same URL."""
    parts = urllib.parse.urlsplit(url)
    above, _, last = parts.path.rpartition("/")
    path = parts.path
    if last == "query":
        path = f"{above}/update"
    elif above.endswith("/repositories") and last:
        path = f"{parts.path}/statements"
    return urllib.parse.urlunsplit(parts._replace(path=path))
