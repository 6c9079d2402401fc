"""Markdown as text: a line a paragraph, heading, item or row, and none of the marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents import read_bytes
from kg.documents.markdown import render

LINES = {
    "heading": ("## 연혁 ##", "## 연혁"),
    "underlined headings": ("연혁\n===\n2014년\n---", "# 연혁\n\n## 2014년"),
    "heading after text": ("앞\n# 연혁\n뒤", "앞\n\n# 연혁\n뒤"),
    "empty heading": ("#\n본문", "본문"),
    "paragraph": ("카카오는\n메신저를 냈다.\n\n둘째.", "카카오는 메신저를 냈다.\n\n둘째."),
    "hard breaks": ("첫 줄  \n둘째 줄\\\n셋째 줄", "첫 줄\n둘째 줄\n셋째 줄"),
    "items": ("- 하나\n* 둘\n+ 셋\n1. 넷\n2) 다섯", "• 하나\n• 둘\n• 셋\n• 넷\n• 다섯"),
    "items within items": ("- 하나\n  - 둘\n    이어서", "• 하나\n• 둘 이어서"),
    "tasks": ("- [x] 했다\n- [ ] 안 했다", "• 했다\n• 안 했다"),
    "a year is no item number": ("2014. 10. 31 출범", "2014. 10. 31 출범"),
    "quotes": ("> 인용\n> 둘째\n>> 셋째", "인용 둘째 셋째"),
    "table": (
        "| 연도 | 내용 |\n|:--|--:|\n| 2014 | **합병** |\n| | |",
        "연도 | 내용\n2014 | 합병",
    ),
    "table without outer lines": (
        "연도 | 내용\n--- | ---\n2014 | 합병",
        "연도 | 내용\n2014 | 합병",
    ),
    "a bar within a cell": (r"| a\|b | c |", "a|b | c"),
    "rules": ("앞\n\n***\n\n- - -\n\n뒤", "앞\n\n뒤"),
    "code is no text": ("앞\n```py\nx = 1\n~~~\n```\n뒤", "앞\n뒤"),
    "code to the end": ("앞\n~~~\nx", "앞"),
    "links": (
        "[이름](http://a.b/c_(d) '제목')과 [이름][1], <http://a.b>",
        "이름과 이름, http://a.b",
    ),
    "definitions": ("본문\n\n[1]: http://a.b", "본문"),
    "images": ("앞 ![로고](a.png) 뒤", "앞 뒤"),
    "footnote marks": ("출시했다.[^1]\n\n[^1]: 각주", "출시했다."),
    "emphasis": ("**굵게** __굵게__ *기울여* _기울여_", "굵게 굵게 기울여 기울여"),
    "no emphasis": ("snake_case_name 2*3*4 5 * 6", "snake_case_name 2*3*4 5 * 6"),
    "struck text is taken back": ("합병 ~~취소~~ 발표", "합병 발표"),
    "code in a line": ("`kg` 명령", "kg 명령"),
    "escapes": (r"\*별\* \[괄호\]", "*별* [괄호]"),
    "entities": ("A&amp;B &lt;C&gt;", "A&B <C>"),
    "tags": ("<b>굵게</b><br/>줄", "굵게 줄"),
    "comments": ("앞 <!-- 숨은\n\n말 --> 뒤", "앞 뒤"),
    "a comment without an end": ("앞\n<!-- 숨은 말", "앞"),
    "line ends": ("앞\r\n\r\n뒤\r끝", "앞\n\n뒤 끝"),
    "front matter of others": ("---\ntitle: x\n---\n본문", "본문"),
}


@pytest.mark.parametrize("case", LINES.values(), ids=LINES.keys())
def test_lines(case: tuple[str, str]) -> None:
    source, text = case
    assert render(source).text == text + "\n"


def test_the_first_heading_is_the_title_unless_the_header_gives_one() -> None:
    source = "## 개요\n# 카카오 *연혁*\n# 둘째\n"
    assert read_bytes(source.encode(), "a.md", ".md").header.title == "카카오 연혁"
    with_header = "+++\ntitle = '제목'\n+++\n" + source
    assert read_bytes(with_header.encode(), "a.md", ".md").header.title == "제목"


def test_the_header_stays_and_the_body_begins_after_it() -> None:
    header = "+++\nid = 'a'\n+++\n"
    document = read_bytes((header + "* 하나\n").encode(), "a.md", ".md")
    assert document.text == header + "• 하나\n"
    assert document.text[document.body :] == "• 하나\n"


@given(st.text(alphabet="가a 1.-*_#>|`~[]()!<>&;\\:=\n\t", max_size=60))
def test_any_text_is_some_markdown(source: str) -> None:
    text = render(source).text
    assert text == "" or text.endswith("\n")
    assert "\n\n\n" not in text
