"""HTTP as SPARQL endpoints need it: credentials, redirects, compressed answers, plain errors."""

import gzip
import html
import http.client
import os
import re
import time
import urllib.error
import urllib.parse
import urllib.request
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from typing import IO, NamedTuple

from kg import __version__
from kg.errors import KgError, Where

TIMEOUT = 600.0
"""Seconds without a byte after which an endpoint counts as gone, unless the environment says."""

_SHOWN = 300
_BUSY = frozenset({429, 502, 503, 504})
_PAUSES = (0.5, 2.0)
"""Seconds between the tries of a query: one that a busy server turns away may get in later."""

_FAILURES = (OSError, ValueError, EOFError, zlib.error, http.client.HTTPException)
_MARKUP = re.compile(r"<(style|script)\b.*?</\1>|<[^>]*>", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Access:
    """Who asks, and for how long: what the environment says, never kg.toml or a URL.

    `user` and `password` answer a challenge (HTTP Basic or Digest, RFC 7617 and 7616), so that a
    password goes nowhere unasked; `token` is sent with every request (RFC 6750).
    """

    user: str = ""
    password: str = ""
    token: str = ""
    timeout: float = TIMEOUT


class Answer(NamedTuple):
    """What a server answers; header names in lower case."""

    media_type: str
    data: bytes
    headers: Mapping[str, str]


def access(environ: Mapping[str, str] = os.environ) -> Access:
    """Access by KG_ENDPOINT_USER and KG_ENDPOINT_PASSWORD or KG_ENDPOINT_TOKEN, with the patience
    of KG_ENDPOINT_TIMEOUT. Raises KgError where they contradict each other."""
    user, password = environ.get("KG_ENDPOINT_USER", ""), environ.get("KG_ENDPOINT_PASSWORD", "")
    token, seconds = environ.get("KG_ENDPOINT_TOKEN", ""), environ.get("KG_ENDPOINT_TIMEOUT", "")
    if token and (user or password):
        raise KgError(
            "endpoint-access", "KG_ENDPOINT_TOKEN goes with neither KG_ENDPOINT_USER nor _PASSWORD"
        )
    if not token.isprintable() or not token.isascii():
        raise KgError("endpoint-access", "KG_ENDPOINT_TOKEN holds what no header may hold")
    if seconds and not re.fullmatch(r"[1-9][0-9]{0,6}", seconds):
        raise KgError("endpoint-access", "KG_ENDPOINT_TIMEOUT is no whole number of seconds")
    return Access(user, password, token, float(seconds or TIMEOUT))


def checked(url: str) -> str:
    """The URL. Raises KgError where it is not one of http or https, or holds a password."""
    if not url.startswith(("http://", "https://")):
        raise KgError("bad-endpoint", "is no http or https URL", Where(url))
    try:
        parts = urllib.parse.urlsplit(url)
        named = bool(parts.hostname) and (parts.port or 0) >= 0
    except ValueError:
        named, parts = False, urllib.parse.SplitResult("", "", "", "", "")
    if not named:
        raise KgError("bad-endpoint", "names no host, or no port that there is", Where(url))
    if "@" in parts.netloc:
        raise KgError(
            "bad-endpoint",
            "a URL is shown in messages and lists of processes: it must hold no password",
            Where(urllib.parse.urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))),
            "set KG_ENDPOINT_USER and KG_ENDPOINT_PASSWORD",
        )
    return url


def post(
    url: str, body: bytes, headers: Mapping[str, str], access: Access, safe: bool = False
) -> Answer:
    """The answer to a request that is sent by POST.

    `safe`: asking twice changes nothing, so that a busy server is asked again. Raises KgError with
    what the server says where it refuses, cannot be reached, or breaks off.
    """
    pauses = _PAUSES if safe else ()
    for pause in pauses:
        try:
            return _sent(url, body, headers, access)
        except urllib.error.HTTPError as error:
            if error.code not in _BUSY:
                raise _refused(url, error, access) from None
        except (http.client.RemoteDisconnected, ConnectionResetError):
            pass
        except _FAILURES as error:
            raise _explained(url, error, access) from None
        time.sleep(pause)
    try:
        return _sent(url, body, headers, access)
    except _FAILURES as error:
        raise _explained(url, error, access) from None


