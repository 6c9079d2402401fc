"""Quotes in their sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export.why.markdown import bold
from kg.export.why.passage import Passage, passage

# «…» marks the quote; what is expected is the sentence around it, with the quote in […].
CASES = [
    ("«가나다.»", "[가나다.]"),
    ("앞 문장이다. «가나다.» 뒤 문장이다.", "[가나다.]"),
    ("앞 문장이다. 가 «나» 다. 뒤.", "가 [나] 다."),
    ("앞 문장이다. 가 «나다». 뒤.", "가 [나다]."),
    ("첫 줄\n가 «나» 다\n셋째 줄", "가 [나] 다"),
    ("첫 줄\r\n가 «나» 다\r\n셋째 줄", "가 [나] 다"),
    ("지분 76.4%를 «샀고» 3.5배가 되었다. 뒤.", "지분 76.4%를 [샀고] 3.5배가 되었다."),
    ("그는 “정말이다.” 라고 «말했다.» 뒤", "라고 [말했다.]"),
    ("그는 «“정말이다.”» 뒤", "그는 [“정말이다.”]"),
    ("정말인가? «아니다!» 그렇다.", "[아니다!]"),
    ("«끝이 없는 글»", "[끝이 없는 글]"),
    ("가«나»", "가[나]"),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_a_quote_stands_in_its_sentence(marked: str, expected: str) -> None:
    start = marked.index("«")
    end = marked.index("»") - 1
    text = marked.replace("«", "").replace("»", "")
    found = passage(text, start, end, text[start:end])
    assert f"{found.before}[{found.quote}]{found.after}" == expected


def test_a_long_sentence_is_cut() -> None:
    text = "가" * 1000 + "나다" + "라" * 1000
    found = passage(text, 1000, 1002, "나다")
    assert found.before == "…" + "가" * 300
    assert found.after == "라" * 300 + "…"


@pytest.mark.parametrize(
    ("text", "start", "end"), [(None, 0, 2), ("가나", None, None), ("다라", 0, 2), ("가", 0, 2)]
)
def test_where_the_text_does_not_hold_the_quote_it_stands_alone(
    text: str | None, start: int | None, end: int | None
) -> None:
    assert passage(text, start, end, "가나") == Passage("", "가나", "")


@given(st.text('가나.?! \n\r"”', max_size=40), st.data())
def test_the_passage_is_a_stretch_of_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = passage(text, start, end, text[start:end])
    assert f"{found.before}{found.quote}{found.after}" in text
    assert "\n" not in found.before
    assert found.line == text.count("\n", 0, start) + 1
    assert text[:start].endswith(found.before)
    assert text[end:].startswith(found.after)


@pytest.mark.parametrize(
    ("before", "words", "after", "expected"),
    [
        ("", "가나.", "", "**가나.**"),
        ("앞 ", "가나", " 뒤", "**가나**"),
        ("앞", "가나", "뒤", "**가나**"),
        ("앞 ", "가나.", "뒤", "<b>가나.</b>"),
        ("은", "‘가’", " 뒤", "<b>‘가’</b>"),
        ("", " 가 ", "", " **가** "),
        ("", "*가*", "", "**\\*가\\***"),
    ],
)
def test_bold_words_stay_bold(before: str, words: str, after: str, expected: str) -> None:
    assert bold(before, words, after) == expected
