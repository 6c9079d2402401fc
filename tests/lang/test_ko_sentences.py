"""Where sentences end, and where one that goes on for too long is cut."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.lang.ko.lines.sentences import LONGEST, split_sentences


def _parts(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize("repeated", ["다온전자, ", "나루를 인수하고 ", "‘물결 인수 ", "2014년, "])
def test_a_list_without_an_end_is_cut_between_its_items(repeated: str) -> None:
    parts = _parts(repeated * LONGEST)
    assert max(map(len, parts)) <= LONGEST
    assert min(map(len, parts[:-1])) > LONGEST // 2
    assert "".join(parts).replace(" ", "") == (repeated * LONGEST).replace(" ", "")
    assert all(part.split()[0] in repeated.split() for part in parts)


def test_a_word_without_an_end_is_cut_anywhere() -> None:
    assert [len(part) for part in _parts("가" * (2 * LONGEST + 1))] == [LONGEST, LONGEST, 1]


def test_a_sentence_of_the_most_characters_is_whole() -> None:
    text = "다온, " * (LONGEST // 4 - 1) + "나루."
    assert _parts(text) == [text]


def test_what_stands_behind_a_long_sentence_is_one_of_its_own() -> None:
    parts = _parts("다온, " * LONGEST + "나루를 샀다. 물결은 컸다.")
    assert parts[-2].endswith("나루를 샀다.")
    assert parts[-1] == "물결은 컸다."


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["가나 ", "다", "(", ". ", '" ', ", ", "요! ", "가" * 999, "1."])))
def test_no_character_is_lost_and_no_part_too_long(pieces: list[str]) -> None:
    text = "".join(pieces)
    bounds = split_sentences(text)
    assert all(start < end <= start + LONGEST + 2 for start, end in bounds)
    outside = [*text]
    for start, end in bounds:
        outside[start:end] = " " * (end - start)
    assert not "".join(outside).strip()
    assert bounds == sorted(bounds)
