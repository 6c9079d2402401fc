"""The header says where it is wrong, and holds nothing that is not understood."""

import pytest

from kg.errors import KgError
from kg.sparql.header import Header, Parameter, read_header, said

GOOD = """\
# a comment before
#+ title = {ko = "회사", en = "A company"}
#+ description = {en = "All of it"}
#+
#+ columns = ["property", "value"]
#+
#+ [params.company]
#+ type = "entity"
#+ help = {ko = "이름", en = "a name"}
#+
#+ [params.limit]
#+ type = "integer"
#+ default = 3
PREFIX e: <http://e/>
#+ not = the header
SELECT ?property ?value { }
"""


def test_all_of_it() -> None:
    header = read_header(GOOD, "q.rq")
    assert header.title == {"ko": "회사", "en": "A company"}
    assert header.columns == ("property", "value")
    assert header.params == (
        Parameter("company", "entity", {"ko": "이름", "en": "a name"}, None),
        Parameter("limit", "integer", {}, "3"),
    )
    assert header.parameter("limit") == header.params[1]
    assert header.parameter("other") is None


@pytest.mark.parametrize("text", ["", "SELECT * {}", "# no header\nASK {}"])
def test_none(text: str) -> None:
    assert read_header(text, "q.rq") == Header({}, {}, (), ())


def test_a_byte_order_mark_and_carriage_returns_are_no_matter() -> None:
    text = "\ufeff" + GOOD.replace("\n", "\r\n")
    assert read_header(text, "q.rq") == read_header(GOOD, "q.rq")


@pytest.mark.parametrize(
    ("texts", "language", "expected"),
    [
        ({"ko": "가", "en": "a"}, "ko", "가"),
        ({"en": "a"}, "ko", "a"),
        ({}, "en", ""),
    ],
)
def test_said(texts: dict[str, str], language: str, expected: str) -> None:
    assert said(texts, language) == expected


BAD = [
    ('#+ titel = "x"', "q.rq:1: unknown key 'titel' in the header (allowed: title, "),
    (
        '\n# c\n#+ title = {fr = "x"}',
        "q.rq:3: unknown key 'fr' in title in the header (allowed: ko",
    ),
    ('#+ title = "x"', "q.rq:1: title must be texts by language"),
    ('#+ columns = "x"', "q.rq:1: columns must be a list of names"),
    ('#+ columns = ["x", "x"]', "q.rq:1: columns names a column twice"),
    ("#+ [params.a]\n#+ type = 'text'", "q.rq:2: type of a must be one of iri, entity, date"),
    ("#+ [params.a]", "q.rq:1: type of a must be one of"),
    (
        "#+ [params.a]\n#+ type = 'iri'\n#+ [params.b]\n#+ type = 'iri'\n#+ defualt = 1",
        "q.rq:5: unknown key 'defualt' in params.b in the header (allowed: type, help, ",
    ),
    ("#+ [params.a]\n#+ type = 'iri'\n#+ default = 1.5", "q.rq:3: default of a must be a text"),
    ("#+ [params.a]\n#+ type = 'iri'\n#+ optional = 1", "q.rq:3: optional of a must be true"),
    (
        "#+ [params.a]\n#+ type = 'iri'\n#+ default = 'x'\n#+ optional = true",
        "q.rq:4: optional of a goes without a default",
    ),
    ("#+ params = 3", "q.rq:1: params must be tables"),
    ("#+ params.a = 3", "q.rq:1: a must be a table"),
    ("#+ [params.'a b']\n#+ type = 'iri'", "q.rq:1: a b is no name of a variable"),
    ("# c\n#+ title = {", "q.rq:2"),
    ('#+ columns = ["a"]\n#+ title = x', "q.rq:2:12: the header is not TOML: Invalid value"),
    ("#+ title = {}\n#+ title = {}", "q.rq:2: the header is not TOML: Cannot overwrite a value"),
]


@pytest.mark.parametrize(("text", "message"), BAD)
def test_bad_headers(text: str, message: str) -> None:
    with pytest.raises(KgError) as error:
        read_header(text + "\nSELECT * {}", "q.rq")
    assert str(error.value).startswith(message)
