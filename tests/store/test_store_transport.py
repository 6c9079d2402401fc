"""HTTP as endpoints need it, against a server that misbehaves in every way asked for."""

import base64
import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kg.errors import KgError
from kg.store import transport
from kg.store.remote import Endpoint, updates_beside
from kg.store.transport import Access, access

YES = b'{"head":{},"boolean":true}'
JSON = "application/sparql-results+json"
CHALLENGES = {
    "/basic": 'Basic realm="a"',
    "/digest": 'Digest realm="a", nonce="n", qop="auth", algorithm="MD5"',
}
MOVED = {
    "/moved": (308, "/yes"),
    "/found": (302, "/yes"),
    "/file": (302, "file:///etc/hosts"),
    "/loop": (302, "/loop"),
}
HEADERS = {
    "/gzip": [("Content-Encoding", "gzip")],
    "/short": [("Content-Length", "99")],
    "/cut": [("X-SPARQL-MaxRows", "10000")],
}


class _Server(ThreadingHTTPServer):
    """Remembers the Authorization header of each request, by path."""

    seen: list[tuple[str, str | None]]


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        asked = self.headers["Authorization"]
        self.server.seen.append((self.path, asked))
        times = sum(path == self.path for path, _ in self.server.seen)
        if self.path == "/gone":
            self.close_connection = True
        elif self.path in CHALLENGES and not asked:
            self._answer(401, "text/plain", b"", ("WWW-Authenticate", CHALLENGES[self.path]))
        elif self.path in MOVED:
            status, target = MOVED[self.path]
            self._answer(status, "text/plain", b"", ("Location", target))
        elif self.path == "/busy" and times == 1:
            self._answer(503, "text/plain", b"busy")
        elif self.path == "/down":
            self._answer(503, "text/html", b"<html><style>x</style><p>down &amp; out</html>")
        else:
            body = gzip.compress(YES) if self.path == "/gzip" else YES
            self._answer(200, JSON, body, *HEADERS.get(self.path, ()))

    def _answer(self, status: int, media_type: str, body: bytes, *more: tuple[str, str]) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        for name, value in more:
            self.send_header(name, value)
        if not any(name == "Content-Length" for name, _ in more):
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[_Server]:
    monkeypatch.setattr(transport, "_PAUSES", (0.0, 0.0))
    one = _Server(("127.0.0.1", 0), _Handler)
    one.seen = []
    thread = threading.Thread(target=one.serve_forever)
    thread.start()
    yield one
    one.shutdown()
    thread.join()
    one.server_close()


def _url(server: _Server, path: str) -> str:
    return f"http://127.0.0.1:{server.server_port}{path}"


@pytest.mark.parametrize("path", ["/gzip", "/moved", "/found", "/busy", "/yes"])
def test_answers(server: _Server, path: str) -> None:
    assert Endpoint(_url(server, path), allowed=Access()).query("ASK {}")


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/short", "its answer breaks off"),
        ("/file", "it answers 302"),
        ("/loop", "it answers 302"),
        ("/down", "it answers 503 Service Unavailable: down & out"),
        ("/basic", "it answers 401 Unauthorized (set KG_ENDPOINT_USER and KG_ENDPOINT_PASSWORD"),
        ("/gone", "it closes the connection without an answer"),
    ],
)
def test_failures(server: _Server, path: str, message: str) -> None:
    with pytest.raises(KgError) as caught:
        Endpoint(_url(server, path), allowed=Access()).query("ASK {}")
    assert message in str(caught.value)


@pytest.mark.parametrize(("path", "times"), [("/down", 3), ("/gone", 3), ("/short", 1)])
def test_a_query_is_tried_again_and_an_update_is_not(
    server: _Server, path: str, times: int
) -> None:
    endpoint = Endpoint(_url(server, path), allowed=Access())
    with pytest.raises(KgError):
        endpoint.query("ASK {}")
    assert len(server.seen) == times
    server.seen.clear()
    with pytest.raises(KgError):
        endpoint.update("CLEAR ALL")
    assert len(server.seen) == 1


def test_a_password_is_sent_when_it_is_asked_for(server: _Server) -> None:
    allowed = Access(user="na", password="pass")  # noqa: S106  (a test's)
    for path in ("/basic", "/digest", "/yes"):
        assert Endpoint(_url(server, path), allowed=allowed).query("ASK {}")
    sent = [asked for _, asked in server.seen]
    assert sent[0] is None
    assert sent[1] == "Basic " + base64.b64encode(b"na:pass").decode()
    assert sent[2] is None
    assert sent[3] is not None
    assert sent[3].startswith("Digest ")
    assert sent[4] is None


def test_a_token_does_not_follow_a_redirect(server: _Server) -> None:
    assert Endpoint(_url(server, "/moved"), allowed=Access(token="t")).query("ASK {}")  # noqa: S106
    assert server.seen == [("/moved", "Bearer t"), ("/yes", None)]


def test_a_server_that_cuts_its_answer_says_so(server: _Server) -> None:
    endpoint = Endpoint(_url(server, "/cut"), allowed=Access())
    endpoint.query("ASK {}")
    assert endpoint.cut == 10_000


def test_access_from_the_environment() -> None:
    assert access({}) == Access()
    assert access({"KG_ENDPOINT_TIMEOUT": "1000", "KG_ENDPOINT_TOKEN": "t"}) == Access(
        token="t",  # noqa: S106  (a test's)
        timeout=1000.0,
    )
    for wrong in (
        {"KG_ENDPOINT_TIMEOUT": "soon"},
        {"KG_ENDPOINT_TIMEOUT": "0"},
        {"KG_ENDPOINT_TOKEN": "a\nb"},
        {"KG_ENDPOINT_TOKEN": "t", "KG_ENDPOINT_USER": "u"},
    ):
        with pytest.raises(KgError):
            access(wrong)


@pytest.mark.parametrize(
    ("url", "updates"),
    [
        ("http://h:7878/query", "http://h:7878/update"),
        ("http://h/ds/query", "http://h/ds/update"),
        ("http://h/repositories/a", "http://h/repositories/a/statements"),
        ("http://h/sparql-auth", "http://h/sparql-auth"),
    ],
)
def test_where_updates_go(url: str, updates: str) -> None:
    assert updates_beside(url) == updates
