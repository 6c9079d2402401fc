"""Where the variables of a query stand: which may give way to a term, and which must stay.

A reading of SPARQL 1.1 Query Language, section 19.8, that goes only as deep as this needs: queries
and sub-queries, groups, and the few places whose grammar takes a variable and nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.sparql.tokens import Token

REPLACED, KEPT, ORDERED, TESTED = "replaced", "kept", "ordered", "tested"
"""What becomes of a variable's token: a term; itself; a term in brackets (ORDER BY takes no bare
term); the whole `BOUND(?x)` becomes true."""


@dataclass(slots=True)
class Group:
    """A group graph pattern, from its `{` to its `}` (indexes of tokens).

    `select`: it is a sub-query and nothing else. `binds`: variables that stay in it and so must
    be bound in it. `visible`: variables that `SELECT *` around it shows. `before`: by the index of
    a MINUS, the variables that both sides of it have, and so must stay on both: it compares no
    terms, and removes nothing where the sides share no variable (SPARQL 1.1, 18.5).
    """

    opened: int
    closed: int = -1
    select: bool = False
    binds: set[str] = field(default_factory=set)
    visible: set[str] = field(default_factory=set)
    before: dict[int, set[str]] = field(default_factory=dict)


@dataclass(slots=True)
class Structure:
    """The places of variables by index of token, the groups, and the variables that the outermost
    query computes itself by `(… AS ?x)`."""

    places: dict[int, str] = field(default_factory=dict)
    groups: list[Group] = field(default_factory=list)
    computed: set[str] = field(default_factory=set)


def structure(tokens: Sequence[Token]) -> Structure:
    """The structure of a query. A text that is not SPARQL gives one that may make no sense."""
    reader = _Reader(tokens)
    while reader.at < len(tokens):
        if reader.word("SELECT", "ASK", "CONSTRUCT", "DESCRIBE"):
            reader.query(None)
        else:
            reader.at += 1
    return reader.found


class _Reader:
    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.at = 0
        self.found = Structure()

    def word(self, *words: str) -> bool:
        """Whether the next token is one of these keywords."""
        return self.at < len(self.tokens) and self.tokens[self.at].is_word(*words)

    def text(self) -> str:
        """The next token's text, empty at the end."""
        return self.tokens[self.at].text if self.at < len(self.tokens) else ""

    def query(self, around: Group | None) -> None:
        """A query from its first keyword to its end; `around`: the group that a sub-query fills."""
        form = self.tokens[self.at].text.upper()
        self.at += 1
        if form == "CONSTRUCT" and self.text() == "{":
            self.braces()
        stays = self.head(form, around)
        if self.word("WHERE"):
            self.at += 1
        if self.text() == "{":
            where = self.group()
            stays |= self.modifiers(around, where)
            where.binds |= where.visible if "*" in stays else stays
            if around is not None:
                around.visible |= where.visible if "*" in stays else stays
        else:
            self.loose(form)

    def head(self, form: str, around: Group | None) -> set[str]:
        """What SELECT or DESCRIBE shows, and the dataset clauses: up to the pattern."""
        stays: set[str] = set()
        depth = 0
        while self.at < len(self.tokens) and not self.word("WHERE"):
            text = self.text()
            if text == "{" and not depth:
                break
            if text == "*" and not depth:
                stays.add("*")
            depth += {"(": 1, ")": -1}.get(text, 0)
            if text == "}":
                break
            self.step(stays, depth, around)
        return stays

    def modifiers(self, around: Group | None, where: Group) -> set[str]:
        """GROUP BY, HAVING, ORDER BY, VALUES: up to the end of the query."""
        stays: set[str] = set()
        clause, depth = "", 0
        while self.at < len(self.tokens) and self.text() != "}":
            if self.word("GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET") and not depth:
                clause = self.text().upper()
            if self.word("VALUES") and not depth:
                self.values(where)
                continue
            depth += {"(": 1, ")": -1}.get(self.text(), 0)
            variable = self.tokens[self.at].variable
            if variable and not depth and clause == "ORDER":
                self.found.places[self.at] = ORDERED
                self.at += 1
            else:
                self.step(stays, depth, around)
        return stays

    def step(self, stays: set[str], depth: int, around: Group | None) -> None:
        """One token of a head or a modifier: a variable in the open stays, others give way."""
        variable = self.tokens[self.at].variable
        if self.text() == "{":
            self.group()
        elif self.word("AS"):
            self.computed(around)
        elif variable and not depth:
            stays.add(variable)
            self.found.places[self.at] = KEPT
            self.at += 1
        else:
            self.expression()

    def computed(self, around: Group | None) -> None:
        """`AS ?x` of SELECT or GROUP BY: bound around a sub-query, impossible for the outermost."""
        self.at += 1
        variable = self.tokens[self.at].variable if self.at < len(self.tokens) else None
        if variable:
            self.found.places[self.at] = KEPT
            (self.found.computed if around is None else around.binds).add(variable)
            self.at += 1

    def expression(self) -> None:
        """One token of an expression; `BOUND(?x)` is one."""
        if self.word("BOUND") and [t.text for t in self.tokens[self.at + 1 : self.at + 2]] == ["("]:
            self.at += 2
            if self.at < len(self.tokens) and self.tokens[self.at].variable:
                self.found.places[self.at] = TESTED
                self.at += 1
            return
        if self.tokens[self.at].variable:
            self.found.places[self.at] = REPLACED
        self.at += 1

    def group(self) -> Group:
        """A group from its `{` to behind its `}`."""
        group = Group(self.at)
        self.found.groups.append(group)
        self.at += 1
        if self.word("SELECT"):
            group.select = True
            self.query(group)
        depth = 0
        while self.at < len(self.tokens) and self.text() != "}":
            depth += {"(": 1, ")": -1}.get(self.text(), 0)
            self.member(group, depth)
        group.closed = self.at
        self.at += 1
        return group

    def member(self, group: Group, depth: int) -> None:
        """One member of a group, or one token of it."""
        if self.text() == "{":
            opener = self.at - 1
            inner = self.group()
            if self.tokens[opener].is_word("MINUS"):
                group.before[opener] = group.visible & inner.visible
                inner.binds |= group.before[opener]
            elif not self.tokens[opener].is_word("EXISTS") and not depth:
                group.visible |= inner.visible
        elif self.word("VALUES"):
            self.values(group)
        elif self.word("AS"):
            self.at += 1
            if self.at < len(self.tokens):
                self.keep(group)
        else:
            variable = self.tokens[self.at].variable
            if variable and not depth:
                group.visible.add(variable)
            self.expression()

    def values(self, group: Group) -> None:
        """`VALUES ?x { … }` or `VALUES (?x ?y) { … }`."""
        self.at += 1
        while self.at < len(self.tokens) and self.text() not in {"{", "}"}:
            self.keep(group)
        self.braces()

    def keep(self, group: Group) -> None:
        """A token that stays; where it is a variable it is bound in the group."""
        variable = self.tokens[self.at].variable
        if variable:
            self.found.places[self.at] = KEPT
            group.binds.add(variable)
            group.visible.add(variable)
        self.at += 1

    def braces(self) -> None:
        """Everything from a `{` to behind its `}`: a template or data, no pattern."""
        depth = 0
        while self.at < len(self.tokens):
            depth += {"{": 1, "}": -1}.get(self.text(), 0)
            if self.tokens[self.at].variable:
                self.found.places[self.at] = REPLACED
            self.at += 1
            if depth <= 0:
                return

    def loose(self, form: str) -> None:
        """`DESCRIBE ?x` without a pattern: the variable gives way, for nothing can bind it."""
        if form == "DESCRIBE":
            for index in [i for i, place in self.found.places.items() if place == KEPT]:
                self.found.places[index] = REPLACED
