"""What is shown: nothing speaks to a terminal, and all else is as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.shown import shown, shown_flat


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("가온\t1\n2\r\n", "가온\t1\n2\r\n"),
        ("\x1b]0;이름\x07", "\ufffd]0;이름\ufffd"),
        ("\x9b2J", "\ufffd2J"),
        ("위\r아래", "위\ufffd아래"),
        ("\u202eabc\u202c \u2067x\u2069", "\ufffdabc\ufffd \ufffdx\ufffd"),
        ("👩\u200d💻 e\u0301", "👩\u200d💻 e\u0301"),
    ],
)
def test_controls_and_marks_of_direction_are_replaced(text: str, seen: str) -> None:
    assert shown(text) == seen


@given(st.text())
def test_offsets_stay_and_a_flat_text_is_one_line(text: str) -> None:
    assert len(shown(text)) == len(shown_flat(text)) == len(text)
    assert len(shown_flat(text).splitlines()) <= 1
    assert shown(shown(text)) == shown(text)
