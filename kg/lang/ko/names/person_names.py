"""Names of persons that a document shows to be such: by a title, an age or 씨 beside them.

A Korean's name is a surname and one or two syllables of those that names are made of; a
foreigner's is two or three words that are no words of the language. Where a company stands between
the name and the title (김가람 다온넷 대표), what the document says elsewhere tells them apart.
"""

import re
from collections.abc import Iterable, Sequence

from kg.lang.ko.lines.text import Line
from kg.lang.ko.names.foreign_names import SHORT_NAMES, is_chinese
from kg.lang.ko.names.foreign_runs import foreigners
from kg.lang.ko.names.person_lists import together
from kg.lang.ko.names.word_places import WordPlaces
from kg.lang.ko.tokens.vocabulary import (
    ends_with_particle,
    is_derived,
    is_noun,
    is_past,
    is_unknown,
    is_word,
    seems_declined,
)
from kg.lang.ko.tokens.words import (
    COMMON,
    COMPANY_NOUNS,
    DOUBLE_SURNAMES,
    FORMER_WORDS,
    ORGANIZATION_ENDINGS,
    PERSON_SURNAMES,
    PLACES,
    SERVICE_NOUNS,
    TITLE_PREFIXES,
    TITLES,
)

_GIVEN = frozenset(
    "가강건겸결경계고곤공관광교구국권규균근금기길나남내녀년노누다단달담대덕도동두라란람랑래량려련"
    "렬령례로록론룡루류륜르률륭름리린림마만매맹면명모목몽무묵문미민바박반방배백범법별병보복봄봉부비빈빛"
    "사산삼상새샘서석선설섭성세소솔송수숙순슬승시식신실심아안암애양언업여연열엽영예오옥온완용우욱운웅원"
    "월위유윤율융은을음의이익인일임자장재전정제조종주준중지직진찬창채천철초춘충치태택평표필하학한해향"
    "헌행항혁현협형혜호홍화환황회효후훈휘휴흠흥희힘늘롱롬겨레름솜꽃울른찬"
)
"""The syllables of Koreans' given names."""
_SINGLE = frozenset(
    "현민훈진석혁철준호건찬솔별율결선숙영웅윤은인용욱원완우연열빈범봄산섭성수승신근균광겸란린림명환휘희"
)
"""Those that make a given name alone (이현)."""
_RARE = frozenset("마소기반표왕금옥육인맹제모탁국도차")
"""Surnames that a foreigner's name is likelier to begin with."""
_BETWEEN = TITLE_PREFIXES | {"새", "신임", "겸", "등기", "사내", "전문"}
_PARTICLE = (
    "(?:은|는|이|가|을|를|의|에|와|과|도|만|로|으로|께서|에게|에서|에는|님|님은|님이|님의|씨|직|직을|직에|"
    "에게서|이다|였다|라는|으로는|로는|로서|이었다|까지|부터|인데|"
    "이던|였던|였는데|이고|이며|였고|였으며|예요|이에요|입니다|였습니다|이었습니다|이자|이었던|한테|랑|이랑|하고)"
)
_TITLES = "|".join(
    sorted(TITLES | {"최고경영책임자", "대표자", "관리인"}, key=lambda t: (-len(t), t))
)
_TITLE = re.compile(
    rf"(?<![가-힣A-Za-z0-9])(?:[가-힣A-Za-z&·]{{0,8}}(?:본부장|그룹장|부문장|센터장|실장|행장|회장|책임자|임원)|"
    rf"(?:수석|총괄|등기|명예)?(?:{_TITLES}))(?=(?:인|{_PARTICLE})?(?![가-힣A-Za-z0-9]))"
)
_AGE = re.compile(r"(?<=[가-힣])\(\d{2}(?:·[^()]{1,8})?\)")
_NOTE = re.compile(r"\([^()]{1,24}\)$")
_LEFT = re.compile(r"[^\s,.·…()\"'\[\]:;/|<>=→▲△◇◆]+(?: [^\s,.·…()\"'\[\]:;/|<>=→▲△◇◆]+){0,4}$")
_RIGHT = re.compile(
    rf"(?:에는?|은|는|로는?|으로)?(?:자|직)?(?:\s*[|:=]+\s*| )"
    rf"([가-힣]{{1,7}}?(?: [가-힣]{{1,7}}?)?)(?={_PARTICLE}?(?![가-힣A-Za-z0-9]))"
)
_NOTED = re.compile(rf"(?<![가-힣A-Za-z0-9])([가-힣]{{3}})\((?:[가-힣]{{1,8}} )?(?:{_TITLES})[),]")
_OFFICE = (
    rf"(?:(?:{_TITLES}) ?(?:으로|로|에|직|자리|를|을|이|가)|바통|지휘봉|사령탑|후임|뒤를|"
    "취임|선임|사임|사퇴|물러)"
)
_ACTING = re.compile(
    r"(?<![가-힣A-Za-z0-9])([가-힣]{2,7}(?: [가-힣]{1,7})? [가-힣]{2,7}?)"
    rf"(?:이|가|을|를|은|는|에게) [^.,]{{0,30}}?{_OFFICE}"
)
_SAID = re.compile(
    r"(?<![가-힣A-Za-z0-9])([가-힣]{2}(?![하되대])[가-힣])"
    r"(?=(?:은|는|이|가|을|를|에게|께서|,) [^.]{0,40}?"
    rf"(?:{_OFFICE}|창업|설립|세우|세웠|세운|차린|차렸|이끌|이끄|{_TITLES}))"
)
_CHANGE = re.compile(
    r"(?<=[가-힣)] )(?:취임|퇴임|사임|선임|내정|연임|부임|해임|경질|체제)(?![가-힣]{2})"
)
_LED = re.compile(
    r"(?:이끄는|이끌어 온|이끌던|이끈|맡은|맡아 온|지휘하는) ([가-힣]{1,7} [가-힣]{2,7}?)"
    r"(?=(?:은|는|이|가|을|를|의|에게|도|와|과)(?![가-힣]))"
)
_CALLED = re.compile(r"(?<![가-힣A-Za-z0-9])([가-힣]{2,4}) ?씨(?![가-힣]{2})")
_HANGUL = re.compile(r"[가-힣]+")
_PARTICLE_ENDS = "은는이가을를의에와과도만로게서"
_NEAR = 200
"""So many characters before a title hold whose it is."""
_SELDOM = 3
"""What stands so seldom in a text is hardly the company that it tells of."""
_LINKS = frozenset(("반", "폰", "데", "드", "판", "디", "빈", "다", "르", "라"))
"""Words of one syllable within a foreigner's name (마르턴 반 로시)."""
_ORGANIZATIONAL = (
    r"(?:그룹|지주|홀딩스|전자|은행|증권|코리아|푸드|건설|재단|화학|제약|본사|법인|산업|카드)"
)


