"""What is asked of a text before any tokenizer reads it."""

import pytest

from kg.documents import read_bytes
from kg.extract.lines.cued import has_topic, may_state
from kg.extract.lines.scan import rows_of, sentences_wanted
from kg.ontology.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("다온넷은 푸른뮤직을 인수했다.", True),
        ("지난해 다온넷(대표 김가람)은 푸른뮤직을 인수했다.", True),
        ("한편 푸른뮤직은 새 이름을 골랐다.", True),
        ("이 회사는 푸른뮤직을 인수했다.", False),
        ("김가람 대표는 푸른뮤직을 인수했다.", False),
        ("김가람은 푸른뮤직을 인수했다.", False),
        ("그는 이듬해 회사를 세웠다.", False),
        ("두 회사는 합병했다.", False),
        ("해당 업체는 상장했다.", False),
        ("이듬해 푸른뮤직을 인수했다.", False),
        ("푸른뮤직을 인수한 것이다.", False),
    ],
)
def test_a_sentence_with_a_topic_of_its_own_needs_no_other(text: str, topic: bool) -> None:
    assert has_topic(text, {"김가람"}) is topic


@pytest.mark.parametrize(
    ("second", "wanted"),
    [("2014년 다온넷은 푸른뮤직을 인수했다.", 1), ("2014년 푸른뮤직을 인수했다.", 2)],
)
def test_what_stands_before_is_read_only_for_a_sentence_that_leaves_its_subject_out(
    second: str, wanted: int, lexicon: Lexicon
) -> None:
    quiet = "다온넷은 날씨가 좋아 산책을 즐긴다."
    text = "\n".join(["머리말이다."] * 5 + [f"{quiet} {second}"])
    rows = rows_of(read_bytes(text.encode(), "one"), lexicon)
    assert len(sentences_wanted(rows, lexicon)[len(rows) - 1]) == wanted


def test_a_document_without_a_cue_may_state_nothing(lexicon: Lexicon) -> None:
    assert not may_state(read_bytes("날씨가 좋다.\n\n산책을 갔다.".encode(), "one"), lexicon)
    assert may_state(read_bytes("날씨가 좋다.\n\n산사를 인수했다.".encode(), "one"), lexicon)
