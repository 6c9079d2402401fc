"""The names of a document and what kind of thing each is taken for, from all its sentences."""

import re
from collections import Counter
from dataclasses import dataclass, field

from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.names.kinds import ORGANIZATION, PERSON
from kg.lang.ko.names.of_phrases import Named, names_of
from kg.lang.ko.reading import Sentence

_DECORATION = re.compile(r"\(주\)|㈜|주식회사|\([^)]*\)|['\"=*#\[\]{}|■●◆▶<>:·]|^홈|다국어")
_PAGE = re.compile(
    r"(?:의|이|가)?(?:주요|회사|기업|걸어온|성장|과|및|정보|개요|소개|연혁|역사|발자취|약력|길|약사|과정|연표|프로필|"
    r"회사소개|기업소개|걸어온길|스토리|이야기|사|년사|\d+)*"
)
_FULL = 3
"""The syllables of most Koreans' names."""
_MOTTO = re.compile(r"^\s*([\"'])[^\"']{4,60}\1\s*(?=\S)")
"""What a title quotes before it says whose history it is."""


def name_key(text: str) -> str:
    """Two names with one key are one name: blanks and case do not tell them apart."""
    return "".join(text.split()).casefold()


@dataclass(slots=True)
class Directory:
    """Votes for the kind of each name, by key, and how often each stands as a subject;
    `introduced` is the key of the one that the first sentences take up (`오늘의 주인공은 A`)."""

    kinds: dict[str, Counter[str]] = field(default_factory=dict)
    subjects: Counter[str] = field(default_factory=Counter)
    mentions: Counter[str] = field(default_factory=Counter)
    nouns: Counter[str] = field(default_factory=Counter)
    names: dict[str, Named] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)
    sentences: int = 0
    introduced: str = ""

    def add(self, sentence: Sentence) -> None:
        """Counts the names of a sentence."""
        self.sentences += 1
        for clause in sentence.clauses:
            for phrase in all_phrases(clause):
                self._phrase(phrase, clause, sentence.line.text)

    def _phrase(self, phrase: Phrase, clause: Clause, line: str) -> None:
        for named in names_of(phrase, line):
            if named.owner and named.owner.proper:
                self._count(named.owner, subject=False)
            if named.proper:
                self._count(named, phrase is clause.subject or phrase.topic)
            elif not named.kind:
                self.nouns[name_key(named.text)] += 1

    def _count(self, named: Named, subject: bool) -> None:
        key = name_key(named.text)
        self.mentions[key] += 1
        self.first.setdefault(key, self.sentences)
        self.names.setdefault(key, named)
        if named.kind:
            self.kinds.setdefault(key, Counter())[named.kind] += 1
        if subject:
            self.subjects[key] += 1

    def vote(self, text: str, kind: str, weight: int = 1) -> None:
        """A vote for what kind of thing a name stands for."""
        self.kinds.setdefault(name_key(text), Counter())[kind] += weight

    def kind(self, named: Named) -> str:
        """The kind that most places give this name, unless this very place marks it ((주)다온, the
        service '다온'); "" where none says."""
        if named.marked and named.kind:
            return named.kind
        votes = self.kinds.get(name_key(named.text))
        if not votes:
            return named.kind
        best = max(votes.values())
        return named.kind if votes.get(named.kind) == best else votes.most_common(1)[0][0]

    def recurs(self, named: Named) -> bool:
        """Whether a common noun stands in the text as often as only a name does."""
        key = name_key(named.text)
        return self.nouns[key] + self.mentions[key] > 1

    def is_open(self, text: str) -> bool:
        """Whether nothing said yet what kind of thing bears a name."""
        return not self.kinds.get(name_key(text))

    def is_organization(self, named: Named) -> bool:
        """Whether the document shows that a name is an organization's."""
        votes = self.kinds.get(name_key(named.text), Counter())
        return bool(votes[ORGANIZATION]) and votes[ORGANIZATION] >= votes[PERSON]

    def person_of(self, surname: str) -> Named | None:
        """The one person of this surname whom the text names; None where there are several."""
        found = [
            key for key, votes in self.kinds.items()
            if key[0] == surname and len(key) == _FULL and votes[PERSON] > votes[ORGANIZATION]
        ]  # fmt: skip
        return Named(found[0], 0, 0, PERSON) if len(found) == 1 else None

    def bearer(self, name: str) -> Named | None:
        """The company whose page the title says it is; None where the text takes the name for a
        person's."""
        votes = self.kinds.get(name_key(name), Counter())
        if votes[PERSON] > votes[ORGANIZATION]:
            return None
        self.vote(name, ORGANIZATION)
        plain = Named(name, 0, 0, ORGANIZATION, marked=True)
        return self.names.setdefault(name_key(name), plain)


def plain_title(title: str) -> str:
    """The key of a title without its decoration and motto."""
    return name_key(_DECORATION.sub("", _MOTTO.sub("", title)))


def is_page_of(key: str, left: str) -> bool:
    """Whether a plain title is the company's name alone, or its history (X 연혁)."""
    return left.startswith(key) and _PAGE.fullmatch(left[len(key) :]) is not None


def all_phrases(clause: Clause) -> list[Phrase]:
    """The phrases of a clause with those that they belong to."""
    found: list[Phrase] = []
    for phrase in clause.phrases:
        at: Phrase | None = phrase
        while at is not None:
            found.append(at)
            found += [one.of for one in at.also if one.of is not None]
            at = at.of
    return found
