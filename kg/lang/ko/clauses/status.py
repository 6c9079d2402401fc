"""What the endings and auxiliaries after a verb make of it: stated, announced, planned, reported,
or not stated at all (denied, possible, wished, asked); and how its clause goes on.

The chain of morphemes after a stem is read from left to right by a table of steps. Each step is
a pattern of `form/TAG` morphemes and what it does to the reading.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.lang.ko.clauses.sayings import (
    ADNOMINAL,
    CLEFT,
    CONNECTIVE,
    FINAL,
    State,
    hearsay,
    of_tense,
    quoted,
)
from kg.lang.ko.clauses.turns import due, either, though, turned
from kg.lang.ko.tokens.kiwi import Token
from kg.lang.ko.tokens.words import word_set
from kg.model.claim import ANNOUNCED, PLANNED, REPORTED

__all__ = ["ADNOMINAL", "CLEFT", "CONNECTIVE", "FINAL", "Reading", "read_chain"]

_REACH = 24


@dataclass(frozen=True, slots=True)
class Reading:
    """`status` is None where nothing is stated; `present` where the verb modifies a noun in the
    present tense (운영하는) and `ongoing` where it goes on (하고 있다): neither states an event;
    `past` where
    an ending says so, `begun` after -기 시작하다, `negated` where nothing but a negation keeps it
    from being stated; `link` is how the clause joins what follows;
    `form` the linking ending; `stop` the index of the first token after the whole chain."""

    status: str | None
    link: str
    form: str
    stop: int
    present: bool = False
    ongoing: bool = False
    past: bool = False
    begun: bool = False
    negated: bool = False


Effect = Callable[[State, "re.Match[str]"], None]
_ANY = r"(?:[^ ]+/(?!V|EF|EC|SF)[A-Z]+ )"


def _tense(state: State, match: "re.Match[str]") -> None:
    state.past = state.past or "었" in match[0] or "았" in match[0]
    if "겠" in match[0]:
        state.future = True


def _deny(state: State, match: "re.Match[str]") -> None:
    state.deny()


def _negate(state: State, match: "re.Match[str] | None") -> None:
    state.deny()
    state.negations += 1


def _keep(state: State, match: "re.Match[str]") -> None:
    """An auxiliary that changes nothing."""


def _lowered(status: str, link: str, form: str) -> Effect:
    def effect(state: State, match: "re.Match[str]") -> None:
        state.lower(status)
        state.link, state.form = link, form

    return effect


_decided, _planned = _lowered(ANNOUNCED, "", ""), _lowered(PLANNED, "", "")
_settled = _lowered(ANNOUNCED, FINAL, "기로")
_contracted = _lowered(ANNOUNCED, ADNOMINAL, "는")
_intended = _lowered(PLANNED, ADNOMINAL, "ᆯ")


def _future(state: State, match: "re.Match[str]") -> None:
    state.future = True


_SAYINGS = word_set("사실 점 것 발표 공지 공고 안내 발표문 내용 결정 거 공시 데")
_DECISIONS = word_set("계약 결정 안건 내용 안 조건 협약 양해각서 계약서 결의")


def _content(state: State, match: "re.Match[str]") -> None:
    word = match["word"]
    if word in ("소식", "보도", "기사", "뉴스"):
        if state.past:
            state.lower(REPORTED)
        else:
            state.deny()
    elif word in ("계획", "방침", "구상", "청사진", "일정"):
        state.lower(PLANNED)
    elif word in _SAYINGS:
        of_tense(state)
    else:
        state.deny()
    state.link, state.form = ADNOMINAL, match[0].split("/")[0]


def _present(state: State, match: "re.Match[str]") -> None:
    word = match["word"]
    if word in ("사고", "사태", "사건", "참사", "바람", "통", "소동", "일", "장애", "현상", "차질"):
        pass
    elif word in _DECISIONS:
        state.lower(ANNOUNCED)
    else:
        state.present = True
    state.link, state.form = ADNOMINAL, "는"


def _link(kind: str, real: bool = True) -> Effect:
    def effect(state: State, match: "re.Match[str]") -> None:
        if not real:
            state.deny()
        state.link, state.form = kind, match[0].split("/")[0]

    return effect


_unreal_link, _unreal_head = _link(CONNECTIVE, real=False), _link(ADNOMINAL, real=False)


def _saying(state: State, match: "re.Match[str]") -> None:
    """`…하겠다며 합병을 발표했다`: what was said along with another act, which has its object."""
    of_tense(state)
    state.link, state.form = CONNECTIVE, "며"


def _stated(state: State, match: "re.Match[str]") -> None:
    if re.match(
        "(?:ᆫ|는)(?:다더|다던|다나|다네|다니|대)|을까|ᆯ까|나/|나요|려나|ᆯ걸|을걸|어야[죠지]|아야[죠지]|는지/|는가|ᆫ가|은가|자/|ᆸ시다|읍시다|어라|아라|세요|으세요|냐|느냐|니/|ᆯ까요|을까요|ᆯ게|을게",
        match[0],
    ):
        state.deny()
    state.link, state.form = FINAL, match[0].split("/")[0]


def _going_on(state: State, match: "re.Match[str]") -> None:
    state.ongoing = True


def _begun(state: State, match: "re.Match[str]") -> None:
    state.begun = True


def _purpose(state: State, match: "re.Match[str]") -> None:
    state.deny()
    state.link, state.form = CONNECTIVE, "위해"


_PAST_ETM, _ETM, _FUT = "(?:ᆫ|은|던)/ETM ", "(?:ᆫ|은|는|던)/ETM ", "(?:ᆯ|을)/ETM "
_JX = r"(?:[^ ]+/J[A-Z]+ )?"
_QUOTE = (
    r"(?:[^ ]*(?:다고|라고|다며|라며)/EC "
    r"|[^ ]+/EF (?:\./SF )?(?:[\"']/SS[CO] )?(?:라?고|이?라며|며)/(?:JKQ|EC) )"
)
_NOUNS = r"(?:[^ ]+/(?:NNG|NNP|XPN|XSN|SL) )"
_WHAT = r"(?:것|거|말|얘기|이야기|설|기사|보도)/N[A-Z]+ (?:은|는|ᆫ|이|가|도)/J[A-Z]+"
_FALSE = (
    r"(?:(?:헛|거짓|거짓말|루머|낭설|가짜|오보|소문|뜬소문|헛소문|억측|농담|사실무근)/(?:NN|XP|XR)"
    r"|사실/NNG (?:이/JKC 아니|과/JKB 다르|무근))"
)
_SETTLED = "(?:합의|계약|결정|결의|확정|의결|약속|협약|발표|공시|가닥)"
_STEPS: tuple[tuple[re.Pattern[str], Effect], ...] = tuple(
    (re.compile(pattern), effect)
    for pattern, effect in (
        (r"(?:[^ ]+/EP )+", _tense),
        (rf"지/EC {_JX}(?:못/MAG )?(?:않|못하|말|하)/(?:VX|VV|XSV|XSA) ", _negate),
        (rf"(?:고자|려고?|으려고?)/EC {_JX}(?:하|들)/V[VX] ", _deny),
        (rf"고/EC {_JX}싶/VX |어야/EC {_JX}(?:하|되)/V[VX] (?![었았])|[어아]도/EC 되/V[VX] ",
         _deny),
        (rf"(?:나|려나|ᆯ까|을까|[ᆫ은는던]가)/EC {_JX}(?:보|싶|하)/V[VX] ", _deny),
        (r"(?:ᆫ|는)다고/EC 하/VV (?:던데|네|네요|나|길래|더라|더라고|더군|더군요)/E[CF] ",
         _unreal_link),
        (r"(?:ᆫ|는)?다/E[CF] (?=(?:만드|어쩌|말|마)/V|안/MAG |못/MAG )|(?:ᆫ|는)다니/E[CF] "
         r"|(?:나|든|든지|거나|건)/EC (?=말/V)", _unreal_link),
        (rf"고/EC {_JX}(?:있|계시)/VX ", _going_on),
        (rf"어야/EC {_JX}(?:하|되)/V[VX] ", due),
        (rf"(?:어|아|고|게|어야)/EC {_JX}[^ ]+/VX ", _keep),
        (r"게/EC 되/V[VX] ", _keep),
        (rf"기/ETN 로/JKB {_ANY}{{0,9}}?[^ ]+/(?:XSV|V[VX]) ", _decided),
        (r"기/ETN 로/JKB (?=[.,!…·]|$)", _settled),
        (rf"기/ETN 로/JKB (?={_ANY}{{0,8}}?{_SETTLED}/NNG (?:[.,!)·]|$))", _settled),
        (rf"기/ETN (?:도|는|만)/JX {_JX}하/V[VX] ", _keep),
        (r"기/ETN (?:를/JKO )?(?:시작|개시)/NNG 하/XSV ", _begun),
        (r"기/ETN 에/JKB 이르/VV ", _keep),
        (rf"{_FUT}(?:예정|계획|방침|참|작정|채비)/NN[GB] (?:이/VCP |으로/JKB |로/JKB )", _planned),
        (rf"{_FUT}(?:예정|계획|방침)/NN[GB] ", _intended),
        (rf"{_FUT}것/NNB 이/VCP ", _future),
        (rf"{_FUT}(?:것|거)/NNB (?:으로|이라고|라고|라는|이라는)/[A-Z]+ ", _unreal_head),
        (rf"{_FUT}수/NNB {_JX}있/V[VA] ", _deny),
        (rf"{_FUT}수/NNB {_JX}없/V[VA] ", _negate),
        (r"기/ETN 위하/VV (?:어/EC )?", _purpose),
        (rf"{_FUT}(?:수|뻔|듯|만|리|줄|법|지|터|나위)/NNB {_JX}", _deny),
        (rf"{_FUT}(?:때|즈음|무렵|당시)/NN[GB] ", _link(CONNECTIVE)),
        (rf"{_PAST_ETM}(?:적|일|바|사실)/NN[BG] {_JX}(?=없/|아니/)", _unreal_head),
        (rf"{_PAST_ETM}(?:바|적|일)/NNB {_JX}있/V[VA] ", _keep),
        (rf"{_ETM}(?:듯|척|양|모양|것/NNB 같)/?(?:NN[BG])? ", _unreal_head),
        (rf"{_ETM}(?:것|걸로|거)/NNB (?:으로|로)/JKB "
         rf"{_ANY}{{0,4}}?(?P<word>[^ ]+)/(?:NN[GP] (?:[^ ]+/XSV|[./!]|$)|V[VX]) ?", hearsay),
        (rf"{_ETM}(?:것|거|셈|바)/NNB (?:이/VCP )", _keep),
        (rf"{_PAST_ETM}(?:때|해|날|시점|시기|무렵)/NN[GB] (?:은|는)/JX (?=[^ ]+/DATE )",
         _link(CLEFT)),
        (rf"{_PAST_ETM}(?:것|건|거|곳|이|쪽)/N[NP][BGP]? (?:은|는|ᆫ|이)/J[A-Z]+ ", _link(CLEFT)),
        (rf"[^ ]*다는/ETM {_WHAT} (?:전혀/MAG |모두/MAG |다/MAG )?{_FALSE}", _unreal_head),
        (r"(?:는|ᆫ|은)/ETM (?:바람|통|덕|덕분|탓|김|까닭)/N[A-Z]+ (?:에/JKB |으로/JKB )",
         _link(CONNECTIVE)),
        (r"[^ ]*(?:다는|라는|다던)/ETM (?P<word>[^ ]+)/N[A-Z]+ ", _content),
        (r"는/ETM (?:데/NNB (?=합의|동의|뜻))", _link(ADNOMINAL)),
        (rf"는/ETM (?={_NOUNS}{{1,4}}(?<=계약/NNG )|{_NOUNS}{{1,4}}(?<=계약서/NNG ))", _contracted),
        (r"는/ETM (?:[^ ]+/SSO )?(?P<word>[^ ]+)/(?:N[A-Z]+|S[LN]|HUMAN|XPN|XR) ", _present),
        (rf"{_FUT}", _unreal_head),
        (r"(?:으?려던|으?려는|고자하던)/ETM ", _unreal_head),
        (rf"{_ETM}(?:뒤|후|이후|다음|직후|끝|사이|동안|와중|가운데|반면|한편|즉시|대로)/N[A-Z]+ "
         r"(?:에/JKB |에서/JKB )?", _link(CONNECTIVE)),
        (r"[^ ]+/ETM |던/EC (?=,)", _link(ADNOMINAL)),
        (rf"[^ ]*(?:다며|라며|자며)/EC (?={_ANY}{{0,6}}?[^ ]+/JKO )", _saying),
        (r"[^ ]*(?:자고|냐고)/EC ", _unreal_link),
        (rf"{_QUOTE}{_ANY}{{0,6}}?(?P<word>[^ ]+)/(?:NNG [^ ]+/XSV|V[VX]) ", quoted),
        (r"[^ ]*거나/EC ", either),
        (r"(?:어도|아도)/EC ", though),
        (r"[^ ]*(?:면|더라도|어야|든|든지|려면|도록|려고?|고자|ᆯ지|을지|는지|ᆫ지|은지|듯이?|길|"
         r"ᆯ수록|느니|라도)/EC ", _unreal_link),
        (r"으?려다가?/EC ", _unreal_link),
        (r"(?:ᆫ|는)다(?:던데|더니|길래|더라)/EC ", _unreal_link),
        (r"다가/EC ", turned),
        (r"(?:나|ᆯ까|을까|ᆫ가|는가)/E[CF] (?=[…?]|\.\.)", _unreal_link),
        (r"[^ ]+/EC (?=[.!]/SF|$)", _stated),
        (r"[^ ]+/EC ", _link(CONNECTIVE)),
        (r"(?:음|ᆷ|기)/(?:ETN|EF) (?=[.!,(\])/|·]|$)", _link(FINAL)),
        (r"[^ ]+/ETN (?=위하/|전/|이전/|보다/)", _unreal_link),
        (r"[^ ]+/ETN ", _unreal_head),
        (r"[^ ]+/EF ", _stated),
    )
)  # fmt: skip
_LONG_UNREAL = frozenset(("만일", "만약", "혹시", "가령", "혹여", "행여", "설령"))


def _stands_done(tokens: Sequence[Token], tail: int) -> bool:
    """`상장돼 있다`: how things are, not when they came to be so."""
    forms = [token.form for token in tokens[tail - 1 : tail + 2]]
    return forms in (["되", "어", "있"], ["되", "아", "있"])


def _supposed(tokens: Sequence[Token], at: int) -> bool:
    """`만약 인수했다면`: what a word before it only supposes."""
    return any(t.form in _LONG_UNREAL for t in tokens[max(0, at - _REACH) : at])


def _bids(tokens: Sequence[Token], tail: int) -> bool:
    """`인수하라고 했다`: what was bidden, where the copula's `회사라고 했다` states."""
    form = tokens[tail].form if tail < len(tokens) else ""
    return form in ("라고", "으라고", "라는", "으라는", "라며") and tokens[tail - 1].tag != "VCP"


