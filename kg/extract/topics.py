"""Whom a document is about, and whether it is that company's own page."""

from collections.abc import Sequence

from kg.extract.directory import Directory, is_page_of, name_key
from kg.extract.scan import Row
from kg.lang.ko.names import Named
from kg.lang.ko.text import read_lines
from kg.lang.ko.titles import bearer, defined
from kg.model.document import Document

_HEAD = 5
"""The first lines that are not blank: a title stands among them."""


def topic_of(
    document: Document, rows: Sequence[Row], directory: Directory
) -> tuple[Named | None, bool]:
    """The company that a document is about, and whether the document is a page of it, so that
    whatever is left out is that company."""
    head = [line.text for line in read_lines(document) if line.text.strip()][:_HEAD]
    if document.header.title:
        head.insert(0, document.header.title)
    name = bearer(head, document.text) or next(filter(None, map(defined, head[:3])), None)
    named = directory.bearer(name) if name else None
    if named is not None:
        return named, True
    titles = [row.line.text for row in rows[:4] if not row.line.text.rstrip().endswith(".")]
    if document.header.title:
        titles.insert(0, document.header.title)
    topic = directory.topic(titles)
    page = topic is not None and any(is_page_of(name_key(topic.text), t) for t in titles)
    return topic, page
