"""What a generation of the graph rests on: each source, its bytes, its claims, the versions."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

DOCUMENT, CLAIMS, RDF = "document", "claims", "rdf"
"""What an input is: the kinds of `Loaded`."""


@dataclass(frozen=True, slots=True)
class Versions:
    """By which versions a source was read; a digest for what has no version, "" for no part."""

    kg: str
    ontology: str
    lexicon: str = ""
    reader: str = ""
    extractor: str = ""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one input says of one source.

    `iri` is the source (a document or an RDF file) and `name` the path that the user knows it by;
    `via` is the name of the input that was loaded: the source's own, or that of the file of claims
    about it (`-` for standard input). `sha256` is of the input's bytes, `text` of the document's
    ("" for RDF). `claims` and `kept` are the digests of its claims (JSON lines) and of the quads
    that are kept as they are (N-Quads); `count` is the number of claims.
    """

    iri: str
    via: str
    name: str
    kind: str
    sha256: str
    text: str
    claims: str
    kept: str
    count: int
    versions: Versions

    @property
    def key(self) -> tuple[str, str]:
        """What it replaces when it is loaded again."""
        return self.iri, self.via

    @property
    def digests(self) -> frozenset[str]:
        """Under which digests its bytes, text, claims and quads are kept."""
        return frozenset({self.sha256, self.text, self.claims, self.kept} - {""})


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that a generation rests on, sorted by source and input.

    `derivation` changes when the same sources would give other facts: another ontology, base IRI
    or version of kg, other decisions; `decisions` when these alone do ("" for none).
    """

    sources: tuple[Loaded, ...] = ()
    derivation: str = ""
    decisions: str = ""

    @classmethod
    def of(cls, sources: Iterable[Loaded], derivation: str = "", decisions: str = "") -> "Manifest":
        """A manifest of these sources in any order; keys must differ."""
        return cls(tuple(sorted(sources, key=lambda loaded: loaded.key)), derivation, decisions)

    def changed(self, put: Iterable[Loaded], gone: Iterable[tuple[str, str]] = ()) -> "Manifest":
        """The manifest without `gone` and with `put` in the place of what it had."""
        by_key = {loaded.key: loaded for loaded in self.sources}
        for key in gone:
            by_key.pop(key, None)
        by_key |= {loaded.key: loaded for loaded in put}
        return Manifest.of(by_key.values(), self.derivation, self.decisions)


def write(manifest: Manifest, generation: int) -> bytes:
    """The manifest as JSON with sorted keys: the same sources give the same bytes."""
    by_iri: dict[str, dict[str, Any]] = {}
    for loaded in manifest.sources:
        plain = asdict(loaded)
        by_iri.setdefault(plain.pop("iri"), {})[plain.pop("via")] = plain
    whole = {
        "generation": generation,
        "derivation": manifest.derivation,
        "decisions": manifest.decisions,
        "sources": by_iri,
    }
    text = json.dumps(whole, ensure_ascii=False, sort_keys=True, indent=1)
    return (text + "\n").encode("utf-8")


def read(data: bytes) -> Manifest:
    """The manifest of these bytes. Raises ValueError where they are not what `write` wrote."""
    try:
        plain = json.loads(data)
        sources = (
            Loaded(**entry | {"iri": iri, "via": via, "versions": Versions(**entry["versions"])})
            for iri, by_via in plain["sources"].items()
            for via, entry in by_via.items()
        )
        return Manifest.of(sources, plain["derivation"], plain.get("decisions", ""))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a manifest: {error}") from None
