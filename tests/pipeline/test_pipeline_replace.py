"""Loading again replaces, retracting removes: the graph is as if the old text had never been."""

import io
import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from place import NOW, Place, small_extract

import kg.extract
from kg.export import writer
from kg.export.request import Request
from kg.ontology.schema import load_schema
from kg.rdf.vocabulary import PREFIXES

STORY = (
    "가온은 2015년 이름을 다온으로 바꿨다.\n"
    "다온은 2018년 3월 나래를 인수했다.\n"
    "나래는 다온의 자회사이다.\n"
    "서비스 지도는 다온이 운영한다.\n"
    "나래는 2019년 다솜에 합병되었다.\n"
    "다온은 2014년 나래를 인수했다.\n"
)
"""What files of claims are about."""


def claims(*lines: tuple[int, Mapping[str, object]]) -> str:
    """Claims as JSON lines, each with the number of the line of the story that says so."""
    sentences, text = STORY.splitlines(), ""
    for number, line in lines:
        start = STORY.index(sentences[number])
        quote = {"start": start, "end": start + len(sentences[number]), "quote": sentences[number]}
        whole = {"document": "story.txt", "status": "asserted", **line, "evidence": [quote]}
        text += json.dumps(whole, ensure_ascii=False) + "\n"
    return text


def turtle(facts: str) -> str:
    return (
        "@prefix kg: <https://w3id.org/companykg#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        f"@base <https://example.org/kg/> .\n{facts}"
    )


RENAMED = 0, {"type": "NameChange", "date": "2015", "roles": {"company": ["가온"], "new": ["다온"]}}
BOUGHT = (
    1,
    {"type": "Acquisition", "date": "2018-03", "roles": {"acquirer": ["다온"], "target": ["나래"]}},
)
OWNED = 2, {"type": "Relation", "relation": "subsidiaryOf", "subject": "나래", "object": "다온"}
OPERATED = 3, {"type": "Relation", "relation": "operates", "subject": "다온", "object": "지도"}
MERGED = (
    4,
    {"type": "Merger", "date": "2019", "roles": {"survivor": ["다솜"], "absorbed": ["나래"]}},
)
EARLIER = (
    5,
    {"type": "Acquisition", "date": "2014", "roles": {"acquirer": ["다온"], "target": ["나래"]}},
)

SOURCES: Mapping[str, tuple[str, str]] = {
    "a.txt": (
        "가온은 2009년에 설립되었다. 서비스 지도는 2012년에 시작되었다.\n",
        "가온은 2010년에 설립되었다.\n",
    ),
    "b.txt": (
        "가온은 2010년에 설립되었다. 서비스 지도는 2011년에 끝났다.\n",
        "나래는 2001년에 설립되었다. 서비스 지도는 2012년에 시작되었다.\n",
    ),
    "renamed.jsonl": (claims(RENAMED, BOUGHT), claims(BOUGHT, EARLIER)),
    "owned.jsonl": (claims(OWNED, OPERATED, MERGED), claims(RENAMED, MERGED)),
    "facts.ttl": (
        turtle(
            '<company/나래> a kg:Company ; rdfs:label "나래" ; rdfs:comment "지어낸 회사" ;'
            " kg:subsidiaryOf <company/가온> .\n"
            '<company/가온> a kg:Company ; rdfs:label "가온" .\n'
        ),
        turtle('<company/가온> a kg:Company ; rdfs:label "가온" ; rdfs:seeAlso <x>, [] .\n'),
    ),
    "more.ttl": (
        turtle('<company/나래> a kg:Company ; rdfs:label "나래" ; rdfs:comment "지어낸 회사" .\n'),
        turtle(
            '<company/다솜> a kg:Company ; rdfs:label "다솜" ; kg:subsidiaryOf <company/나래> .\n'
            '<company/나래> a kg:Company ; rdfs:label "나래" .\n'
        ),
    ),
}
"""Each source in two versions. They overlap, contradict each other, rename and own each other."""

