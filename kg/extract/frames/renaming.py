"""Who takes a new name where the clause does not say it, and which name it bore before."""

from kg.extract.context.discourse import Discourse
from kg.extract.frames.kinship import alike
from kg.extract.frames.match import Match
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.names.of_phrases import Named, names_of
from kg.model.claim import ASSERTED


def settle_name(state: Discourse, match: Match, clause: Clause, line: str) -> None:
    """The company and the old name of a change of name, and the name it goes by from here on."""
    roles = match.roles
    new = roles["new"][0]
    own = [*clause.phrases, *(p.of for p in clause.phrases if p.of is not None)]
    shared = [clause.subject] if clause.subject is not None else []
    told = _named_in([*own, *shared], roles["company"], line)
    bought = None if _named_in(own, roles["company"], line) else _bought(state, match)
    of_page = state.topic is not None and new.text == state.topic.text
    if "company" in match.assumed and "old" not in roles and of_page:
        roles["company"] = [new]  # 지금의 이름: the page's own company
    elif bought is not None:
        roles["company"] = [bought]
        roles.setdefault("old", [bought])
    elif "company" in match.assumed and "old" in roles:
        roles["company"] = list(roles["old"])  # who bore the old name is the one that changed it
    elif ("company" in match.assumed and state.merged and _both(clause)) or len(
        roles["company"]
    ) > 1:
        roles["company"] = [new]  # what the two became
    elif "old" not in roles and told:
        if roles["company"][0].text != new.text:
            roles["old"] = list(roles["company"])
    elif "old" not in roles and not state.in_list:
        if alike(roles["company"][0], new) and roles["company"][0].text != new.text:
            roles["old"] = list(roles["company"])
        else:
            roles["company"] = [new]  # whose name it became is sure, whose it was is not
    _take_by_way(match, clause, line)
    if match.status == ASSERTED:
        _go_by(state, match, new)


def _take_by_way(match: Match, clause: Clause, line: str) -> None:
    """The old name is the last one that the company went by, and it the company if none is."""
    by, roles = _by_way_of(clause, line), match.roles
    if by is None or by.text == roles["new"][0].text:
        return
    roles["old"] = [by]
    if "company" in match.assumed:
        roles["company"] = [by]


def _by_way_of(clause: Clause, line: str) -> Named | None:
    """`A라는 이름을 거쳐 B가 됐다`: the name that came right before."""
    before = clause.before
    if before is None or before.predicate is None or before.predicate.stem not in ("거치", "지나"):
        return None
    phrase = before.phrase("을")
    lead = phrase.relative if phrase is not None else None
    said = lead.phrases[-1] if isinstance(lead, Clause) and lead.phrases else phrase
    names = [n for n in names_of(said, line) if n.proper] if said is not None else []
    return names[-1] if names else None


def _named_in(phrases: list[Phrase], companies: list[Named], line: str) -> bool:
    """Whether these phrases name the company."""
    named = [(name.text, name.start) for phrase in phrases for name in names_of(phrase, line)]
    return any((one.text, one.start) in named for one in companies)


def _bought(state: Discourse, match: Match) -> Named | None:
    """`A가 B를 인수해 이름을 C로 바꿨다`: the company just bought is the one that is renamed, where
    the clause names no other."""
    if state.bought is None:
        return None
    buyer, target = state.bought
    company = match.roles["company"][0]
    if target.text == match.roles["new"][0].text:
        return None
    return target if "company" in match.assumed or company.text == buyer.text else None


def _both(clause: Clause) -> bool:
    subject = clause.subject
    return subject is None or subject.text in ("두회사", "양사")


def _go_by(state: Discourse, match: Match, new: Named) -> None:
    """The new name is the one that the text goes on with."""
    roles = match.roles
    old = {n.text for n in (*roles["company"], *roles.get("old", ()))}
    state.merged = False
    state.renamed.pop(new.text, None)
    state.renamed.update({text: new for text in old if text != new.text})
    carried = state.company is None or state.company.text in old or "company" in match.assumed
    if carried and not state.in_list:
        state.company = new
    state.recall(new)
    state.recent = [n for n in state.recent if n.text not in old or n.text == new.text]
