"""What a reader who is no program needs in order to write claims: instructions with the ontology's
types and relations, the JSON Schema of a line, and the document.

The instructions are a file, `prompt.md` in the ontology's folder, with these placeholders:
$kinds, $types, $relations, $schema, $name, $text.
"""

import json
from pathlib import Path
from string import Template

from kg.errors import KgError, Where
from kg.model.document import Document
from kg.model.line_schema import line_schema
from kg.model.schema import TEXT, EventType, Role, Schema
from kg.ontology.schema import ENTITY
from kg.ontology.shipped import shipped
from kg.ontology.source import ontology_path, read_turtle
from kg.ontology.terms import DEFINITION, LABEL, Terms

FILE = "prompt.md"
_PLACES = frozenset(("kinds", "types", "relations", "schema", "name", "text"))


def prompt(document: Document, folder: Path, schema: Schema) -> str:
    """The instructions for one document.

    `folder` is the ontology's; one without a prompt.md of its own has the shipped one. Raises
    KgError where that file has an unknown placeholder or lacks one.
    """
    path = ontology_path(folder)
    terms = Terms(read_turtle(path), path)
    return _template(folder).substitute(
        kinds=_kinds(schema),
        types="\n".join(_event(schema.events[name], schema) for name in sorted(schema.events)),
        relations="\n".join(_relation(name, schema, terms) for name in sorted(schema.relations)),
        schema=json.dumps(line_schema(schema), ensure_ascii=False),
        name=document.name,
        text=document.text,
    )


def _template(folder: Path) -> Template:
    own = folder / FILE
    path = own if own.is_file() else shipped("ontology") / FILE
    template = Template(path.read_text(encoding="utf-8"))
    found = set(template.get_identifiers())
    if not template.is_valid() or found != _PLACES:
        odd = ", ".join(f"${name}" for name in sorted(found ^ _PLACES)) or "a lone $ (write $$)"
        hint = f"it must have each of {', '.join(f'${name}' for name in sorted(_PLACES))}"
        raise KgError("bad-prompt", f"has wrong placeholders: {odd}", Where(str(path)), hint)
    return template


def _event(event: EventType, schema: Schema) -> str:
    about = schema.classes[event.name]
    roles = ", ".join(_role(role) for role in event.roles)
    needs = [f"one of {' or '.join(group)}" for group in event.alternatives]
    needs += [f"two at least among {', '.join(event.two_of)}"] if event.two_of else []
    needs += [f"{detail}*" for detail in event.required_details]
    more = f" [{'; '.join(needs)}]" if needs else ""
    return f"- {event.name} ({about.labels['ko']}): {roles}{more} - {about.definitions['en']}"


def _role(role: Role) -> str:
    kinds = "text" if role.kinds == (TEXT,) else " or ".join(role.kinds)
    return f"{role.name}{'*' if role.required else ''} ({kinds})"


def _relation(name: str, schema: Schema, terms: Terms) -> str:
    subject, other = schema.relations[name]
    label, definition = terms.texts(name, LABEL), terms.texts(name, DEFINITION)
    ends = f"subject ({' or '.join(subject.kinds)}), object ({' or '.join(other.kinds)})"
    return f"- {name} ({label['ko']}): {ends} - {definition['en']}"


def _kinds(schema: Schema) -> str:
    names = (
        name for name, one in schema.classes.items() if name == ENTITY or ENTITY in one.superclasses
    )
    return ", ".join(sorted(names))
