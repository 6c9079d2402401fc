"""Whom a document is about, and whether it is that company's own page."""

from collections import Counter
from collections.abc import Sequence

from kg.extract.context.directory import Directory, is_page_of, name_key, plain_title
from kg.extract.lines.scan import Row
from kg.lang.ko.lines.text import read_lines
from kg.lang.ko.lines.titles import bearer, defined
from kg.lang.ko.names.chronicle_titles import chronicled
from kg.lang.ko.names.kinds import ORGANIZATION, PERSON, PLACE
from kg.lang.ko.names.known_names import NameIndex
from kg.lang.ko.names.market_names import is_market
from kg.lang.ko.names.name_contexts import is_plain_noun
from kg.lang.ko.names.of_phrases import Named
from kg.lang.ko.tokens.words import COMMON, PERSON_SURNAMES, PLACES
from kg.model.document import Document

_BODIES = ("위원회", "거래소", "법원", "검찰", "경찰", "정부", "국회", "시청", "도청", "관계자")
"""What a text about a company speaks of often, though it is not about them."""
_LEAD = 300
"""A text names what it is about in its first characters, this many or a sixth of them."""
_OFTEN = 3
"""A name that a text has more often than this may be what it is about, of whatever kind."""
_LISTED = 3
"""So many lines under dates make a chronology."""
_HEAD = 5
"""The first lines that are not blank: a title stands among them."""


def titled(document: Document, rows: Sequence[Row]) -> str | None:
    """The name of whom the head of a document says that it is about."""
    head = _head(document)
    name = bearer(head, document.text) or next(filter(None, map(defined, head[:3])), None)
    return name or chronicled(_above_list(document, rows), document.text)


def _head(document: Document) -> list[str]:
    head = [line.text for line in read_lines(document) if line.text.strip()][:_HEAD]
    return [document.header.title, *head] if document.header.title else head


def topic_of(
    document: Document, rows: Sequence[Row], directory: Directory, name: str | None
) -> tuple[Named | None, bool]:
    """The company that a document is about, and whether the document is a page of it, so that
    whatever is left out is that company. `name` is what its head says."""
    named = directory.bearer(name) if name else None
    if named is not None:
        return named, True
    titles = [row.line.text for row in rows[:4] if not row.line.text.rstrip().endswith(".")]
    if document.header.title:
        titles.insert(0, document.header.title)
    topic = _spoken_of(titles, document.text, directory)
    page = topic is not None and any(
        is_page_of(name_key(topic.text), plain_title(title)) for title in titles
    )
    return topic, page


def _above_list(document: Document, rows: Sequence[Row]) -> list[str]:
    """The few lines above a list of dated ones that makes up most of a page."""
    listed = [row for row in rows if row.date is not None or row.bare]
    if len(listed) < max(_LISTED, len(rows) / 2):
        return []
    lines = [line.text for line in read_lines(document)[: listed[0].number]]
    above = [line for line in lines if line.strip()]
    return above if len(above) <= _HEAD else []


def _spoken_of(titles: Sequence[str], text: str, directory: Directory) -> Named | None:
    """The company that a text without a title of its own speaks of most: often its subject, and
    named in its headline and its first sentences."""
    counts = _counted(directory, text)
    able = [key for key, named in directory.names.items() if _may_be_topic(named, key, directory)]
    often = max((counts[directory.names[key].text] for key in able), default=0)
    sure: dict[str, int] = {}
    doubtful: dict[str, int] = {}
    plain = [plain_title(title) for title in titles]
    first = [name_key(title) for title in titles[:2]]
    for key in able:
        named = directory.names[key]
        count, votes = counts[named.text], directory.kinds.get(key, Counter())
        page = any(is_page_of(key, title) for title in plain)
        if count < 2 and not votes[ORGANIZATION]:
            continue
        titled = any(key in title for title in first) and count > 1
        score = min(count, 8) + 2 * min(directory.subjects[key], 4)
        score += (5 if votes[ORGANIZATION] else 3) * titled
        score += 3 * min(votes[ORGANIZATION], 3) + 40 * page + 5 * (key == directory.introduced)
        late = text.find(named.text) > max(_LEAD, len(text) // 6)
        told = not late and _is_told_of(named, (count, often), titled, votes)
        if page or told or key == directory.introduced:
            sure[key] = score
        elif not late and (titled or votes[ORGANIZATION]):
            doubtful[key] = score
    scores = sure or doubtful
    if not scores:
        return None
    return directory.names[max(scores, key=lambda key: (scores[key], len(key), key))]


def _is_told_of(
    named: Named, counts: tuple[int, int], titled: bool, votes: Counter[str]
) -> bool:  # fmt: skip
    """Whether a text may be about a name: it stands in its first sentences, and often, or is shown
    to be a company's and no other name stands there much oftener. `counts` are how often it stands
    there, and the most of any."""
    count, often = counts
    if votes[ORGANIZATION]:
        return count > 1 or often <= _OFTEN
    return count > _OFTEN or (titled and not is_plain_noun(named.text))


def _counted(directory: Directory, text: str) -> Counter[str]:
    """How often each name stands in the text, in one pass."""
    index = NameIndex(dict.fromkeys(named.text for named in directory.names.values()))
    lines = text.split("\n")
    return Counter(line[a:b] for line in lines for a, b in index.places(line))


def _may_be_topic(named: Named, key: str, directory: Directory) -> bool:
    """Whether a name can be that of the company that a text is about."""
    votes = directory.kinds.get(key, Counter())
    if len(key) < 2 or named.text in COMMON | PLACES or named.kind in (PERSON, PLACE):
        return False
    if is_market(named.text):
        return False
    if votes[PERSON] >= max(1, votes[ORGANIZATION]) or named.text.endswith(_BODIES):
        return False
    person = len(key) == 3 and key[0] in PERSON_SURNAMES and not votes[ORGANIZATION]
    return not person
