"""The header of a document: strictly read, and part of its text."""

import pytest

from kg.documents import read_bytes
from kg.documents.header import LONGEST, is_unclosed, split_header
from kg.errors import KgError
from kg.model.dates import PartialDate
from kg.model.document import Document, Header

BODY = "카카오는 2010년 3월 카카오톡을 출시했다.\n"


def test_all_keys() -> None:
    text = (
        '+++\nid = "kakao/2022"\ntitle = "카카오의 역사"\npublished = 2022-10-17\n'
        'source = "https://example.org/1"\nlanguage = "ko"\n+++\n'
    )
    document = read_bytes((text + BODY).encode(), "a.txt")
    assert document.header == Header(
        id="kakao/2022",
        title="카카오의 역사",
        published=PartialDate("2022-10-17"),
        source="https://example.org/1",
        language="ko",
    )
    assert document.text == text + BODY
    assert document.text[document.body :] == BODY
    assert document.key == "kakao/2022"


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ('"2014"', "2014"),
        ('"2014-10"', "2014-10"),
        ('"2014~"', "2014~"),
        ('"200X"', "200X"),
        ("2014-10-31", "2014-10-31"),
    ],
)
def test_published_at_any_precision(value: str, edtf: str) -> None:
    header, _ = split_header(f"+++\npublished = {value}\n+++\n", "a.txt")
    assert header.published == PartialDate(edtf)


@pytest.mark.parametrize(
    "text",
    ["+++\n+++\n", "+++  \n+++\t\n", "+++\r\ntitle = 'a'\r\n+++\r\n", "+++\n# nothing\n+++"],
)
def test_forms_of_the_fence(text: str) -> None:
    _, body = split_header(text, "a.txt")
    assert body == len(text)


@pytest.mark.parametrize(
    "text", ["", "가", " +++\nid = 1\n+++\n", "\n+++\n+++\n", "++++\na\n+++\n", "+++ a\n+++\n"]
)
def test_what_is_no_header(text: str) -> None:
    assert split_header(text, "a.txt") == (Header(), 0)


def test_the_first_closing_line_closes() -> None:
    text = "+++\ntitle = 'a'\n+++\n본문\n+++\n"
    assert split_header(text, "a.txt")[1] == text.index("본문")


ID_FORM = "a.txt:2:1: the header's id "
TITLE = "a.txt:2:1: the header's title "
BAD = {
    "unknown key": (
        "title = 'a'\nauthor = 'b'",
        "a.txt:3:1: the header has no key 'author' "
        "(allowed: id, title, published, source, language)",
    ),
    "unknown table": (
        "[kakao]\na = 1",
        "a.txt:2:1: the header has no key 'kakao' "
        "(allowed: id, title, published, source, language)",
    ),
    "no TOML": (
        "title = 'a'\nid: 1",
        "a.txt:3:3: the header is not TOML: "
        "Expected '=' after a key in a key/value pair",
    ),
    "unclosed string": ('title = """', "a.txt:2:1: the header is not TOML: Unterminated string"),
    "twice": ("id = 'a'\nid = 'b'", "a.txt:3:9: the header is not TOML: Cannot overwrite a value"),
    "nested": ("id = " + "[" * 5000, "a.txt:2:1: the header is not TOML: Nested too deeply"),
    "title is a number": ("title = 1", TITLE + "must be a text that is not blank"),
    "title is blank": ("title = ' '", TITLE + "must be a text that is not blank"),
    "title has a line break": (
        'title = "a\\nb"',
        TITLE + "must not hold control characters or line breaks",
    ),
    "language": (
        "language = '한국어'",
        "a.txt:2:1: the header's language is no language tag such as ko or en-GB: '한국어'",
    ),
    "published is text": (
        "published = '작년'",
        'a.txt:2:1: the header\'s published must be a date such as 2014-10-31, "2014-10" or "2014"',
    ),
    "published is no day": (
        "published = '2014-02-30'",
        'a.txt:2:1: the header\'s published must be a date such as 2014-10-31, "2014-10" or "2014"',
    ),
    "published has a time": (
        "published = 2014-10-31T10:00:00",
        'a.txt:2:1: the header\'s published must be a date such as 2014-10-31, "2014-10" or "2014"',
    ),
    "published is a number": (
        "published = 2014",
        'a.txt:2:1: the header\'s published must be a date such as 2014-10-31, "2014-10" or "2014"',
    ),
    "id leads up": ("id = 'a/../b'", ID_FORM + "must not hold the segments . or .."),
    "id is a dot": ("id = '.'", ID_FORM + "must not hold the segments . or .."),
    "id from the root": (
        "id = '/etc'",
        ID_FORM + "must not begin or end with a slash or have two together",
    ),
    "id with an empty segment": (
        "id = 'a//b'",
        ID_FORM + "must not begin or end with a slash or have two together",
    ),
    "id with a backslash": ("id = 'a\\b'", ID_FORM + "must not hold a backslash"),
    "id with blanks": ("id = ' a'", ID_FORM + "must not begin or end with blanks"),
    "id with a control character": (
        'id = "a\\u0007"',
        ID_FORM + "must not hold control characters or line breaks",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD.values(), ids=BAD.keys())
def test_headers_that_are_refused(case: tuple[str, str]) -> None:
    source, message = case
    with pytest.raises(KgError) as caught:
        split_header(f"+++\n{source}\n+++\n{BODY}", "a.txt")
    assert str(caught.value) == message
    assert (caught.value.slug, caught.value.exit_code) == ("bad-header", 2)


def test_a_header_without_an_end() -> None:
    with pytest.raises(KgError) as caught:
        split_header("+++\nid = 'a'\n", "a.txt")
    assert str(caught.value) == (
        "a.txt:1:1: the header has no end (close it by a line +++ of its own)"
    )


@pytest.mark.parametrize(
    "text",
    [
        "+++\n가온은 2009년에 설립되었다.\n",
        "+++\n",
        "+++",
        "+++\n\n++++\nkey = 1\n",
        "+++ \r\n가온\r\n",
    ],
)
def test_a_text_that_merely_begins_with_plus_signs_is_a_text(text: str) -> None:
    assert split_header(text, "a.txt") == (Header(), 0)
    assert is_unclosed(Document("a.txt", text, ""))


def test_a_header_that_is_closed_or_none_is_not_unclosed() -> None:
    closed = "+++\nid = 'a'\n+++\n가온\n"
    assert not is_unclosed(Document("a.txt", closed, "", body=split_header(closed, "a.txt")[1]))
    assert not is_unclosed(Document("a.txt", "가온\n+++\n", ""))


@pytest.mark.parametrize("key", ['"id"', "title", " published "])
def test_a_key_without_a_closing_line_is_a_forgotten_end(key: str) -> None:
    with pytest.raises(KgError, match="the header has no end"):
        split_header(f"+++\n\n{key} = 'a'\n가온은 회사다.\n", "a.txt")


def test_a_header_may_be_so_long_and_no_longer() -> None:
    longest = "#" * (LONGEST - 1) + "\n"
    assert split_header(f"+++\n{longest}+++\n", "a.txt")[1] == LONGEST + 8
    with pytest.raises(KgError, match=r"^a\.txt:1:1: the header is longer than 65,536 characters"):
        split_header(f"+++\n#{longest}+++\n", "a.txt")
