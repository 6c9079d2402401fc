"""An endpoint as a dataset."""

from collections.abc import Mapping, Sequence

from kg.query.question import Question
from kg.query.run import Result
from kg.sparql.prologue import standalone
from kg.store.remote import Endpoint


class Remote:
    """An endpoint that is asked; what a query may reach is its own affair."""

    def __init__(self, endpoint: Endpoint, base: str | None, prefixes: Mapping[str, str]) -> None:
        self._endpoint = endpoint
        self.base = base
        self.prefixes = prefixes

    def query(self, text: str) -> Result:
        """See Dataset."""
        return self._endpoint.query(text)

    def run(self, asked: Question, text: str) -> Result:
        """See Dataset. Raises KgError with what the endpoint says of the query."""
        prefixes = self.prefixes if asked.typed else {}
        return self._endpoint.query(standalone(text, prefixes, self.base))

    def unknown(self, asked: Question, text: str) -> Sequence[str]:
        """See Dataset. An endpoint is not asked about terms; it may say that it cut its answer."""
        if self._endpoint.cut is None:
            return ()
        return (f"the endpoint cuts its answers at {self._endpoint.cut} rows: some may be missing",)
