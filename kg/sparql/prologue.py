"""What a query declares and reaches for: its form, prefixes, base, FROM and SERVICE."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.sparql.tokens import Token, tokens

FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH")


@dataclass(frozen=True, slots=True)
class Prologue:
    """`form`: the first keyword that is one of a query or an update, "" for none.

    `prefixes` as declared (prefix to IRI), `base` the last BASE, `graphs` the tokens behind FROM
    and FROM NAMED, `services` the SERVICE keywords, `body` the index of the form's token.
    """

    form: str
    prefixes: dict[str, str]
    base: str | None
    graphs: tuple[Token, ...]
    services: tuple[Token, ...]
    body: int

    def iri(self, token: Token, base: str | None, prefixes: Mapping[str, str]) -> str | None:
        """The IRI that a token stands for, by its own prefixes and those given; None for none."""
        if token.kind == "iri":
            return resolve(token.text[1:-1], self.base or base)
        prefix, _, local = token.text.partition(":")
        namespace = self.prefixes.get(prefix) or prefixes.get(prefix)
        return None if namespace is None else namespace + _unescaped(local)


def prologue(tokens: Sequence[Token]) -> Prologue:
    """The prologue of a query, and the tokens that make it reach outside the dataset."""
    prefixes: dict[str, str] = {}
    graphs: list[Token] = []
    services: list[Token] = []
    form, base, body = "", None, 0
    for index, token in enumerate(tokens):
        if token.kind != "word":
            continue
        word, after = token.text.upper(), tokens[index + 1 : index + 3]
        if word == "PREFIX" and len(after) == 2 and not form:
            prefixes[after[0].text.rstrip(":")] = resolve(after[1].text[1:-1], base)
        elif word == "BASE" and after and not form:
            base = resolve(after[0].text[1:-1], base)
        elif word in FORMS + UPDATES and not form:
            form, body = word, index
        elif word == "FROM" and after:
            graphs.append(after[-1] if after[0].is_word("NAMED") else after[0])
        elif word == "SERVICE":
            services.append(token)
    return Prologue(form, prefixes, base, tuple(graphs), tuple(services), body)


def resolve(iri: str, base: str | None) -> str:
    """An IRI reference against a base (RFC 3986, section 5)."""
    if base is None or is_absolute(iri):
        return iri
    from urllib.parse import urljoin  # noqa: PLC0415  (5 ms that only a relative IRI needs)

    return urljoin(base, iri)


def is_absolute(iri: str) -> bool:
    """Whether it begins with a scheme (RFC 3986, section 3.1)."""
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", iri) is not None


def _unescaped(local: str) -> str:
    """PN_LOCAL_ESC: a backslash before a sign that stands for itself."""
    return local.replace("\\", "")


def standalone(text: str, prefixes: Mapping[str, str], base: str | None) -> str:
    """The text with declarations of the prefixes that it uses undeclared, and of the base where
    it has relative IRIs: what was clear to us is then clear to any engine."""
    read = tokens(text)
    declared = prologue(read)
    body = read[declared.body :]
    used = {t.text.partition(":")[0] for t in body if t.kind == "name"}
    lines = [
        f"PREFIX {prefix}: <{prefixes[prefix]}>\n"
        for prefix in sorted(used.intersection(prefixes) - declared.prefixes.keys())
    ]
    relative = any(t.kind == "iri" and not is_absolute(t.text[1:-1]) for t in read)
    if base is not None and relative and declared.base is None:
        lines.insert(0, f"BASE <{base}>\n")
    return "".join([*lines, text])
