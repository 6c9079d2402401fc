"""A rule read as far as it takes to know which facts can bear on what it derives.

A rule is a CONSTRUCT query (SPARQL 1.1 Query Language, sections 16.2 and 19.8). Its triple patterns
are read by group; filters are not, for they only narrow what the patterns find. What is not
understood here makes a rule unbounded: it is then evaluated over the whole graph.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pyoxigraph as ox

from kg.rdf.vocabulary import RDF
from kg.sparql.tokens import Token, tokens

_TYPE = ox.NamedNode(RDF + "type")
_TERMS = frozenset({"iri", "name", "string", "number"})
_NESTING = ("OPTIONAL", "MINUS", "UNION", "NOT", "EXISTS")


class Variable(NamedTuple):
    """A variable, or a blank node of a pattern, by its name."""

    name: str


Term = Variable | ox.NamedNode | ox.Literal


class Pattern(NamedTuple):
    """A triple pattern; `predicates` are alternatives, none where the predicate is a variable."""

    subject: Term
    predicates: tuple[ox.NamedNode, ...]
    object: Term


Patterns = tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """Which facts a rule reads.

    `heads` are the triples that it derives. `groups` are the patterns of each group, with those of
    all groups around it, its own ones first and how many those are; the outermost group's patterns
    hold of every solution.
    """

    heads: Patterns
    groups: tuple[tuple[Patterns, int], ...]


class UnboundedError(Exception):
    """A rule may read anything."""


def reach(text: str) -> Reach | None:
    """What a rule reads; None where that has no bound that is known here."""
    try:
        return _Reader(text).rule()
    except UnboundedError:
        return None


class _Reader:
    def __init__(self, text: str) -> None:
        self._tokens: Sequence[Token] = tokens(text)
        self._at = 0
        self._prologue = ""
        self._groups: list[tuple[Patterns, int]] = []

    def rule(self) -> Reach:
        while not self._word("CONSTRUCT"):
            self._declaration()
        self._next()
        self._expect("{")
        heads = self._triples("}")
        self._expect("}")
        if self._word("WHERE"):
            self._next()
        self._expect("{")
        self._group(())
        if self._at < len(self._tokens):
            raise UnboundedError
        outer = {term for pattern in self._groups[-1][0] for term in (pattern[0], pattern[2])}
        if not heads or any(
            not isinstance(head.subject, Variable) or head.subject not in outer
            or not head.predicates
            for head in heads
        ):  # fmt: skip
            raise UnboundedError
        return Reach(heads, tuple(self._groups))

    def _declaration(self) -> None:
        """PREFIX and BASE, written as Turtle allows them too (RDF 1.1 Turtle, section 6.5)."""
        token = self._next()
        if not token.is_word("PREFIX", "BASE"):
            raise UnboundedError
        words = [token.text, self._next().text]
        if token.is_word("PREFIX"):
            words.append(self._next().text)
        self._prologue += " ".join(words) + "\n"

    def _group(self, around: Patterns) -> None:
        """A group behind its `{`, to behind its `}`."""
        own: list[Pattern] = []
        nested: list[int] = []
        while not self._is("}"):
            if self._is("{") or self._word(*_NESTING):
                nested.append(self._at)
                self._skip_to_group()
            elif self._word("FILTER"):
                self._filter(nested)
            elif self._is("."):
                self._next()
            else:
                own += self._triples(".", "}", "{", *_NESTING, "FILTER")
        end = self._at
        whole = (*own, *around)
        for place in nested:
            self._at = place
            while not self._is("{"):
                self._next()
            self._next()
            self._group(whole)
        self._at = end + 1
        self._groups.append((whole, len(own)))

    def _skip_to_group(self) -> None:
        while not self._is("{"):
            self._next()
        self._braces()

    def _filter(self, nested: list[int]) -> None:
        """A filter narrows; a group that it asks for is read like any other."""
        self._next()
        if self._word("NOT", "EXISTS"):
            nested.append(self._at)
            self._skip_to_group()
            return
        while not self._is("("):
            self._next()
        depth = 0
        while True:
            token = self._next()
            if token.text == "{":
                raise UnboundedError
            depth += {"(": 1, ")": -1}.get(token.text, 0)
            if not depth:
                return

    def _braces(self) -> None:
        depth = 0
        while True:
            depth += {"{": 1, "}": -1}.get(self._next().text, 0)
            if depth == 0:
                return

    def _triples(self, *ends: str) -> Patterns:
        """Triple patterns up to one of these words, which is left."""
        found: list[Pattern] = []
        while not self._ends(ends):
            subject = self._term()
            while True:
                predicates = self._predicates()
                found.append(Pattern(subject, predicates, self._term()))
                while self._is(","):
                    self._next()
                    found.append(Pattern(subject, predicates, self._term()))
                if not self._is(";"):
                    break
                while self._is(";"):
                    self._next()
                if self._is(".") or self._ends(ends):
                    break
            if self._is(".") and "." not in ends:
                self._next()
        return tuple(found)

    def _ends(self, ends: Sequence[str]) -> bool:
        return self._is(*ends) or self._word(*(end for end in ends if end.isalpha()))

    def _predicates(self) -> tuple[ox.NamedNode, ...]:
        if self._peek().variable:
            self._next()
            return ()
        found = [self._predicate()]
        while self._is("|"):
            self._next()
            found.append(self._predicate())
        return tuple(found)

    def _predicate(self) -> ox.NamedNode:
        if self._peek().text == "a":
            self._next()
            return _TYPE
        term = self._term()
        if not isinstance(term, ox.NamedNode):
            raise UnboundedError
        return term

    def _term(self) -> Term:
        token = self._next()
        if token.variable:
            return Variable(token.variable)
        if token.kind == "blank":
            return Variable(token.text)
        text = token.text
        if token.kind == "string" and self._is("^^"):
            text += self._next().text + self._next().text
        elif token.kind == "string" and self._peek().kind == "language":
            text += self._next().text
        elif token.kind not in _TERMS and not token.is_word("TRUE", "FALSE"):
            raise UnboundedError
        return self._parsed(text)

    def _parsed(self, text: str) -> ox.NamedNode | ox.Literal:
        """A term of SPARQL is one of Turtle."""
        line = f"{self._prologue}<urn:s> <urn:p> {text} ."
        try:
            (quad,) = ox.parse(line, format=ox.RdfFormat.TURTLE)
        except (SyntaxError, ValueError):
            raise UnboundedError from None
        if not isinstance(quad.object, ox.NamedNode | ox.Literal):
            raise UnboundedError
        return quad.object

    def _peek(self) -> Token:
        if self._at >= len(self._tokens):
            raise UnboundedError
        return self._tokens[self._at]

    def _next(self) -> Token:
        token = self._peek()
        self._at += 1
        return token

    def _is(self, *texts: str) -> bool:
        return self._peek().text in texts

    def _word(self, *words: str) -> bool:
        return self._peek().is_word(*words)

    def _expect(self, text: str) -> None:
        if self._next().text != text:
            raise UnboundedError
