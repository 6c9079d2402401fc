"""Extraction: what a document says, as statements with their evidence."""

import importlib
from collections.abc import Callable
from typing import Any

from kg.errors import KgError, Where
from kg.model.document import Document
from kg.model.schema import Schema
from kg.model.statement import Statement
from kg.ontology.lexicon import Lexicon

EXTRACTORS = {"ko": ("kg.extract.lines.cued:may_state", "kg.extract.korean:extract_korean")}
"""Language code → the function that says whether a document may state anything, and the one that
reads it, as `module:attribute`; the second is loaded only for those that may."""


def extract(document: Document, lexicon: Lexicon, schema: Schema) -> tuple[Statement, ...]:
    """What a document says, each event or relation once, in the order of the text.

    A document without a cue loads no tokenizer. Raises KgError where the header names a language
    that no extractor reads.
    """
    language = (document.header.language or "ko").split("-")[0].lower()
    if language not in EXTRACTORS:
        known = ", ".join(sorted(EXTRACTORS))
        raise KgError(
            "language-unknown", f"no extractor reads the language {language!r}",
            Where(document.name), f"known: {known}",
        )  # fmt: skip
    may_state, read = EXTRACTORS[language]
    if not _loaded(may_state)(document, lexicon):
        return ()
    return tuple(_loaded(read)(document, lexicon, schema))


def _loaded(name: str) -> Callable[..., Any]:
    module, _, attribute = name.partition(":")
    function: Callable[..., Any] = getattr(importlib.import_module(module), attribute)
    return function
