"""The examples of the Python interface are run, in the workspace that the documentation names."""

import doctest
import importlib
import re
import shutil
import warnings
from datetime import date
from pathlib import Path

import pytest

import kg
from kg.cli.main import main

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs" / "examples" / "notebook"
MODULES = (
    "kg",
    "kg.query.solutions",
    "kg.workspace.accounts",
    "kg.workspace.drawn",
    "kg.workspace.workspace",
)
TURTLE = (ROOT / "docs" / "examples" / "bad-fact.ttl").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example, nothing loaded, in which the test stands."""
    target = tmp_path / "notebook"
    shutil.copytree(EXAMPLE, target)
    monkeypatch.chdir(target)
    return target


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example with its data loaded; not to be changed."""
    target = tmp_path_factory.mktemp("loaded") / "notebook"
    shutil.copytree(EXAMPLE, target)
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(target)
        kg.open().load()
    return target


def examples(name: str) -> list[doctest.DocTest]:
    found = doctest.DocTestFinder(exclude_empty=True).find(importlib.import_module(name))
    return [one for one in found if one.examples]


def run(one: doctest.DocTest) -> str:
    """What an example prints other than it shows."""
    said: list[str] = []
    doctest.DocTestRunner(verbose=False).run(one, out=said.append)
    return "".join(said)


