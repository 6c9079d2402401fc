"""What goes to a person's terminal: results exactly as they are in a pipe, harmless on a screen."""

import codecs
import io
import sys
from typing import IO, cast

import click

from kg.cli.session import on_terminal
from kg.model.shown import shown


def tell(text: str) -> None:
    """A line or more for people, on standard output."""
    click.echo(shown(text))


def put(text: str, nl: bool = True) -> None:
    """A result for programs, on standard output: every character as it is, but on a terminal."""
    click.echo(shown(text) if on_terminal() else text, nl=nl)


def output() -> IO[bytes]:
    """Standard output for bytes of UTF-8: as they are, but on a terminal."""
    if on_terminal():
        return cast(IO[bytes], _Screen(sys.stdout.buffer))
    return sys.stdout.buffer


class _Screen(io.RawIOBase):
    """A terminal that is sent text only. What a write leaves unfinished comes with the next."""

    def __init__(self, screen: IO[bytes]) -> None:
        self._screen = screen
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._held = ""

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, data: "bytes | bytearray | memoryview", /) -> int:  # type: ignore[override]  # typeshed's own name for these is no type at run time
        """All of the data, less an unfinished character or line end."""
        text = self._held + self._decoder.decode(bytes(data))
        self._held = "\r" if text.endswith("\r") else ""
        self._screen.write(shown(text.removesuffix(self._held)).encode("utf-8"))
        return len(data)

    def flush(self) -> None:
        """What was written is on the screen."""
        self._screen.flush()
