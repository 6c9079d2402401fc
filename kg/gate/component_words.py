"""What a constraint of SHACL Core asks for, in words, where its shape has no message of its own."""

from typing import NamedTuple

import pyoxigraph as ox

from kg.gate.abbreviation import Abbreviation
from kg.gate.lookup import Lookup, Term
from kg.gate.reach import sh
from kg.rdf.vocabulary import SH

_KINDS = {
    "BlankNode": ("a blank node", "빈 노드"),
    "IRI": ("an IRI", "IRI"),
    "Literal": ("a literal", "리터럴"),
    "BlankNodeOrIRI": ("an IRI or a blank node", "IRI나 빈 노드"),
    "BlankNodeOrLiteral": ("a literal or a blank node", "리터럴이나 빈 노드"),
    "IRIOrLiteral": ("an IRI or a literal", "IRI나 리터럴"),
}


class _Words(NamedTuple):
    """A sentence in English and Korean. `{value}` is what is wrong, `{given}` the parameter,
    `{path}` where it leads from the focus node, `{count}` how many there are there, `{shape}` what
    counts."""

    parameter: str
    en: str
    ko: str


_WORDS = {
    "Class": _Words(
        "class", "{value} is not of the class {given}", "{value}: {given} 클래스가 아니다"
    ),
    "Datatype": _Words(
        "datatype", "{value} is not a well-formed {given}", "{value}: 올바른 {given} 값이 아니다"
    ),
    "NodeKind": _Words("nodeKind", "{value} is not {given}", "{value}: {given}만 올 수 있다"),
    "MinCount": _Words(
        "minCount", "needs {given} of {path} at least{count}",
        "{path}: 적어도 {given}개 있어야 한다{count}"
    ),
    "MaxCount": _Words(
        "maxCount", "takes {given} of {path} at most{count}", "{path}: 많아야 {given}개이다{count}"
    ),
    "MinExclusive": _Words(
        "minExclusive", "{value} is not more than {given}", "{value}: {given}보다 커야 한다"
    ),
    "MinInclusive": _Words(
        "minInclusive", "{value} is not {given} or more", "{value}: {given} 이상이어야 한다"
    ),
    "MaxExclusive": _Words(
        "maxExclusive", "{value} is not less than {given}", "{value}: {given}보다 작아야 한다"
    ),
    "MaxInclusive": _Words(
        "maxInclusive", "{value} is not {given} or less", "{value}: {given} 이하여야 한다"
    ),
    "MinLength": _Words(
        "minLength", "{value} is shorter than {given} characters", "{value}: {given}자보다 짧다"
    ),
    "MaxLength": _Words(
        "maxLength", "{value} is longer than {given} characters", "{value}: {given}자보다 길다"
    ),
    "Pattern": _Words(
        "pattern", "{value} does not match {given}", "{value}: 정규식 {given}에 맞지 않는다"
    ),
    "LanguageIn": _Words(
        "languageIn", "{value} is in none of the languages {given}",
        "{value}: 다음 언어 가운데 하나여야 한다: {given}",
    ),
    "UniqueLang": _Words(
        "", "{path} has several values in one language", "{path}에 한 언어로 된 값이 여럿이다"
    ),
    "Equals": _Words(
        "equals", "{value} is a value of {path} or of {given}, and must be of both",
        "{value}: {path}, {given} 양쪽의 값이어야 하는데 한쪽에만 있다",
    ),
    "Disjoint": _Words(
        "disjoint", "{value} is a value of both {path} and {given}",
        "{value}: {path}의 값이면서 {given}의 값이다",
    ),
    "LessThan": _Words(
        "lessThan", "{value} is not less than the value of {given}",
        "{value}: {given}의 값보다 작아야 한다",
    ),
    "LessThanOrEquals": _Words(
        "lessThanOrEquals", "{value} is not at most the value of {given}",
        "{value}: {given}의 값 이하여야 한다",
    ),
    "Not": _Words(
        "not", "{value} is what it must not be: {given}",
        "{value}: 해당하지 않아야 할 것에 해당한다: {given}",
    ),
    "And": _Words(
        "and", "{value} must be all of: {given}", "{value}: 다음을 모두 지켜야 한다: {given}"
    ),
    "Or": _Words(
        "or", "{value} must be one at least of: {given}",
        "{value}: 다음 가운데 적어도 하나를 지켜야 한다: {given}",
    ),
    "Xone": _Words(
        "xone", "{value} must be exactly one of: {given}",
        "{value}: 다음 가운데 꼭 하나만 지켜야 한다: {given}",
    ),
    "Node": _Words(
        "node", "{value} does not conform to {given}", "{value}: 규칙에 맞지 않는다: {given}"
    ),
    "QualifiedMinCount": _Words(
        "qualifiedMinCount", "{path}: {given} at least must conform to {shape}",
        "{path}: 적어도 {given}개가 규칙에 맞아야 한다: {shape}",
    ),
    "QualifiedMaxCount": _Words(
        "qualifiedMaxCount", "{path}: {given} at most may conform to {shape}",
        "{path}: 많아야 {given}개가 규칙에 맞을 수 있다: {shape}",
    ),
    "Closed": _Words(
        "", "{path} may not be said here (sh:closed)",
        "{path}: 여기에는 적을 수 없다(sh:closed)",
    ),
    "HasValue": _Words("hasValue", "{path} lacks the value {given}", "{path}: 값이 없다: {given}"),
    "In": _Words(
        "in", "{value} is none of {given}", "{value}: 다음 가운데 하나여야 한다: {given}"
    ),
}  # fmt: skip
_COUNTS = (" (has {})", " (지금 {}개)")
_LISTS = {"languageIn", "in"}
_SHAPES = {"not", "and", "or", "xone", "node"}
_LISTED_SHAPES = {"and", "or", "xone"}


