"""The tokens of a SPARQL query: enough to know a variable from a word in a string or comment.

Follows SPARQL 1.1 Query Language, section 19.8 (grammar), terminals 139 to 173, with the longest
match. A text that is not SPARQL has tokens too; the engine says what is wrong with it.
"""

import re
import string
from typing import NamedTuple

from kg.errors import Where

_LETTERS = string.ascii_letters
_WORD = _LETTERS + string.digits + "_"


def _sign(ascii_signs: str) -> str:
    """A class of characters of names: these of ASCII and, outside strings, IRIs and comments the
    grammar having no sign beyond it, all others. (A negated class: ranges up to U+10FFFF, the
    grammar's own or this one's, cost 50 ms to compile.)"""
    return "[^" + "".join(re.escape(chr(n)) for n in range(128) if chr(n) not in ascii_signs) + "]"


_LETTER, _CHAR, _COLON = _sign(_LETTERS), _sign(_WORD), _sign(_WORD + ":")
_INNER, _LAST = _sign(_WORD + ".-"), _sign(_WORD + "-")
_NAME = f"{_LETTER}(?:{_INNER}*{_LAST})?"
_ESCAPED = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
_LOCAL = (
    f"(?:{_COLON}|{_ESCAPED})"
    f"(?:(?:{_sign(_WORD + '.:-')}|{_ESCAPED})*(?:{_sign(_WORD + ':-')}|{_ESCAPED}))?"
)

_TOKEN = re.compile(
    rf"""
    (?P<space>[ \t\r\n]+)
  | (?P<comment>\#[^\r\n]*)
  | (?P<iri><[^<>"{{}}|^`\\\x00-\x20]*>)
  | (?P<string>'''(?:(?:'|'')?(?:[^'\\]|\\.))*''' | \"""(?:(?:"|"")?(?:[^"\\]|\\.))*\"""
       | '(?:[^'\\\r\n]|\\.)*' | "(?:[^"\\\r\n]|\\.)*")
  | (?P<variable>[?$]{_CHAR}+)
  | (?P<blank>_:{_CHAR}(?:{_INNER}*{_LAST})?)
  | (?P<name>(?:{_NAME})?:(?:{_LOCAL})?)
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<number>[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|\.[0-9]+(?:[eE][+-]?[0-9]+)?)
  | (?P<word>[A-Za-z_][A-Za-z0-9_]*)
  | (?P<sign>\^\^|&&|\|\||!=|<=|>=|.)
    """,
    re.VERBOSE | re.DOTALL,
)

_OPERANDS = {"iri", "string", "variable", "blank", "name", "number"}


class Token(NamedTuple):
    """A token: its kind, its text, and where it starts, in code points."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends, half-open."""
        return self.start + len(self.text)

    @property
    def variable(self) -> str | None:
        """The name of the variable that it is, None for other tokens: `?x` and `$x` are one."""
        return self.text[1:] if self.kind == "variable" else None

    def is_word(self, *words: str) -> bool:
        """Whether it is one of these keywords, given in capitals."""
        return self.kind == "word" and self.text.upper() in words


def tokens(text: str) -> list[Token]:
    """The tokens of a query without its blanks and comments."""
    found: list[Token] = []
    position, depth = 0, 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None or match.lastgroup is None:
            raise AssertionError("the last alternative matches any character")
        kind, spelt = match.lastgroup, match[0]
        if kind == "iri" and depth and _is_comparison(spelt, found):
            kind, spelt = "sign", "<"
        if kind not in {"space", "comment"}:
            found.append(Token(kind, spelt, position))
            depth += {"(": 1, ")": -1}.get(spelt, 0)
        position += len(spelt)
    return found


def _is_comparison(spelt: str, before: list[Token]) -> bool:
    """Whether `<?b&&?c>` inside brackets is no IRI: by the longest match it would be one, but
    engines that read without a tokenizer compare."""
    last = before[-1] if before else None
    operand = last is not None and (last.kind in _OPERANDS or last.text == ")")
    return operand and spelt[1:2] in {"?", "$"}


def where(text: str, position: int, name: str) -> Where:
    """The line and column, counted from 1, of a position in a text that the user knows by name."""
    line = text.count("\n", 0, position) + 1
    return Where(name, line, position - (text.rfind("\n", 0, position) + 1) + 1)
