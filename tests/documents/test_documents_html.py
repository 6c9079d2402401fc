"""HTML as text: what a reader of the page reads, a line a block."""

import html
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents import read_bytes
from kg.documents.html import render
from kg.documents.html_tokens import Tag, tokens
from kg.model.dates import PartialDate

LINES = {
    "paragraphs": ("<p>첫\n 문단<p>둘째 <b>문</b>단", "첫 문단\n둘째 문단"),
    "headings": ("<h1>카카오</h1><p>소개</p><h2>연<br>혁</h2>", "# 카카오\n소개\n\n## 연 혁"),
    "line breaks": ("2014년<br>2015년<br/>2016년", "2014년\n2015년\n2016년"),
    "items": ("<ul><li>하나<li>둘<ul><li>셋</ul><li><p>넷</p></ul>", "• 하나\n• 둘\n• 셋\n• 넷"),
    "an item of two paragraphs": ("<li><p>하나<p>둘</li>", "• 하나\n둘"),
    "definitions": ("<dl><dt>2014<dd>합병<dd>출범<dt>2015</dl>", "2014\n• 합병\n• 출범\n2015"),
    "table": (
        "<table><caption>연혁</caption><tr><th>연도<th>내용<tr><td>2014<td>합병<br>출범</table>",
        "연혁\n연도 | 내용\n2014 | 합병, 출범",
    ),
    "a list in a cell": (
        "<table><tr><td>전신<td><ul><li>가</li><li>나</li></ul></table>",
        "전신 | 가, 나",
    ),
    "an empty row": ("<table><tr><td> <td></tr><tr><td>가<td></tr></table>", "가 |"),
    "a table in a cell": (
        "<table><tr><td>밖<td><table><tr><td>안<td>쪽</table></table>",
        "안 | 쪽\n밖 |",
    ),
    "cells without a row": ("<td>가</td><td>나</td>", "가\n나"),
    "a heading in a cell": ("<table><tr><td><h2>가</h2><td>나</table>", "가 | 나"),
    "preformatted": ("<pre>첫 줄\n  둘째   줄</pre>", "첫 줄\n둘째 줄"),
    "character references": ("A&amp;B&nbsp;&#45796; &lt;p&gt;", "A&B 다 <p>"),
    "programs": ("앞<script>var a = '<p>x';</script><style>p{}</style>뒤", "앞뒤"),
    "menus": ("<nav>차림</nav><p>본문</p><footer>저작권</footer><aside>광고</aside>", "본문"),
    "unclosed within a menu": ("<nav><ul><li>차림</nav><p>본문", "본문"),
    "hidden": (
        "<p hidden>가<p aria-hidden=true>나<p style='display: none'>다<p role=navigation>라<p>마",
        "마",
    ),
    "struck text is taken back": ("합병 <del>취소</del>발표", "합병 발표"),
    "a footnote mark": ("<p>출시했다.<sup class='x reference'>[1]</sup></p>", "출시했다."),
    "readings of Chinese characters": ("<ruby>漢<rt>한</rt></ruby>城", "漢城"),
    "comments": ("앞<!-- 숨은 <p> 말 -->뒤<!doctype html><![if x]><?xml?>", "앞뒤"),
    "what is no tag": ("1 < 2 <3> a<b", "1 < 2 <3> a"),
    "unknown end tags": ("<p>가</b></div></p>나", "가\n나"),
    "the main part": ("<p>머리<main><p>본문</main><p>꼬리", "본문"),
    "the main part by role": ("<p>머리<div role=main><h2>가</h2><p>본문</div>", "## 가\n본문"),
    "an empty main part": ("<p>머리<main></main>", "머리"),
}


@pytest.mark.parametrize("case", LINES.values(), ids=LINES.keys())
def test_lines(case: tuple[str, str]) -> None:
    source, text = case
    assert render(source).text == text + "\n"


HEAD = (
    "<html lang=ko><title> 카카오\n연혁 </title><link rel=canonical href='https://example.org/1'>"
    "<meta property='article:published_time' content='2014-10-31T09:00:00+09:00'>"
    "<meta name=dc.date content='2020-01-01'><body><svg><title>그림</title></svg>본문"
)


