"""`kg query`, as a user calls it."""

import io
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs

import pyoxigraph as ox
import pytest
from rich.cells import cell_len

from kg.cli.main import main
from kg.cli.query_table import table
from kg.query.saved import saved

ROOT = Path(__file__).parents[2]
CASE = ROOT / "tests" / "cases" / "queries" / "graph.trig"
ABOUT = ("--data", str(CASE))


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Run:
    """Runs `kg ARGS` in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def call(*args: str) -> Ran:
        code = main(list(args))
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return call


def test_a_saved_query_by_name_as_csv(run: Run) -> None:
    code, out, err = run("query", "mergers", *ABOUT)
    lines = out.split("\r\n")
    assert (code, err) == (0, "")
    assert lines[0].startswith("date,company,role,result,status,quote,disputed,")
    assert lines[1].startswith("2014-10,다음커뮤니케이션,participant,다음카카오,asserted,")
    assert run("query", "queries/mergers.rq", *ABOUT).out == out


def test_a_typed_query_needs_no_usual_prefixes(run: Run) -> None:
    text = "SELECT (COUNT(*) AS ?n) { ?s a kg:Merger }"
    assert run("query", text, *ABOUT) == (0, "n\r\n3\r\n", "")


def test_a_file_declares_its_own_prefixes(run: Run) -> None:
    Path("q.rq").write_text("ASK { ?s a kg:Merger }", encoding="utf-8")
    code, _, err = run("query", "q.rq", *ABOUT)
    assert code == 2
    assert err.startswith("kg: q.rq:1:12: the prefix kg: is not declared")


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"ASK {}")))
    assert run("query", "-", *ABOUT).out == "true\n"


def test_parameters(run: Run) -> None:
    code, out, err = run("query", "profile", "-p", "company=아이위랩", *ABOUT)
    assert (code, err) == (0, "")
    assert "name,아이위랩,2006-12,legal," in out
    code, out, err = run("query", "at", "-p", "company=카카오", "-p", "date=2012-01-01", *ABOUT)
    assert "name,카카오,certain,2010-09,2014-10,legal," in out
    assert "카카오 means <https://example.org/kg/company/아이위랩>" in err


def test_explain_prints_what_any_engine_runs(run: Run) -> None:
    code, out, _ = run("query", "profile", "-p", "company=아이위랩", "--explain", *ABOUT)
    assert code == 0
    assert "company/아이위랩>  a ?narrower" in out
    store = ox.Store()
    store.load(path=str(CASE), format=ox.RdfFormat.TRIG)
    assert list(store.query(out))  # type: ignore[arg-type]
    _, out, _ = run("query", "SELECT ?s { ?s a kg:Merger ; kg:x <y> }", "--explain", *ABOUT,
                    "--base", "http://e/")  # fmt: skip
    assert out.startswith("BASE <http://e/>\nPREFIX kg: <https://w3id.org/companykg#>\nSELECT ?s")


def test_list_and_help(run: Run) -> None:
    code, out, _ = run("query", "--list")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == list(saved([ROOT / "queries"]))
    assert "profile -p company=…" in out
    assert "합병" in run("--lang", "ko", "query", "--list").out
    told = run("--lang", "en", "query", "profile", "--help").out
    assert told.startswith("Usage: kg query profile -p company=… [OPTIONS]")
    assert "company (entity)" in told
    assert "Ask the graph" in run("query", "--help").out


def test_yes_or_no_on_a_terminal_is_one_word(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.cli.query.on_terminal", lambda: True)
    assert run("query", "ASK {}", *ABOUT).out == "true\n"
    assert "answer" in run("query", "ASK {}", "--format", "table", *ABOUT).out


def test_yes_or_no_as_exit_status(run: Run) -> None:
    assert run("query", "ASK { ?s a kg:None }", *ABOUT).code == 0
    assert run("query", "ASK { ?s a kg:None }", "--exit-status", *ABOUT).code == 1
    assert run("query", "ASK { ?s a kg:Merger }", "--exit-status", *ABOUT).code == 0


def test_output_to_a_file_takes_the_format_of_its_suffix(run: Run) -> None:
    text = "SELECT ?s { ?s a kg:Merger } ORDER BY ?s"
    assert run("query", text, *ABOUT, "--output", "out.json") == (0, "", "")
    assert len(json.loads(Path("out.json").read_bytes())["results"]["bindings"]) == 3
    code, _, err = run("query", text, *ABOUT, "-o", "none/out.csv")
    assert code == 2
    assert err.startswith("kg: none/out.csv: cannot be written")


def test_files_after_one_data_option(run: Run) -> None:
    Path("a.ttl").write_text("<urn:a> <urn:p> 1 .", encoding="utf-8")
    Path("b.ttl").write_text("<urn:b> <urn:p> 2 .", encoding="utf-8")
    text = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    assert run("query", text, "--data", "a.ttl", "b.ttl").out == "n\r\n2\r\n"
    assert run("query", text, "--data", "a.ttl", "--graph", "urn:g=b.ttl").out == "n\r\n1\r\n"
    assert run("query", "--data", "a.ttl", "b.ttl", text).out == "n\r\n2\r\n"


def test_an_unknown_term_is_told_beside_the_result(run: Run) -> None:
    code, out, err = run("query", "SELECT ?s { ?s a kg:Mergr }", *ABOUT)
    assert (code, out) == (0, "s\r\n")
    assert "kg:Mergr is neither in the ontology nor in the graph; the nearest: kg:Merger" in err


def test_a_limit_is_part_of_the_query(run: Run) -> None:
    assert run("query", "names", "--limit", "2", *ABOUT).out.count("\r\n") == 3
    assert run("query", "names", "--limit", "0", *ABOUT).out.count("\r\n") == 1
    assert run("query", "names", "--limit", "2", "--explain", *ABOUT).out.endswith(" LIMIT 2\n")
    assert run("query", "ASK {}", "--limit", "0", *ABOUT).out == "true\n"
    assert run("query", "names", "--limit", "-1", *ABOUT).code == 2


def test_a_base_alone_makes_an_empty_dataset(run: Run) -> None:
    code, out, err = run("query", "SELECT (1 AS ?n) {}", "--base", "http://e/")
    assert (code, out) == (0, "n\r\n1\r\n")
    assert err == "kg: neither --data nor a workspace: the dataset is empty\n"


BAD = [
    (("mergrs", *ABOUT), "mergrs: no saved query and no file (did you mean mergers?)"),
    (("nix/none.rq", *ABOUT), "nix/none.rq: no such file"),
    (("SELECT ?s {", *ABOUT), "query:1:11: { is never closed\n    SELECT ?s {\n              ^"),
    (("profile", *ABOUT), "profile: needs company (add -p company=…)"),
    (("profile", "-p", "compny=x", *ABOUT), "profile: has no parameter compny (did you mean comp"),
    (("profile", "-p", "company", *ABOUT), "-p company: not name=value"),
    (("profile", "-p", "company=없는이름", *ABOUT), "-p company: nothing in the graph is named"),
    (("mergers", "--data", "none.ttl"), "none.ttl: cannot be read: No such file or directory"),
    (("mergers",), "no kg.toml"),
    (("",), "the query is empty (kg query --list"),
    (("CLEAR ALL", *ABOUT), "query:1:1: CLEAR is an update; kg query only reads"),
    (("ASK {}", "--base", "not an iri", *ABOUT), "--base 'not an iri' is no absolute IRI"),
    (("ASK {}", "--base", "kg", *ABOUT), "--base 'kg' is no absolute IRI (such as https://"),
    (("mergers", "--format", "nt", *ABOUT), "nt cannot hold rows"),
    (("mergers", "--endpoint", "ftp://x"), "ftp://x: is no http or https URL"),
    (("mergers", "--endpoint", "http://x", *ABOUT), "--endpoint goes with neither --data nor"),
    (
        ("profile", "-p", "company=x", "--endpoint", "http://127.0.0.1:9/q"),
        "9/q: cannot be reached",
    ),
    (("mergers", "--endpoint", "http://127.0.0.1:9/q"), "http://127.0.0.1:9/q: cannot be reached"),
]


@pytest.mark.parametrize(("args", "message"), BAD)
def test_bad_calls(run: Run, args: tuple[str, ...], message: str) -> None:
    code, out, err = run("query", *args)
    assert (code, out) == (2, "")
    assert message in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("mergers", "--format", "yaml"), "'yaml' is not one of 'table', 'csv'"),
        ((), "Which query?"),
        (("mergers", "names"), "One query at a time"),
        (("mergers", "names", "--data", "x.ttl"), "One query at a time"),
    ],
)
def test_wrong_usage(run: Run, args: tuple[str, ...], message: str) -> None:
    code, _, err = run("query", *args)
    assert code == 2
    assert message in err


def test_a_header_that_promises_other_columns(run: Run) -> None:
    Path("q.rq").write_text('#+ columns = ["a"]\nSELECT ?b {}', encoding="utf-8")
    code, out, err = run("query", "q.rq", *ABOUT)
    assert (code, out) == (2, "")
    assert "q.rq: the header's columns are a, but the query selects b" in err


def test_a_query_of_the_workspace_comes_first(run: Run) -> None:
    Path("kg.toml").write_text("", encoding="utf-8")
    Path("queries").mkdir()
    Path("queries/mergers.rq").write_text("ASK {}", encoding="utf-8")
    assert run("query", "mergers", *ABOUT).out == "true\n"
    assert run("query", "names", *ABOUT).out.startswith("entity,name")


def test_the_first_query_loads_the_data(run: Run) -> None:
    Path("kg.toml").write_text("", encoding="utf-8")
    Path("data").mkdir()
    fact = (
        "@prefix kg: <https://w3id.org/companykg#> .\n@base <https://example.org/kg/> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        '<company/가람> a kg:Company ; rdfs:label "가람" .\n'
        '<company/나래> a kg:Company ; rdfs:label "나래" .\n'
        "<event/1> a kg:Merger ; kg:participant <company/가람>, <company/나래> .\n"
    )
    Path("data/facts.ttl").write_text(fact, encoding="utf-8")
    first = run("query", "mergers", "--format", "jsonl")
    assert first.err.startswith("the graph is empty: loading the workspace's data first\n")
    assert [json.loads(line)["company"] for line in first.out.splitlines()] == ["가람", "나래"]
    assert run("query", "mergers", "--format", "jsonl") == (0, first.out, "")


def test_a_closed_pipe_is_no_error() -> None:
    command = f"{sys.executable} -m kg query evidence --data {CASE} | head -n 1"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, cwd=ROOT, check=False
    )
    assert done.stdout.decode() == "fact,document,start,end,quote\r\n"
    assert done.stderr == b""


class _Endpoint(BaseHTTPRequestHandler):
    """A SPARQL endpoint over the case, as the protocol has it."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        assert self.headers["Content-Type"] == "application/x-www-form-urlencoded"
        text = parse_qs(body)["query"][0]
        store = ox.Store()
        store.load(path=str(CASE), format=ox.RdfFormat.TRIG)
        try:
            result = store.query(text)
        except SyntaxError as error:
            self._answer(400, "text/plain", f"no SPARQL:\n {error}".encode())
            return
        if isinstance(result, ox.QueryTriples):
            body = result.serialize(format=ox.RdfFormat.N_TRIPLES) or b""
            self._answer(200, "application/n-triples", body)
        elif "teapot" in text:
            self._answer(200, "text/html", b"<p>")
        else:
            body = result.serialize(format=ox.QueryResultsFormat.JSON) or b""
            self._answer(200, "application/sparql-results+json; charset=utf-8", body)

    def _answer(self, status: int, media_type: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def endpoint() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _Endpoint)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/query"
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_endpoint_gives_the_same(run: Run, endpoint: str) -> None:
    remote = ("--endpoint", endpoint)
    for args in (
        ("mergers",),
        ("profile", "-p", "company=아이위랩", "--format", "json"),
        ("ASK { ?s a kg:Merger }",),
        ("CONSTRUCT { ?s a kg:X } WHERE { ?s a kg:Merger }",),
    ):
        assert run("query", *args, *remote) == run("query", *args, *ABOUT)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT {", "it answers 400 Bad Request: no SPARQL: error at 1:"),
        ("ASK { ?s ?p 'teapot' }", "it answers text/html, not with a result"),
    ],
)
def test_what_an_endpoint_complains_of(run: Run, endpoint: str, text: str, message: str) -> None:
    code, out, err = run("query", text, "--endpoint", endpoint)
    assert (code, out) == (2, "")
    assert message in err