def _explained(url: str, error: Exception, access: Access) -> KgError:
    """What went wrong between two machines, in words."""
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(error, urllib.error.HTTPError):
        return _refused(url, error, access)
    if isinstance(reason, TimeoutError):
        return _late(url, access)
    if isinstance(error, urllib.error.URLError):
        return failed(url, f"cannot be reached: {reason}")
    if isinstance(error, http.client.RemoteDisconnected | ConnectionResetError):
        return failed(url, "it closes the connection without an answer")
    if isinstance(error, UnicodeEncodeError):
        return failed(url, "it asks for HTTP Digest: user and password must be ASCII")
    return failed(url, f"its answer breaks off: {error}")


def failed(url: str, why: str, hint: str | None = None) -> KgError:
    """The complaint about an endpoint, in one line."""
    return KgError("endpoint", " ".join(why.split()), Where(url), hint)


def _sent(url: str, body: bytes, headers: Mapping[str, str], access: Access) -> Answer:
    request = urllib.request.Request(url, data=body)  # noqa: S310  (http or https: `checked`)
    for name, value in headers.items():
        request.add_header(name, value)
    request.add_header("User-Agent", f"kg/{__version__}")
    request.add_header("Accept-Encoding", "gzip")
    if access.token:
        request.add_unredirected_header("Authorization", f"Bearer {access.token}")
    with _opener(url, access).open(request, timeout=access.timeout) as response:
        found = {name.lower(): value for name, value in response.headers.items()}
        data = response.read()
    if found.get("content-encoding", "").lower() in {"gzip", "x-gzip"}:
        data = gzip.decompress(data)
    return Answer(found.get("content-type", "").partition(";")[0].strip().lower(), data, found)


def _opener(url: str, access: Access) -> urllib.request.OpenerDirector:
    handlers: list[urllib.request.BaseHandler] = [_Redirects()]
    if access.user:
        passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        parts = urllib.parse.urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}/"
        passwords.add_password(None, origin, access.user, access.password)
        handlers += [
            urllib.request.HTTPDigestAuthHandler(passwords),
            urllib.request.HTTPBasicAuthHandler(passwords),
        ]
    return urllib.request.build_opener(*handlers)


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a redirect with the same request: a query that became a GET would ask nothing.

    The token and the password stay with the server that they are for (RFC 9110, section 15.4), and
    what was asked over TLS is not asked again without.
    """

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Message,
        newurl: str,
    ) -> urllib.request.Request | None:
        """The request to send next. Raises HTTPError where none should be sent."""
        secure = req.full_url.startswith("https://")
        followed = ("https://",) if secure else ("http://", "https://")
        if not newurl.startswith(followed) or code == http.HTTPStatus.SEE_OTHER:
            raise urllib.error.HTTPError(req.full_url, code, f"{msg}: {newurl}", headers, fp)
        kept = {k: v for k, v in req.headers.items() if k.lower() != "content-length"}
        return urllib.request.Request(newurl, data=req.data, headers=kept)  # noqa: S310

    http_error_308 = urllib.request.HTTPRedirectHandler.http_error_302


def _refused(url: str, error: urllib.error.HTTPError, access: Access) -> KgError:
    try:
        said = error.read(20 * _SHOWN)
        if error.headers.get("Content-Encoding") == "gzip":
            said = zlib.decompressobj(31).decompress(said)
    except (OSError, zlib.error, http.client.HTTPException):
        said = b""
    hint = None
    if error.code in {401, 403}:
        known = access.token or access.user
        hint = None if known else "set KG_ENDPOINT_USER and KG_ENDPOINT_PASSWORD, or _TOKEN"
    words = f"it answers {error.code} {error.reason}: {_shown(said.decode('utf-8', 'replace'))}"
    return failed(url, words.removesuffix(": "), hint)


def _late(url: str, access: Access) -> KgError:
    return failed(
        url, f"gave no answer for {access.timeout:g} s", "KG_ENDPOINT_TIMEOUT sets how long to wait"
    )


def _shown(text: str) -> str:
    """The beginning of what the endpoint says, in one line; of a page its words."""
    if re.match(r"\s*<(!doctype|html)", text, re.IGNORECASE):
        text = html.unescape(_MARKUP.sub(" ", text))
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
