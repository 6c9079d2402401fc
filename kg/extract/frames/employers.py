"""The company of an office: who is said to have the person, whom the text had him lead."""

from kg.extract.context.candidate import Candidate
from kg.extract.context.discourse import Discourse
from kg.extract.context.reader import Reader
from kg.extract.frames.view import View
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.names.kinds import PERSON
from kg.lang.ko.names.of_phrases import Named, names_of
from kg.lang.ko.tokens.words import TITLES
from kg.model.claim import ASSERTED

OFFICES = ("Appointment", "Departure")


_BODIES = (
    "이사회",
    "주총",
    "주주총회",
    "채권단",
    "주주",
    "주주들",
    "주인",
    "본사",
    "모회사",
    "경영진",
    "공백",
)
"""Who decides on an office of the company to which they belong."""


def is_colleague(event: str, phrase: Phrase, reader: Reader) -> bool:
    """`김가람이 이나래에게 자리를 넘겼다`, `이사회는 이나래를 뽑았다`: the subject is a person or a
    body of the company, which is missing."""
    if event not in OFFICES:
        return False
    if phrase.of is None and phrase.text.endswith(_BODIES):
        return True
    return PERSON in (reader.directory.kind(n) for n in names_of(phrase, reader.line))


def with_owner(
    event: str, view: View, roles: dict[str, list[Named]], assumed: set[str], *, cut: bool
) -> None:
    """`다온넷 김가람 대표 선임`: the company before the person is that of the office, unless the
    office is said apart (다온넷 김가람 전무를 대표로): then it is where the person comes from."""
    persons = roles.get("person", [])
    if event not in OFFICES or len(persons) != 1 or (roles.get("company") and not assumed):
        return
    person = persons[0]
    owner = person.owner
    if owner is None or not owner.proper or owner.kind == PERSON or person.former:
        return
    apart = cut or any(p.case in ("로", "에") and p.tokens[-1].form in TITLES for p in view.phrases)
    if not person.title or (event == "Appointment" and apart):
        return
    roles["company"] = [owner]
    assumed.discard("company")


def settle_employers(state: Discourse, found: list[Candidate]) -> None:
    """Who leaves without a word of where from leaves the company that the text has him lead."""
    for one in found:
        if one.relation == "headOf" and not one.assumed:
            state.employers[one.roles["subject"][0].text] = one.roles["object"][0]
        elif one.type == "Founding" and "company" not in one.assumed and not state.in_list:
            for founder in one.roles.get("founder", ()):
                state.employers.setdefault(founder.text, one.roles["company"][0])
    for one in found:
        if one.type not in ("Appointment", "Departure"):
            continue
        person = one.roles["person"][0].text
        known = state.employers.get(person) or state.post
        if "company" in one.assumed and _takes_over(one) and state.post is not None:
            one.roles = {**one.roles, "company": [state.post]}
        elif one.type == "Departure" and "company" in one.assumed and known is not None:
            one.roles = {**one.roles, "company": [state.now(known)]}
        elif one.type == "Appointment" and one.status == ASSERTED:
            state.employers[person] = one.roles["company"][0]
        state.post = one.roles["company"][0] if not state.in_list else None


def _takes_over(one: Candidate) -> bool:
    """`후임에는`, `뒤를 이어`, `그 자리를`: the office is the one just spoken of."""
    told = one.sentence.line.text[one.start : one.end]
    return any(word in told for word in ("후임", "뒤를", "뒤이어", "그 자리", "바통"))
