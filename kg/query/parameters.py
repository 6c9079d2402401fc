"""The values that a user gives to a query's parameters, as terms."""

from collections.abc import Callable, Iterable, Mapping

from kg.errors import KgError, Where
from kg.query.question import Question
from kg.sparql.header import Parameter

Entity = Callable[[str, str | None], str]
"""The IRI of the entity of a name, on a day where one is given, or of an IRI. Raises KgError where
none has the name."""

_OF_VALUES = frozenset({"bad-value", "unknown-name"})
"""What a value can be wrong by; an endpoint that cannot be reached is no fault of the value."""


def given(pairs: Iterable[str]) -> dict[str, str]:
    """The values by name of `name=value` pairs. Raises KgError for any other form."""
    values: dict[str, str] = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        name = name.strip().lstrip("?$")
        if not sign or not name:
            raise KgError(
                "bad-parameter", f"-p {pair}: not name=value", hint="as -p company=카카오"
            )
        if name in values:
            raise KgError("bad-parameter", f"the parameter {name} is given twice")
        values[name] = value
    return values


def filled(
    asked: Question, values: Mapping[str, str], prefixes: Mapping[str, str], entity: Entity
) -> str:
    """The query with its parameters bound.

    Raises KgError where one is missing, not declared, of the wrong type, or not in the query.
    """
    _check_names(asked, values)
    params = [p for p in asked.header.params if p.name in values or p.default is not None]
    if not params:
        return asked.text
    from kg.sparql.parameters import bind, used  # noqa: PLC0415  (a query without must not pay)
    from kg.sparql.prologue import prologue  # noqa: PLC0415  (likewise)
    from kg.sparql.tokens import tokens  # noqa: PLC0415  (likewise)

    unused = [p.name for p in asked.header.params if p.name not in used(asked.text)]
    if unused:
        raise KgError(
            "unused-parameter",
            f"the header declares {', '.join(unused)}, but the query has no ?{unused[0]}",
            Where(asked.name),
        )
    said = {p.name: values.get(p.name, p.default) for p in params}
    known = {**prefixes, **prologue(tokens(asked.text)).prefixes}
    day = next((said[p.name] for p in params if p.type == "date"), None)
    ordered = sorted(params, key=lambda p: p.type == "entity")  # whose bearer may rest on the day
    bound = {p.name: _term(p, said[p.name] or "", known, entity, day) for p in ordered}
    return bind(asked.text, bound)


def _check_names(asked: Question, values: Mapping[str, str]) -> None:
    declared = [p.name for p in asked.header.params]
    for name in values:
        if name not in declared:
            raise _unknown(asked, name, declared)
    missing = [p for p in asked.header.params if p.needed and p.name not in values]
    if missing:
        names = ", ".join(p.name for p in missing)
        form = " ".join(f"-p {p.name}=…" for p in missing)
        raise KgError("missing-parameter", f"needs {names}", Where(asked.name), f"add {form}")


def _unknown(asked: Question, name: str, declared: list[str]) -> KgError:
    import difflib  # noqa: PLC0415  (3 ms, for a misspelling only)

    near = difflib.get_close_matches(name, declared, n=1)
    hint = f"did you mean {near[0]}?" if near else f"it takes {', '.join(declared)}"
    if not declared:
        hint = 'declare it: #+ [params.x] and #+ type = "string"'
    return KgError("unknown-parameter", f"has no parameter {name}", Where(asked.name), hint)


def _term(
    parameter: Parameter, value: str, prefixes: Mapping[str, str], entity: Entity, day: str | None
) -> str:
    from kg.sparql import terms  # noqa: PLC0415  (a query without parameters must not pay)

    makers = {
        "string": terms.string,
        "integer": terms.integer,
        "date": terms.date,
        "period": terms.period,
    }
    try:
        if parameter.type in makers:
            return makers[parameter.type](value)
        expanded = _expanded(value, prefixes)
        if parameter.type == "iri":
            return terms.iri(expanded)
        return terms.iri(entity(expanded, day))
    except KgError as error:
        if error.slug in _OF_VALUES:
            error.message = f"-p {parameter.name}: {error.message}"
        raise


def _expanded(value: str, prefixes: Mapping[str, str]) -> str:
    """`kg:Merger` as an IRI, where the prefix is known."""
    prefix, colon, local = value.partition(":")
    return prefixes[prefix] + local if colon and prefix in prefixes else value
