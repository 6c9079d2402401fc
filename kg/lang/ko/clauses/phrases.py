"""Noun phrases and predicates: the units that a clause is made of.

Korean marks a phrase's part in its clause by the particle that ends it, and a clause's part in
its sentence by the ending of its predicate; both are read here from the morphemes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.lang.ko.clauses.verb_pairs import grown, joins
from kg.lang.ko.tokens.kiwi import AMOUNT, DATE, HUMAN, NAME, Token
from kg.lang.ko.tokens.words import word_set

_NOUN_TAGS = word_set(
    """NNG NNP NNB NR NP SL SN SH XPN XSN XR MM SB W_SERIAL W_HASHTAG W_MENTION W_URL"""
) | {AMOUNT, HUMAN, NAME}
_INNER_SIGNS = frozenset(("-", "&", "+", "%", "'", '"', ".", "#", "~", "_", "!", "?", "*", "@"))
_AND = frozenset(("·", "및", "/"))
_CASES = {
    "이": "이", "가": "이", "께서": "이", "을": "을", "를": "을", "ᆯ": "을", "의": "의",
    "에": "에", "에게": "에", "한테": "에", "께": "에", "에다": "에", "에다가": "에",
    "에서": "에서", "서": "에서", "로": "로", "으로": "로", "로서": "로서", "으로서": "로서",
    "로써": "로", "으로써": "로", "와": "와", "과": "와", "하고": "와", "이랑": "와", "랑": "와",
    "에게서": "로부터", "한테서": "로부터", "로부터": "로부터", "으로부터": "로부터",
    "처럼": "처럼", "보다": "보다", "만큼": "보다", "라고": "라고", "이라고": "라고", "고": "라고",
}  # fmt: skip
_POSTPOSITIONS = {
    ("에", "의하"): "의해", ("에", "대하"): "대해", ("에", "따르"): "따라", ("를", "위하"): "위해",
    ("을", "통하"): "통해", ("을", "위하"): "위해", ("로", "인하"): "통해", ("에", "관하"): "대해",
    ("와", "더불"): "와", ("에", "걸치"): "걸쳐",
}  # fmt: skip


@dataclass(slots=True, eq=False)
class Phrase:
    """A noun phrase: its tokens without particle, its case (`이`, `을`, …; "" bare; `&` joined to
    the next), whether it is the topic, whether a comma follows, whether only 도, 만 … mark it, and
    whether it is the complement of 되다 (주인이 되다) and so no subject.

    `also` are the phrases coordinated with it on its left, `of` the one that it belongs to (의),
    `relative` the clause that modifies it, `own` what it was found to name
    itself, `names` that with those coordinated with it: each is read once (kg.lang.ko.names).
    """

    tokens: list[Token]
    case: str
    topic: bool = False
    comma: bool = False
    only: bool = False
    complement: bool = False
    also: list["Phrase"] = field(default_factory=list)
    of: "Phrase | None" = None
    relative: object | None = None
    own: object | None = field(default=None, init=False)
    names: object | None = field(default=None, init=False)

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end

    @property
    def text(self) -> str:
        """The phrase's tokens as the head of a fixed expression is compared: forms, no blanks."""
        return "".join(t.form for t in self.tokens if t.form not in ("'", '"'))


@dataclass(slots=True, eq=False)
class Predicate:
    """A verb, adjective, verbal noun with 하다 and its kin, or copula, with all its endings.

    `stem` is what the lexicon names (`인수하`, `넘기받` for 넘겨받다, `이` the copula), `noun` the
    verbal noun and `suffix` its 하, 되, 받 …; `ending` the last ending's tag (EF, EC, ETM, ETN) and
    `form` its form. `compound` is the stem with a verb of motion grown onto it (내리오: 내려오다).
    `at` is the index of its first token, `tail` of the first ending,
    `stop` of the token after its last.
    """

    stem: str
    noun: str
    suffix: str
    at: int
    tail: int
    stop: int
    ending: str
    form: str
    start: int
    end: int
    compound: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date in the sentence: the index of its token, and the case and comma that follow."""

    token: Token
    case: str
    topic: bool
    comma: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A comma, an adverb or another word outside of phrases, kept in its place."""

    token: Token


Part = Phrase | Predicate | Moment | Mark


def parts_of(tokens: Sequence[Token]) -> list[Part]:
    """The sentence's phrases, predicates, dates and marks, in order."""
    parts: list[Part] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.tag == DATE:
            part, at = _moment(tokens, at)
            parts.append(part)
        elif _starts_noun(tokens, at):
            at = _nouns(tokens, at, parts)
        elif token.tag[:2] in ("VV", "VA", "VC", "VX", "XS"):
            predicate = _predicate(tokens, at, at)
            parts.append(predicate)
            at = predicate.stop
        else:
            parts.append(Mark(token))
            at += 1
    return _with_postpositions(parts)


def _starts_noun(tokens: Sequence[Token], at: int) -> bool:
    tag = tokens[at].tag
    return tag in _NOUN_TAGS or (tag == "SSO" and at + 1 < len(tokens))


def _moment(tokens: Sequence[Token], at: int) -> tuple[Moment, int]:
    stop, case, topic, _ = _particles(tokens, at + 1)
    comma = stop < len(tokens) and tokens[stop].form == ","
    return Moment(tokens[at], case, topic, comma), stop


