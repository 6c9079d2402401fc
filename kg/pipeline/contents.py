"""What the sources of a manifest bring into the graph, from what was kept of them."""

from collections.abc import Iterable

from kg.errors import KgError, Where
from kg.model.claim import Claim
from kg.pipeline import claim_record, kept_record
from kg.pipeline.derive import Content
from kg.store.blobs import Blobs
from kg.store.manifest import Loaded, Manifest


def contents(manifest: Manifest, blobs: Blobs) -> tuple[Content, ...]:
    """What each source brings. Raises KgError where what was kept cannot be read."""
    return tuple(content(loaded, blobs) for loaded in manifest.sources)


def content(loaded: Loaded, blobs: Blobs) -> Content:
    """What one source brings. Raises KgError where what was kept cannot be read."""
    try:
        return Content(
            frozenset(claim_record.read(blobs.get(loaded.claims))),
            kept_record.read(blobs.get(loaded.kept)),
        )
    except (ValueError, KeyError, TypeError, SyntaxError) as error:
        raise KgError(
            "store-corrupt",
            f"what was kept of it cannot be read: {error}",
            Where(loaded.name),
            "load it again",
        ) from error


def claims_of(manifest: Manifest, iris: Iterable[str], blobs: Blobs) -> dict[str, set[Claim]]:
    """The claims that these sources have in the graph, whichever input stated them."""
    found: dict[str, set[Claim]] = {iri: set() for iri in iris}
    for loaded in manifest.sources:
        if loaded.iri in found:
            found[loaded.iri] |= content(loaded, blobs).claims
    return found
