"""`kg load --endpoint` and `kg query --endpoint` with a real server: `oxigraph serve`."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
import pytest

from kg.cli.main import main
from kg.pipeline.deliver import Request, deliver, differences
from kg.store.remote import Endpoint
from kg.store.transport import Access
from kg.workspace import Workspace, find

ROOT = Path(__file__).parents[2]
QUERIES = sorted(path.stem for path in (ROOT / "queries").glob("*.rq"))
GIVEN = {
    "profile": ("-p", "company=카카오"),
    "at": ("-p", "company=카카오", "-p", "date=2014-12-01"),
}
BASE = "https://example.org/kg/"
MARK = f"{BASE}endpoint"
OTHERS = "INSERT DATA { <urn:their> <urn:own> 1 . GRAPH <urn:theirs> { <urn:a> <urn:b> 2 } }"
FACTS = """\
@base <https://example.org/kg/> .
@prefix kg: <https://w3id.org/companykg#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<company/가람> a kg:Company ; rdfs:label "가람" .
<company/나래> a kg:Company ; rdfs:label "나래" .
<event/1> a kg:Merger ; kg:participant <company/가람>, <company/나래> .
"""


class Ran(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def server() -> Iterator[str]:
    """The address of an empty server."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    program = Path(sys.executable).parent / "oxigraph"
    command = [str(program), "serve", "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        for _ in range(500):
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}"
        run.terminate()


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A workspace with two companies that merge."""
    (tmp_path / "kg.toml").write_bytes(b"")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "facts.ttl").write_text(FACTS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return find(tmp_path)


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Ran]:
    def call(*args: str) -> Ran:
        code = main(list(args))
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return call


def _held(server: str) -> set[ox.Quad]:
    """All quads of the server but its mark."""
    endpoint = Endpoint(f"{server}/query", allowed=Access())
    plain = endpoint.query("SELECT * { ?s ?p ?o }")
    named = endpoint.query("SELECT * { GRAPH ?g { ?s ?p ?o } }")
    assert isinstance(plain, ox.QuerySolutions)
    assert isinstance(named, ox.QuerySolutions)
    quads = {ox.Quad(row["s"], row["p"], row["o"]) for row in plain}
    quads |= {ox.Quad(row["s"], row["p"], row["o"], row["g"]) for row in named}
    return {quad for quad in quads if quad.graph_name != ox.NamedNode(MARK)}


def _ours(workspace: Workspace) -> set[ox.Quad]:
    return set(workspace.open_store())


def test_saved_queries_give_the_same_rows(
    server: str, workspace: Workspace, run: Callable[..., Ran]
) -> None:
    (workspace.data / "documents").mkdir()
    shutil.copy(ROOT / "data" / "documents" / "kakao.txt", workspace.data / "documents")
    done = run("load", "--endpoint", f"{server}/query")
    assert done.code == 0, done.err
    assert f"{server}/query has the graph: " in done.err
    assert _held(server) == _ours(workspace)
    for name in QUERIES:
        args = ("query", name, *GIVEN.get(name, ()), "--format", "json")
        remote = run(*args, "--endpoint", f"{server}/query")
        local = run(*args)
        assert remote.out == local.out, name
        assert remote.code == 0, remote.err


def test_a_load_and_a_retraction_arrive_and_others_stay(server: str, workspace: Workspace) -> None:
    endpoint = Endpoint(f"{server}/query", f"{server}/update", Access())
    endpoint.update(OTHERS)
    theirs = _held(server)
    workspace.load()
    assert deliver(workspace.settings, endpoint, Request()).requests == 1
    assert _held(server) == _ours(workspace) | theirs
    more = workspace.root / "more.ttl"
    more.write_text(FACTS.replace("가람", "다솜"), encoding="utf-8")
    workspace.load(more)
    report = deliver(workspace.settings, endpoint, Request())
    assert 0 < report.added < len(_ours(workspace))
    assert _held(server) == _ours(workspace) | theirs
    workspace.retract("more.ttl")
    assert deliver(workspace.settings, endpoint, Request()).removed > 0
    assert _held(server) == _ours(workspace) | theirs
    assert deliver(workspace.settings, endpoint, Request()).requests == 0


def test_facts_move_to_a_graph_of_their_own(server: str, workspace: Workspace) -> None:
    endpoint = Endpoint(f"{server}/query", f"{server}/update", Access())
    workspace.load()
    deliver(workspace.settings, endpoint, Request())
    deliver(workspace.settings, endpoint, Request(facts=f"{BASE}facts", batch=7))
    held = _held(server)
    assert all(isinstance(quad.graph_name, ox.NamedNode) for quad in held)
    assert {quad.triple for quad in held} == {quad.triple for quad in _ours(workspace)}
    assert deliver(workspace.settings, endpoint, Request()).requests == 0


class _Breaking(Endpoint):
    """Fails after some updates, which it does or does not do."""

    def __init__(self, server: str, after: int, is_done: bool) -> None:
        super().__init__(f"{server}/query", f"{server}/update", Access())
        self._left = after
        self._is_done = is_done

    def update(self, text: str) -> None:
        if self._left == 0:
            if self._is_done:
                super().update(text)
            raise ConnectionAbortedError("cut")
        self._left -= 1
        super().update(text)


@pytest.mark.parametrize(
    ("after", "is_done", "is_first"),
    [(0, False, True), (1, True, True), (3, False, True), (0, True, False), (3, True, False)],
)
def test_after_a_failure_half_way_the_next_load_ends_it(
    server: str, workspace: Workspace, after: int, is_done: bool, is_first: bool
) -> None:
    whole = Endpoint(f"{server}/query", f"{server}/update", Access())
    whole.update(OTHERS)
    theirs = _held(server)
    workspace.load()
    if not is_first:
        deliver(workspace.settings, whole, Request())
        (workspace.data / "facts.ttl").write_text(FACTS.replace("나래", "다솜"), encoding="utf-8")
        workspace.load()
    with pytest.raises(ConnectionAbortedError):
        deliver(workspace.settings, _Breaking(server, after, is_done), Request(batch=5))
    (workspace.data / "facts.ttl").write_text(FACTS.replace("가람", "라온"), encoding="utf-8")
    workspace.load()
    deliver(workspace.settings, whole, Request())
    assert _held(server) == _ours(workspace) | theirs


def test_an_endpoint_that_somebody_else_loaded(
    server: str, workspace: Workspace, run: Callable[..., Ran]
) -> None:
    url = f"{server}/query"
    assert run("load", "--endpoint", url).code == 0
    shutil.rmtree(workspace.folder / "endpoints")
    (workspace.data / "facts.ttl").write_text(FACTS.replace("가람", "라온"), encoding="utf-8")
    before = _held(server)
    refused = run("load", "--endpoint", url)
    assert refused.code == 2
    assert f"kg: {url}: holds the graph of another load" in refused.err
    assert "nothing of it was changed (--replace writes all graphs below" in refused.err
    assert _held(server) == before
    assert run("load", "--endpoint", url, "--replace").code == 0
    assert _held(server) == _ours(workspace)
    again = run("load", "--endpoint", url)
    assert again.err.endswith(f"{url} has the graph already\n")


def test_an_endpoint_that_was_emptied_gets_all_again(server: str, workspace: Workspace) -> None:
    endpoint = Endpoint(f"{server}/query", f"{server}/update", Access())
    workspace.load()
    deliver(workspace.settings, endpoint, Request())
    endpoint.update("CLEAR ALL")
    deliver(workspace.settings, endpoint, Request())
    assert _held(server) == _ours(workspace)


def test_graphs_of_our_names_are_not_mixed_with_ours(
    server: str, workspace: Workspace, run: Callable[..., Ran]
) -> None:
    endpoint = Endpoint(f"{server}/query", f"{server}/update", Access())
    endpoint.update(f"INSERT DATA {{ GRAPH <{BASE}document/x> {{ <urn:a> <urn:b> 1 }} }}")
    done = run("load", "--endpoint", f"{server}/query")
    assert (done.code, "has graphs below" in done.err) == (2, True)
    assert len(_held(server)) == 1


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("--replace",), "--replace is about an endpoint: add --endpoint URL"),
        (("--endpoint", "ftp://x"), "ftp://x: is no http or https URL"),
        (("--endpoint", "http://a:secret@x/q"), "http://x/q: a URL is shown in messages"),
        (("--endpoint", "http://x", "--facts-graph", "facts"), "'facts' is no absolute IRI"),
        (("--endpoint", "http://127.0.0.1:9/q"), "http://127.0.0.1:9/q: cannot be reached"),
    ],
)
def test_bad_calls(
    workspace: Workspace, run: Callable[..., Ran], args: tuple[str, ...], message: str
) -> None:
    code, _, err = run("load", *args)
    assert code == 2
    assert message in err
    assert "secret" not in err


def test_a_dry_run_asks_no_endpoint(workspace: Workspace, run: Callable[..., Ran]) -> None:
    done = run("load", "--dry-run", "--endpoint", "http://127.0.0.1:9/q")
    assert done.code == 0
    assert "deliver  http://127.0.0.1:9/q" in done.out


def test_the_difference_of_two_walks() -> None:
    quads = [
        ox.Quad(ox.NamedNode(f"urn:{n}"), ox.NamedNode("urn:p"), ox.Literal(n)) for n in range(9)
    ]
    before, after = quads[:6], [quads[8], *quads[2:4], quads[0], quads[7]]
    removed, added = differences(before, after)
    assert set(removed) == set(before) - set(after)
    assert set(added) == set(after) - set(before)
    assert differences(before, before[::-1]) == ([], [])
