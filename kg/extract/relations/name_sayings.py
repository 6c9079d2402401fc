"""Other names that a sentence tells: 흔히 줄여 Y라 부른다, 약칭은 Y다, X, 줄여서 Y."""

import re

from kg.extract.context.candidate import Candidate
from kg.extract.context.directory import name_key
from kg.extract.context.reader import Reader
from kg.extract.relations.relation_parts import made
from kg.lang.ko.names.kinds import ORGANIZATION, PERSON, PLACE, SERVICE
from kg.lang.ko.names.of_phrases import Named, names_of
from kg.lang.ko.reading import Sentence
from kg.lang.ko.tokens.words import COMMON, COMPANY_NOUNS, SERVICE_NOUNS

_NAME = r"(?:'(?P<quoted>[^']{1,24})'|(?P<plain>[A-Za-z0-9가-힣][A-Za-z0-9가-힣&+.-]{1,14}?))"
_SO = r"(?:\s?(?:더|줄여서?|흔히|자주|널리|많이|오래|주로|곧잘|친근하게|짧게|약칭해|약칭하여))*\s?"
_CALLED = re.compile(
    _NAME
    + r"(?:이?라(?:고|고도|고만)?|으?로도?|이?란 (?:이름|약칭|별칭|별명|애칭|약자)으?로도?|"
    r"이?라는 (?:[가-힣]+(?:ᆫ|은|운|인|한) )?(?:[가-힣]{2,6} )?"
    r"(?:이름|명칭|약칭|별칭|별명|애칭|약자)으?로도?)"
    + r"(?P<so>" + _SO + r")"
    r"(?P<verb>부르|부른|불렀|불러|불리|불린|불렸|통하|통한|통했|쓰는 (?:경우|사람)|쓴다|쓰기도|"
    r"적는 (?:사람|이)|적기도|적는 경우|표기하기도|나오기도)"
)  # fmt: skip
_NICKNAMED = re.compile(
    _NAME + r"(?:이?라는|이?란) (?:[가-힣]+(?:은|운|인|한) )?"
    r"(?:약칭|별칭|별명|애칭|통칭)(?:이|도|을|으로)"
)
_LABEL = re.compile(
    r"(?:(?:정식|공식|영문|영어|한글|법적|국문)\s?(?:이름|명칭|상호|사명|표기|약칭|약자|명)|"
    r"약칭|약자|별칭|별명|애칭|통칭|줄임말|영문명|준말)(?:은|는|\s?:)\s"
    + _NAME
    + r"(?:이다|다|이며|이고|였다|[.,)]|$)"
)
_HEADED = re.compile(
    r"(?:영문 약칭|영문명|약칭|약자|정식 명칭|정식 이름|별칭|별명)\s" + _NAME + r"(?:[.,)]|$)"
)
"""A label without a particle, at the head of a sentence."""
_BESIDE = re.compile(
    r"(?P<bearer>[A-Za-z0-9가-힣&]{2,24}?)(?:이며|이고|인데)?,\s(?:줄여서|약칭|일명|영문명|속칭|곧|즉)\s"
    + _NAME
    + r"(?:이?라고|이|가|은|는|을|를|의|[.,]|$)"
)
_ROW = re.compile(r"^[\s*•·-]*(?P<name>[A-Za-z0-9가-힣&]{2,20})\s?:\s")
"""A list item that begins with what it is about."""
_USUAL = re.compile(
    r"흔히|줄여|줄인|약칭|약자|통칭|일명|별칭|별명|애칭|속칭|머리글자|보통|팬|라고도|로도|여전히|아직도"
)
_OFTEN = re.compile(r"오래|널리|흔히|자주|많이|줄여")
_WRITTEN = ("적는", "적기도", "표기하", "쓰는 사람")
"""How some write a name, besides: another name however it is marked."""
_OF_OTHERS = re.compile(
    r"(?:사건|사태|사고|분쟁|다툼|싸움|제도|법|현상|거래|시장|시대)(?:은|는|이|가|을|를)\s"
)


