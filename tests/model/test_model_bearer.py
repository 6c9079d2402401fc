"""Which of several bearers a name means."""

import pytest

from kg.model.bearer import Bearer, Days, preference


def _bearer(iri: str, kind: str = "legal", since: str = "", until: str = "") -> Bearer:
    return Bearer(iri, "가람", kind, since, until, not iri.startswith("service"))


OLD = _bearer("company/old", since="2006-01-01", until="2014-10-01")
NEW = _bearer("company/new", since="2015-09-01")
NICKNAME = _bearer("company/nickname", kind="alternate", since="2020-01-01")
SERVICE = _bearer("service/a", since="2022-01-01")


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (None, NEW),
        (("2012-01-01", "2012-12-31"), OLD),
        (("2014-09-30", "2014-10-31"), OLD),
        (("2015-01-01", "2015-12-31"), NEW),
        (("2016-01-01", "2016-01-01"), NEW),
    ],
)
def test_the_first_in_the_order_of_preference(days: Days | None, first: Bearer) -> None:
    bearers = [OLD, NEW, SERVICE]
    for order in (bearers, bearers[::-1]):
        assert min(order, key=lambda one: preference(one, days)) is first


def test_a_name_of_its_own_comes_before_a_nickname() -> None:
    assert min([NICKNAME, NEW], key=lambda one: preference(one, None)) is NEW
