"""Under which date an item of a chronology stands, in every layout that people write them in."""

from collections.abc import Callable

import pytest

Says = Callable[[str], list[dict[str, str]]]

WANTED = {
    ("Founding", "2003-04"),
    ("Listing", "2008-06"),
    ("Acquisition", "2008-09"),
    ("Acquisition", "2012"),
}
LAYOUTS = {
    "years as headings, months below": (
        "2003년\n 4월  ㈜다온넷 설립\n\n2008년\n 6월  다온넷 코스닥 상장\n"
        " 9월  다온넷, ㈜푸른뮤직 인수\n\n2012년\n 다온넷, ㈜새벽소프트 인수\n"
    ),
    "dates on a line of their own": (
        "2003.04\n㈜다온넷 설립\n2008.06\n다온넷 코스닥 상장\n2008.09\n다온넷, ㈜푸른뮤직 인수\n"
        "2012\n다온넷, ㈜새벽소프트 인수\n"
    ),
    "years and months on lines of their own": (
        "2003년\n  4월\n    ㈜다온넷 설립\n2008년\n  6월\n    다온넷 코스닥 상장\n  9월\n"
        "    다온넷, ㈜푸른뮤직 인수\n2012년\n    다온넷, ㈜새벽소프트 인수\n"
    ),
    "a table whose year is written once": (
        "연도 | 월 | 내용\n2003 | 04 | ㈜다온넷 설립\n2008 | 06 | 다온넷 코스닥 상장\n"
        " | 09 | 다온넷, ㈜푸른뮤직 인수\n2012 | | 다온넷, ㈜새벽소프트 인수\n"
    ),
    "eras in the first column": (
        "시대 | 때 | 내용\n창업기 | 2003년 4월 | ㈜다온넷 설립\n"
        "성장기 | 2008년 6월 | 다온넷 코스닥 상장\n | 2008년 9월 | 다온넷, ㈜푸른뮤직 인수\n"
        "도약기 | 2012년 | 다온넷, ㈜새벽소프트 인수\n"
    ),
    "short years, newest first": (
        "▶ '12 - 다온넷, ㈜새벽소프트 인수\n▶ '08.9 - 다온넷, ㈜푸른뮤직 인수\n"
        "▶ '08.6 - 다온넷 코스닥 상장\n▶ '03.4 - ㈜다온넷 설립\n"
    ),
    "several items in a line": (
        "2003.4 ㈜다온넷 설립 / 2008.6 다온넷 코스닥 상장 / 2008.9 다온넷, ㈜푸른뮤직 인수\n"
        "2012 다온넷, ㈜새벽소프트 인수\n2013 사옥 증축\n"
    ),
    "one line of marks": (
        "▷ 2003년 4월 ㈜다온넷 설립 ▷ 2008년 6월 다온넷 코스닥 상장 ▷ 2008년 9월 다온넷, "
        "㈜푸른뮤직 인수\n▷ 2012년 다온넷, ㈜새벽소프트 인수\n▷ 2013년 사옥 증축\n"
    ),
    "months in brackets at the end": (
        "2003\n─────\n· ㈜다온넷 설립 (4월)\n\n2008\n─────\n· 다온넷 코스닥 상장 (6월)\n"
        "· 다온넷, ㈜푸른뮤직 인수 (9월)\n\n2012\n─────\n· 다온넷, ㈜새벽소프트 인수\n"
    ),
    "ditto marks": (
        "2003 / 04 / ㈜다온넷 설립\n2008 / 06 / 다온넷 코스닥 상장\n"
        " 〃 / 09 / 다온넷, ㈜푸른뮤직 인수\n2012 / - / 다온넷, ㈜새벽소프트 인수\n"
    ),
    "months parted by slashes": (
        "2003 > 4월 ㈜다온넷 설립\n2008 > 6월 다온넷 코스닥 상장 / 9월 다온넷, ㈜푸른뮤직 인수\n"
        "2012 > 다온넷, ㈜새벽소프트 인수\n"
    ),
    "dates at the right": (
        "㈜다온넷 설립 ........ 2003.04\n다온넷 코스닥 상장 ........ 2008.06\n"
        "다온넷, ㈜푸른뮤직 인수    2008.09\n다온넷, ㈜새벽소프트 인수    2012\n"
    ),
    "headings of years and months": (
        "## 2003\n\n### 4월\n\n- ㈜다온넷 설립\n\n## 2008\n\n### 6월\n\n- 다온넷 코스닥 상장\n\n"
        "### 9월\n\n- 다온넷, ㈜푸른뮤직 인수\n\n## 2012\n\n- 다온넷, ㈜새벽소프트 인수\n"
    ),
    "years of two digits": (
        "📌 03년 4월 ㈜다온넷 설립\n📌 08년 6월 다온넷 코스닥 상장\n"
        "📌 08년 9월 다온넷, ㈜푸른뮤직 인수\n📌 2012년 다온넷, ㈜새벽소프트 인수\n"
    ),
    "English months": (
        "Apr 2003   ㈜다온넷 설립\nJun 2008   다온넷 코스닥 상장\n"
        "Sep 2008   다온넷, ㈜푸른뮤직 인수\n2012   다온넷, ㈜새벽소프트 인수\n"
    ),
    "months before their years": (
        "2000년대\n  4월 (2003)  ㈜다온넷 설립\n  6월 (2008)  다온넷 코스닥 상장\n"
        "  9월 (2008)  다온넷, ㈜푸른뮤직 인수\n\n2012  다온넷, ㈜새벽소프트 인수\n"
    ),
    "columns by tabs": (
        "2003\t04\t㈜다온넷 설립\n2008\t06\t다온넷 코스닥 상장\n"
        "2008\t09\t다온넷, ㈜푸른뮤직 인수\n2012\t다온넷, ㈜새벽소프트 인수\n"
    ),
    "a row of arrows": (
        "㈜다온넷 설립(2003년 4월) → 다온넷 코스닥 상장(2008년 6월) → 다온넷, ㈜푸른뮤직 인수"
        "(2008.9) → 다온넷, ㈜새벽소프트 인수(2012)\n"
    ),
    "months in brackets within a line": (
        "2003 : ㈜다온넷 설립(4월)\n2008 : 다온넷 코스닥 상장(6월), 다온넷, ㈜푸른뮤직 인수(9월)\n"
        "2012 : 다온넷, ㈜새벽소프트 인수\n"
    ),
    "cells with breaks": (
        "| 2003 | 4월 ㈜다온넷 설립 |\n| 2008 | 6월 다온넷 코스닥 상장<br>9월 다온넷"
        ", ㈜푸른뮤직 인수 |\n| 2012 | 다온넷, ㈜새벽소프트 인수 |\n"
    ),
    "signs of all kinds": (
        "▣ 2003\n  4월  ㈜다온넷 설립\n▣ 2008\n  6월  다온넷 코스닥 상장\n"
        "  9월  다온넷, ㈜푸른뮤직 인수\n▣ 2012\n  다온넷, ㈜새벽소프트 인수\n"
    ),
    "eras above": (
        "2003 ~ 2009  씨를 뿌리다\n2003. 04  ㈜다온넷 설립\n2008. 06  다온넷 코스닥 상장\n"
        "2008. 09  다온넷, ㈜푸른뮤직 인수\n\n2010 ~ 현재  가지를 뻗다\n"
        "2012  다온넷, ㈜새벽소프트 인수\n"
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_item_has_the_date_that_the_layout_gives(says: Says, layout: str) -> None:
    found = says("다온넷 연혁\n\n" + LAYOUTS[layout])
    assert {(one["type"], one["date"]) for one in found if one["type"] != "Relation"} == WANTED


def test_two_numbers_below_a_year_are_a_day(says: Says) -> None:
    found = says(
        "다온넷 연혁\n\n2018년\n07.05 ㈜다온넷 설립\n2023년\n02.20 다온넷, ㈜푸른뮤직 인수\n"
    )
    assert [one["date"] for one in found] == ["2018-07-05", "2023-02-20"]


def test_a_note_below_a_list_has_no_date_of_it(says: Says) -> None:
    found = says(
        "다온넷 연혁\n\n2003.04  ㈜다온넷 설립\n2008.06  다온넷 코스닥 상장\n2009.01  사옥 증축\n\n"
        "※ 다온넷은 ㈜푸른뮤직을 인수했다.\n"
    )
    assert [one.get("date") for one in found if one["type"] == "Acquisition"] == [None]


def test_the_day_of_a_page_dates_no_paragraph_below(says: Says) -> None:
    found = says("다온넷 이야기\n2019. 3. 4.\n\n다온넷은 ㈜푸른뮤직을 인수했다.\n")
    assert [one.get("date") for one in found] == [None]


def test_a_paragraph_is_not_the_item_of_the_date_that_it_starts_with(says: Says) -> None:
    found = says(
        "다온넷 이야기\n\n2003년 4월, 다온넷이 문을 열었다.\n"
        "2008년 6월 다온넷은 코스닥에 상장했다.\n"
        "2009년 1월 다온넷은 사옥을 넓혔다.\n다온넷은 ㈜푸른뮤직을 인수했다.\n"
    )
    assert [one.get("date") for one in found if one["type"] == "Acquisition"] == [None]
