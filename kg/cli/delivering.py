"""The options of `kg load` for an endpoint, and what is told of a delivery."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import click

from kg.cli.counted import counted
from kg.cli.session import say
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.pipeline.settings import Settings
    from kg.store.patience import Patience

_WORDS = {
    "en": {
        "delivered": "{url} has the graph: {added} added, {removed} taken out ({requests})",
        "same": "{url} has the graph already",
        "dry": "deliver  {url}: what has changed since the last delivery",
    },
    "ko": {
        "delivered": "{url}에 그래프를 보냈다: {added} 추가, {removed} 삭제 ({requests})",
        "same": "{url}에 이미 같은 그래프가 있다",
        "dry": "전송  {url}: 지난 전송 뒤에 바뀐 것",
    },
}

_OPTIONS = (
    click.option("--endpoint", metavar="URL", help="Then give the graph to this SPARQL endpoint."),
    click.option(
        "--update-endpoint",
        metavar="URL",
        help="Where that server takes updates.  [default: …/update beside …/query, else the same]",
    ),
    click.option(
        "--facts-graph",
        metavar="IRI",
        help='The graph of the facts there; "" for the default graph.  [default: as before, or ""]',
    ),
    click.option(
        "--batch",
        type=click.IntRange(min=1),
        metavar="TRIPLES",
        help="Send more than so many triples in several requests.  [default: 100000]",
    ),
    click.option(
        "--replace", is_flag=True, help="Write the endpoint's graphs anew, whoever wrote them."
    ),
)
_OF_ENDPOINT = ("update_endpoint", "facts_graph", "batch", "replace")


def endpoint_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command the options of an endpoint."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def check_endpoint(given: Mapping[str, Any]) -> None:
    """Raises KgError, before anything is loaded, where the options of an endpoint are wrong."""
    url, facts = given["endpoint"], given["facts_graph"]
    if url is None:
        for name in _OF_ENDPOINT:
            if given[name]:
                option = name.replace("_", "-")
                raise KgError("no-endpoint", f"--{option} is about an endpoint: add --endpoint URL")
        return
    from kg.store.remote import Endpoint  # noqa: PLC0415  (only --endpoint needs it)

    Endpoint(url, given["update_endpoint"])
    if facts:
        import pyoxigraph as ox  # noqa: PLC0415  (likewise)

        try:
            ox.NamedNode(facts)
        except ValueError:
            raise KgError("bad-graph", f"--facts-graph {facts!r} is no absolute IRI") from None


def say_endpoint_plan(given: Mapping[str, Any], lang: str) -> None:
    """What a load would do with the endpoint; it is not asked."""
    if given["endpoint"]:
        click.echo(_WORDS[lang]["dry"].format(url=given["endpoint"]))


def deliver_to(
    given: Mapping[str, Any], settings: "Settings", patience: "Patience", lang: str
) -> None:
    """Gives the graph to the endpoint that is named, if one is, and says so."""
    if given["endpoint"] is None:
        return
    from kg.pipeline.deliver import BATCH, Request, deliver  # noqa: PLC0415  (likewise)
    from kg.store.remote import Endpoint, updates_beside  # noqa: PLC0415  (likewise)

    url = given["endpoint"]
    endpoint = Endpoint(url, given["update_endpoint"] or updates_beside(url))
    request = Request(given["facts_graph"], given["batch"] or BATCH, given["replace"])
    report = deliver(settings, endpoint, request, patience)
    words = _WORDS[lang]
    told = words["delivered"] if report.requests else words["same"]
    say(
        told.format(
            url=report.url,
            added=counted("stored", report.added, lang),
            removed=counted("stored", report.removed, lang),
            requests=counted("request", report.requests, lang),
        )
    )