def test_the_table_aligns_wide_characters() -> None:
    output = io.StringIO()
    table(["이름", "n"], [["카카오", "1"], ["[b]x[/b]", "22"]], output, None)
    assert [line.rstrip() for line in output.getvalue().splitlines()] == [
        "",
        " 이름       n",
        " ─────────────",
        " 카카오     1",
        " [b]x[/b]   22",
        "",
    ]


def test_the_table_folds_and_counts_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    output = io.StringIO()
    table(["a"], [["카카오" * 20]], output, 40)
    lines = output.getvalue().splitlines()
    assert sum(line.count("오") for line in lines) == 20
    assert lines[-1] == "1 row"
    assert len(lines) > 4


@pytest.mark.parametrize("width", [30, 44, 60, 80])
def test_a_narrow_terminal_cuts_nothing_off(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    output = io.StringIO()
    rows = [["AI Lab", "다음커뮤니케이션", "legal", "1997", "company/다음커뮤니케이션"]] * 3
    table(["entity", "name", "kind", "from", "iri"], rows, output, width)
    lines = output.getvalue().splitlines()
    rule = next(index for index, line in enumerate(lines) if "──" in line)
    shown = "".join("".join(lines[rule + 1 : -1]).split())
    assert sorted(shown) == sorted("".join("".join("".join(row) for row in rows).split()))
    assert width < 40 or "1997" in output.getvalue()
    assert all(cell_len(line) <= width for line in lines)


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals are POSIX's")
def test_control_c_ends_a_long_query(tmp_path: Path) -> None:
    facts = "".join(f"<urn:{n}> <urn:p> {n} .\n" for n in range(20_000))
    (tmp_path / "facts.ttl").write_text(facts, encoding="utf-8")
    endless = "SELECT (COUNT(*) AS ?n) { ?a <urn:p> ?x . ?b <urn:p> ?y FILTER(?x + ?y < 0) }"
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", "query", endless, "--data", "facts.ttl"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(timeout=2)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=60) == 130


def test_a_service_that_does_not_answer(run: Run) -> None:
    text = "SELECT * { SERVICE <http://127.0.0.1:8/> { ?s ?p ?o } }"
    code, _, err = run("query", text, "--allow-service", *ABOUT)
    assert code == 2
    assert err.startswith("kg: the query failed: Connection refused")
