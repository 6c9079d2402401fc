"""By what claims can bear on each other: the handles of what they name.

Resolution goes by parts. Two claims that share no handle, and whose handles no third claim ties
together, say nothing about each other: neither who is meant, nor which event it is, nor an IRI.
A handle is coarser than a key: names that differ in kind, or only in what an IRI cannot show,
share one.
"""

import re
from collections.abc import Iterator

from kg.model.claim import NAME, Claim, Mention
from kg.model.decision import Decisions
from kg.model.naming import name_key
from kg.rdf import iris
from kg.resolve.claims import states_name

_SUFFIX = re.compile(r"-(?:\d{4}|\d{2}[\dx]x)?(?:-[0-9a-f]{6})?$")
"""What tells entities of one name apart at the end of an IRI."""


_DATE = re.compile(r"\d{3}[\dXx](?:-\d\d){0,2}~?")
_MADE = re.compile(r"(?:event|relation|name)/[^/]+/(.+)")
"""What an IRI that is made of names looks like below the base: then of whose."""


_NAMING = frozenset({"NameChange", NAME})


def handles(claim: Claim, base: str) -> frozenset[str]:
    """The handles of everything that a claim names; `base` is what instances' IRIs begin with.

    A plain text is no name, unless a claim about names states it.
    """
    naming = claim.type in _NAMING
    named = (m for _, mentions in claim.roles for m in mentions if m.kind or naming)
    return frozenset().union(*map(mention_handles, named), about_handles(claim.about, base))


def ties(claim: Claim) -> frozenset[str]:
    """The handles that a claim says, or may say with others, are one thing's; none for most."""
    if claim.type != "NameChange" and not states_name(claim):
        return frozenset()
    mentioned = (mention for _, mentions in claim.roles for mention in mentions)
    return frozenset().union(*map(mention_handles, mentioned))


def tied(decisions: Decisions) -> tuple[frozenset[str], ...]:
    """The handles that each decision about two things ties together."""
    both = ((handle for thing in one.things for handle in of_text(thing.name)) for one in decisions)
    return tuple(found for found in map(frozenset, both) if found)


def of_text(text: str) -> Iterator[str]:
    """The handles of a name as it is written."""
    folded = name_key(text).replace("_", "")
    yield folded
    bare = _SUFFIX.sub("", folded)
    if bare and bare != folded:
        yield bare


def mention_handles(mention: Mention) -> Iterator[str]:
    """The handles of what a mention names."""
    yield from of_text(mention.text)
    if mention.iri:
        yield f"<{mention.iri}>"
        yield from of_text(iris.readable(mention.iri))


def about_handles(about: str, base: str) -> Iterator[str]:
    """The handles of the IRI that a source gives an event, relation or name ("" for none): those of
    all who are named in it, for no IRI that is made of these names may be the same."""
    if about:
        yield f"<{about}>"
        made = _MADE.fullmatch(about.removeprefix(base))
        for part in re.split(r"[/+]", made[1]) if made else ():
            if not _DATE.fullmatch(part):
                yield from of_text(iris.readable(part))