class Asked(NamedTuple):
    """What a validation result is about: its shape, component, and value; `path` as it is written,
    "" where there is none; `there` how many values the path leads to, "" where not known."""

    shape: Term
    component: str
    value: str
    path: str
    there: str


def component_words(asked: Asked, shapes: Lookup, short: Abbreviation) -> dict[str, str]:
    """The message by language; none for a component that is not of SHACL Core."""
    name = asked.component.removeprefix(SH).removesuffix("ConstraintComponent")
    words = _WORDS.get(name)
    if words is None:
        return {}
    found = [*shapes.objects(asked.shape, sh(words.parameter))] if words.parameter else []
    counted = shapes.objects(asked.shape, sh("qualifiedValueShape"))
    message = {}
    for number, (language, text) in enumerate((("en", words.en), ("ko", words.ko))):
        message[language] = text.format(
            value=asked.value,
            given=_given(words.parameter, found, shapes, short, number),
            path=asked.path,
            count=_COUNTS[number].format(asked.there) if asked.there else "",
            shape="; ".join(_shape(one, shapes, short) for one in counted),
        )
    return message


def _given(
    parameter: str, values: list[Term], shapes: Lookup, short: Abbreviation, language: int
) -> str:
    if parameter == "nodeKind":
        names = [str(getattr(one, "value", "")).removeprefix(SH) for one in values]
        return ", ".join(_KINDS[name][language] if name in _KINDS else name for name in names)
    if parameter in _LISTS | _LISTED_SHAPES:
        values = [item for head in values for item in shapes.items(head)]
    if parameter in _SHAPES:
        return "; ".join(_shape(one, shapes, short) for one in values)
    return short.terms(values)


def _shape(shape: Term, shapes: Lookup, short: Abbreviation) -> str:
    """A shape by its IRI, else as its path and its constraints: `ex:nick (minCount 1)`."""
    if isinstance(shape, ox.NamedNode):
        return short.term(shape)
    paths = [short.path(one, shapes) for one in shapes.objects(shape, sh("path"))]
    said = []
    for quad in sorted(shapes.quads(shape), key=str):
        name = quad.predicate.value.removeprefix(SH)
        if quad.predicate.value.startswith(SH) and name not in {
            "path",
            "message",
            "severity",
            "name",
        }:
            value = quad.object
            plain = isinstance(value, ox.NamedNode | ox.Literal)
            said.append(f"{name} {short.term(value)}" if plain else name)  # type: ignore[arg-type]  # no triple
    constraints = ", ".join(said)
    return " ".join([*paths, f"({constraints})" if constraints else ""]).strip() or "[]"
