"""Other names that stand in brackets behind a name: X(구 Y), X(이하 Y), Y(현 X)."""

import re
from collections.abc import Sequence

from kg.extract.context.candidate import Candidate
from kg.extract.relations.relation_parts import made
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.names.kinds import PERSON
from kg.lang.ko.names.of_phrases import Named, name_of
from kg.lang.ko.reading import Sentence
from kg.lang.ko.tokens.kiwi import Token
from kg.lang.ko.tokens.words import COMMON, TITLES

_FORMER = (
    r"구|옛|舊|前|전|전신|구명|이전|당시|예전|처음|원래|설립 당시|창립 당시|당초|"
    r"그때는|그때|그 시절엔|그 시절에는|그 시절|당시엔|당시에는|예전엔|옛날엔|원래는|구칭|옛 이름"
)
_NOW = "현|現|現在|현재|지금|오늘날|오늘|훗날|뒷날|후일|뒤|나중|이후|나중에|뒤에|훗날에"
_OF = r"의?(?:\s?(?:이름|명칭|사명|상호|회사명|법인명|서비스명|간판))?(?:은|는)?\s*[:.]?\s*"
_NAME = r"(?P<quote>['\"]?)(?P<name>[^'\"()]{2,30}?)(?P=quote)(?:이다|였다|이었다|다|임)?\.?$"
_KINDS = (
    ("former", re.compile(rf"^(?:{_FORMER})(?![가-힣]){_OF}{_NAME}")),
    ("now", re.compile(rf"^(?:{_NOW})(?![가-힣](?<!의)){_OF}{_NAME}")),
    (
        "other",
        re.compile(
            r"^(?:이하|약칭|일명|별칭|영문명|영문|영어명?|줄여서|통칭|속칭|약어|"
            r"정식|공식|영문 약칭|애칭|별명)(?![가-힣])" + _OF + _NAME
        ),
    ),
)  # fmt: skip
_PART = re.compile(r"[^\s,;/][^,;/]*")
_NOT_NAMED = re.compile(r"아니|아님|미정|없음|\d{4}년|^\d")


def notes(phrase: Phrase, sentence: Sentence) -> list[Candidate]:
    """The other names in the brackets of a phrase."""
    found: list[Candidate] = []
    for at, token in enumerate(phrase.tokens):
        if token.form != "(" or not at:
            continue
        close = next((i for i in range(at, len(phrase.tokens)) if phrase.tokens[i].form == ")"), 0)
        inside = phrase.tokens[at + 1 : close]
        named = _bearer(phrase.tokens[:at], sentence.line.text)
        if named is not None and inside:
            found += _note(named, inside, sentence)
    return found


def closing_notes(clause: Clause, sentence: Sentence) -> list[Candidate]:
    """`새 센터를 열었다(약칭 NC)`: the note is of what the verb before the bracket names last."""
    after = [t for t in sentence.tokens if t.start >= clause.end]
    if clause.predicate is None or not after or after[0].form != "(":
        return []
    close = next((i for i, t in enumerate(after) if t.form == ")"), 0)
    for case in ("로", "을"):
        phrase = clause.phrase(case)
        named = _bearer(phrase.tokens, sentence.line.text) if phrase is not None else None
        if named is not None and after[1:close]:
            return _note(named, after[1:close], sentence)
    return []


def _bearer(tokens: Sequence[Token], line: str) -> Named | None:
    """The name before the bracket, less a noun that says what was done (`X 인수 (뒤의 Y)`)."""
    left = list(tokens)
    while len(left) > 1 and left[-1].tag == "NNG" and left[-1].form in COMMON:
        left.pop()
    named = name_of(left, line)
    return named if named is not None and named.proper and named.kind != PERSON else None


def _note(named: Named, inside: Sequence[Token], sentence: Sentence) -> list[Candidate]:
    start, end = inside[0].start, inside[-1].end
    text = sentence.line.text[start:end]
    if _NOT_NAMED.search(text):
        return []
    found: list[Candidate] = []
    before = ""
    for part in _PART.finditer(text):
        one = _one(part[0], start + part.start(), inside, sentence)
        if one is None and before == "former":  # (구 A, B)
            one = _listed(part[0], start + part.start(), inside, sentence)
        before = one[0] if one is not None else ""
        if one is None or one[1].text == named.text:
            continue
        kind, other = one
        place = (named.start, end + 1)
        pair = (other, named) if kind == "now" else (named, other)
        relation = "alternateName" if kind == "other" else "formerName"
        found.append(made(relation, *pair, sentence, place, "note"))
    return found


def _listed(
    text: str, start: int, inside: Sequence[Token], sentence: Sentence
) -> tuple[str, Named] | None:  # fmt: skip
    """A further former name of a list, which is nothing but a name."""
    plain = text.strip()
    end = start + len(text.rstrip())
    tokens = [t for t in inside if start <= t.start and t.end <= end]
    named = name_of(tokens, sentence.line.text) if tokens else None
    if named is None or not named.proper or named.kind == PERSON or named.text != plain:
        return None
    return "former", named


_LATER = re.compile(r"이후|뒤|나중|이전|당시|처음|그때|그 시절")
"""Words that may tell of what happened, too: `상장 신청 (이후 철회)`."""


def _one(
    text: str, start: int, inside: Sequence[Token], sentence: Sentence
) -> tuple[str, Named] | None:  # fmt: skip
    """The kind of a part of a note, and the name in it."""
    for kind, pattern in _KINDS:
        match = pattern.match(text)
        if match is not None and match["name"].split()[-1] not in TITLES:
            at = start + match.start("name")
            if match["name"] in COMMON or (_LATER.match(text) and _is_deed(match["name"])):
                return None
            other = _other(match["name"], at, bool(match["quote"]), inside, sentence.line.text)
            return (kind, other) if other is not None else None
    return None


_DEEDS = re.compile(
    r"철회|취소|무산|중단|폐지|변경|매각|인수|합병|상장|폐업|청산|해산|연기|재개|종료|포기|결렬|번복|"
    r"부활|복귀|사임|퇴임|취임|이전|증자|감자|분할|흡수|편입|승인|거절|기각"
)


def _is_deed(text: str) -> bool:
    return _DEEDS.fullmatch(text.rsplit(maxsplit=1)[-1]) is not None


def _other(
    text: str, at: int, quoted: bool, inside: Sequence[Token], line: str
) -> Named | None:  # fmt: skip
    """The name as the words of the bracket give it, else as it is written; none where it is more
    than a name (`이후 X로 흡수`)."""
    end = at + len(text)
    tokens = [t for t in inside if at <= t.start and t.end <= end]
    if not quoted and any(t.tag[0] in "JE" for t in tokens):
        return None
    named = name_of(tokens, line) if tokens else None
    if named is not None and named.kind == PERSON:
        return None
    if named is not None and named.proper and not named.notes:
        return named
    plain = quoted or len(text.split()) == 1 or named is None
    return Named(text, at, end) if plain and text not in COMMON else None
