"""Positions in a text."""

from hypothesis import given
from hypothesis import strategies as st

from kg.model.document import line_starts, position


@given(st.text(st.sampled_from("a가\n\r😀 "), max_size=40))
def test_line_and_column_find_the_offset_again(text: str) -> None:
    starts = line_starts(text)
    lines = text.split("\n")
    assert len(starts) == len(lines)
    for offset in range(len(text) + 1):
        line, column = position(starts, offset)
        assert starts[line - 1] + column - 1 == offset
        assert offset - starts[line - 1] <= len(lines[line - 1])
