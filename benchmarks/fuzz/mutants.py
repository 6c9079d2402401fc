"""Seeded mutations of inputs: the same seed, the same mutants, on every machine."""

import random
import re
from collections.abc import Callable, Sequence

LARGEST = 100_000
"""Bytes that a mutant may have: enough to show work that grows with the square of the input."""

_CHARACTERS = (
    "\ufeff", "\u202e", "\u2066", "\u200b", "\x85", "\u2028", "\u2029", "\x0b", "\x0c", "\x1b",
    "\x1b]0;x\x07", "\x1b[2J", "\x7f", "\0", "\r", "\r\n", "\n\r", "\t", "\u3000", "\xa0", "\ud800",
    "\udfff", "\U0010ffff", "\ufffe", "e\u0301", "\u1112\u1161\u11ab", "\uac00\u0301", "\ufdfa",
    "\xdf", "\u0130", "\U0001f469\u200d\U0001f4bb",
)  # fmt: skip
_BYTES = (b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x80", b"\xb4\xeb")
ODD = (*(text.encode("utf-8", "surrogatepass") for text in _CHARACTERS), *_BYTES)
"""Controls, marks of direction, half characters, odd line ends, bytes that are no UTF-8."""

VALUES = (
    b"0", b"-1", b"1e400", b"-0.0", b"9" * 400, b"1e-999999999", b"NaN", b"Infinity", b"null",
    b"true", b"[]", b"{}", b'""', b"'", b'"', b"\\", b"\\u0000", b"\\ud800", b"<", b">", b"\n",
    b"2023-02-30", b"0000", b"9999-12-31", b"-0001", b"../../etc/passwd", b"file:///etc/passwd",
    b"http://127.0.0.1:9/x", b"urn:x", b"_:b", b" ", b"%s%n", b"%00", b"\xea\xb0\x80" * 300,
)  # fmt: skip
"""What stands in for a value: extremes of numbers and dates, paths, addresses, other types."""

_VALUE = re.compile(rb'"(?:[^"\\\n]|\\.)*"|<[^<>\n]*>|[+-]?\d[\d.:eE-]*|\w+')

Mutation = Callable[[random.Random, bytes, "Dictionary"], bytes]


class Dictionary:
    """What a format is made of: `tokens`, pairs that `nest`, and other inputs to splice from."""

    def __init__(
        self, tokens: Sequence[bytes], nests: Sequence[tuple[bytes, bytes]], others: Sequence[bytes]
    ) -> None:
        self.tokens = tokens
        self.nests = nests
        self.others = others


def mutant(seed: str, original: bytes, words: Dictionary) -> bytes:
    """The original after one to five mutations, the same for the same seed.

    Two of three keep to mutations that leave most formats well-formed: what is behind the parser
    is to be reached, too.
    """
    draw = random.Random(seed)  # noqa: S311  (repeatable, not secret)
    chosen = draw.choice((_GENTLE, _GENTLE, _ANY))
    data = original
    for _ in range(draw.choice((1, 1, 1, 2, 2, 3, 5))):
        data = draw.choice(chosen)(draw, data, words)[:LARGEST]
    return data


def _place(draw: random.Random, data: bytes) -> int:
    return draw.randint(0, len(data))


def _range(draw: random.Random, data: bytes) -> tuple[int, int]:
    begin = _place(draw, data)
    longest = draw.choice((4, 40, 400, len(data)))
    return begin, min(len(data), begin + draw.randint(0, longest))


def _put(data: bytes, at: int, end: int, new: bytes) -> bytes:
    return data[:at] + new + data[end:]


def flip(draw: random.Random, data: bytes, _: Dictionary) -> bytes:
    """Some bytes become others."""
    found = bytearray(data)
    for _count in range(draw.choice((1, 1, 2, 8)) if data else 0):
        found[draw.randrange(len(found))] ^= 1 << draw.randrange(8)
    return bytes(found)


def remove(draw: random.Random, data: bytes, _: Dictionary) -> bytes:
    """A part is left out."""
    return _put(data, *_range(draw, data), b"")


def truncate(draw: random.Random, data: bytes, _: Dictionary) -> bytes:
    """All after some byte is left out."""
    return data[: _place(draw, data)]


def duplicate(draw: random.Random, data: bytes, _: Dictionary) -> bytes:
    """A part stands there several times, up to thousands."""
    begin, end = _range(draw, data)
    return _put(data, end, end, data[begin:end] * draw.choice((1, 2, 10, 100, 3000)))


def swap(draw: random.Random, data: bytes, _: Dictionary) -> bytes:
    """Two values change places."""
    found = list(_VALUE.finditer(data))
    if len(found) < 2:
        return data
    one, other = sorted(draw.sample(found, 2), key=lambda match: match.start())
    between = data[one.end() : other.start()]
    return _put(data, one.start(), other.end(), other.group() + between + one.group())


def value(draw: random.Random, data: bytes, _: Dictionary) -> bytes:
    """A value becomes an extreme one, in its quotes or without them."""
    found = list(_VALUE.finditer(data))
    if not found:
        return data
    chosen, new = draw.choice(found), draw.choice(VALUES)
    first, last = chosen.group()[:1], chosen.group()[-1:]
    if first in {b'"', b"<"} and draw.random() < 0.7:
        new = first + new.replace(b'"', b"") + last
    return _put(data, *chosen.span(), new)


def token(draw: random.Random, data: bytes, words: Dictionary) -> bytes:
    """A token of the format is put in, or stands for another value."""
    new = draw.choice(words.tokens)
    found = list(_VALUE.finditer(data))
    if found and draw.random() < 0.5:
        return _put(data, *draw.choice(found).span(), new)
    at = _place(draw, data)
    return _put(data, at, at, new)


def odd(draw: random.Random, data: bytes, _: Dictionary) -> bytes:
    """An odd character, or one that is none, in one place or in many."""
    new = draw.choice(ODD)
    for _count in range(draw.choice((1, 1, 3, 50))):
        at = _place(draw, data)
        data = _put(data, at, at, new)
    return data


def nest(draw: random.Random, data: bytes, words: Dictionary) -> bytes:
    """A part is wrapped up to tens of thousands of times, closed or not."""
    opening, closing = draw.choice(words.nests)
    depth = draw.choice((3, 30, 300, 3000, 30_000))
    depth = min(depth, LARGEST // (len(opening) + len(closing)))
    begin, end = _range(draw, data)
    inner = data[begin:end][:200]
    closed = closing * depth if draw.random() < 0.7 else b""
    return _put(data, begin, end, opening * depth + inner + closed)


def long_run(draw: random.Random, data: bytes, words: Dictionary) -> bytes:
    """One token or character over and over: a line without an end."""
    piece = draw.choice(
        (draw.choice(words.tokens), draw.choice(ODD), b"a", b" ", b"-", b"\\", b"(")
    )
    at = _place(draw, data)
    return _put(data, at, at, piece * (draw.choice((100, 1000, LARGEST)) // max(len(piece), 1)))


def splice(draw: random.Random, data: bytes, words: Dictionary) -> bytes:
    """The beginning of one input and the end of another."""
    other = draw.choice(words.others)
    return data[: _place(draw, data)] + other[_place(draw, other) :]


def line_ends(draw: random.Random, data: bytes, _: Dictionary) -> bytes:
    """Other line ends throughout."""
    return data.replace(b"\n", draw.choice((b"\r\n", b"\r", b"\n\n", b" ", b"\x0b", b"\xc2\x85")))


def inside(draw: random.Random, data: bytes, words: Dictionary) -> bytes:
    """An odd character or a word in a quoted text, an IRI or a word, whose ends stay."""
    found = [match for match in _VALUE.finditer(data) if len(match.group()) > 2]
    if not found:
        return data
    chosen = draw.choice(found)
    at = draw.randint(chosen.start() + 1, chosen.end() - 1)
    new = draw.choice((draw.choice(ODD), draw.choice(words.tokens), draw.choice(VALUES)))
    return _put(data, at, at, new.replace(b'"', b"").replace(b"\n", b""))


def kept_form(draw: random.Random, data: bytes, _: Dictionary) -> bytes:
    """A quoted text or IRI becomes an extreme one, a number another number."""
    found = list(_VALUE.finditer(data))
    if not found:
        return data
    chosen = draw.choice(found)
    first, last = chosen.group()[:1], chosen.group()[-1:]
    if first in {b'"', b"<"}:
        plain = draw.choice(VALUES).replace(b'"', b"").replace(b"\n", b"").rstrip(b"\\")
        return _put(data, *chosen.span(), first + plain + last)
    if first.isdigit():
        return _put(data, *chosen.span(), draw.choice((b"0", b"-1", b"99999999999", b"1e30", b"7")))
    return data


def lines(draw: random.Random, data: bytes, _: Dictionary) -> bytes:
    """A line is left out, or stands there again, elsewhere or many times."""
    found = data.splitlines(keepends=True)
    if not found:
        return data
    at, other = draw.randrange(len(found)), draw.randrange(len(found))
    match draw.choice(("out", "again", "many")):
        case "out":
            del found[at]
        case "again":
            found.insert(other, found[at])
        case _:
            found[other:other] = [found[at]] * draw.choice((10, 100, 1000))
    return b"".join(found)


_GENTLE: tuple[Mutation, ...] = (inside, inside, kept_form, kept_form, swap, swap, lines)
_ANY: tuple[Mutation, ...] = (
    flip, flip, remove, truncate, duplicate, duplicate, swap, value, value, token, token, odd, nest,
    long_run, splice, line_ends, lines, inside,
)  # fmt: skip