GONE = None
Step = tuple[tuple[str, int | None], ...]
"""Sources that one command changes: each to a version, or one of them to none."""

names = st.sampled_from(sorted(SOURCES))
puts = st.dictionaries(names, st.integers(0, 1), min_size=1, max_size=3).map(
    lambda versions: tuple(sorted(versions.items()))
)
gone = names.map(lambda name: ((name, GONE),))
steps: st.SearchStrategy[list[Step]] = st.lists(puts | puts | gone, min_size=3, max_size=6)


class World:
    """A workspace for histories, and what each set of sources gives when it is loaded at once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._known: dict[tuple[tuple[str, int], ...], bytes] = {}
        self._count = 0

    def place(self) -> Place:
        """A new workspace in which nothing is loaded."""
        self._count += 1
        root = self.root / str(self._count)
        root.mkdir()
        (root / "kg.toml").write_text("", encoding="utf-8")
        (root / "story.txt").write_text(STORY, encoding="utf-8")
        return Place(root)

    def at_once(self, versions: Mapping[str, int]) -> bytes:
        """What the graph holds when these sources were the only ones ever loaded."""
        key = tuple(sorted(versions.items()))
        if key not in self._known:
            place = self.place()
            put(place, key)
            self._known[key] = exported(place)
            shutil.rmtree(place.root)
        return self._known[key]


def put(place: Place, versions: Sequence[tuple[str, int]]) -> None:
    """Loads these versions in one command."""
    for name, version in versions:
        place.write(name, SOURCES[name][version])
    report = place.workspace.load(*(place.root / name for name, _ in versions), now=NOW)
    assert [file.name for file in report.files if file.refused or file.error] == []


def exported(place: Place) -> bytes:
    """All that the graph holds, as `kg export --with-claims` writes it."""
    if place.workspace.store.current() is None:
        return b""
    output = io.BytesIO()
    schema = load_schema(place.workspace.ontology)
    request = Request(
        store=place.workspace.open_store(), schema=schema, base=place.workspace.base,
        prefixes=PREFIXES, with_claims=True,
    )  # fmt: skip
    writer("nq")(request, output)
    return output.getvalue()


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World(tmp_path_factory.mktemp("world"))


@given(history=steps)
@settings(max_examples=6, suppress_health_check=list(HealthCheck))
def test_no_history_leaves_a_trace(world: World, history: list[Step]) -> None:
    """After each command the graph is that of the sources that are loaded then."""
    place, loaded = world.place(), dict[str, int]()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(kg.extract, "extract", small_extract)
        for step in history:
            for name, version in step:
                if version is not GONE:
                    loaded[name] = version
                elif name in loaded:
                    place.workspace.retract(name, NOW)
                    del loaded[name]
            put(place, [(name, version) for name, version in step if version is not GONE])
            if place.workspace.store.current() is not None and loaded:
                assert exported(place) == world.at_once(loaded)
    shutil.rmtree(place.root)


def test_the_sources_say_something_together(world: World) -> None:
    """The property above would hold of sources that have nothing to do with each other, too."""
    place = world.place()
    put(place, [(name, 0) for name in SOURCES])
    text = exported(place).decode("utf-8")
    for what in ("#Conflict>", "LaunchAfterDiscontinuation", "#Name>", "#Relation>", "/derived>"):
        assert what in text, what
    assert len(place.ask("?event a kg:Founding ; kg:company/rdfs:label '다온'")) == 1


def test_what_another_document_says_too_stays_with_its_sentence(world: World) -> None:
    place = world.place()
    put(place, [("a.txt", 1), ("b.txt", 0)])
    sources = "?event a kg:Founding . GRAPH ?document { ?claim kg:about ?event }"
    assert len(place.ask(sources)) == 2
    place.workspace.retract("b.txt", NOW)
    assert exported(place) == world.at_once({"a.txt": 1})
    ((_, document, _),) = place.ask(sources)
    assert document.endswith("/document/a.txt")
