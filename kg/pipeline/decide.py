"""A new decision: checked, written to the file, and followed by the graph."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kg.errors import KgError, RefusedError, Where
from kg.gate.messages import worded
from kg.model.claim import Claim
from kg.model.decision import PREFER, REJECT, SAME, Decision, Naming
from kg.model.finding import Finding
from kg.pipeline.contents import contents
from kg.pipeline.decisions.asked import Claims
from kg.pipeline.decisions.reading import PlacedDecision, all_of, name_of, parse
from kg.pipeline.decisions.standing import Judge
from kg.pipeline.decisions.writing import appended, entry, read_bytes, write_bytes
from kg.pipeline.journal_entry import journal_entry
from kg.pipeline.ontology import Ontology, load_ontology
from kg.pipeline.publish import publish
from kg.pipeline.retract import called, unknown_source
from kg.pipeline.settings import Settings
from kg.pipeline.texts import Texts
from kg.resolve import resolve
from kg.resolve.naming import Asked, Namer
from kg.store.manifest import Manifest
from kg.store.patience import NONE, Patience


@dataclass(frozen=True, slots=True)
class Wanted:
    """A decision as it is asked for: claims by IRI or place, or two things with the names of the
    documents in which they are told of."""

    verdict: str
    claims: tuple[str, ...]
    things: tuple[Asked, ...]
    who: str
    why: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A decision that was made, where it stands in the file now, and what facts together do not
    make sense any more because of it."""

    decision: Decision
    where: Where
    warnings: tuple[Finding, ...]


def decide(settings: Settings, wanted: Wanted, now: datetime, patience: Patience = NONE) -> Made:
    """Adds the decision to `data/decisions.toml` and publishes the graph that follows.

    Raises KgError where nothing is called what it names, with the nearest, or where it is decided
    already; RefusedError where it would change nothing. Then nothing is written.
    """
    with settings.store.writer(patience) as draft:
        old = settings.store.manifest()
        ontology = load_ontology(settings.ontology)
        maker = _Maker(settings, ontology, old)
        made, notes = maker.made(wanted)
        content = appended(maker.data, entry(made, settings.base, notes))
        placed = maker.with_new(content)
        maker.refuse_idle(placed[-1].decision, placed)
        write_bytes(settings.data, content)
        draft.note(journal_entry("decide", now, (), ()))
        outcome = publish(settings, ontology, all_of(placed), draft, old, old)
    return Made(placed[-1].decision, placed[-1].where, outcome.warnings)


class _Maker:
    """Makes a decision about what is loaded; `data` are the bytes of the file as it is."""

    def __init__(self, settings: Settings, ontology: Ontology, manifest: Manifest) -> None:
        self._settings, self._schema, self._base = settings, ontology.schema, settings.base
        self._manifest = manifest
        self._store = settings.store.open_current()
        self.data = read_bytes(settings.data)
        self._before = self.placed(self.data)

    def placed(self, content: bytes) -> tuple[PlacedDecision, ...]:
        """The decisions of a file's bytes. Raises KgError where they are not sound."""
        name = name_of(self._settings.data)
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            problem = f"is not UTF-8: byte {error.start}"
            raise KgError("bad-decision", problem, Where(name)) from None
        return parse(text, name, self._schema, self._base)

    def with_new(self, content: bytes) -> tuple[PlacedDecision, ...]:
        """The decisions with the new one at the end. Raises KgError where that is not sound: not at
        a place in the file, for there it is not yet."""
        try:
            return self.placed(content)
        except KgError as error:
            raise KgError(error.slug, error.message, hint=error.hint) from None

    def made(self, wanted: Wanted) -> tuple[Decision, tuple[str, ...]]:
        """The decision, and in words what its claims say, for the reader of the file."""
        names = {loaded.name: loaded.iri for loaded in self._manifest.sources}
        texts = Texts(self._manifest, self._settings.blobs)
        known = Claims(self._store, self._base, texts, names)
        claims = tuple(known.asked_for(asked) for asked in wanted.claims)
        ground = (wanted.who, wanted.why, wanted.on)
        made = Decision(wanted.verdict, claims, self._things(wanted), *ground)
        earlier = next((p for p in self._before if p.decision.matter == made.matter), None)
        if earlier is not None:
            how = "already" if earlier.decision.verdict == made.verdict else "otherwise"
            hint = "delete it there to decide anew"
            raise KgError("decided-already", f"this is decided {how}", earlier.where, hint)
        return made, self._notes(made, known)

    def refuse_idle(self, made: Decision, placed: Sequence[PlacedDecision]) -> None:
        """Raises RefusedError where the decision, beside the others, would change nothing."""
        facts = resolve(self._claims(), self._schema, self._base, all_of(placed))
        if made not in {one.decision for one in facts.decisions}:
            slug, given = Judge(self._store, self._base).why_not(made)
            message, hint = worded(slug, given)
            raise RefusedError(slug, message["en"], hint=hint["en"])

    def _claims(self) -> frozenset[Claim]:
        held = contents(self._manifest, self._settings.blobs)
        return frozenset(claim for content in held for claim in content.claims)

    def _things(self, wanted: Wanted) -> tuple[Naming, ...]:
        if not wanted.things:
            return ()
        one, other = (self._placed_in_document(thing) for thing in wanted.things)
        if wanted.verdict == SAME and one.iri == other.iri:
            problem = f"they are one already: {one.iri.removeprefix(self._base)}"
            raise RefusedError("decided-one", problem, hint="kg why shows what joined them")
        if (one.name, one.document) == (other.name, other.document) and one.iri == other.iri:
            hint = "say in which document each is told of: --one-in, --other-in"
            raise KgError("decided-one", "both are the same thing", hint=hint)
        namer = Namer(self._claims(), self._schema, self._base, all_of(self._before))
        return self._named(one, namer), self._named(other, namer)

    def _placed_in_document(self, thing: Asked) -> Asked:
        if not thing.document:
            return thing
        found = called(thing.document, self._manifest, self._settings)
        if not found:
            raise unknown_source(thing.document, self._manifest, self._base)
        return Asked(thing.iri, thing.name, found[0].iri)

    def _named(self, thing: Asked, namer: Namer) -> Naming:
        naming = namer.naming(thing)
        if naming is not None:
            return naming
        called_so = thing.name or thing.iri.removeprefix(self._base)
        where = thing.document.removeprefix(self._base)
        problem = (
            f"{where} does not tell of {called_so}" if where else f"no claim names {called_so}"
        )
        raise KgError("unknown-thing", problem, hint="kg why NAME shows what tells of it")

    def _notes(self, made: Decision, known: Claims) -> tuple[str, ...]:
        words = {REJECT: ("",), PREFER: ("", "over ")}.get(made.verdict, ())
        told = zip(words, made.claims, strict=False)
        return tuple(f"{word}“{known.told(claim)}”" for word, claim in told)
