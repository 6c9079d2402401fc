"""What the text is about at a point: whom a missing subject, 이 회사, 두 회사 or 그 stands for."""

from dataclasses import dataclass, field
from datetime import timedelta

from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.dates.expressions import DateContext
from kg.lang.ko.names.of_phrases import Named
from kg.model.dates import PartialDate

_REMEMBERED = 20
"""Of how many companies a reader may still be thinking."""

_NEWS = timedelta(days=3)
"""A story of a day tells of what happened these days before."""

_WEEKS = timedelta(days=14)
"""What a paragraph tells of these days before is what it goes on about."""


@dataclass(slots=True)
class Discourse:
    """The state of reading, sentence by sentence.

    `topic` is the company that the whole document is about, `page` whether it is that company's own
    page, so that whatever is left out is the topic; `company` the subject of the running
    text; `pair` the last two companies that were named as partners, `dealt` whether an event made
    them so; `service` and `person` the last ones spoken of, `persons` the last one of each surname;
    `actor` the person whom the text goes on about, `thing` whether it goes on about what is nobody
    (`과천 공장은`);
    `people` are the last persons named together, `newborn` the company that an event made last;
    `named` are the objects and subjects of the sentence before;
    `employers` the company that each person was said to lead, `heads` those who head the company
    that the text is about; `post` the company of the office just spoken of; `bought` the buyer and
    the company
    of the acquisition told right before; `brought` the company that the last sentence brought in;
    `head` the one that a line begins with (`△ A = …`), `section` the one of the heading above;
    `trouble` the date of the incident or outage that the paragraph has just told of;
    `column` where a table has its companies, `above` the one of the row before.
    """

    topic: Named | None = None
    page: bool = False
    company: Named | None = None
    service: Named | None = None
    focus: Named | None = None
    person: Named | None = None
    actor: Named | None = None
    thing: bool = False
    named: list[Named] = field(default_factory=list)
    people: tuple[Named, ...] = ()
    newborn: Named | None = None
    persons: dict[str, Named] = field(default_factory=dict)
    employers: dict[str, Named] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)
    post: Named | None = None
    bought: tuple[Named, Named] | None = None
    brought: Named | None = None
    head: Named | None = None
    section: Named | None = None
    trouble: PartialDate | None = None
    column: int | None = None
    above: Named | None = None
    pair: tuple[Named, ...] = ()
    merged: bool = False
    dealt: bool = False
    recent: list[Named] = field(default_factory=list)
    context: DateContext = field(default_factory=DateContext)
    dateline: PartialDate | None = None
    in_list: bool = False
    remarks: list[Phrase] = field(default_factory=list)
    renamed: dict[str, Named] = field(default_factory=dict)

    def begin(self) -> None:
        """A paragraph begins: whom the one before went on about is no longer at hand."""
        self.service = self.company = self.post = self.actor = self.newborn = None
        self.thing = False

    def meet(self, person: Named) -> None:
        """Notes that a person was spoken of by name."""
        self.person = person
        self.persons[person.text[0]] = person

    def now(self, named: Named) -> Named:
        """The name that a company bears after the renamings told so far."""
        for _ in range(4):
            later = self.renamed.get(named.text)
            if later is None or later.text == named.text:
                return named
            named = later
        return named

    def recall(self, named: Named) -> None:
        """Notes that a company was spoken of, as the latest one."""
        current = self.now(named)
        others = [n for n in self.recent if n.text != current.text]
        self.recent = [*others[1 - _REMEMBERED :], current]

    def day_of_trouble(self) -> PartialDate | None:
        """The day of what went wrong along with what was told right before."""
        return self.trouble if self.trouble == self.context.current else None

    def day_of_story(self) -> PartialDate | None:
        """The day of what a story tells without a date: the one told right before, else its own."""
        told, day = self.context.current, self.dateline
        if told is None or day is None:
            return day
        lately = _WEEKS if self.context.near else _NEWS
        if told.precision == "day" and timedelta(0) <= day.earliest - told.earliest <= lately:
            return told
        return None if self.context.near and not told.overlaps(day) else day

    def subject(self) -> Named | None:
        """Whom a clause without a subject is about."""
        if self.head is not None:
            return self.head
        if self.page or self.in_list:
            return self.topic or self.company
        return self.company or self.section or self.topic
