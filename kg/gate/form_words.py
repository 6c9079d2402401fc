"""What is wrong with a line that is not of the form, by the case of its LineError."""

from collections.abc import Mapping
from typing import NamedTuple

from kg.gate.particles import with_particles


class _Words(NamedTuple):
    """A message and a hint, each in English and Korean."""

    en: str
    ko: str
    hint_en: str
    hint_ko: str


_JSON_KO = {
    "Expecting ',' delimiter": "쉼표나 닫는 괄호가 빠졌다",
    "Expecting ':' delimiter": "쌍점이 빠졌다",
    "Expecting value": "값이 빠졌다",
    "Expecting property name enclosed in double quotes": "큰따옴표로 묶은 키가 와야 한다",
    "Illegal trailing comma before end of object": "닫는 괄호 앞에 쉼표가 있다",
    "Illegal trailing comma before end of array": "닫는 괄호 앞에 쉼표가 있다",
    "Unterminated string starting at": "닫는 따옴표가 빠졌다",
    "Invalid control character at": "문자열 안에 줄바꿈 같은 제어 문자가 있다",
    "Extra data": "뒤에 다른 것이 더 있다",
}
_OBJECT = _Words(
    "it is not a JSON object", "JSON 객체가 아니다",
    'write one object in braces: {{"type": …}}', '중괄호로 묶은 객체로 적는다: {{"type": …}}',
)  # fmt: skip
_FORM = {
    "json": _Words(
        "it is not JSON: {problem}", "JSON이 아니다: {problem_ko}",
        "look for a missing comma, quotation mark or bracket at the mark",
        "표시한 곳에서 빠진 쉼표, 따옴표, 괄호를 찾는다",
    ),
    "object": _OBJECT,
    "deep": _Words(
        "it is nested too deeply", "괄호가 너무 깊이 겹친다", *_OBJECT[2:]
    ),
    "digits": _Words(
        "it holds a number of too many digits", "자릿수가 너무 많은 수가 있다",
        "write the number as the document does", "문서에 적힌 대로 적는다",
    ),
    "half": _Words(
        "it holds half of a surrogate pair, which is no character",
        "반쪽짜리 대리 코드 포인트가 있다. 이것은 글자가 아니다",
        "write the character itself instead of \\u escapes", "\\u 대신 글자를 그대로 적는다",
    ),
    "constant": _Words(
        "{value} is not a JSON number", "{value}: JSON의 수가 아니다",
        "write digits, or null", "숫자로 적거나 null로 둔다",
    ),
    "type": _Words(
        "type is missing or not a string", "type이 없거나 문자열이 아니다",
        "give an event type, or Relation", "사건 유형이나 Relation을 적는다",
    ),
    "key": _Words(
        "{path} is no key of such a line", "{path}: 쓸 수 없는 키이다",
        "known keys: {near}", "쓸 수 있는 키: {near}",
    ),
    "kinds": _Words(
        "kinds must map names to kinds", "kinds는 이름마다 종류를 적은 객체여야 한다",
        'as in {{"kinds": {{"네모톡": "Service"}}}}', '예: {{"kinds": {{"네모톡": "Service"}}}}',
    ),
    "roles": _Words(
        "{path} must map roles to names", "{path}은(는) 역할마다 이름을 적은 객체여야 한다",
        'as in {{"company": ["네모소프트"]}}', '예: {{"company": ["네모소프트"]}}',
    ),
    "names": _Words(
        "{path} must be a name or a list of names", "{path}: 이름이나 이름의 목록이어야 한다",
        'as in ["네모소프트"]; leave the role out if nobody fills it',
        '예: ["네모소프트"]. 채울 것이 없으면 역할을 뺀다',
    ),
    "control": _Words(
        "{path} holds a control character", "{path}: 제어 문자가 있다",
        "write the name alone", "이름만 적는다",
    ),
    "number": _Words(
        "{path} must be a number", "{path}: 수여야 한다",
        "write digits without quotes, separators or units",
        "따옴표, 구분 기호, 단위 없이 숫자만 적는다",
    ),
    "size": _Words(
        "{path} must be below 10^40, with 40 decimals at most",
        "{path}: 10^40보다 작고 소수점 아래는 40자리까지여야 한다",
        "write the number as the document does", "문서에 적힌 대로 적는다",
    ),
    "date": _Words(
        "{path} is no date: {value}", "{path}: 날짜가 아니다: {value}",
        "write it as 2014, 2014-10, 2014-10-31 or 200X, as precise as the document",
        "2014, 2014-10, 2014-10-31, 200X처럼 문서가 밝힌 만큼만 적는다",
    ),
    "string": _Words(
        "{path} must be a string", "{path}: 문자열이어야 한다",
        "write it in quotation marks, or null", "따옴표로 묶어 적거나 null로 둔다",
    ),
    "places": _Words(
        "evidence must be a list with one place at least",
        "evidence는 근거가 하나 이상 있는 목록이어야 한다",
        'as in [{{"quote": "…"}}], a sentence of the document',
        '예: [{{"quote": "…"}}]. 문서의 문장을 인용한다',
    ),
    "place": _Words(
        "{path} must be an object with a quote", "{path}: quote가 있는 객체여야 한다",
        'as in {{"quote": "…"}}, a sentence of the document',
        '예: {{"quote": "…"}}. 문서의 문장을 인용한다',
    ),
    "offset": _Words(
        "{path} must be an offset in code points", "{path}: 코드 포인트로 센 위치여야 한다",
        "give both start and end, or neither where the document has the quote once",
        "start와 end를 둘 다 적는다. 문서에 한 번만 나오는 인용문이면 둘 다 뺀다",
    ),
    "quote": _Words(
        "{path} is missing", "{path}: 없다",
        "quote the sentence that states it", "그렇게 말하는 문장을 인용한다",
    ),
}  # fmt: skip


CASES = {case: words.en for case, words in _FORM.items()}
"""The cases, each with its message in English."""


def form_words(
    case: str, path: str, given: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """The message and the hint of a case, by language."""
    words = _FORM[case]
    problem = given.get("problem", "")
    filled = {**given, "path": path, "problem_ko": _JSON_KO.get(problem, problem)}
    en, ko, hint_en, hint_ko = (text.format_map(filled) for text in words)
    return {"en": en, "ko": with_particles(ko)}, {"en": hint_en, "ko": hint_ko}