def test_what_the_head_says() -> None:
    document = read_bytes(HEAD.encode(), "a.html", ".html")
    assert document.text == "본문\n"
    header = document.header
    assert header.title == "카카오 연혁"
    assert header.source == "https://example.org/1"
    assert header.published == PartialDate("2014-10-31")
    assert header.language == "ko"
    assert header.id is None


def test_the_header_wins_over_the_head() -> None:
    header = "+++\npublished = '2015'\nlanguage = 'en'\n+++\n"
    document = read_bytes((header + HEAD).encode(), "a.html", ".html")
    assert document.header.published == PartialDate("2015")
    assert document.header.language == "en"
    assert document.header.title == "카카오 연혁"
    assert document.text == header + "본문\n"


@pytest.mark.parametrize(
    "head",
    [
        "<meta name=date content=2014-10-31>",
        "<meta name=dc.date content='31.10.2014'>",
        "<meta name=dc.date content=2014-02-30>",
        "<html lang='ko kr'><link rel=canonical><title></title>",
    ],
)
def test_a_head_that_says_nothing(head: str) -> None:
    rendered = render(head + "<p>본문")
    assert (rendered.published, rendered.language, rendered.source, rendered.title) == (None,) * 4


def test_tags_and_their_attributes() -> None:
    page = '<A HREF=x class=\'a "b"\' Title="c>d" hidden href=y / =z>가</A ><b/>'
    assert list(tokens(page)) == [
        Tag("a", False, {"href": "x", "class": 'a "b"', "title": "c>d", "hidden": "", "z": ""}),
        "가",
        Tag("a", True),
        Tag("b"),
    ]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("가<!-- 나", ["가"]),
        ("가<!-->나", ["가", "나"]),
        ("가<p class='나", ["가"]),
        ("<script>가", [Tag("script")]),
        ("<title>A&amp;B</TITLE >", [Tag("title"), "A&B", Tag("title", True)]),
        ("</3>가", ["가"]),
        ("가<", ["가<"]),
        ("", []),
    ],
)
def test_what_is_never_closed(page: str, expected: list[Tag | str]) -> None:
    assert list(tokens(page)) == expected


def test_nesting_deeper_than_is_kept_track_of_is_still_text() -> None:
    depth = 20_000
    text = render("<div>" * depth + "깊은 곳" + "</div>" * depth + "<p>뒤").text
    assert text == "깊은 곳\n뒤\n"


class Reference(HTMLParser):
    """The standard library's reading of simple pages."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.tokens: list[tuple[str, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tokens.append(("start", tag, *(f"{k}={v or ''}" for k, v in dict(attrs).items())))

    def handle_endtag(self, tag: str) -> None:
        self.tokens.append(("end", tag))


NAMES = st.sampled_from(["p", "div", "b", "td", "h2"])
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["class", "id", "data-x"]), st.text("가a1 &<>='/", max_size=6), max_size=3
)


def start_tag(name: str, attributes: dict[str, str]) -> str:
    written = (f' {key}="{html.escape(value)}"' for key, value in attributes.items())
    return f"<{name}{''.join(written)}>"


PIECES = st.one_of(
    st.text("가a 1.", max_size=5),
    NAMES.map(lambda name: f"</{name}>"),
    st.builds(start_tag, NAMES, ATTRIBUTES),
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_well_formed_tags_are_read_as_the_standard_library_reads_them(page: str) -> None:
    reference = Reference()
    reference.feed(page)
    reference.close()
    ours = [
        ("end", token.name)
        if token.closing
        else ("start", token.name, *(f"{k}={v}" for k, v in token.attributes.items()))
        for token in tokens(page)
        if isinstance(token, Tag)
    ]
    assert ours == reference.tokens


TAGS = (
    "<p> </p> <li> <ul> </ul> <td> <tr> <table> </table> <nav> </nav> <h2> </h2> <br> <pre> <main>"
)


@given(
    st.lists(
        st.one_of(
            st.sampled_from([*TAGS.split(), "</main>", "<b hidden>", "\n"]),
            st.text("가<>&\"'=/ ", max_size=4),
        ),
        max_size=30,
    ).map("".join)
)
def test_any_text_is_some_page(page: str) -> None:
    text = render(page).text
    assert text == "" or text.endswith("\n")
    assert "\n\n\n" not in text