def _one_word(form: str) -> str:
    """A form without blanks or slashes, which part the morphemes of the text that steps match."""
    return form.replace(" ", "_").replace("/", "_")


def read_chain(tokens: Sequence[Token], at: int, tail: int, end: int) -> Reading:
    """The reading of the predicate whose first token is `at` and whose endings start at `tail`;
    `end` bounds the sentence."""
    state = State()
    if at and tokens[at - 1].tag == "MAG" and tokens[at - 1].form in ("안", "못"):
        _negate(state, None)
    if _supposed(tokens, at) or _bids(tokens, tail):
        state.deny()
    if _stands_done(tokens, tail):
        state.ongoing = True
    stop = tail
    while not state.link and stop < end:
        text = "".join(
            f"{_one_word(t.form)}/{t.tag} " for t in tokens[stop : min(end, stop + _REACH)]
        )
        step = next(((m, effect) for p, effect in _STEPS if (m := p.match(text))), None)
        if step is None:
            break
        match, effect = step
        effect(state, match)
        looked = state.link == ADNOMINAL and effect in (_present, _content)
        stop += 1 if looked else max(1, match[0].count(" "))
    if state.future:
        state.deny()
    if state.link == FINAL and any(t.form.startswith("?") for t in tokens[stop : stop + 3]):
        state.deny()
    if stop == tail < end and tokens[tail].tag[0] in "NMXV":
        state.link, state.form = CONNECTIVE, "어"  # 돈을 내 회사를 세웠다: the ending has melted
    return Reading(
        state.status,
        state.link or FINAL,
        state.form,
        stop,
        state.present,
        state.ongoing,
        state.past,
        state.begun,
        state.negations == state.denials == 1,
    )
