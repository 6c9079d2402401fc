"""Text less what a copy commonly changes: Unicode forms, blanks, line breaks, quotation marks."""

import unicodedata
from dataclasses import dataclass

_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f")
_SAME = str.maketrans(
    dict.fromkeys("‘’‛´`“”„‟«»「」『』《》〈〉'", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("ㆍ・‧∙", "·")
    | {"…": "...", "〜": "~", "∼": "~"}
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is compared: each character of `text` stands for those of the original from
    `starts` to `ends` (code points, half-open)."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def places(self, other: "Folded", most: int) -> list[tuple[int, int]]:
        """Where in the original the other text stands, so many times at most."""
        found: list[tuple[int, int]] = []
        at = self.text.find(other.text) if other.text else -1
        while at >= 0 and len(found) < most:
            found.append((self.starts[at], self.ends[at + len(other.text) - 1]))
            at = self.text.find(other.text, at + 1)
        return found


def folded(text: str) -> Folded:
    """The text in NFKC, each run of blanks and line breaks one blank, none at its ends; quotation
    marks, dashes and middle dots in one form each; nothing invisible."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    while at < len(text):
        stop = _cluster_end(text, at)
        for char in _normal(text[at:stop]):
            if char == " " and (not chars or chars[-1] == " "):
                continue
            chars.append(char)
            starts.append(at)
            ends.append(stop)
        at = stop
    if chars and chars[-1] == " ":
        del chars[-1], starts[-1], ends[-1]
    return Folded("".join(chars), tuple(starts), tuple(ends))


def _cluster_end(text: str, at: int) -> int:
    """The end of the characters that a normal form may make one: a base with marks, jamo."""
    stop = at + 1
    while stop < len(text) and (
        unicodedata.combining(text[stop]) or "\u1160" <= text[stop] <= "\u11ff"
    ):
        stop += 1
    return stop


def _normal(cluster: str) -> str:
    if cluster in _INVISIBLE:
        return ""
    if cluster.isspace():
        return " "
    return unicodedata.normalize("NFKC", cluster.translate(_SAME)).translate(_SAME)
