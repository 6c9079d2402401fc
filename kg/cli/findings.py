"""Findings as people read them: what, where, why, and how to mend it."""

import unicodedata
from dataclasses import replace

from kg.cli.counted import counted
from kg.errors import Where
from kg.model.finding import INFO, VIOLATION, WARNING, Finding
from kg.model.shown import shown_flat

_WORDS = {
    "en": {
        VIOLATION: "refused",
        WARNING: "warning",
        INFO: "note",
        "where": "where",
        "other": "other",
        "why": "why",
        "mend": "mend",
        "stdin": "standard input",
        "checked": "checked {checked}, {refused} refused",
        "conforms": "conforms to the shapes",
        "results": "does not conform to the shapes: {count}",
    },
    "ko": {
        VIOLATION: "거절",
        WARNING: "경고",
        INFO: "참고",
        "where": "위치",
        "other": "상대",
        "why": "이유",
        "mend": "방법",
        "stdin": "표준 입력",
        "checked": "{checked}를 확인했고 {refused}개를 거절했다",
        "conforms": "형태 규칙에 맞다",
        "results": "형태 규칙에 맞지 않는다: {count}",
    },
}
STDIN = "-"
_INDENT = "  "
_WIDEST = 6
"""Columns of the words that stand before a block's lines, with the blanks after them."""


def block(finding: Finding, lang: str) -> str:
    """A finding as a block of lines, its passage with the place marked below it."""
    words = _WORDS[lang]
    lines = [f"{words[finding.severity]}: {shown_flat(finding.fact)}"]
    if finding.where is not None:
        elsewhere = f" ({finding.passage})" if finding.passage is not None else ""
        lines.append(_line(words["where"], f"{_named(finding.where, lang)}{elsewhere}"))
    lines += [f"{_INDENT}{' ' * _WIDEST}{line}" for line in _shown(finding.sentence, finding.mark)]
    for one in finding.related:
        lines.append(_line(words["other"], f"{one.text} ({one.where})"))
        lines += [f"{_INDENT}{' ' * _WIDEST}{line}" for line in _shown(one.sentence, None)]
    lines.append(_line(words["why"], finding.message.get(lang, "")))
    if finding.hint:
        lines.append(_line(words["mend"], finding.hint.get(lang, "")))
    return "\n".join(lines)


def _named(where: Where, lang: str) -> str:
    """A place, standard input by its name."""
    return str(replace(where, name=_WORDS[lang]["stdin"]) if where.name == STDIN else where)


def summary(checked: int, refused: int, lang: str) -> str:
    """How many facts were checked, and how many of them are refused."""
    return _WORDS[lang]["checked"].format(checked=counted("fact", checked, lang), refused=refused)


def verdict(conforms: bool, count: int, lang: str) -> str:
    """Whether data conforms to shapes, and how many results say why not."""
    results = counted("result", count, lang)
    return _WORDS[lang]["conforms" if conforms else "results"].format(count=results)


def _line(word: str, text: str) -> str:
    padding = " " * max(_WIDEST - width(word), 1)
    return f"{_INDENT}{word}{padding}{shown_flat(text)}"


def _shown(sentence: str, mark: tuple[int, int] | None) -> list[str]:
    """The sentence, and below it carets under what is marked."""
    if not sentence:
        return []
    flat = shown_flat(sentence)
    if mark is None or mark[0] >= mark[1]:
        return [flat]
    start, end = mark
    carets = "^" * max(width(flat[start:end]), 1)
    return [flat, " " * width(flat[:start]) + carets]


def width(text: str) -> int:
    """The columns that a text takes on a terminal (Unicode Standard Annex 11: wide counts two)."""
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
