"""A fact in words, short enough for one line."""

from kg.gate.judgement import Said
from kg.model.claim import RELATION


def in_words(said: Said) -> str:
    """Such as `Merger: survivor 카카오, absorbed 카카오엠 (2018-05)`."""
    names = {role: "·".join(m.text for m in fillers) for role, fillers in said.roles}
    if said.type == RELATION:
        return f"{names.get('subject', '?')} {said.relation} {names.get('object', '?')}"
    fillers = ", ".join(f"{role} {text}" for role, text in names.items())
    date = f" ({said.date})" if said.date else ""
    return f"{said.type}: {fillers}{date}" if fillers else f"{said.type}{date}"
