"""A lineage as a drawing: Mermaid (mermaid.js.org, flowchart) and DOT (graphviz.org)."""

import re
from collections.abc import Callable

from kg.errors import KgError
from kg.export.lineage import Lineage, Stage, Step
from kg.export.reading import Reading
from kg.export.why.words import period, word
from kg.model.claim import ASSERTED

Drawn = Callable[[Lineage, Reading, str], str]

_MARKUP = re.compile(r"[^\w\s():,–-]", re.ASCII)
_ROMAN_END = 0x80


def mermaid(of: Lineage, reading: Reading, language: str) -> str:
    """A flowchart from left to right; the asked entity has a thick border, and what is not yet
    asserted to have happened is dotted."""
    numbers = {stage: f"n{number}" for number, stage in enumerate(of.stages)}
    lines = ["flowchart LR"]
    for stage, name in numbers.items():
        lines.append(f'  {name}["{"<br/>".join(map(_mermaid_text, _words(stage)))}"]')
    for step in of.steps:
        line = ("-->" if step.directed else "---") if _happened(step) else (
            "-.->" if step.directed else "-.-")  # fmt: skip
        label = _mermaid_text(_label(step, reading, language))
        lines.append(f'  {numbers[step.source]} {line}|"{label}"| {numbers[step.target]}')
    asked = ",".join(name for stage, name in numbers.items() if stage.asked)
    lines += ["  classDef asked stroke-width:3px", f"  class {asked} asked"]
    return "\n".join(lines) + "\n"


def dot(of: Lineage, reading: Reading, language: str) -> str:
    """A digraph from left to right, marked as in Mermaid."""
    numbers = {stage: f"n{number}" for number, stage in enumerate(of.stages)}
    lines = ["digraph lineage {", "  rankdir=LR;", '  node [shape=box, style="rounded"];']
    for stage, name in numbers.items():
        label = r"\n".join(map(_dot_text, _words(stage)))
        lines.append(f'  {name} [label="{label}"{", penwidth=3" if stage.asked else ""}];')
    for step in of.steps:
        marks = f'label="{_dot_text(_label(step, reading, language))}"'
        marks += "" if step.directed else ", dir=none"
        marks += "" if _happened(step) else ", style=dotted"
        lines.append(f"  {numbers[step.source]} -> {numbers[step.target]} [{marks}];")
    return "\n".join([*lines, "}"]) + "\n"


DRAWINGS: dict[str, Drawn] = {"mermaid": mermaid, "dot": dot}
"""What draws a lineage."""


def drawing(format_: str) -> Drawn:
    """What draws in this format. Raises KgError where nothing does."""
    if format_ not in DRAWINGS:
        hint = f"--lineage draws {' or '.join(DRAWINGS)}"
        raise KgError("unknown-format", f"no drawing is made as {format_!r}", hint=hint)
    return DRAWINGS[format_]


def _happened(step: Step) -> bool:
    return step.status == ASSERTED


def _words(stage: Stage) -> list[str]:
    return [one for one in (stage.name, period(stage.since, stage.until)) if one]


def _label(step: Step, reading: Reading, language: str) -> str:
    status = "" if _happened(step) else f"({word(step.status, language)})"
    date = step.date.edtf if step.date else ""
    return " ".join(filter(None, (reading.word(step.type, language), date, status)))


def _mermaid_text(text: str) -> str:
    """Signs that mean something to Mermaid, HTML or Markdown as numbers: `#34;` is a quote."""
    return _MARKUP.sub(
        lambda sign: f"#{ord(sign[0])};" if ord(sign[0]) < _ROMAN_END else sign[0], _line(text)
    )


def _dot_text(text: str) -> str:
    return _line(text).replace("\\", "\\\\").replace('"', '\\"')


def _line(text: str) -> str:
    return " ".join(text.split())
