"""The graph in the formats of RDF."""

from dataclasses import dataclass
from typing import IO

from kg.export.request import Request
from kg.export.selection import everything, facts
from kg.rdf.serialize import serialize


@dataclass(frozen=True, slots=True)
class RdfWriter:
    """Writes one of the formats of `kg.rdf.serialize`.

    Formats that hold one graph merge all: no triple stands in two graphs, so nothing is lost but
    which source said it, and a claim says that itself.
    """

    format: str

    def __call__(self, request: Request, output: IO[bytes]) -> None:
        """Raises KgError where the format cannot hold what is in the graph."""
        if request.with_claims:
            quads = everything(request.store)
        else:
            quads = facts(request.store, request.base)
        serialize(quads, self.format, output, request.prefixes, request.base)


TURTLE = RdfWriter("turtle")
TRIG = RdfWriter("trig")
NT = RdfWriter("nt")
NQ = RdfWriter("nq")
RDFXML = RdfWriter("rdfxml")
