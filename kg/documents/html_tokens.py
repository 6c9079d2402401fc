"""The tags and texts of an HTML page, in order.

A small tokenizer after the HTML Standard, section 13.2.5, because the standard library's
`html.parser` takes time quadratic in the length of an unclosed tag and fails on `<![if …]>`.
This one takes linear time and reads any text: what is no markup is text, and a tag, comment or
script that is never closed takes the rest of the page with it, as it does in a browser.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_ATTRIBUTE = re.compile(
    r"[\s/]*(?:([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]*)))?|=)"
)
_TAG_END = re.compile(r"[\s/]*>")
_RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes"})
_ESCAPABLE_RAW = frozenset({"title", "textarea"})
_RAW_END = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW | _ESCAPABLE_RAW
}


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or end tag; names are in lower case, the first of equal attributes counts."""

    name: str
    closing: bool = False
    attributes: dict[str, str] = field(default_factory=dict)


def tokens(page: str) -> Iterator[Tag | str]:
    """Tags, and the texts between them with their character references read."""
    at, begin = 0, 0
    while (at := page.find("<", at)) >= 0:
        after, tag = _markup(page, at)
        if after == at:
            at += 1
            continue
        if begin < at:
            yield html.unescape(page[begin:at])
        begin = at = after
        if tag is None:
            continue
        yield tag
        if tag.name in _RAW_END and not tag.closing:
            end = _RAW_END[tag.name].search(page, at)
            begin = at = end.start() if end else len(page)
            if tag.name in _ESCAPABLE_RAW and after < at:
                yield html.unescape(page[after:at])
    if begin < len(page):
        yield html.unescape(page[begin:])


def _markup(page: str, at: int) -> tuple[int, Tag | None]:
    """Where the markup that begins with this `<` ends, and its tag; `at` itself where it is text.

    Comments, declarations and instructions have no tag.
    """
    if page.startswith("<!--", at):
        return _past(page, "-->", at + 4 if page[at + 4 : at + 5] != ">" else at + 2), None
    if page.startswith(("<!", "<?"), at):
        return _past(page, ">", at + 2), None
    opening = _TAG.match(page, at)
    if opening is None:
        return (_past(page, ">", at + 2), None) if page.startswith("</", at) else (at, None)
    attributes: dict[str, str] = {}
    end = opening.end()
    while (closing := _TAG_END.match(page, end)) is None:
        found = _ATTRIBUTE.match(page, end)
        if found is None:
            return len(page), None
        end = found.end()
        if found[1]:
            value = next((text for text in found.groups()[1:] if text is not None), "")
            attributes.setdefault(found[1].lower(), html.unescape(value))
    return closing.end(), Tag(opening[2].lower(), bool(opening[1]), attributes)


def _past(page: str, mark: str, start: int) -> int:
    """The offset after the next `mark`, the page's end where there is none."""
    found = page.find(mark, start)
    return len(page) if found < 0 else found + len(mark)
