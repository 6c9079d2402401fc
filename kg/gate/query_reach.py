"""How far a SPARQL constraint reads: enough of its syntax to know that it stays near its node.

What is not understood counts as going anywhere, which costs time and is never wrong.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.sparql.tokens import Token, tokens

_ANYWHERE = frozenset(
    {"GRAPH", "SERVICE", "FROM", "VALUES", "BIND", "MINUS", "SELECT", "CONSTRUCT"}
)
_PATH = ("$PATH", "?PATH")
FOCUS = frozenset({"?this"})
NEAR = 1
"""Steps from the focus node or a value to the farthest node whose triples may be read."""


Triple = tuple[str, list[str], str]
"""The subject, path and object of a pattern, as they are written; `$x` as `?x`."""

Depths = dict[str, int]
"""How many steps a variable's values are from the focus node or a value, at most."""


@dataclass(slots=True)
class _Group:
    """A group graph pattern (SPARQL 1.1, section 5.2).

    `joined` are groups and alternatives of unions in it; `optional` are those behind OPTIONAL, each
    with how many triples stand before it; `tested` are those of FILTER (NOT) EXISTS.
    """

    triples: list[Triple] = field(default_factory=list)
    joined: list["_Group"] = field(default_factory=list)
    optional: list[tuple[int, "_Group"]] = field(default_factory=list)
    tested: list["_Group"] = field(default_factory=list)

    def only_joins(self) -> bool:
        """Whether a solution never hangs on what else there is: no OPTIONAL, no EXISTS."""
        return not (self.optional or self.tested) and all(one.only_joins() for one in self.joined)


def reads_own_triples(query: str, bound: frozenset[str] = FOCUS) -> bool:
    """Whether a constraint's query reads only triples of the nodes that are bound before it, of
    the values that `$PATH` leads to from `$this`, and of what these point at."""
    found = tokens(query)
    opened = next((place for place, one in enumerate(found) if one.text == "{"), len(found))
    lexemes = list(_without_filters(_spelt(found[opened:])))
    if any(word.upper() in _ANYWHERE for word in lexemes) or not lexemes:
        return False
    words = iter(lexemes[1:])
    group = _group(words)
    return next(words, None) is None and _near(group, dict.fromkeys(bound, 0), bound)


def _near(group: _Group, around: Depths, bound: frozenset[str]) -> bool:
    """Whether all that a group reads is near, where these variables are bound around it.

    A group that only joins is as good as its triples around it. Another one is evaluated by itself
    (section 18.2): OPTIONAL sees what stands before it, EXISTS the solutions of its group.
    """
    own = _depths(group.triples, around)
    if own is None:
        return False
    always = dict.fromkeys(bound, 0)
    for inner in group.joined:
        if not _near(inner, own if inner.only_joins() else always, bound):
            return False
    for count, inner in group.optional:
        before = _depths(group.triples[:count], around)
        if before is None or not _near(inner, _own(group.triples[:count], before, always), bound):
            return False
    return all(_near(one, _own(group.triples, own, always), bound) for one in group.tested)


def _own(triples: Iterable[Triple], depths: Depths, always: Depths) -> Depths:
    named = {end for subject, _, target in triples for end in (subject, target)}
    return always | {name: depth for name, depth in depths.items() if name in named}


def _depths(triples: list[Triple], around: Depths) -> Depths | None:
    """How far the variables are, or None where a pattern's subject is not reached, forwards, or
    is not near."""
    depths = dict(around)
    waiting = triples
    while waiting:
        reached = [one for one in waiting if one[0] in depths]
        if not reached:
            return None
        for subject, path, target in reached:
            value = len(path) == 1 and path[0] in _PATH
            if not _plain(path) or (value and subject not in FOCUS):
                return None
            length = 0 if value else path.count("/") + 1
            if depths[subject] + length - 1 > NEAR:
                return None
            depths[target] = min(depths.get(target, NEAR + 1), depths[subject] + length)
        waiting = [one for one in waiting if one not in reached]
    return depths


def _spelt(found: Iterable[Token]) -> Iterator[str]:
    """The text of each token; a literal is one word, and `$x` is `?x`."""
    typed = False
    for token in found:
        if typed or token.kind == "language":
            typed = False
        elif token.text == "^^":
            typed = True
        elif token.text in _PATH:
            yield token.text
        else:
            yield f"?{token.variable}" if token.variable else token.text


def _without_filters(lexemes: Iterable[str]) -> Iterator[str]:
    """FILTER (…) reads nothing; of FILTER EXISTS {…} the group is read like any other."""
    depth, skipping = 0, False
    for word in lexemes:
        if skipping and depth == 0 and word.upper() in {"{", "EXISTS", "NOT"}:
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


def _group(words: Iterator[str]) -> _Group:
    """The group whose `{` has just been read, up to its `}`."""
    group = _Group()
    pattern: list[str] = []
    role = ""
    for word in words:
        if word not in {"{", "}"} and word.upper() not in {"OPTIONAL", "UNION", "EXISTS", "NOT"}:
            pattern.append(word)
            continue
        group.triples += _triples(pattern)
        pattern = []
        if word == "}":
            break
        if word != "{":
            role = word.upper()
            continue
        inner = _group(words)
        if role == "OPTIONAL":
            group.optional.append((len(group.triples), inner))
        else:
            (group.tested if role == "EXISTS" else group.joined).append(inner)
        role = ""
    return group


def _triples(pattern: list[str]) -> Iterator[Triple]:
    """Subject, path and object of each triple pattern; `;` and `,` written out."""
    words: list[str] = []
    subject: list[str] = []
    path: list[str] = []
    for word in [*pattern, "."]:
        if word in {";", ",", "."}:
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
    return (
        len(path) % 2 == 1
        and (len(path) == 1 or set(_PATH).isdisjoint(path))
        and all(
            (word == "/") == (place % 2 == 1)
            and word not in {"^", "!", "(", ")", "|", "*", "+", "?"}
            for place, word in enumerate(path)
        )
    )