def sayings(sentence: Sentence, reader: Reader) -> list[Candidate]:
    """The other names that a sentence tells of the company or service that it is about."""
    text = sentence.text
    beside = _BESIDE.search(text)
    if beside is not None:
        return _beside(beside, sentence)
    headed = _HEADED.match(text.lstrip())
    for match in (_CALLED.search(text), _NICKNAMED.search(text), _LABEL.search(text)):
        if match is not None and not _OF_OTHERS.search(text[: match.start()]):
            return _told(match, match.re is _LABEL, sentence, reader)
    if headed is not None:
        return _told(_HEADED.search(text) or headed, True, sentence, reader)
    return []


def _beside(match: "re.Match[str]", sentence: Sentence) -> list[Candidate]:
    bearer = _named(match, "bearer", sentence)
    other = _named(match, _group(match), sentence)
    if bearer.text in COMMON or not _shorter(other.text, bearer.text):
        return []
    place = (bearer.start, other.end)
    return [made("alternateName", bearer, other, sentence, place, "beside")]


def _told(
    match: "re.Match[str]", label: bool, sentence: Sentence, reader: Reader
) -> list[Candidate]:  # fmt: skip
    other = _named(match, _group(match), sentence)
    if other.text in COMMON | COMPANY_NOUNS | SERVICE_NOUNS:
        return []
    usual = _USUAL.search(sentence.text) is not None and bool(match["quoted"])
    usual = usual or (match.re is _CALLED and _OFTEN.search(match["so"]) is not None)
    usual = usual or (match.re is _CALLED and match["verb"].startswith(_WRITTEN))
    if "의 " in other.text and match.re is not _LABEL:
        return []  # 형제의 난: what happened, rather than a name
    for bearer in _bearers(sentence, other, reader):
        known = reader.directory.kind(bearer) in (ORGANIZATION, SERVICE)
        short = _shorter(other.text, bearer.text)
        if bearer.text.endswith((" " + other.text, "의" + other.text)) or _of_another(match):
            continue
        if name_key(bearer.text) == name_key(other.text) or bearer.kind in (PERSON, PLACE):
            continue
        if short or (known and (label or usual)):
            start = min(sentence.start, other.start)
            return [made("alternateName", bearer, other, sentence, (start, sentence.end), "called")]
        if known:
            break  # it is of this one that the sentence tells
    return []


def _of_another(match: "re.Match[str]") -> bool:
    """`FC라 불리는 설계사`: the noun that it modifies is called so, be it not the company."""
    after = match.string[match.end() :]
    passive = match.re is _CALLED and match["verb"] in ("부르", "불리", "통하")
    return (
        passive
        and after.startswith("는 ")
        and not re.match(r"는 (?:\S+ )?(?:회사|기업|법인|곳|업체)", after)
    )


def _bearers(sentence: Sentence, other: Named, reader: Reader) -> list[Named]:
    """Whom the sentence may be about, the likeliest first: an owner or object, the topic, then
    whom the text is about."""
    phrases = [p for c in sentence.clauses for p in c.phrases if p.start < other.start]
    likely = [p.of for p in phrases if p.of is not None and p.topic]
    likely += [p for p in phrases if p.case == "을"]
    likely += [p for p in phrases if p.topic and p.case == ""]
    head = _ROW.match(sentence.line.text)
    lead = [Named(head["name"], *head.span("name"))] if head is not None else []
    found = [
        n for p in likely for n in names_of(p, reader.line) if n.proper and n.start < other.start
    ]
    state = reader.discourse
    rest = (None if state.page else state.focus, state.subject())
    return [*lead, *found, *(named for named in rest if named is not None)]


def _group(match: "re.Match[str]") -> str:
    return "quoted" if match["quoted"] else "plain"


def _named(match: "re.Match[str]", group: str, sentence: Sentence) -> Named:
    start, end = (sentence.start + at for at in match.span(group))
    return Named(match[group], start, end)


def _shorter(short: str, name: str) -> bool:
    """Whether one shortens the other (한전자 of 한강전자, GBS of GBS가온TV); Latin letters alone
    may be initials."""
    at = 0
    for char in name_key(short):
        at = name_key(name).find(char, at) + 1
        if not at:
            return short.isascii() and short.isupper() and len(short) < 6
    return len(short) < len(name)
