"""Phrases of a clause that belong together without a particle: `A, B와 C를`, `A, B 같은 회사`."""

from kg.lang.ko.clauses.clause import Clause, Takes
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.clauses.status import ADNOMINAL, CLEFT
from kg.lang.ko.tokens.kiwi import NAMED_TAGS
from kg.lang.ko.tokens.words import COMMON, COMPANY_NOUNS, ORGANIZATION_ENDINGS


def coordinate(clause: Clause, takes: Takes) -> None:
    """`A, B와 C를`: bare phrases before commas belong to the phrase after them."""
    phrases: list[Phrase] = []
    _headline_subject(clause, takes)
    for phrase in clause.phrases:
        if phrases and clause.predicate is not None:
            left = phrases[-1]
            near = (
                all(not (left.end <= m.token.start < phrase.start) for m in clause.moments)
                and phrase.relative is None
            )
            said = _says(left, takes) or left.text in COMMON or left.text in COMPANY_NOUNS
            if left.comma and left.case == "" and not left.topic and near and not said:
                phrases.pop()
                phrase.also = [*left.also, left, *phrase.also]
                left.also = []
            elif left.case == "처럼" or _likened(left, phrase):
                left.case = "처럼"
                phrases.pop()
                phrase.of = phrase.of or left
        phrases.append(phrase)
    clause.phrases = phrases


def _headline_subject(clause: Clause, takes: Takes) -> None:
    """`A, B 품에 안긴다`: a name and a comma at the head of a sentence without a subject."""
    if clause.predicate is None or clause.before is not None or clause.subject is not None:
        return
    if clause.reading.link in (ADNOMINAL, CLEFT) or len(clause.phrases) < 2:
        return
    first, second = clause.phrases[:2]
    named = any(t.tag in NAMED_TAGS for t in first.tokens) or first.text.endswith(
        ORGANIZATION_ENDINGS
    )
    listed = second.also or second.text.endswith("등") or (second.comma and second.case == "")
    listed = listed or (second.case == "와" and second.topic)
    noted = clause.reading.form in ("기로", "음", "ᆷ")
    dated = not noted and any(m.token.start < first.start for m in clause.moments)
    bare = first.comma and first.case == "" and not first.topic and not _says(first, takes)
    if bare and named and not (listed or dated):
        first.case = "이"
        clause.subject = first


def _says(phrase: Phrase, takes: Takes) -> bool:
    """Whether a phrase ends with a verbal noun (brackets after it left out): a headline."""
    bare = list(phrase.tokens)
    while bare and bare[-1].form == ")":
        opening = max((i for i, t in enumerate(bare) if t.form == "("), default=0)
        bare = bare[:opening]
    return bool(bare) and bare[-1].tag == "NNG" and takes(bare[-1].form + "하")


def _likened(left: Phrase, phrase: Phrase) -> bool:
    """`A, B 같은 회사`: the names are examples of the class noun after them."""
    clause = phrase.relative
    return (
        isinstance(clause, Clause)
        and clause.predicate is not None
        and clause.predicate.stem == "같"
        and left.case == ""
        and not left.topic
    )
