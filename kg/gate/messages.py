"""What is wrong and how to mend it, in English and Korean: one entry a kind of finding."""

import re
from collections.abc import Mapping

from kg.gate.graph_texts import GRAPH_TEXTS
from kg.gate.particles import with_particles
from kg.gate.text import Text

_GIVEN = re.compile(r"\{\w+\}")


TEXTS = {
    **GRAPH_TEXTS,
    "unknown-type": Text(
        "{given} is no type of event",
        "{given}: 없는 사건 유형이다",
        "known types near it: {near}",
        "비슷한 유형: {near}",
    ),
    "unknown-relation": Text(
        "{given} is no relation",
        "{given}: 없는 관계이다",
        "known relations: {near}",
        "있는 관계: {near}",
    ),
    "unknown-role": Text(
        "{type} has no role {given}",
        "{type}에는 없는 역할이다: {given}",
        "its roles: {near}",
        "있는 역할: {near}",
    ),
    "unknown-kind": Text(
        "{given} is no kind of thing",
        "{given}: 없는 종류이다",
        "known kinds near it: {near}",
        "비슷한 종류: {near}",
    ),
    "missing-role": Text(
        "{type} lacks {role}",
        "{type}에 필요한 역할이 비어 있다: {role}",
        "say who or what is the {role}",
        "누가 또는 무엇이 {role}인지 밝힌다",
    ),
    "missing-alternative": Text(
        "{type} needs one of {roles}",
        "{type}에는 {roles} 가운데 하나가 있어야 한다",
        "fill one of these roles",
        "이 역할 가운데 하나를 채운다",
    ),
    "too-few-parties": Text(
        "{type} needs two parties at least among {roles}, and has {count}",
        "{type}에는 {roles} 가운데 둘 이상이 있어야 하는데 {count}개뿐이다",
        "name the other party",
        "다른 당사자를 밝힌다",
    ),
    "missing-detail": Text(
        "{type} lacks {detail}",
        "{type}에 필요한 값이 없다: {detail}",
        "give its {detail}",
        "{detail} 값을 적는다",
    ),
    "wrong-kind": Text(
        "{name} is a {kind}, and {role} takes {kinds}",
        "{name}은(는) {kind}인데 {role}에는 {kinds}만 온다",
        "correct the kind of {name}, or choose another role",
        "{name}의 종류를 고치거나 다른 역할을 고른다",
    ),
    "same-filler": Text(
        "{name} is both {role} and {other}",
        "{name}: {role} 역할과 {other} 역할을 함께 맡고 있다",
        "one of the two roles must be someone else",
        "두 역할 가운데 하나는 다른 이름이어야 한다",
    ),
    "unknown-status": Text(
        "{given} is no status",
        "{given}: 없는 상태이다",
        "one of {near}",
        "{near} 가운데 하나",
    ),
    "unit-without-value": Text(
        "the unit {given} has no value",
        "단위 {given}에 값이 없다",
        "give the value too, or leave the unit out",
        "값도 적거나 단위를 뺀다",
    ),
    "share-out-of-range": Text(
        "the share {given} is not between 0 and 100",
        "지분율 {given}은(는) 0에서 100 사이가 아니다",
        "write the share in per cent",
        "지분율은 백분율로 적는다",
    ),
    "period-inverted": Text(
        "the period ends ({until}) before it begins ({since})",
        "기간의 끝({until})이 시작({since})보다 앞선다",
        "swap the two, or correct one",
        "둘을 바꾸거나 하나를 고친다",
    ),
    "restored-before": Text(
        "restored ({until}) before it happened ({since})",
        "복구일({until})이 발생일({since})보다 앞선다",
        "correct one of the two dates",
        "두 날짜 가운데 하나를 고친다",
    ),
    "no-document": Text(
        "the document {given} is not known",
        "알 수 없는 문서이다: {given}",
        "give it with --document, or load it first",
        "--document로 지정하거나 먼저 적재한다",
    ),
    "no-document/unnamed": Text(
        "no document is named",
        "어느 문서에 관한 것인지 적혀 있지 않다",
        "give it with --document, or in the line as document",
        "--document로 지정하거나 줄의 document에 적는다",
    ),
    "quote-elsewhere": Text(
        "the quote is not at {start}..{end}, but at {found}",
        "인용문이 있는 곳은 {found}인데 {start}..{end}로 적혀 있다",
        "leave start and end out, or count code points from the start of the file",
        "start와 end를 빼거나, 파일 첫머리부터 코드 포인트로 센다",
    ),
    "quote-not-found": Text(
        "the document does not say: {quote}",
        "문서에 없는 인용문이다: {quote}",
        "the nearest passage is shown; quote it exactly{change}",
        "가장 가까운 구절을 보였다. 그대로 옮겨 적는다{change}",
    ),
    "quote-not-found/nowhere": Text(
        "the document does not say, nor anything like it: {quote}",
        "문서에 없고 비슷한 구절도 없는 인용문이다: {quote}",
        "quote the sentence that states it, or leave the line out; is it the right document?",
        "그렇게 말하는 문장을 인용하거나 그 줄을 뺀다. 문서가 맞는지도 확인한다",
    ),
    "quote-respelt": Text(
        "the quote is taken as the document writes it: blanks or signs of it differed",
        "인용문의 공백이나 기호가 문서와 달라 문서에 적힌 대로 바꾸어 받았다",
        "",
        "",
    ),
    "quote-several": Text(
        "the document says this more than once (lines {lines}): {quote}",
        "문서에 여러 번 나오는 인용문이다({lines}행): {quote}",
        "quote more of the sentence, or give start and end",
        "문장을 더 길게 인용하거나 start와 end를 적는다",
    ),
    "text-around": Text(
        "what is no claim was passed over (lines {lines})",
        "주장이 아닌 것은 건너뛰었다({lines}행)",
        "nothing to mend if it is a greeting or a code fence; a claim is a JSON object",
        "인사말이나 코드 울타리라면 고칠 것이 없다. 주장은 JSON 객체이다",
    ),
    "no-header": Text(
        "+++ begins no header, for no line +++ closes it: all of it was read as text",
        "닫는 +++ 줄이 없어 머리말이 아니다. 모두 본문으로 읽었다",
        "nothing to mend if it is no header; a header is TOML between two lines +++",
        "머리말이 아니라면 고칠 것이 없다. 머리말은 두 +++ 줄 사이의 TOML이다",
    ),
    "unknown-term": Text(
        "{given} is no term of the ontology",
        "{given}: 온톨로지에 없는 용어이다",
        "nearest terms: {near}",
        "가장 가까운 용어: {near}",
    ),
    "literal-for-entity": Text(
        'kg:{role} takes an IRI, not the text "{given}"',
        'kg:{role}에는 글 "{given}"이(가) 아니라 IRI가 온다',
        "give the thing an IRI and write its name with rdfs:label",
        "IRI를 주고 이름은 rdfs:label로 적는다",
    ),
    "iri-for-text": Text(
        "kg:{role} takes a text, not <{given}>",
        "kg:{role}에는 <{given}>이(가) 아니라 글이 온다",
        "write the text in quotes",
        "따옴표 안에 글로 적는다",
    ),
    "bad-date": Text(
        "kg:{role} is no date: {given}",
        "kg:{role}: 날짜가 아니다: {given}",
        "a kg:Date with kg:edtf such as 2014, 2014-10, 2014-10-31 or 200X",
        "2014, 2014-10, 2014-10-31, 200X 같은 kg:edtf를 가진 kg:Date여야 한다",
    ),
    "bad-number": Text(
        "kg:{role} is no decimal number: {given}",
        "kg:{role}: 십진수가 아니다: {given}",
        "write digits, without separators",
        "구분 기호 없이 숫자로 적는다",
    ),
    "several-values": Text(
        "kg:{role} has {count} values, and takes one",
        "kg:{role}에 값이 {count}개인데 하나만 온다",
        "keep one, or state two facts",
        "하나만 남기거나 사실을 둘로 나눈다",
    ),
    "no-name": Text(
        "a kg:Name needs kg:nameOf and kg:text",
        "kg:Name에는 kg:nameOf와 kg:text가 있어야 한다",
        "say whose name it is and what it is",
        "누구의 어떤 이름인지 밝힌다",
    ),
    "two-kinds": Text(
        "{name} is a {kind} and a {other}, which nothing can be",
        "{name}은(는) {kind}인 동시에 {other}일 수 없다",
        "use two IRIs: a company and its service are two things",
        "IRI를 둘로 나눈다. 회사와 그 서비스는 서로 다른 것이다",
    ),
    "unknown-type-of": Text(
        "kg:{given} is too wide a type to state",
        "kg:{given}: 너무 넓어서 사실로 적을 수 없는 유형이다",
        "choose one of its subclasses: {near}",
        "하위 클래스를 고른다: {near}",
    ),
    "untyped": Text(
        "it has kg:{given}, and no type",
        "kg:{given} 값이 있는데 유형이 없다",
        "say what it is, as in: a kg:Merger",
        "a kg:Merger처럼 무엇인지 밝힌다",
    ),
    "span-length": Text(
        "the quote has {count} code points, and its place {length}",
        "인용문은 {count}자인데 그 구간은 {length}자이다",
        "kg:start and kg:end count code points, half-open",
        "kg:start와 kg:end는 코드 포인트로, 끝을 빼고 센다",
    ),
}


NOTES = frozenset({"text-around", "quote-respelt"})
"""What is said without refusing anything."""


def worded(slug: str, given: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The message and the hint of a kind of finding, by language; of a `case` of it, if given."""
    case = given.get("case")
    text = TEXTS[f"{slug}/{case}" if case else slug]
    message = {"en": text.en.format_map(given), "ko": with_particles(text.ko.format_map(given))}
    hint = {
        "en": text.hint_en.format_map(given),
        "ko": with_particles(text.hint_ko.format_map(given)),
    }
    return message, hint if hint["en"] else {}


def rule_words(slug: str) -> tuple[dict[str, str], dict[str, str]] | None:
    """What a kind of finding says in general, and its hint; None for a shape, which says that."""
    if slug not in TEXTS:
        return None
    en, ko, hint_en, hint_ko = (_GIVEN.sub("…", text) for text in TEXTS[slug])
    return {"en": en, "ko": with_particles(ko)}, {"en": hint_en, "ko": hint_ko}
