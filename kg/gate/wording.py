"""A fact in words, short enough for one line."""

import json

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


def roughly(text: str) -> str:
    """What a line seems to state that is JSON and not of the form; "" where it says too little."""
    try:
        plain = json.loads(text)
        json.dumps(plain, ensure_ascii=False).encode("utf-8")  # half of a surrogate pair is no text
    except (ValueError, RecursionError):
        return ""
    type_ = plain.get("type") if isinstance(plain, dict) else None
    if not isinstance(type_, str) or not type_:
        return ""
    if type_ == RELATION:
        return " ".join(str(plain.get(key) or "?") for key in ("subject", "relation", "object"))
    roles = plain.get("roles")
    said = ", ".join(
        f"{role} {'·'.join(map(str, names)) if isinstance(names, list) else names}"
        for role, names in (roles.items() if isinstance(roles, dict) else ())
    )
    return f"{type_}: {said}" if said else type_
