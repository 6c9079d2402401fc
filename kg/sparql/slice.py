"""At most so many rows: what SPARQL 1.1 (18.2.5.5) calls a slice, written into the query, so that
the engine stops there, whichever it is."""

from kg.sparql.prologue import prologue
from kg.sparql.tokens import Token, tokens

_DEPTH = {"(": 1, "{": 1, "[": 1, ")": -1, "}": -1, "]": -1}


def sliced(text: str, limit: int) -> str:
    """The query with `LIMIT limit`, or with its own limit where that is lower.

    Of CONSTRUCT and DESCRIBE it counts the solutions that the graph is made from. ASK has one
    answer, and stays as it is; so does a text that is no query.
    """
    read = tokens(text)
    declared = prologue(read)
    if declared.form not in {"SELECT", "CONSTRUCT", "DESCRIBE"}:
        return text
    last, depth = read[declared.body], 0
    for token, after in zip(read[declared.body :], [*read[declared.body + 1 :], None], strict=True):
        depth += _DEPTH.get(token.text, 0) if token.kind == "sign" else 0
        if not depth and token.is_word("LIMIT") and after is not None and after.text.isdecimal():
            return _replaced(text, after, min(limit, int(after.text)))
        if not depth and token.is_word("VALUES"):
            break
        last = token
    return f"{text[: last.end]} LIMIT {limit}{text[last.end :]}"


def _replaced(text: str, token: Token, limit: int) -> str:
    return f"{text[: token.start]}{limit}{text[token.end :]}"
