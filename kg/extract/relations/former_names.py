"""Former names that a sentence tells beside a verb: X, 옛 Y였다; 구 사명: Y; 이름은 원래 Y였다."""

import re

from kg.extract.context.candidate import Candidate
from kg.extract.context.reader import Reader
from kg.extract.relations.relation_parts import made
from kg.lang.ko.names.kinds import PERSON, PLACE
from kg.lang.ko.names.of_phrases import Named, name_of, names_of
from kg.lang.ko.reading import Sentence
from kg.lang.ko.tokens.words import COMMON

_NAME = r"(?:'(?P<quoted>[^']{2,24})'|(?P<plain>[A-Za-z0-9가-힣][A-Za-z0-9가-힣&+.() -]{1,20}?))"
_END = r"(?:이다|다|이었다|였다|이었|였|이며|이고|[.,)]|$)"
_NOW = r"(?:지금|현재|오늘날|오늘|훗날|뒷날|후일|나중)의\s|현\s"
_FIELD = re.compile(
    r"(?:구|옛|이전|종전|과거|舊)\s?(?:사명|상호|명칭|이름|회사명|법인명)\s?[:=|]\s?(?P<names>[^|/\n]{2,60})"
    r"|(?:^|[|/\[{])\s*(?:전신|전신 회사|전신 기업)\s?[:=|]\s?(?P<before>[^|/\n]{2,40})"
)
_ONCE = re.compile(
    r"(?:이름|상호|사명|명칭|간판)(?:은|도|이)?\s(?:원래|처음엔|처음에는|본래|당초|애초|애초엔)(?:는|엔)?\s"
    + _NAME
    + r"(?:이었|였|이던|던)"
)
_BESIDE = re.compile(
    r"(?<![\w(-])(?P<bearer>[A-Za-z0-9가-힣&]{2,20}),\s"
    r"(?:그러니까|곧|즉|바로|다시 말해)?\s?(?:옛|구)\s(?!이름|사명|상호|명칭|간판)" + _NAME + _END
)
_ALONE = re.compile(rf"^\s*(?:{_NOW}){_NAME}[.]?\s*$")


def former_names(sentence: Sentence, reader: Reader) -> list[Candidate]:
    """The former names that a sentence gives to a company or service."""
    text = sentence.text
    field = _FIELD.search(text)
    if field is not None:
        return _fields(field, sentence, reader)
    beside = _BESIDE.search(text)
    if beside is not None:
        bearer = _named(beside, "bearer", sentence)
        return _pair(bearer, _name(beside, sentence), bearer.start, sentence)
    once = _ONCE.search(text)
    if once is not None:
        return _pair(reader.discourse.subject(), _name(once, sentence), sentence.start, sentence)
    alone = _ALONE.match(text)
    lead = _lead(sentence, reader)
    if alone is not None and lead is not None:
        return _pair(_name(alone, sentence), lead, sentence.start, sentence)
    return []


def _fields(match: "re.Match[str]", sentence: Sentence, reader: Reader) -> list[Candidate]:
    """`구 사명: A, B`: names of the company that the page is about."""
    group = "names" if match["names"] else "before"
    at = sentence.start + match.start(group)
    found: list[Candidate] = []
    for part in re.finditer(r"[^,·→\s][^,·→]*", match[group]):
        start, end = at + part.start(), at + part.end()
        tokens = [t for t in sentence.tokens if start <= t.start and t.end <= end]
        named = name_of(tokens, reader.line) if tokens else None
        if named is not None and named.proper:
            found += _pair(reader.discourse.topic, named, sentence.start + match.start(), sentence)
    return found


def _lead(sentence: Sentence, reader: Reader) -> Named | None:
    """The name that a line begins with, before the sentence."""
    head = re.match(r"^[\s*•·-]*(?P<name>(?:㈜|\(주\))?[A-Za-z0-9가-힣&]{2,20})[,:]\s", reader.line)
    if head is None or head.end() > sentence.start:
        return None
    return Named(head["name"], *head.span("name"))


def _pair(
    bearer: Named | None, other: Named | None, start: int, sentence: Sentence
) -> list[Candidate]:  # fmt: skip
    if bearer is None or other is None or bearer.text == other.text:
        return []
    if {bearer.kind, other.kind} & {PERSON, PLACE} or {bearer.text, other.text} & COMMON:
        return []
    place = (max(start, sentence.start), sentence.end)
    return [made("formerName", bearer, other, sentence, place, "told")]


def _name(match: "re.Match[str]", sentence: Sentence) -> Named:
    return _named(match, "quoted" if match["quoted"] else "plain", sentence)


def _named(match: "re.Match[str]", group: str, sentence: Sentence) -> Named:
    """A group of a match, as the words of the sentence give it where they make a name."""
    start, end = (sentence.start + at for at in match.span(group))
    phrases = [p for c in sentence.clauses for p in c.phrases if p.start <= start and end <= p.end]
    for phrase in phrases:
        for named in names_of(phrase, sentence.line.text):
            if named.start == start and named.proper:
                return named
    return Named(match[group], start, end)
