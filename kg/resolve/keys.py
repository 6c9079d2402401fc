"""The keys of mentions: what shares a key is one thing at one time."""

from typing import NamedTuple

from kg.model.claim import Mention
from kg.model.naming import name_key
from kg.model.schema import Schema


class Key(NamedTuple):
    """What mentions share that name one thing at one time: the kind's root class and the name."""

    root: str
    name: str


def key_of(mention: Mention, schema: Schema) -> Key:
    """The key of a mention."""
    return Key(schema.root(mention.kind or "Entity"), name_key(mention.text))
