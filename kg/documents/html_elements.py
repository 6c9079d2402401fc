"""What the elements of HTML mean for reading a page as text."""

import re
from collections.abc import Mapping

Attributes = Mapping[str, str]

HEADINGS: Mapping[str, int] = {f"h{level}": level for level in range(1, 7)}
CELLS = frozenset({"td", "th"})
VOID = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr",
    }
)  # fmt: skip
BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "header", "hgroup", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre",
        "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
        *HEADINGS,
    }
)  # fmt: skip
"""Elements that begin and end a line."""

IMPLIED_END: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "td": (CELLS, frozenset({"tr", "table"})),
    "th": (CELLS, frozenset({"tr", "table"})),
}
"""Start tag → the open elements that it ends, and those beyond which it ends none
(HTML Standard, section 13.1.2.4, optional tags)."""

_DROPPED = frozenset(
    {
        "aside", "audio", "button", "canvas", "datalist", "del", "dialog", "embed", "footer",
        "iframe", "input", "map", "math", "nav", "noembed", "noframes", "noscript", "object", "rp",
        "rt", "s", "script", "select", "strike", "style", "svg", "template", "textarea", "title",
        "video", "xmp",
    }
)  # fmt: skip
"""Menus, asides, controls, programs and pictures; and struck text, which is taken back."""

_DROPPED_ROLES = frozenset(
    {
        "banner", "complementary", "contentinfo", "dialog", "menu", "menubar", "navigation",
        "search", "toolbar",
    }
)  # fmt: skip
_DROPPED_CLASSES = frozenset(
    {
        "ambox", "catlinks", "hatnote", "mw-editsection", "mw-jump-link", "mw-portlet",
        "mw-references-wrap", "mw-revision", "navbox", "noprint", "printfooter", "reference",
    }
)  # fmt: skip
"""Names that MediaWiki and print style sheets give to what is no part of the article."""

_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def is_dropped(tag: str, attributes: Attributes) -> bool:
    """Whether what stands in the element is not read."""
    return (
        tag in _DROPPED
        or "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or attributes.get("role", "") in _DROPPED_ROLES
        or not _DROPPED_CLASSES.isdisjoint(attributes.get("class", "").split())
        or bool(_HIDDEN_STYLE.search(attributes.get("style", "")))
    )


def is_main(tag: str, attributes: Attributes) -> bool:
    """Whether the element is the page's main content."""
    return tag == "main" or attributes.get("role") == "main"