@pytest.mark.parametrize("name", MODULES)
def test_examples_of_docstrings(name: str, loaded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(loaded)
    assert examples(name)
    assert [said for one in examples(name) if (said := run(one))] == []


def test_every_public_method_has_an_example() -> None:
    workspace = importlib.import_module("kg.workspace").Workspace
    shown = {one.name.rpartition(".")[2] for one in examples("kg.workspace.workspace")}
    methods = {n for n, m in vars(workspace).items() if callable(m) and not n.startswith("_")}
    assert methods - shown == {"open_store"}


@pytest.mark.usefixtures("folder")
def test_the_examples_of_the_documentation() -> None:
    pytest.importorskip("pandas", reason="the documentation shows a data frame")
    text = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    shown = "\n".join(re.findall(r"```pycon\n(.*?)```", text, re.DOTALL))
    assert run(doctest.DocTestParser().get_doctest(shown, {}, "python.md", None, 0)) == ""


@pytest.mark.usefixtures("folder")
def test_what_is_asked_first_loads_and_warns_at_the_user_s_line() -> None:
    with pytest.warns(kg.KgWarning, match="loading the workspace's data first") as told:
        assert len(kg.open().query("timeline")) == 2
    assert [one.filename for one in told] == [__file__]


def test_what_is_refused_at_the_first_question_is_told(folder: Path) -> None:
    (folder / "data" / "bad.ttl").write_text(TURTLE, encoding="utf-8")
    (folder / "data" / "worse.ttl").write_text("no Turtle", encoding="utf-8")
    with pytest.warns(kg.KgWarning) as told:
        assert len(kg.open().query("timeline")) == 2
    bad, worse = (str(one.message) for one in told[1:])
    assert bad == "data/bad.ttl: 0 loaded, 0 already there, 2 refused (validate() says why)"
    assert worse.startswith("data/worse.ttl:1:")


class TestLoad:
    """What a load raises."""

    def test_what_the_gate_refuses(self, folder: Path) -> None:
        (folder / "bad.ttl").write_text(TURTLE, encoding="utf-8")
        graph = kg.open()
        with pytest.raises(kg.RefusedError, match=r"^refused bad\.ttl: bad\.ttl:9:8: ") as raised:
            graph.load("bad.ttl", "data/claims.jsonl")
        assert {one.slug for one in raised.value.findings} == {"same-filler", "share-out-of-range"}
        assert len(graph.query("timeline")) == 2  # the other file is loaded

    def test_what_cannot_be_read(self, folder: Path) -> None:
        with pytest.raises(kg.KgError, match=r"^none\.ttl: ") as raised:
            kg.open().load("none.ttl")
        assert raised.value.exit_code == 2
        with pytest.raises(kg.KgError, match=r"^none\.ttl: "):
            kg.open().validate("none.ttl")

    def test_nothing_without_check(self, folder: Path) -> None:
        report = kg.open().load("none.ttl", check=False)
        assert report.exit_code == 2
        assert str(report).startswith("none.ttl: ")

    def test_facts_that_contradict_each_other_where_it_is_strict(self, folder: Path) -> None:
        lines = [
            '{"type": "Launch", "document": "a.txt", "date": "2016", '
            '"roles": {"service": ["빛그림"]}, "evidence": [{"quote": "빛그림은 2016년 시작."}]}',
            '{"type": "Discontinuation", "document": "a.txt", "date": "2014", '
            '"roles": {"service": ["빛그림"]}, "evidence": [{"quote": "빛그림은 2014년 종료."}]}',
        ]
        (folder / "a.txt").write_text("빛그림은 2016년 시작.\n빛그림은 2014년 종료.\n", "utf-8")
        (folder / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
        assert kg.open().validate("a.jsonl")
        assert not kg.open().validate("a.jsonl", strict=True)
        with pytest.raises(kg.RefusedError, match="contradict each other") as raised:
            kg.open().load("a.jsonl", strict=True)
        assert raised.value.findings


WRONG = [
    (lambda g: g.query("mergrs"), "no-query", "did you mean mergers"),
    (lambda g: g.query("-"), "no-query", "command line"),
    (lambda g: g.query("ASK {}"), "wrong-form", r"yes or no, not rows \(ask\(\) is for it\)"),
    (lambda g: g.ask("mergers"), "wrong-form", r"rows, not yes or no \(query\(\) is for it\)"),
    (lambda g: g.construct("mergers"), "wrong-form", "rows, not a graph"),
    (lambda g: g.query("DESCRIBE <http://e/>"), "wrong-form", r"construct\(\) is for it"),
    (lambda g: g.query("profile"), "missing-parameter", "needs company"),
    (lambda g: g.query("at", company="세모뮤직", date="2018"), "bad-value", "no day"),
    (lambda g: g.lineage("event/merger/네모소프트+세모뮤직"), "no-lineage", "no company"),
    (lambda g: g.lineage("세모뮤지크"), "unknown-name", "did you mean 세모뮤직"),
    (lambda g: g.query("mergers", since="May 2018"), "bad-value", "no year, month or day"),
    (lambda g: g.export("facts.doc"), "unknown-format", "no format has the suffix"),
    (lambda g: g.export(format="word"), "unknown-format", "turtle"),
    (lambda g: g.export("no/such/facts.ttl"), "store-failed", "no/such/facts.ttl"),
    (lambda g: g.export(format="csv", with_claims=True), "no-claims", "holds facts"),
]  # fmt: skip


@pytest.mark.parametrize(("call", "slug", "message"), WRONG)
@pytest.mark.filterwarnings("ignore::kg.errors.KgWarning")
def test_what_goes_wrong_has_a_slug(
    call, slug: str, message: str, loaded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(loaded)
    with pytest.raises(kg.KgError, match=message) as raised:
        call(kg.open())
    assert raised.value.slug == slug


def test_parameters_are_python_values(loaded: Path) -> None:
    graph = kg.open(loaded)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        day = graph.query("at", company="세모뮤직", date=date(2018, 1, 2))
        assert graph.query("at", company="세모뮤직", date="2018-01-02") == day
        assert day.column("value") == ("세모뮤직",)
        count = "#+ [params.n]\n#+ type = 'integer'\nSELECT ?n { BIND(?n AS ?m) }"
        assert graph.query(count, n=3).rows == ((3,),)


def test_a_name_of_several_warns(loaded: Path) -> None:
    with pytest.warns(kg.KgWarning, match="kg:Mergr is neither"):
        assert not kg.open(loaded).ask("ASK { ?e a kg:Mergr }")


def test_exports_are_those_of_the_command_line(
    loaded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(loaded)
    graph = kg.open()
    assert main(["export"]) == 0
    assert graph.export() == capfd.readouterr().out
    graph.export(tmp_path / "all.trig", with_claims=True)
    assert main(["export", "--format", "trig", "--with-claims"]) == 0
    assert (tmp_path / "all.trig").read_text("utf-8") == capfd.readouterr().out
    for format_, show in (("text", str), ("md", lambda why: why.to_markdown())):
        assert main(["why", "네모소프트", "--format", format_, "--lang", "ko"]) == 0
        assert show(graph.why("네모소프트", lang="ko")) == capfd.readouterr().out


def test_a_lineage_is_that_of_the_command_line(
    loaded: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(loaded)
    drawing = kg.open().lineage("네모소프트", lang="ko")
    assert drawing._repr_markdown_() == f"```mermaid\n{drawing}```\n"
    for format_, text in (("mermaid", drawing.mermaid), ("dot", drawing.dot)):
        assert main(["--lang", "ko", "export", "--lineage", "네모소프트", "--format", format_]) == 0
        assert capfd.readouterr().out == text


def test_a_notebook_shows_an_explanation_as_markdown(loaded: Path) -> None:
    why = kg.open(loaded).why("세모뮤직", lang="ko")
    assert why._repr_markdown_() == why.to_markdown()
    assert repr(why) == "<Explanation: 세모뮤직 (회사)>"
