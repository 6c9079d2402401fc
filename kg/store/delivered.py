"""What an endpoint was given: a copy of it stays, so that the next delivery is a difference.

    .kg/endpoints/1f3a…/record.json    what the endpoint holds, and what is on its way there
    .kg/endpoints/1f3a…/7/             the graph of that, as hard links to the generation
    .kg/endpoints/1f3a…/lock           held while something is on its way

Deleting the folder does no harm but that the endpoint's graphs must be written anew.
"""

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError, Where
from kg.store import durable
from kg.store.failures import told
from kg.store.lock import only_writer
from kg.store.patience import Patience


@dataclass(frozen=True, slots=True)
class Delivery:
    """A graph that was or is being given: `state` names its content, `facts` is the IRI of the
    graph that its facts lie in, "" for the default graph; `copy` the folder that has its quads."""

    state: str
    facts: str
    copy: str


class Delivered:
    """The record of one endpoint in a workspace's `.kg` folder."""

    def __init__(self, folder: Path, url: str) -> None:
        self._url = url
        self._folder = folder / "endpoints" / hashlib.sha256(url.encode()).hexdigest()[:16]
        self._path = self._folder / "record.json"
        self._place = f"{folder.name}/endpoints/{self._folder.name}/record.json"

    @contextmanager
    def writer(self, patience: Patience) -> Iterator[None]:
        """The only delivery to the endpoint from this workspace, while the context lasts."""
        with told(self._place):
            durable.make_folder(self._folder)
        with only_writer(self._folder / "lock", patience):
            yield

    def read(self) -> tuple[Delivery | None, tuple[Delivery, ...]]:
        """What the endpoint was given, and what was on its way since when a delivery failed.

        Raises KgError where the record cannot be read."""
        if not self._path.exists():
            return None, ()
        try:
            plain = json.loads(self._path.read_bytes())
            held = plain["held"]
            return held and Delivery(**held), tuple(Delivery(**one) for one in plain["coming"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise KgError(
                "record", f"is no record of an endpoint: {error}", Where(self._place),
                "delete the file, then --replace writes the endpoint's graphs anew",
            ) from None  # fmt: skip

    def quads(self, delivery: Delivery | None) -> Iterator[ox.Quad]:
        """The quads of a delivery as the endpoint has them; none of None."""
        if delivery is None:
            return
        with told(self._place):
            store = ox.Store.read_only(str(self._folder / delivery.copy))
        facts = ox.NamedNode(delivery.facts) if delivery.facts else ox.DefaultGraph()
        for quad in store:
            if isinstance(quad.graph_name, ox.DefaultGraph):
                yield ox.Quad(quad.subject, quad.predicate, quad.object, facts)
            else:
                yield quad

    def begin(self, store: ox.Store, state: str, facts: str) -> Delivery:
        """Notes, synced to the disk, that this graph is on its way, too."""
        held, before = self.read()
        numbers = [int(p.name) for p in self._folder.iterdir() if p.name.isdecimal()]
        coming = Delivery(state, facts, str(max(numbers, default=0) + 1))
        with told(self._place):
            store.backup(str(self._folder / coming.copy))
            durable.sync_tree(self._folder / coming.copy)
        self._write(held, (*before, coming))
        return coming

    def end(self, held: Delivery) -> None:
        """Notes that the endpoint has this, and nothing is on its way."""
        self._write(held, ())
        for path in self._folder.iterdir():
            if path.is_dir() and path.name != held.copy:
                shutil.rmtree(path, ignore_errors=True)

    def _write(self, held: Delivery | None, coming: Iterable[Delivery]) -> None:
        plain = {
            "url": self._url,
            "held": asdict(held) if held else None,
            "coming": [asdict(one) for one in coming],
        }
        with told(self._place):
            durable.write(self._path, json.dumps(plain, indent=1).encode() + b"\n")
