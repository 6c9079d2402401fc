"""The date of a clause: its own, one that it modifies, or of the clause that it goes on from."""

from collections.abc import Callable

import pytest

Says = Callable[[str], list[dict[str, str]]]

DATED = (
    ("다온전자가 새벽소프트를 인수한 1998년 2월은 외환위기 때였다.", "Acquisition", "1998-02"),
    ("다온전자가 새벽소프트를 인수한 해가 1998년인데, 값은 쌌다.", "Acquisition", "1998"),
    ("다온전자가 코스닥에 상장한 때는 2012년 5월이다.", "Listing", "2012-05"),
    ("김하늘이 다온전자를 차린 이듬해인 1995년 12월, 첫 공장이 돌아갔다.", "Founding", "1994"),
    (
        "회장이 2001년 2월 세상을 등지자 김하늘이 다온전자 회장에 취임했다.",
        "Appointment",
        "2001-02",
    ),
    ("2009년 5월 배터리 사업을 키우려고 세워진 다온배터리가 흑자를 냈다.", "Founding", "2009-05"),
    ("2011년 3월 한강그룹이 들고 있던 새벽소프트를 다온전자가 인수했다.", "Acquisition", "2011-03"),
    ("새벽의 시작은 1957년 6월, 함경도에서 온 김하늘이 세운 다온시멘트다.", "Founding", "1957-06"),
    ("2010년 2월, 다온전자가 새벽소프트를 인수했다는 소식이 들렸다.", "Acquisition", "2010-02"),
    ("새벽뱅크가 코스닥에 상장하던 2021년 8월 6일에는 비가 왔다.", "Listing", "2021-08-06"),
)


@pytest.mark.parametrize(("text", "kind", "date"), DATED, ids=[row[0] for row in DATED])
def test_a_clause_has_its_date(says: Says, text: str, kind: str, date: str) -> None:
    assert [one.get("date") for one in says(text) if one["type"] == kind] == [date]


UNDATED = (
    (
        "다온전자는 2020년 3월 새벽소프트를 인수했고 나중에 이름을 '다온로직스'로 바꿨다.",
        "NameChange",
    ),
    ("다온전자는 2020년 3월 공장을 열었고 훗날 새벽소프트를 인수했다.", "Acquisition"),
)


@pytest.mark.parametrize(("text", "kind"), UNDATED, ids=[row[0] for row in UNDATED])
def test_what_came_later_has_no_date_of_what_was_before(says: Says, text: str, kind: str) -> None:
    assert [one.get("date") for one in says(text) if one["type"] == kind] == [None]


def test_a_date_in_brackets_that_say_more_is_of_what_they_say(says: Says) -> None:
    found = says(
        "다온넷 연혁\n\n2015\n- 송금 서비스 '물결' 출시 (2017년 종료)\n\n2018\n- 사옥 증축\n"
    )
    assert [one["date"] for one in found if one["type"] == "Launch"] == ["2015"]


def test_a_day_alone_is_of_the_month_of_the_story(says: Says) -> None:
    found = says(
        "입력 2024.12.03 10:12\n\n새벽전자는 지난달 27일 새 공장을 열었다.\n\n"
        "다온화학은 2일 서울에서 이사회를 열어 새벽소프트를 인수하기로 했다.\n"
    )
    assert [one["date"] for one in found if one["type"] == "Acquisition"] == ["2024-12-02"]


def test_the_eve_is_reckoned_from_the_day_before_it(says: Says) -> None:
    found = says("입력 2023.02.03 10:12\n\n다온넷은 3일 새벽소프트를 전날 인수했다고 밝혔다.\n")
    assert [one["date"] for one in found] == ["2023-02-02"]


def test_a_month_in_a_new_paragraph_of_a_story_is_of_its_year(says: Says) -> None:
    found = says(
        "입력 2022.02.15 10:12\n\n다온넷은 지난해 9월 사옥을 늘렸다.\n\n"
        "새벽소프트도 4월 1일 새벽클라우드를 세우기로 했다.\n"
    )
    assert [one["date"] for one in found if one["type"] == "Founding"] == ["2022-04-01"]


def test_then_is_the_time_just_told(says: Says) -> None:
    found = says("다온넷은 2003년 5월 흑자를 냈다. 이때 다온넷이 새벽소프트를 인수했다.")
    assert [one["date"] for one in found if one["type"] == "Acquisition"] == ["2003-05"]


def test_a_headline_adds_nothing_that_the_text_below_tells(says: Says) -> None:
    found = says(
        "새벽이 품은 '바다 아빠'\n\n입력 2022.02.15 10:12\n\n"
        "새벽전자는 15일 다온로봇을 인수했다고 밝혔다.\n"
    )
    assert [one["target"] for one in found if one["type"] == "Acquisition"] == ["다온로봇"]


def test_what_goes_on_to_a_cleft_clause_without_a_date_has_none(says: Says) -> None:
    found = says("다온전자가 새벽소프트를 인수해 물결소프트를 설립한 것은 놀랍다.")
    assert {one.get("date") for one in found} <= {None}
