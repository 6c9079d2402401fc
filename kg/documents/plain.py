"""Plain text: what is read is what is written, every code point of it."""

from kg.documents.rendered import Rendered


def render(content: str) -> Rendered:
    """The content itself: no newline is translated, nothing is normalised."""
    return Rendered(content)
