"""A SPARQL endpoint: SPARQL 1.1 Protocol, section 2.1.3 (query via POST directly)."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import __version__
from kg.errors import KgError, Where

if TYPE_CHECKING:
    from http.client import HTTPResponse

Result = ox.QuerySolutions | ox.QueryBoolean | Iterable[ox.Triple]

TIMEOUT = 600
"""Seconds without a byte after which an endpoint counts as gone."""

_ACCEPT = (
    "application/sparql-results+json, application/sparql-results+xml;q=0.8, "
    "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.8"
)
_SHOWN = 300


class Endpoint:
    """An endpoint that is asked; it is sent nothing but queries."""

    def __init__(self, url: str) -> None:
        """Raises KgError where the URL is not one of http or https."""
        if not url.startswith(("http://", "https://")):
            raise KgError("bad-endpoint", "is no http or https URL", Where(url))
        self.url = url

    def query(self, text: str) -> Result:
        """The result of a query, read whole.

        Raises KgError with what the endpoint says where it answers with an error, cannot be
        reached, or answers in no format of SPARQL 1.1.
        """
        media_type, data = self._post(text)
        rows = ox.QueryResultsFormat.from_media_type(media_type)
        graph = ox.RdfFormat.from_media_type(media_type)
        try:
            if rows is not None:
                return ox.parse_query_results(data, format=rows)
            if graph is not None:
                return [quad.triple for quad in ox.parse(data, format=graph, base_iri=self.url)]
        except (SyntaxError, ValueError) as error:
            raise self._failed(f"its answer is no {media_type}: {error}") from None
        raise self._failed(f"it answers {media_type or 'without a media type'}, not with a result")

    def _post(self, text: str) -> tuple[str, bytes]:
        import http.client  # noqa: PLC0415  (20 ms that only an endpoint needs)
        import urllib.error  # noqa: PLC0415
        import urllib.request  # noqa: PLC0415

        request = urllib.request.Request(  # noqa: S310  (the scheme is http or https: __init__)
            self.url,
            data=text.encode("utf-8"),
            headers={
                "Content-Type": "application/sparql-query",
                "Accept": _ACCEPT,
                "User-Agent": f"kg/{__version__}",
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT) as response:  # noqa: S310
                return _read(response)
        except urllib.error.HTTPError as error:
            said = error.read(4 * _SHOWN).decode("utf-8", "replace")
            raise self._failed(f"it answers {error.code} {error.reason}: {_shown(said)}") from None
        except urllib.error.URLError as error:
            raise self._failed(f"cannot be reached: {error.reason}") from None
        except (OSError, ValueError, http.client.HTTPException) as error:
            raise self._failed(f"cannot be asked: {error}") from None

    def _failed(self, why: str) -> KgError:
        return KgError("endpoint", " ".join(why.split()), Where(self.url))


def _read(response: "HTTPResponse") -> tuple[str, bytes]:
    return response.headers.get("Content-Type", "").partition(";")[0].strip(), response.read()


def _shown(text: str) -> str:
    """The beginning of what the endpoint says, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