def _nouns(tokens: Sequence[Token], at: int, parts: list[Part]) -> int:
    """Reads a run of nouns: a phrase, or a predicate made of its last noun and 하다 or the like."""
    stop = _noun_end(tokens, at)
    if stop == at:
        parts.append(Mark(tokens[at]))
        return at + 1
    if stop < len(tokens) and tokens[stop].tag in ("XSV", "XSA") and stop > at:
        first = stop - 1
        while (
            first > at
            and _glued(tokens[first - 1], tokens[first])
            and (tokens[first - 1].tag in ("NNG", "XPN", "XR", "NNB"))
        ):
            first -= 1
        if first > at:
            parts.append(Phrase(list(tokens[at:first]), ""))
        predicate = _predicate(tokens, first, stop)
        parts.append(predicate)
        return predicate.stop
    after, case, topic, only = _particles(tokens, stop)
    if not case and not topic and after < len(tokens) and tokens[after].form in _AND:
        case, after = "&", after + 1
    comma = after < len(tokens) and tokens[after].form == ","
    complement = stop < len(tokens) and tokens[stop].tag == "JKC"
    parts.append(Phrase(list(tokens[at:stop]), case, topic, comma, only, complement))
    return after


def _glued(left: Token, right: Token) -> bool:
    return left.end == right.start


def _noun_end(tokens: Sequence[Token], at: int) -> int:
    """The end of the run of nouns: quotes and brackets whole, signs only between glued tokens."""
    stop = at
    while stop < len(tokens):
        token = tokens[stop]
        if token.tag in _NOUN_TAGS:
            if token.tag == "MM" and stop > at and not _glued(tokens[stop - 1], token):
                next_glued = stop + 1 < len(tokens) and _glued(token, tokens[stop + 1])
                if token.form not in ("전", "옛", "현", "신", "제") and not next_glued:
                    break
            stop += 1
        elif token.tag == "SSO":
            close = _closing(tokens, stop)
            if close is None:
                break
            stop = close + 1
        elif _sign_inside(tokens, stop, at):
            stop += 1
        else:
            break
    return stop


def _sign_inside(tokens: Sequence[Token], at: int, first: int) -> bool:
    token = tokens[at]
    if at == first or token.tag[0] != "S" or token.form not in _INNER_SIGNS:
        return False
    if token.form == "%" or (token.form == "+" and _glued(tokens[at - 1], token)):
        return True  # 15%, 물결+
    if at + 1 >= len(tokens) or tokens[at + 1].tag not in _NOUN_TAGS:
        return False
    return _glued(tokens[at - 1], token) and _glued(token, tokens[at + 1])


def _closing(tokens: Sequence[Token], at: int) -> int | None:
    """The index of the bracket or quote that closes the one at `at`, within a short reach."""
    pair = {"(": ")", "[": "]", "'": "'", '"': '"', "<": ">", "{": "}"}.get(tokens[at].form)
    if pair is None:
        return None
    for stop in range(at + 1, min(at + 25, len(tokens))):
        if tokens[stop].form == pair:
            return stop
    return None


def _particles(tokens: Sequence[Token], at: int) -> tuple[int, str, bool, bool]:
    """The particles from `at`: where they end, the case, whether topic, whether only 도, 만 …."""
    case, topic, only = "", False, False
    while at < len(tokens) and tokens[at].tag.startswith("J"):
        token = tokens[at]
        if token.tag == "JC":
            case = "&"
        elif token.tag == "JX":
            if token.form in ("은", "는", "ᆫ"):
                topic = True
            elif token.form == "부터" and not case:
                case = "부터"
            else:
                only = True
        else:
            case = _CASES.get(token.form, token.form)
        at += 1
    return at, case, topic, only


def _predicate(tokens: Sequence[Token], first: int, verb: int) -> Predicate:
    """The predicate whose nouns start at `first` and whose verb or suffix stands at `verb`."""
    noun = "".join(token.form for token in tokens[first:verb])
    suffix = tokens[verb].form if noun else ""
    stem = noun + tokens[verb].form
    tail = verb + 1
    if (  # 없어지다, 합쳐지다
        tail + 1 < len(tokens)
        and tokens[tail].form in ("어", "아")
        and tokens[tail + 1].form == "지"
        and tokens[tail + 1].tag == "VX"
        and tokens[tail + 1].start <= tokens[tail].end
    ):
        stem += "어지"
        tail += 2
    while (  # 넘기+어+받+다: a compound verb is one stem
        tail + 1 < len(tokens)
        and tokens[tail].tag == "EC"
        and tokens[tail].form in ("어", "아")
        and tokens[tail + 1].tag in ("VV", "VX")
        and joins(tokens, tail)
    ):
        stem += tokens[tail + 1].form
        tail += 2
    stop = tail
    ending, form = "", ""
    while stop < len(tokens) and tokens[stop].tag[0] == "E":
        ending, form = tokens[stop].tag, tokens[stop].form
        stop += 1
        if ending in ("EC", "EF", "ETM", "ETN"):
            break
    return Predicate(
        stem, noun, suffix, first, tail, stop, ending, form,
        tokens[first].start, tokens[max(stop - 1, verb)].end, grown(tokens, stem, tail),
    )  # fmt: skip


def _begins_list(part: Part) -> bool:
    """비롯, 비롯해, 비롯한: the phrase before it is the first of those that follow."""
    if isinstance(part, Phrase):
        return part.text == "비롯" and not part.case
    return isinstance(part, Predicate) and part.stem in ("비롯하", "포함하") and part.ending != "EF"


def _with_postpositions(parts: list[Part]) -> list[Part]:
    """`X에 의해`, `X를 통해`: a phrase and a worn-out verb are one phrase with its own case."""
    out: list[Part] = []
    for part in parts:
        before = out[-1] if out else None
        if isinstance(before, Phrase) and before.case == "을" and _begins_list(part):
            before.case = "비롯"
            continue
        if isinstance(part, Predicate) and isinstance(before, Phrase) and part.ending == "EC":
            case = _POSTPOSITIONS.get((before.case, part.stem))
            if case:
                before.case = case
                continue
        out.append(part)
    return out
