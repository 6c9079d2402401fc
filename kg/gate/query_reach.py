"""How far a SPARQL constraint reads: enough of its syntax to know that it stays near its node.

What is not understood counts as going anywhere, which costs time and is never wrong.
"""

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"""(?P<comment>\#[^\n]*)
      | (?P<iri><[^<>"{}|^`\\\s]*>)
      | (?P<string>\"{3}.*?\"{3}|'{3}.*?'{3}|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
      | (?P<variable>[?$]\w+)
      | (?P<name>[\w-]*:[\w.-]*\w|[\w-]*:|\w+)
      | (?P<mark>\S)""",
    re.VERBOSE | re.DOTALL,
)
_ANYWHERE = frozenset(
    {"GRAPH", "SERVICE", "FROM", "VALUES", "BIND", "MINUS", "SELECT", "CONSTRUCT"}
)
_GROUPS = frozenset({"{", "}", ".", "OPTIONAL", "UNION", "EXISTS", "NOT"})
_FOCUS = ("$this", "?this")
NEAR = 1
"""Steps from the focus node or a value to the farthest node whose triples may be read."""


Triple = tuple[str, list[str], str]
"""The subject, path and object of a pattern, as they are written."""


def reads_own_triples(query: str) -> bool:
    """Whether a constraint's query reads only triples of `$this`, of `?value` and of what these
    point at, `?value` being what `$PATH` leads to."""
    body = query[query.find("{") :]
    lexemes = list(_without_filters(_tokens(body)))
    if any(word.upper() in _ANYWHERE for word in lexemes):
        return False
    triples = list(_triples(lexemes))
    if not all(_plain(path) for _, path, _ in triples):
        return False
    return _near(triples)


def _near(triples: list[Triple]) -> bool:
    """Whether every pattern's subject is reached from the focus node, forwards, and is near it."""
    depth = dict.fromkeys(_FOCUS, 0)
    waiting = triples
    while waiting:
        reached = [one for one in waiting if one[0] in depth]
        if not reached:
            return False
        for subject, path, target in reached:
            value = path == ["$PATH"]
            if value and subject not in _FOCUS:
                return False
            length = 0 if value else path.count("/") + 1
            if depth[subject] + length - 1 > NEAR:
                return False
            depth[target] = min(depth.get(target, NEAR + 1), depth[subject] + length)
        waiting = [one for one in waiting if one not in reached]
    return True


def _tokens(text: str) -> Iterator[str]:
    for match in _TOKEN.finditer(text):
        if match.lastgroup != "comment":
            yield match.group()


def _without_filters(lexemes: Iterator[str]) -> Iterator[str]:
    """FILTER (…) reads nothing; of FILTER EXISTS {…} the group is read like any other."""
    depth, skipping = 0, False
    for word in lexemes:
        if skipping and depth == 0 and word in {"{", "EXISTS", "NOT"}:
            skipping = False
        if word.upper() == "FILTER":
            skipping = True
        elif not skipping:
            yield word
        elif word == "(":
            depth += 1
        elif word == ")":
            depth -= 1
            skipping = depth > 0
        elif word == "{":
            yield "SELECT"


def _triples(lexemes: list[str]) -> Iterator[Triple]:
    """Subject, path and object of each triple pattern; `;` and `,` written out."""
    words: list[str] = []
    subject: list[str] = []
    path: list[str] = []
    for word in [*lexemes, "."]:
        if word in {";", ","} or word.upper() in _GROUPS:
            if words:
                whole = [*(subject if len(words) < 3 or subject else []), *words]
                if path and len(words) == 1:
                    whole = [*subject, *path, *words]
                yield whole[0], whole[1:-1], whole[-1]
                subject, path = whole[:1], whole[1:-1]
            subject = subject if word in {";", ","} else []
            path = path if word == "," else []
            words = []
        else:
            words.append(word)


def _plain(path: list[str]) -> bool:
    """One property, a variable, `$PATH`, or properties one after another."""
    return len(path) % 2 == 1 and all(
        (word == "/") == (place % 2 == 1) and word not in {"^", "!", "(", ")", "|", "*", "+", "?"}
        for place, word in enumerate(path)
    )
