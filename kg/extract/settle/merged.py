"""A new company after an announced merger is that merger done: A와 B 합병 발표 … AB 출범."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.context.candidate import Candidate
from kg.extract.context.directory import name_key
from kg.lang.ko.names.kinds import PERSON
from kg.lang.ko.names.of_phrases import Named, names_of
from kg.model.claim import ASSERTED, Details

_FRAME = "ko/merger#launched"


def completed(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The mergers that the founding of a company composed of the parties' names completes."""
    mergers: dict[str, list[Candidate]] = {}
    for one in candidates:
        if one.type == "Merger" and len(one.roles.get("participant", ())) == 2:
            for head in sorted({_head(party) for party in one.roles["participant"]}):
                mergers.setdefault(head, []).append(one)
    found: list[Candidate] = []
    for one in candidates:
        if one.type != "Founding" or one.status != ASSERTED or one.date is None:
            continue
        result = one.roles["company"][0]
        for merger in mergers.get(_head(result), ()):
            if _before(merger, one) and _composed(result, merger.roles["participant"]):
                roles = {"participant": merger.roles["participant"], "result": [result]}
                found.append(
                    replace(
                        one, type="Merger", roles=roles, extracted_by=_FRAME, details=Details(),
                        assumed={"participant"},
                    )
                )  # fmt: skip
                break
    return found


def with_results(found: list[Candidate]) -> list[Candidate]:
    """`A와 B가 합병해 C가 탄생했다`: the company founded in the same breath is the result."""
    out: list[Candidate] = []
    told = [f for f in found if not any(_follows(m, f) and _is_of(m, f) for m in found)]
    for one in told:
        founding = next((f for f in found if _follows(one, f)), None)
        result = founding.roles["company"] if founding is not None else _become(one)
        out.append(replace(one, roles={**one.roles, "result": result}) if result else one)
    return out


def _is_of(merger: Candidate, founding: Candidate) -> bool:
    """`A와 B가 합병한 C가 출범했다`: the clause of the merger says which company C is."""
    named = founding.roles["company"][0]
    heads = (c.head for c in merger.sentence.clauses if c.start == merger.start)
    return any(h is not None and h.start <= named.start < h.end for h in heads)


def _become(merger: Candidate) -> list[Named]:
    """`A와 B가 합쳐 C가 되었다`: what the clause right after says came of it."""
    if merger.type != "Merger" or "absorbed" in merger.roles or merger.roles.get("result"):
        return []
    told = next((c for c in merger.sentence.clauses if c.end >= merger.end), None)
    after = told.after if told is not None else None
    if told is None or after is None or after.predicate is None or not told.reading.form:
        return []
    stem = after.predicate.stem
    phrase = after.phrase(_BECOMING.get(stem, "")) if stem in _BECOMING else None
    if phrase is None or after.reading.status != ASSERTED or told.reading.form not in _RESULTING:
        return []
    parties = {name_key(n.text) for n in merger.roles.get("participant", ())}
    names = names_of(phrase, merger.sentence.line.text)
    return [n for n in names if n.proper and n.kind != PERSON and name_key(n.text) not in parties][
        :1
    ]


_RESULTING = ("어", "아", "어서", "아서", "고", "며", "면서", "으면서", "으며")
_BECOMING = {
    "되": "이", "출범하": "로", "새출발하": "로", "출발하": "로", "거듭나": "로", "태어나": "로",
    "다시태어나": "로", "재탄생하": "로", "재출범하": "로", "탄생하": "로", "바뀌": "로",
    "묶이": "로", "통합되": "로", "변신하": "로", "이루": "을", "꾸리": "을",
}  # fmt: skip
"""Verbs that tell what came of a merger, each with the slot that names it."""


def _follows(merger: Candidate, founding: Candidate) -> bool:
    if merger.type != "Merger" or founding.type != "Founding" or "absorbed" in merger.roles:
        return False
    names = {name_key(n.text) for n in merger.roles.get("participant", ())}
    key = name_key(founding.roles["company"][0].text)
    return merger.end <= founding.end and founding.start >= merger.start and key not in names


def _before(merger: Candidate, founding: Candidate) -> bool:
    if merger.date is None or founding.date is None:
        return merger.date is None and merger.order < founding.order
    return merger.date.earliest <= founding.date.latest


def _head(name: Named) -> str:
    """What the name of a merged company has of one of the parties' at least."""
    return name_key(name.text)[:2]


def _composed(result: Named, parties: Sequence[Named]) -> bool:
    """Whether a name is made of beginnings of both parties' names."""
    text = name_key(result.text)
    keys = [name_key(party.text) for party in parties]
    if text in keys:
        return False
    first, second = keys
    return any(_split(text, a, b) for a, b in ((first, second), (second, first)))


def _split(text: str, left: str, right: str) -> bool:
    for at in range(1, len(text)):
        head, tail = text[:at], text[at:]
        if left.startswith(head) and right.startswith(tail) and len(head) > 1 and len(tail) > 1:
            return True
    return False
