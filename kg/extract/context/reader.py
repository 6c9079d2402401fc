"""What is needed to resolve a phrase: its sentence, the text's state, the document's names."""

from dataclasses import dataclass

from kg.extract.context.directory import Directory
from kg.extract.context.discourse import Discourse
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.names.kinds import ORGANIZATION, SERVICE
from kg.lang.ko.names.of_phrases import name_of
from kg.lang.ko.reading import Sentence
from kg.lang.ko.tokens.words import COMPANY_NOUNS

_IT = ("그것", "이것", "그게", "이게", "그", "그곳", "이곳", "거기")
_GOES_ON = ("는데", "ᆫ데", "은데", "고", "더니")
_CALLED = ("라는", "이라는", "란", "이란", "라던", "라고하는")


@dataclass(slots=True)
class Reader:
    """What is needed to resolve a phrase of one sentence: the text, its state, its directory,
    and which phrases the sentence itself says to be one thing (`same`: X는 Y다, Y인 X)."""

    sentence: Sentence
    discourse: Discourse
    directory: Directory
    same: dict[int, Phrase]

    @property
    def line(self) -> str:
        return self.sentence.line.text


def equations(sentence: Sentence) -> dict[int, Phrase]:
    """Phrases that a copula says to be one: by the id of the one, the other."""
    same: dict[int, Phrase] = {}
    for clause in sentence.clauses:
        predicate = clause.predicate
        if predicate is None or predicate.stem != "이" or not clause.phrases:
            continue
        complement = clause.phrases[-1]
        if complement.text.endswith("출신"):
            continue  # 하늘은행 출신인 그: where from, not who
        other = clause.head if clause.reading.link == "adnominal" else _told_of(clause)
        if other is not None and other is not complement and complement.case == "":
            same.setdefault(id(complement), other)
            same.setdefault(id(other), complement)
        thing = _taken_up(clause)
        if thing is not None and complement.case == "":
            same[id(thing)] = complement
    same.update(_as_class(sentence))
    return same


def _told_of(clause: Clause) -> Phrase | None:
    """The subject of a copula: its own, or the topic of the clause before (`A는 B가 돈을 내서 차린
    회사다`), not that one's doer."""
    subject = clause.subject
    own = subject is not None and any(subject is p for p in clause.phrases)
    return subject if own or (subject is not None and subject.topic) else None


def _taken_up(clause: Clause) -> Phrase | None:
    """`새 회사를 세웠는데 그게 A다`: the object of the clause before, which is none of those that
    the text knows yet."""
    before, subject = clause.before, clause.subject
    own = subject is not None and any(subject is p for p in clause.phrases)
    told = subject.text if own and subject is not None else ""
    thing = before.phrase("을") if before is not None else None
    if thing is None or before is None or before.reading.form not in _GOES_ON:
        return None
    return thing if told in _IT or told == "그" + thing.tokens[-1].form else None


def is_left_open(phrase: Phrase, sentence: Sentence) -> bool:
    """Whether a phrase is what a sentence says somebody to be without saying who: `(A는) 2013년에
    B가 창업한 회사다`."""
    clause = next((c for c in sentence.clauses if c.phrases and phrase in c.phrases), None)
    if clause is None:
        return False
    if phrase.case == "로" and phrase.comma:  # 2013년에 차린 회사로, …
        return not any(p.topic and p.case == "" for c in sentence.clauses for p in c.phrases)
    if phrase is not clause.phrases[-1]:
        return False
    if clause.predicate is None:
        return len(clause.phrases) == 1 and not phrase.case and clause.before is None
    if clause.predicate.stem != "이":
        return False
    stated = clause.reading.link != "adnominal" and clause.reading.status is not None
    return stated and _told_of(clause) is None


def called(clause: Clause, reader: Reader) -> None:
    """Votes for the kind of a name by the class noun of what bears it: `A라는 회사`, `A란 앱`."""
    if clause.reading.form not in _CALLED or clause.head is None or not clause.phrases:
        return
    named = name_of(clause.phrases[-1].tokens, reader.line)
    kind = name_of(clause.head.tokens, reader.line)
    if named is None or kind is None or not named.proper or kind.proper or named.kind:
        return
    if kind.kind in (ORGANIZATION, SERVICE) and reader.directory.is_open(named.text):
        reader.directory.vote(named.text, kind.kind)


_KNOWN = ("유명하", "알려지", "이름나", "손꼽히", "꼽히", "기억되", "통하", "불리", "소문나")


def _known_as(clause: Clause) -> bool:
    """`A는 B가 차린 회사로 유명하다`."""
    firm = any(p.case == "로" and p.tokens[-1].form in COMPANY_NOUNS for p in clause.phrases)
    return firm and clause.predicate is not None and clause.predicate.stem in _KNOWN


def _as_class(sentence: Sentence) -> dict[int, Phrase]:
    """`X는 Y가 2010년 설립한 회사로, …`: the class noun before the comma is the topic."""
    topic = next((p for c in sentence.clauses for p in c.phrases if p.topic and p.case == ""), None)
    if topic is None:
        return {}
    return {
        id(phrase): topic
        for clause in sentence.clauses
        for phrase in clause.phrases
        if phrase.case in ("로", "로서")
        and phrase.relative is not None
        and (phrase.comma or _known_as(clause))
    }
