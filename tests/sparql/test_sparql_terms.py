"""Values of parameters as SPARQL terms."""

import pytest

from kg.errors import KgError
from kg.sparql import terms

X = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("make", "value", "expected"),
    [
        (terms.iri, "https://e/카카오", "<https://e/카카오>"),
        (terms.iri, "<urn:x:1>", "<urn:x:1>"),
        (terms.integer, "007", f'"007"^^<{X}integer>'),
        (terms.integer, "+5", f'"5"^^<{X}integer>'),
        (terms.integer, "-5", f'"-5"^^<{X}integer>'),
        (terms.date, "2016-02-29", f'"2016-02-29"^^<{X}date>'),
        (terms.period, "2014", '"2014"'),
        (terms.period, "2014-10", '"2014-10"'),
        (terms.period, "2016-02-29", '"2016-02-29"'),
        (terms.string, 'a"\n', '"a\\"\\n"'),
    ],
)
def test_terms(make: object, value: str, expected: str) -> None:
    assert make(value) == expected  # type: ignore[operator]


@pytest.mark.parametrize(
    ("make", "value"),
    [
        (terms.iri, "카카오"),
        (terms.iri, "http://e/a b"),
        (terms.iri, "http://e/>"),
        (terms.iri, "http://e/\udc80"),
        (terms.iri, ""),
        (terms.integer, "1.5"),
        (terms.integer, "٣"),
        (terms.integer, ""),
        (terms.date, "2014"),
        (terms.date, "2014-10"),
        (terms.date, "2015-02-29"),
        (terms.date, "1900-02-29"),
        (terms.date, "2014-13-01"),
        (terms.date, "0000-01-01"),
        (terms.date, "２０１４-10-01"),
        (terms.period, "14"),
        (terms.period, ""),
        (terms.period, "2014-13"),
        (terms.period, "2015-02-29"),
        (terms.period, "0000"),
        (terms.period, "2014-10-31T00:00"),
        (terms.period, "200X"),
        (terms.string, "\udcff"),
    ],
)
def test_bad_values(make: object, value: str) -> None:
    with pytest.raises(KgError) as error:
        make(value)  # type: ignore[operator]
    assert error.value.slug == "bad-value"
