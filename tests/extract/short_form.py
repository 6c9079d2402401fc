"""The short form of a statement that tables of tests are written in."""

import re

from kg.model.statement import Statement


def parse(short: str) -> dict[str, str]:
    """`Launch 2014-05 announced service=X operator=A+B` as a dict; `type` is the first word."""
    head, *pairs = re.split(r"\s(?=[a-z]+=)", short)
    words = head.split()
    found = {"type": words[0]}
    for word in words[1:]:
        if word[0].isdigit():
            found["date"] = word
        elif words[0] == "Relation":
            found["relation"] = word
        else:
            found["status"] = word
    for pair in pairs:
        key, _, value = pair.partition("=")
        found[key] = "+".join(sorted(value.split("+")))
    return found


def plain(statement: Statement) -> dict[str, str]:
    """A statement in the same form."""
    found = {"type": statement.type}
    if statement.relation:
        found["relation"] = statement.relation
    if statement.date:
        found["date"] = statement.date.edtf
    if statement.status != "asserted":
        found["status"] = statement.status
    for role, mentions in statement.roles:
        found[role] = "+".join(sorted(mention.text for mention in mentions))
    details = statement.details
    for key in ("value", "share", "unit", "position", "kind", "metric"):
        value = getattr(details, key)
        if value is not None:
            found[key] = str(value)
    return found
