"""How large a query may be: engines call themselves for each level and link of it, until the
process dies."""

from typing import TYPE_CHECKING

from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.sparql.tokens import Token

DEEPEST = 100
"""Brackets in each other."""

MOST = 1000
"""Patterns, groups, operators and computed values, without the rows of VALUES."""

_SMALL = 2000
"""Code points of a text that cannot be too large, unless it has many brackets."""

_WORDS = frozenset(
    {"OPTIONAL", "UNION", "MINUS", "GRAPH", "SERVICE", "LATERAL", "FILTER", "BIND", "VALUES", "AS"}
)
_PAIRS = {"(": ")", "{": "}", "[": "]"}
_ENDS = frozenset({".", ";", ","})
_SIGNS = frozenset("{!/|^+-*=<>") | {"&&", "||", "!=", "<=", ">=", "^^"}


def check_size(text: str, name: str) -> None:
    """Raises KgError, with the place, where a query is too deep or too large for an engine."""
    brackets = text.count("(") + text.count("{") + text.count("[") + text.count("<<")
    if len(text) <= _SMALL and brackets <= DEEPEST:
        return
    from kg.sparql.tokens import tokens, where  # noqa: PLC0415  (3 ms that few queries need)

    found = _beyond(tokens(text))
    if found is not None:
        what, token = found
        raise KgError("query-too-large", what, where(text, token.start, name))


def _beyond(read: "Sequence[Token]") -> "tuple[str, Token] | None":
    """What goes beyond the limits, and the token at which it does."""
    opened: list[str] = []
    count = 0
    for before, token in zip((None, *read), _without_data(read), strict=False):
        if token is None:
            continue
        if token.kind == "sign" and token.text in _PAIRS:
            opened.append(token.text)
        elif token.kind == "sign" and token.text in _PAIRS.values():
            opened = opened[:-1]
        count += _counts(token, before, opened[-1] if opened else "")
        if len(opened) > DEEPEST:
            return f"the query has more than {DEEPEST} brackets in each other", token
        if count > MOST:
            return f"the query has more than {MOST} patterns, groups and operators", token
    return None


def _counts(token: "Token", before: "Token | None", inside: str) -> bool:
    """Whether the token makes one more pattern, group, operator or member of a list."""
    if token.kind == "word":
        return token.text.upper() in _WORDS
    if token.kind == "sign":
        return token.text in _SIGNS or (inside in {"{", "["} and token.text in _ENDS)
    return inside == "(" and before is not None and before.kind not in {"word", "sign"}


def _without_data(read: "Sequence[Token]") -> "Iterator[Token | None]":
    """The tokens, None for those of data blocks, which are plain rows however many."""
    data, depth = False, 0
    for token in read:
        data = data or token.is_word("VALUES")
        if data and token.text in {"{", "}"}:
            depth += 1 if token.text == "{" else -1
            data = depth > 0
        yield None if data else token
