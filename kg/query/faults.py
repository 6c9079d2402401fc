"""What is wrong with a query that the engine does not take, and where, shown to a person."""

import re
import unicodedata
from collections.abc import Sequence

from kg.errors import KgError
from kg.sparql.prologue import UPDATES, is_absolute, prologue
from kg.sparql.tokens import Token, tokens, where

_KEYWORDS = frozenset(
    """A ABS ADJUST ALL AND AS ASC ASK AVG BASE BIND BNODE BOUND BY CEIL COALESCE CONCAT CONSTRUCT
    CONTAINS COUNT DATATYPE DAY DEFAULT DESC DESCRIBE DISTINCT ENCODE_FOR_URI EXISTS FALSE FILTER
    FLOOR FROM GRAPH GROUP GROUP_CONCAT HASLANG HASLANGDIR HAVING HOURS IF IN IRI ISBLANK ISIRI
    ISLITERAL ISNUMERIC ISTRIPLE ISURI LANG LANGDIR LANGMATCHES LATERAL LCASE LIMIT MAX MD5 MIN
    MINUS MINUTES MONTH NAMED NOT NOW OBJECT OFFSET OPTIONAL ORDER PREDICATE PREFIX RAND REDUCED
    REGEX REPLACE ROUND SAMETERM SAMPLE SECONDS SELECT SEPARATOR SERVICE SHA1 SHA256 SHA384 SHA512
    SILENT STR STRAFTER STRBEFORE STRDT STRENDS STRLANG STRLANGDIR STRLEN STRSTARTS STRUUID SUBJECT
    SUBSTR SUM TIMEZONE TRIPLE TRUE TZ UCASE UNDEF UNION UNTIL URI UUID VALUES VERSION WHERE
    YEAR""".split()  # noqa: SIM905  (quotes and commas around 90 words would hide them)
)
_PLACE = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
_SENTENCE = re.compile(r"[A-Z][a-z]+ [a-z]\w*|The \w+ ")
_CLOSES = {")": "(", "}": "{", "]": "["}


def fault(error: SyntaxError, text: str, name: str, base: str | None) -> KgError:
    """The complaint about a query text: what, where, and the line with a caret below it."""
    read = tokens(text)
    what, position = (
        _update(read) or _unclosed_string(read) or _keyword(read) or _brackets(read)
        or _prefix(read, str(error)) or _relative(read, base) or _engine(read, str(error), text)
    )  # fmt: skip
    return KgError("syntax", f"{what}\n{pointed(text, position)}", where(text, position, name))


def pointed(text: str, position: int) -> str:
    """The line of a position with a caret below it, aligned below wide characters too."""
    start = text.rfind("\n", 0, position) + 1
    line = text[start:].partition("\n")[0].rstrip("\r")
    before = line[: position - start]
    return f"    {line}\n    {''.join(_blank(char) for char in before)}^"


def _blank(char: str) -> str:
    if char == "\t":
        return char
    if unicodedata.combining(char):
        return ""
    return "  " if unicodedata.east_asian_width(char) in {"W", "F"} else " "


Found = tuple[str, int] | None


def _update(read: Sequence[Token]) -> Found:
    found = prologue(read)
    if found.form not in UPDATES:
        return None
    return f"{found.form} is an update; kg query only reads", read[found.body].start


def _unclosed_string(read: Sequence[Token]) -> Found:
    token = next((t for t in read if t.kind == "sign" and t.text in {'"', "'"}), None)
    return ("this string is not closed", token.start) if token else None


def _keyword(read: Sequence[Token]) -> Found:
    for token in read:
        if token.kind == "word" and token.text.upper() not in _KEYWORDS:
            import difflib  # noqa: PLC0415  (3 ms, for a misspelling only)

            near = difflib.get_close_matches(token.text.upper(), sorted(_KEYWORDS), n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            return f"{token.text} is no word of SPARQL{hint}", token.start
    return None


def _brackets(read: Sequence[Token]) -> Found:
    opened: list[Token] = []
    for token in read:
        if token.kind != "sign":
            continue
        if token.text in "([{":
            opened.append(token)
        elif token.text in _CLOSES:
            if not opened:
                return f"{token.text} closes nothing", token.start
            last = opened.pop()
            if last.text != _CLOSES[token.text]:
                return f"{token.text} where {last.text} is still open", token.start
    return (f"{opened[-1].text} is never closed", opened[-1].start) if opened else None


def _prefix(read: Sequence[Token], message: str) -> Found:
    if "Prefix not found" not in message:
        return None
    declared = prologue(read)
    for token in read[declared.body :]:
        if token.kind == "name" and token.text.partition(":")[0] not in declared.prefixes:
            prefix = token.text.partition(":")[0]
            return f"the prefix {prefix}: is not declared (PREFIX {prefix}: <…>)", token.start
    return None


def _relative(read: Sequence[Token], base: str | None) -> Found:
    if base is not None or prologue(read).base is not None:
        return None
    for token in read:
        if token.kind == "iri" and not is_absolute(token.text[1:-1]):
            return f"{token.text} is relative, and there is no base (--base IRI)", token.start
    return None


def _engine(read: Sequence[Token], message: str, text: str) -> tuple[str, int]:
    """The engine's own words where it has some, at the token that it could not read."""
    match = _PLACE.match(message)
    if match is None:
        return " ".join(message.split()), 0
    lines = text.split("\n")
    row = int(match[1]) - 1
    position = sum(len(line) + 1 for line in lines[:row]) + int(match[2]) - 1
    if not read:
        return "there is no query, comments alone", 0
    said = [part.strip() for part in match[3].split(", ") if _SENTENCE.search(part)]
    reached = [t for t in read if t.end > position] or list(read[-1:])
    if said:
        return said[0].removeprefix("The "), reached[0].start
    return f"{reached[0].text} does not fit here", reached[0].start
