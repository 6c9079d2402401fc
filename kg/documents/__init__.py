"""Documents from files: bytes to a text with offsets, by the suffix of the file."""

import hashlib
import importlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from kg.documents.decode import decode
from kg.documents.header import split_header
from kg.documents.rendered import Render, Rendered
from kg.errors import KgError, Where
from kg.model.document import Document, Header

READERS: Mapping[str, str] = {
    ".txt": "kg.documents.plain:render",
    ".md": "kg.documents.markdown:render",
    ".markdown": "kg.documents.markdown:render",
    ".html": "kg.documents.html:render",
    ".htm": "kg.documents.html:render",
}
"""Suffix, in lower case → `module:attribute` of what makes a text of such a file's content."""

PLAIN = ".txt"


def read(path: Path, name: str | None = None) -> Document:
    """The document of a file; `name` is what the user knows it by, else the path as given.

    Raises KgError where the file is missing, a folder or unreadable, and as `read_bytes` does.
    """
    name = path.as_posix() if name is None else name
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise KgError("no-such-file", "there is no such file", Where(name)) from None
    except IsADirectoryError:
        raise KgError(
            "is-folder", "is a folder, not a document", Where(name), "name the files in it"
        ) from None
    except OSError as error:
        raise KgError("unreadable", f"cannot be read: {error.strerror}", Where(name)) from None
    return read_bytes(data, name, path.suffix)


def read_bytes(data: bytes, name: str, suffix: str = PLAIN) -> Document:
    """The document of these bytes, read as a file with this suffix (without one as plain text).

    Raises KgError where no reader has the suffix, the bytes are binary or not UTF-8, the header
    is not of its form, or nothing but blanks is left to read.
    """
    render = _reader(suffix or PLAIN, name)
    text = decode(data, name)
    header, body = split_header(text, name)
    rendered = render(text[body:])
    if not rendered.text.strip():
        raise KgError("empty-document", "holds no text", Where(name))
    return Document(
        name=name,
        text=text[:body] + rendered.text,
        sha256=hashlib.sha256(data).hexdigest(),
        header=_completed(header, rendered),
        body=body,
    )


def _reader(suffix: str, name: str) -> Render:
    target = READERS.get(suffix.lower())
    if target is None:
        known = ", ".join(sorted(READERS))
        raise KgError(
            "unknown-suffix",
            f"no reader for files that end in {suffix}",
            Where(name),
            f"known: {known}; save its text as .txt",
        )
    module, attribute = target.split(":")
    render: Render = getattr(importlib.import_module(module), attribute)
    return render


def _completed(header: Header, rendered: Rendered) -> Header:
    """The header, its gaps filled by what the format itself says; what is written wins."""
    return replace(
        header,
        title=header.title or rendered.title,
        published=header.published or rendered.published,
        source=header.source or rendered.source,
        language=header.language or rendered.language,
    )
