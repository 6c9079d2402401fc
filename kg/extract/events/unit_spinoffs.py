"""A part of a company that becomes one, told of the part: `A의 결제 사업부가 떨어져 나와 B가 됐다`,
`A가 키우던 조직이 독립해 생긴 회사`, `A 건설 부문 분할로 설립`."""

from kg.extract.context.candidate import Candidate
from kg.extract.context.dating import clause_date
from kg.extract.context.reader import Reader
from kg.extract.frames.fillers import fillers
from kg.extract.frames.spinoffs import division_noun
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.clauses.status import ADNOMINAL
from kg.lang.ko.names.kinds import PERSON, PLACE
from kg.lang.ko.names.of_phrases import Named, names_of
from kg.lang.ko.reading import Sentence
from kg.model.claim import ASSERTED
from kg.model.dates import PartialDate
from kg.model.schema import Role

_FRAME = "ko/spinoff#unit"
_LEAVING = (
    "떨어지나오", "떨어지나가", "떨어지", "갈라지나오", "갈라지나가", "갈리나오", "쪼개지나오",
    "독립하", "분사하", "분사되", "분리되", "분리독립하", "분할되", "떼어지나오", "분가하",
)  # fmt: skip
_UNITS = (
    "사업부", "사업부문", "부문", "조직", "사업", "본부", "부서", "사내벤처", "팀", "공장",
    "연구소", "스튜디오", "CIC", "사업단", "사업본부", "사내기업",
)  # fmt: skip
_BECOMING = {
    "되": "되", "출범하": "로", "출발하": "로", "새출발하": "로", "거듭나": "로", "태어나": "로",
    "세우어지": "로", "만들어지": "로", "바뀌": "로",
}  # fmt: skip
"""Verbs that tell what the part became, each with the slot that names it."""
_ARISING = ("생기", "태어나", "출발하", "만들어지", "탄생하", "설립되", "출범하", "세우어지")
_COMPANY = Role("company", ("Organization",), "Company", True, True)


def unit_spinoffs(
    clause: Clause, sentence: Sentence, reader: Reader, dates: dict[int, PartialDate | None]
) -> list[Candidate]:  # fmt: skip
    """The spin-off that a clause tells of a part of a company."""
    predicate, reading = clause.predicate, clause.reading
    if predicate is None and reader.discourse.in_list:
        return _noted(clause, sentence, reader, dates)
    if predicate is None or predicate.stem not in _LEAVING or reading.status != ASSERTED:
        return []
    unit = _unit(clause)
    parent = _parent(unit, clause, reader) if unit is not None else None
    if parent is None:
        return []
    company, end, assumed = _became(clause, parent, reader)
    if company is None or company.text == parent.text:
        return []
    roles = {"parent": [parent], "company": [company]}
    place = (sentence, clause.start, max(clause.end, end))
    date = clause_date(clause, sentence, dates)
    return [Candidate("SpinOff", roles, *place, _FRAME, date, assumed=assumed)]


_NOTED = ("설립", "출범", "신설", "창립", "발족", "독립", "분리", "탄생")


def _noted(
    clause: Clause, sentence: Sentence, reader: Reader, dates: dict[int, PartialDate | None]
) -> list[Candidate]:  # fmt: skip
    """`A 건설 부문 물적분할로 설립` in a company's own list of what happened."""
    company, last = reader.discourse.topic, clause.phrases[-1] if clause.phrases else None
    if last is None or company is None or last.text not in _NOTED or len(clause.phrases) > 2:
        return []
    parent = division_noun(clause, reader)
    if parent is None or parent.text == company.text:
        return []
    roles = {"parent": [parent], "company": [company]}
    date = clause_date(clause, sentence, dates)
    place = (sentence, clause.start, clause.end)
    return [Candidate("SpinOff", roles, *place, _FRAME, date, assumed={"company"})]


def without_becoming(found: list[Candidate]) -> list[Candidate]:
    """`부문이 떨어져 나와 B가 됐다`: B takes no new name and is founded by nobody else."""
    born = {n.text for one in found if one.extracted_by == _FRAME for n in one.roles["company"]}

    def idle(one: Candidate) -> bool:
        if one.type == "NameChange":
            return any(n.text in born for n in one.roles.get("new", ()))
        return one.type == "Founding" and one.roles["company"][0].text in born

    return [one for one in found if not (born and idle(one))]


def _unit(clause: Clause) -> Phrase | None:
    """The part of a company that is the subject."""
    for phrase in clause.phrases:
        subject = phrase.case == "이" or (phrase.topic and not phrase.case)
        if subject and phrase.text.endswith(_UNITS):
            return phrase
    return None


def _parent(unit: Phrase, clause: Clause, reader: Reader) -> Named | None:
    """Whose part it was: the genitive, the subject of what is said of it, where it came from, or
    who is named before it."""
    before = unit.relative
    told = before.phrase("이") if isinstance(before, Clause) else None
    for phrase in (unit.of, told, clause.phrase("에서", "로부터")):
        if phrase is not None:
            names = [n for n in names_of(phrase, reader.line) if _is_company(n, reader)]
            if names:
                return names[0]
    words = [n for n in names_of(unit, reader.line) if n.owner is not None and n.owner.proper]
    if words:
        return words[0].owner
    first = Phrase(unit.tokens[:1], "bare")
    names = [n for n in names_of(first, reader.line) if reader.directory.is_organization(n)]
    return names[0] if len(unit.tokens) > 1 and names else None


def _is_company(named: Named, reader: Reader) -> bool:
    kinds = {named.kind, reader.directory.kind(named)}
    return named.proper and not kinds & {PERSON, PLACE}


def _became(
    clause: Clause, parent: Named, reader: Reader
) -> tuple[Named | None, int, set[str]]:  # fmt: skip
    """The company that came of it, where its place ends, and what the text around says."""
    topic = next((p for p in clause.phrases if p.topic and not p.case), None)
    own = topic is not None and any(p.case == "이" for p in clause.phrases)
    for phrase in (clause.phrase("로"), topic if own else None):
        named = _named_in(phrase, reader)
        if named is not None:
            return named, clause.end, set()
    after = clause.after
    for _ in range(3):
        if after is None:
            break
        stem = after.predicate.stem if after.predicate is not None else ""
        slot = _BECOMING.get(stem, "")
        if slot:
            phrase = _complement(after) if slot == "되" else after.phrase(slot)
            named = _named_in(phrase, reader)
            if named is not None:
                return named, after.end, set()
        after = after.after
    subject = reader.discourse.subject()
    if subject is not None and subject.text != parent.text and _arises(clause):
        return subject, clause.end, {"company"}
    return None, 0, set()


def _complement(clause: Clause) -> Phrase | None:
    return next((p for p in reversed(clause.phrases) if p.complement), None)


def _named_in(phrase: Phrase | None, reader: Reader) -> Named | None:
    if phrase is None:
        return None
    names = fillers(phrase, _COMPANY, (), "", reader)
    return names[0] if len(names) == 1 and names[0].proper else None


def _arises(clause: Clause) -> bool:
    """Whether the clause goes on to say that the company spoken of came of it."""
    after = clause.after
    if after is None or clause.reading.link == ADNOMINAL:
        return False
    return after.predicate is not None and after.predicate.stem in _ARISING
