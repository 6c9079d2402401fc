"""The date at the head of a line: how chronologies write it, and what only looks like one."""

import pytest

from kg.lang.ko.dates.leads import lead

LEADS = (
    ("2014. 03 새벽소프트 설립", (2014, 3, None), "새벽소프트 설립"),
    ("2018  | 10  사무실 이전", (2018, 10, None), "사무실 이전"),
    ("      | 03  단독대표 체제", (None, 3, None), "단독대표 체제"),
    ("'98 새벽소프트 창업", (1998, None, None), "새벽소프트 창업"),
    ("▶ '08.6 - 첫 게임", (2008, 6, None), "첫 게임"),
    ("(4) 2000년 4월 1일 분사", (2000, 4, 1), "분사"),
    ("2009 > 1월 16일 코스닥 상장", (2009, 1, 16), "코스닥 상장"),
    ("- 1952. 10. 9 - 창립", (1952, 10, 9), "창립"),
    ("2008 / 06 / 새벽소프트 설립", (2008, 6, None), "새벽소프트 설립"),
    ("2017년 3월 1일(수) 합병", (2017, 3, 1), "합병"),
    ("2003.04.01(화) 설립", (2003, 4, 1), "설립"),
    ("📌 03년 4월 설립", (2003, 4, None), "설립"),
    ("▲1954년 6월 9일=창간", (1954, 6, 9), "창간"),
    ("2016.8.5G 상용화", (2016, 8, None), "5G 상용화"),
    ("2000. 하반기 보조금 폐지", (2000, None, None), "보조금 폐지"),
    ("2008.1~9 파업", (2008, None, None), "파업"),
    ("2011년 7~8월 사이 합병", (2011, None, None), "합병"),
    ("2001~2007 법정관리", (None, None, None), "법정관리"),
    ('" / 11 / 첫 배급작 개봉', (None, 11, None), "첫 배급작 개봉"),
    ("10월 | 제주 법인 설립", (None, 10, None), "제주 법인 설립"),
    ("Apr 2012   앱 출시", (2012, 4, None), "앱 출시"),
    ("2012. Sept. 앱 출시", (2012, 9, None), "앱 출시"),
    ("May - 앱 출시", (None, 5, None), "앱 출시"),
    ("  4월 (1993)  앱 출시", (1993, 4, None), "앱 출시"),
    ("- 04/1993: 앱 출시", (1993, 4, None), "앱 출시"),
    ("19930412 앱 출시", (1993, 4, 12), "앱 출시"),
    ("1993_04 앱 출시", (1993, 4, None), "앱 출시"),
    ("▣ 1993년 4월 앱 출시", (1993, 4, None), "앱 출시"),
    ("  10  개발 자회사 설립", (None, 10, None), "개발 자회사 설립"),
)


@pytest.mark.parametrize(("line", "numbers", "rest"), LEADS, ids=[row[0] for row in LEADS])
def test_a_line_starts_with_a_date(line: str, numbers: tuple[int | None, ...], rest: str) -> None:
    found = lead(line, below_year=True, listed=True)
    assert found is not None
    assert (found.year, found.month, found.day) == numbers
    assert line[found.end :] == rest


@pytest.mark.parametrize(
    "line",
    [
        "2014년 3월에 새벽소프트를 인수했다",
        "1995년에는 사정이 달랐다",
        "2014년의 일이다",
        "3 대 통신사",
        "10% 인수",
        "'12 몽키즈' 개봉",
        "2005년 3월부터 판매",
        "10 개 점포",
        "Mayflower 인수",
    ],
)
def test_what_goes_on_as_a_sentence_is_no_lead(line: str) -> None:
    assert lead(line, below_year=True, listed=True) is None


def test_a_month_needs_a_year_above() -> None:
    assert lead("3월 | 본사 이전", below_year=False, listed=True) is None


def test_a_ditto_mark_is_the_date_above() -> None:
    found = lead("   〃  새벽상사 인수", below_year=True, listed=True)
    assert found is not None
    assert found.ditto


def test_two_numbers_are_a_year_and_a_month_where_the_page_has_them_so() -> None:
    found = lead("03/04 설립", below_year=True, listed=True, pairs="month")
    assert found is not None
    assert (found.year, found.month) == (2003, 4)
    assert lead("03/04 설립", below_year=True, listed=True) != found