def persons_of(lines: Sequence[Line]) -> frozenset[str]:
    """The names of persons that stand beside a title somewhere in the document."""
    return _Persons(lines).found()


def is_korean_name(word: str) -> bool:
    """Whether a word has the form of a Korean's name: 김가람, 이현, 남궁가람."""
    if word[:2] in DOUBLE_SURNAMES and len(word) in (3, 4):
        return set(word[2:]) <= _GIVEN
    if len(word) == 2:
        return word[0] in PERSON_SURNAMES and word[1] in _SINGLE
    return len(word) == 3 and word[0] in PERSON_SURNAMES and set(word[1:]) <= _GIVEN


class _Persons:
    """The persons of one document, with its first lines and words at hand."""

    __slots__ = ("lines", "places", "text", "title", "title_words")

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = [line.text for line in lines]
        self.text = "\n".join(self.lines)
        heads = [line for line in self.lines[:2] if not line.rstrip().endswith(("다.", "요."))]
        self.title = "\n".join(heads)
        self.title_words = frozenset(self.title.split())
        self.places = WordPlaces(self.text, _TITLES, f"{_ORGANIZATIONAL}(?!장)")

    def found(self) -> frozenset[str]:
        listed = {n for line in self.lines for n in foreigners(line, _TITLE, _strange)}
        edges = {word for name in listed for word in (name.split()[0], name.split()[-1])}
        names = {name for line in self.lines for name in self._in_line(line)}
        names = {n for n in names if " " not in n or not edges & set(n.split())} | listed
        names |= {last for name in names if (last := self._part(name))}
        return frozenset(names)

    def _in_line(self, line: str) -> Iterable[str]:
        for match in _TITLE.finditer(line):
            yield from self._before(_left_of(line, match))
            after = _RIGHT.match(line, match.end())
            if after:
                yield from self._after(after[1])
        for match in _CHANGE.finditer(line):
            left = _left_of(line, match)
            yield from list(self._before(left)) or self._alone(left)
        for match in _AGE.finditer(line):
            yield from self._before(_left_of(line, match), bare=True)
        for match in (*_CALLED.finditer(line), *_NOTED.finditer(line), *_SAID.finditer(line)):
            if self._korean(match[1]) and (match.re is not _SAID or self._acts(match[1])):
                yield match[1]
        for match in _LED.finditer(line):
            yield from [match[1]] if self._pair(match[1].split()) else []
        yield from together(line, is_korean_name, self._korean)
        names = (self._foreign(match[1].split()) for match in _ACTING.finditer(line))
        yield from (name for name in names if name)

    def _before(self, left: str, *, bare: bool = False) -> Iterable[str]:
        """The person whose name ends where a title or an age begins."""
        left = _NOTE.sub("", left)
        run = _LEFT.search(left)
        words = run[0].split() if run else []
        while words and (words[-1] in _BETWEEN or words[-1] in TITLES):
            words.pop()
        cut = next((i for i, word in enumerate(words) if word in FORMER_WORDS and i), None)
        words, bare = words[:cut], bare or cut is not None  # 김가람 전 다온넷 대표
        if not words:
            return
        strong = [i for i in (1, 2, 3) if len(words) >= i and self._strong(words[-i])]
        if len(words) > 1 and words[-2][0] in _RARE and self._pair(words[-2:]):
            yield " ".join(words[-2:])
        elif not bare and strong and strong[0] > 1 and not _declined(words[-1]):
            yield words[-strong[0]]  # 김가람 다온넷 대표, 김가람 다온넷 유럽 대표
        elif self._korean(words[-1], titled=not bare) or self._chinese(words):
            yield words[-1]
        elif name := self._foreign(words):
            yield name

    def _chinese(self, words: list[str]) -> bool:
        """Whether the last of these words is a Chinese name, and no company that a title follows:
        it stands alone no oftener than with what stands beside it, or after its company's."""
        last = words[-1]
        if not is_chinese(last) or is_word(last) or self._company(last) or last in self.title:
            return False
        owned = len(words) > 1 and words[-2].endswith("의")
        return owned or (len(last) > 2 and self._acts(last)) or self._count(last) < _SELDOM

    def _alone(self, left: str) -> Iterable[str]:
        """`자오웨이린 신임 대표 취임`: a name in one word, where no other person is told of."""
        run = _LEFT.search(left)
        words = [word for word in run[0].split() if not word[0].isdigit()] if run else []
        titled = len(words)
        while words and (words[-1] in _BETWEEN or words[-1] in TITLES):
            words.pop()
        if len(words) != 1 or titled == 1 or "," in left:
            return
        if len(words[0]) > 2 and is_unknown(words[0]) and _strange(words[0]):
            yield from (word for word in words if not self._company(word))

    def _after(self, text: str) -> Iterable[str]:
        """The person who is named after a title: 대표 김가람, 초대 회장에 마르코 로시."""
        words = text.split()
        if self._korean(words[0]) or self._chinese(words[:1]):
            yield words[0]
        elif len(words) == 2 and self._pair(words):
            yield text

    def _strong(self, word: str) -> bool:
        return len(word) == 3 and self._korean(word)

    def _acts(self, word: str) -> bool:
        """Whether a word is no place's or company's: nothing is done at it, nothing comes to it."""
        return word not in self.title_words and not self.places.is_run(
            word + end for end in ("에서", "에는", "에", "로", "측", "사", "사의")
        )

    def _korean(self, word: str, *, titled: bool = False) -> bool:
        """Whether a word is a Korean's name; right before a title none has a particle."""
        if not is_korean_name(word) or word in COMMON or word in COMPANY_NOUNS or word in PLACES:
            return False
        if word in TITLES or word in SERVICE_NOUNS or word in _BETWEEN or self._company(word):
            return False
        if titled and len(word) == 3 and seems_declined(word):
            return True
        return not is_word(word, name=True) and not (word[-1] == "하" and is_noun(word[:-1]))

    def _company(self, word: str) -> bool:
        """Whether the document shows a word to be part of a company's name (한길, 한길그룹)."""
        return self.places.is_company(word)

    def _foreign(self, words: list[str]) -> str:
        """The foreigner's name at the end of these words, or before the company there."""
        if len(words) > 1 and self._mononym(words[-2]) and self._bears(words[-1]):
            return words[-2]
        if len(words) > 2 and self._apart(words[-1], words[-2]) and self._pair(words[-3:-1]):
            return " ".join(words[-3:-1])
        if len(words) > 2 and words[-2] in _LINKS and _strange(words[-1]) and _strange(words[-3]):
            return " ".join(words[-3:])
        if len(words) > 2 and all(_strange(word) for word in words[-3:]):
            first = self._count(words[-3]) - self._count(f"{words[-3]} {words[-2]}")
            return " ".join(words[-2:] if first else words[-3:-1])
        return " ".join(words[-2:]) if len(words) > 1 and self._pair(words[-2:]) else ""

    def _mononym(self, word: str) -> bool:
        """Whether a word can be a name in one word (자오웨이린): none that anybody knows."""
        return len(word) > 2 and is_unknown(word) and _strange(word) and word not in self.title

    def _bears(self, word: str) -> bool:
        """Whether a word is the name of a company that the document is about."""
        return self._company(word) or word in self.title_words

    def _pair(self, words: list[str]) -> bool:
        """Whether two words are a foreigner's name: the first is no company of its own."""
        first, second = words
        if first in COMMON or second in COMMON | TITLES or self._company(second):
            return False
        whole = " ".join(words) in self.title
        if not whole and (first in self.title or (second in self.title and len(first) > 3)):
            return False
        both = self._count(f"{first} {second}")
        alone = self._count(first) - both
        if _strange(first) and _strange(second):
            return alone <= 0 or self.places.is_titled(first)
        if is_unknown(first) and is_noun(second):
            return _strange(first) and alone <= 0
        return (
            is_noun(first) and is_unknown(second) and _strange(second) and alone <= 0 and both > 1
        )

    def _apart(self, word: str, before: str) -> bool:
        """Whether a word is a name of its own, not only the end of the name before it."""
        if not _HANGUL.fullmatch(word):
            return word[:1].isupper() or self._company(word)
        if word.endswith(ORGANIZATION_ENDINGS) or word in self.title:
            return True
        return _strange(word) and self._count(word) > self._count(f"{before} {word}")

    def _count(self, word: str) -> int:
        return self.places.count(word)

    def _part(self, name: str) -> str:
        """A foreigner's last name (a Japanese's first), where it stands alone elsewhere."""
        words = name.split()
        for part in (words[-1], words[0]):
            if part == name or len(part) < 2 or is_word(part):
                continue
            if part in self.title and name not in self.title:
                continue  # 테드 헤이그, who founded the Hague of the title
            before = name.rindex(part) if part == words[-1] else 0
            alone = self.places.alone(part)
            if any(not self.text.startswith(name, max(0, at - before)) for at in alone):
                return part
        return ""


def _left_of(line: str, match: re.Match[str]) -> str:
    """What stands before a match, as much of it as may hold a name and a company's."""
    return line[max(0, match.start() - _NEAR) : match.start()].rstrip()


def _declined(word: str) -> bool:
    """Whether a word of three syllables or more ends with a particle."""
    return len(word) > 2 and word[-1] in _PARTICLE_ENDS and ends_with_particle(word)


def _strange(word: str) -> bool:
    """Whether a word can be part of a foreigner's name: Hangul, of no meaning here."""
    if word in SHORT_NAMES:
        return True
    if not _HANGUL.fullmatch(word) or not 2 <= len(word) <= 7:
        return False
    if word.endswith(ORGANIZATION_ENDINGS) or word in PLACES or word in TITLES:
        return False
    if word in COMMON or word in COMPANY_NOUNS or word in SERVICE_NOUNS:
        return False
    return not (is_word(word) or ends_with_particle(word) or is_derived(word) or is_past(word))
