"""What only the end of a document tells of its candidates: whole names, editions, results, whom a
line about nobody is about."""

from kg.extract.context.candidate import Candidate
from kg.extract.frames.progress import Progress
from kg.extract.relations.infobox import with_box_foundings
from kg.extract.settle.editions import settle
from kg.extract.settle.full_names import with_full_names
from kg.extract.settle.lineage import assign_subjects
from kg.extract.settle.merged import completed

_OF_THE_DAY = frozenset(("Incident", "Outage"))
"""Events that a story without a date of theirs reports as of its own day."""


def settled(progress: Progress) -> list[Candidate]:
    """The candidates of a document that is read to its end."""
    _date_headlines(progress)
    candidates = with_full_names(with_box_foundings(progress.candidates), progress.directory)
    candidates = settle(candidates)
    candidates += completed(candidates)
    return assign_subjects(candidates, progress.state.topic)


def _date_headlines(progress: Progress) -> None:
    """What only a headline tells of a story is of the story's day."""
    told = {one.type for one in progress.candidates if not one.headline}
    for one in progress.candidates:
        if one.headline and one.date is None and one.type in _OF_THE_DAY - told:
            one.date = progress.state.dateline
