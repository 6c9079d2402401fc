"""What the journal says of a load or a retraction."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import kg
from kg.pipeline.report import Retraction
from kg.store.manifest import Loaded


def journal_entry(
    action: str,
    now: datetime,
    put: Iterable[Loaded],
    retracted: Iterable[Retraction],
) -> dict[str, Any]:
    """One entry: when (UTC, ISO 8601), what came in by which bytes, what left and why.

    The store adds the number of the generation.
    """
    return {
        "time": now.isoformat(timespec="seconds").replace("+00:00", "Z"),
        "action": action,
        "kg": kg.__version__,
        "loaded": [
            {"source": loaded.iri, "from": loaded.via, "sha256": loaded.sha256} for loaded in put
        ],
        "retracted": [{"source": one.iri, "from": one.via, "why": one.why} for one in retracted],
    }
