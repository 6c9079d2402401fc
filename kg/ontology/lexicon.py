"""The lexicon: how a language says each event type, as strictly validated data.

One TOML file an event type in `lexicon/<language>/`. A frame names verbs, and for each role the
grammatical slots that may fill it; how a clause is matched to it is `kg.extract`'s part.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import KgError, Where
from kg.lang.ko.tokens.surface import opening, surface
from kg.model import toml
from kg.model.claim import STATUSES
from kg.ontology.cues import Cues, cues_of
from kg.ontology.verb_patterns import SLOTS, Verb, verbs_of

_FILE_KEYS = ("type", "frame", "words")
_FRAME_KEYS = (
    "id",
    "verbs",
    "roles",
    "status",
    "both",
    "needs",
    "example",
    "state",
    "details",
    "nominal",
    "alone",
    "paid",
    "priced",
    "begun",
    "near",
    "dated",
    "noted",
    "without",
    "negated",
)
_ROLE_KEYS = ("slots", "of", "kind", "shared", "owner")
_EXAMPLE_KEYS = ("text", "says")
_KINDS = (
    "head",
    "Organization", "Service", "Person", "Place", "Market", "Facility",
    "text", "name", "quoted", "product", "working", "goods", "owner", "company", "shares", "kin",
    "present", "opened", "employer", "venue", "plain", "seat", "firm",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RolePattern:
    """Where a role's filler stands: `slots` in order of preference.

    `of`: nouns that may stand between (지분: of 첫눈 지분을 인수 the filler is 첫눈). `kind`:
    the filler must be known to be of this kind (`name`: a proper name of any kind; `quoted`: a
    service, or a name in quotes of which nothing says that it is no service; `product`: a service,
    or any name of which nothing says that it is no service; `working`: that, or what is used every
    day (홈페이지); `goods`: any noun; `owner`: what is no person or place; `company`: what is not
    known to be a service or a person; `shares`: that of which the phrase says shares, by one of
    the nouns `of`; `kin`: a name that the company may come to bear, for it is like its own or an
    organization's by its ending; `employer`: an organization, or what stands before the fixed noun,
    which is an office; `head`: a person with the
    title of a company's head; `venue`: what opens its doors to those who come (호텔, 1호점);
    `plain`: a service's class noun alone (앱, 사이트); `seat`: a place, or a name that
    may be one's; `firm`: a small firm by the end of its name, 상회).
    `shared`: where nothing fills it, the subject of the text does.
    """

    role: str
    slots: tuple[str, ...]
    of: tuple[str, ...] = ()
    kind: str = ""
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and what it says, in the short form that the tests read."""

    text: str
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to say an event type.

    `id` is stable and goes into `extractedBy`. `both`: the subject and the 와-phrase together
    fill this role (A가 B와 합병했다). `status` is given where the verb itself is weaker than a
    statement of fact (합의하다: announced). `state`: the present tense before a noun states it, too
    (운영하는). `nominal`: its verbal nouns state it without a verb, too (첫눈 인수). `alone`: no
    name may stand before the fixed noun in its phrase ('물결' 서비스를 시작 is not 서비스를 시작).
    `paid`: its object is a sum (10억 원을 넣었다). `priced`: it states it only beside a sum or a
    share, or of what is known to be a company (11억 달러를 내고 가져갔다). `begun`: it takes
    -기 시작하다 to state it.
    `near`: words of which one must stand before its verbs, which are too common to be looked for.
    `dated`: it must have a date. `noted`: it is a note without a verb, object or other
    name. `without`: slots that must be empty (대표로 나왔다 is not 나왔다).
    `negated`: it is its negation that states it (접속이 되지 않았다).
    `needs`: roles that the clause itself must fill.
    `details` are constant details (kind = "fire").
    """

    id: str
    type: str
    verbs: tuple[Verb, ...]
    roles: tuple[RolePattern, ...]
    both: str
    needs: tuple[str, ...]
    status: str
    state: bool
    nominal: bool
    alone: bool
    paid: bool
    priced: bool
    begun: bool
    near: tuple[str, ...]
    dated: bool
    noted: bool
    negated: bool
    without: tuple[str, ...]
    details: Mapping[str, str]
    examples: tuple[Example, ...]

    def takes(self, slot: str) -> RolePattern | None:
        """The role that a slot fills first of all."""
        return next((role for role in self.roles if slot in role.slots), None)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All frames, and by stem the frames that each may begin (with the verb that has it)."""

    frames: tuple[Frame, ...]
    by_stem: Mapping[str, tuple[tuple[Frame, Verb], ...]]
    cues: Cues

    def knows(self, stem: str) -> bool:
        """Whether some frame has a verb of this stem."""
        return stem in self.by_stem


def load_lexicon(folder: Path) -> Lexicon:
    """The lexicon of a folder of TOML files. Raises KgError, naming file and line, where a key is
    unknown, missing or of the wrong form."""
    frames: list[Frame] = []
    for path in sorted(folder.glob("*.toml")):
        frames += _read_file(path)
    if not frames:
        raise KgError("lexicon-missing", "holds no lexicon file (*.toml)", Where(str(folder)))
    by_stem: dict[str, list[tuple[Frame, Verb]]] = {}
    for frame in frames:
        for verb in frame.verbs:
            by_stem.setdefault(verb.stem, []).append((frame, verb))
    return Lexicon(
        tuple(frames), {stem: tuple(found) for stem, found in by_stem.items()}, _cues(frames)
    )


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    text: str

    def fault(self, message: str, word: str = "") -> KgError:
        """An error at the first line that holds `word`."""
        lines = self.text.splitlines()
        line = next((n for n, row in enumerate(lines, start=1) if word and word in row), 1)
        return KgError("lexicon-invalid", message, Where(str(self.path), line))


def _read_file(path: Path) -> list[Frame]:
    try:
        text = path.read_text(encoding="utf-8")
        plain = toml.loads(text)
    except UnicodeDecodeError as error:
        raise KgError("lexicon-invalid", "is not UTF-8", Where(str(path))) from error
    except tomllib.TOMLDecodeError as error:
        raise KgError("lexicon-invalid", f"is not TOML: {error}", Where(str(path))) from error
    file = _File(path, text)
    _no_others(file, plain, _FILE_KEYS, "a lexicon file")
    kind = _text(file, plain, "type")
    entries = plain.get("frame")
    if not isinstance(entries, list) or not entries:
        raise file.fault("has no [[frame]]")
    return [_frame(file, kind, entry) for entry in entries]


def _frame(file: _File, kind: str, entry: Any) -> Frame:
    _no_others(file, entry, _FRAME_KEYS, "a frame")
    name = _text(file, entry, "id")
    status = entry.get("status", "")
    if status and status not in STATUSES:
        raise file.fault(f"status {status!r} is none of {', '.join(STATUSES)}", "status")
    roles = entry.get("roles")
    if not isinstance(roles, dict) or not roles:
        raise file.fault(f"frame {name} has no roles", name)
    return Frame(
        id=f"ko/{kind.lower()}#{name}",
        type=kind,
        verbs=tuple(v for text in _texts(file, entry, "verbs") for v in _verbs(file, text)),
        roles=tuple(_role(file, role, value) for role, value in roles.items()),
        both=str(entry.get("both", "")),
        needs=tuple(_texts(file, entry, "needs")) if "needs" in entry else (),
        status=status,
        state=bool(entry.get("state", False)),
        nominal=bool(entry.get("nominal", True)),
        alone=bool(entry.get("alone", False)),
        paid=bool(entry.get("paid", False)),
        priced=bool(entry.get("priced", False)),
        begun=bool(entry.get("begun", False)),
        near=_near(file, entry),
        dated=bool(entry.get("dated", False)),
        noted=bool(entry.get("noted", False)),
        negated=bool(entry.get("negated", False)),
        without=tuple(_texts(file, entry, "without")) if "without" in entry else (),
        details=_details(file, entry),
        examples=tuple(_example(file, one) for one in _examples(file, entry)),
    )


def _role(file: _File, role: str, value: Any) -> RolePattern:
    plain = {"slots": value} if isinstance(value, list) else value
    if not isinstance(plain, dict):
        raise file.fault(f"role {role} must be a list of slots or a table", role)
    _no_others(file, plain, _ROLE_KEYS, f"role {role}")
    slots = tuple(_texts(file, plain, "slots"))
    for slot in slots:
        if slot not in SLOTS:
            raise file.fault(f"slot {slot!r} of {role} is none of {', '.join(SLOTS)}", slot)
    kind = str(plain.get("kind", ""))
    if kind and kind not in _KINDS:
        raise file.fault(f"kind {kind!r} of {role} is none of {', '.join(_KINDS)}", kind)
    of = tuple(_texts(file, plain, "of")) if "of" in plain else ()
    return RolePattern(role, slots, of, kind, bool(plain.get("shared", False)))


def _verbs(file: _File, text: str) -> tuple[Verb, ...]:
    try:
        return verbs_of(text)
    except ValueError as error:
        raise file.fault(str(error), text) from error


def _near(file: _File, entry: Mapping[str, Any]) -> tuple[str, ...]:
    words = tuple(_texts(file, entry, "near")) if "near" in entry else ()
    if not all(word.strip() for word in words):
        raise file.fault("near has a word without letters", "near")
    return words


def _details(file: _File, entry: Mapping[str, Any]) -> dict[str, str]:
    found = entry.get("details", {})
    if not isinstance(found, dict):
        raise file.fault("details must be a table", "details")
    return {str(key): str(value) for key, value in found.items()}


def _examples(file: _File, entry: Mapping[str, Any]) -> list[Any]:
    found = entry.get("example", [])
    if not isinstance(found, list):
        raise file.fault("an example must be a [[frame.example]]", "example")
    return found


def _example(file: _File, entry: Any) -> Example:
    _no_others(file, entry, _EXAMPLE_KEYS, "an example")
    return Example(_text(file, entry, "text"), tuple(_texts(file, entry, "says")))


def _no_others(file: _File, plain: Any, allowed: tuple[str, ...], what: str) -> None:
    if not isinstance(plain, dict):
        raise file.fault(f"{what} must be a table")
    for key in plain:
        if key not in allowed:
            raise file.fault(f"{key!r} is no key of {what}; allowed: {', '.join(allowed)}", key)


def _text(file: _File, plain: Mapping[str, Any], key: str) -> str:
    value = plain.get(key)
    if not isinstance(value, str) or not value:
        raise file.fault(f"{key} is missing or not a text", key)
    return value


def _texts(file: _File, plain: Mapping[str, Any], key: str) -> list[str]:
    value = plain.get(key)
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise file.fault(f"{key} must be a list of texts", key)
    return value


def _cues(frames: list[Frame]) -> Cues:
    """What a sentence must hold to be worth the tokenizer: a verb's surface, after its fixed noun
    where it has one, or after one of the words that its frame has it stand near."""
    alone: list[str] = []
    fixed: list[tuple[str, str]] = []
    for frame in frames:
        for verb in frame.verbs:
            before = (verb.fixed[0].noun,) if verb.fixed else frame.near
            fixed += [(noun, opening(verb.stem)) for noun in before]
            alone += [] if before else [surface(verb.stem)]
    return cues_of(alone, fixed)
