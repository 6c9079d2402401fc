"""What the lines of a company's chronology say: items, headings, arrows, commas, slashes."""

from collections.abc import Callable

import pytest
from short_form import parse

Says = Callable[[str], list[dict[str, str]]]

ITEMS = (
    (
        "2016년 1월, ㈜푸른뮤직 인수 완료",
        ["Acquisition 2016-01 acquirer=다온넷 target=푸른뮤직"],
    ),
    (
        "2014.10  ㈜새벽소프트와 ㈜하늘바다 합병 완료, 통합 법인 ㈜새벽하늘 출범",
        [
            "Merger 2014-10 participant=새벽소프트+하늘바다 result=새벽하늘",
            "Founding 2014-10 company=새벽하늘",
        ],
    ),
    (
        "2010.03  중국 톈진 법인 설립, 2016.02 청산",
        ["Founding 2010-03 company=중국 톈진 법인"],
    ),
    (
        "2017.05  다온게임즈 코스닥 상장",
        ["Listing 2017-05 company=다온게임즈 market=코스닥"],
    ),
    (
        "2012.04  결제 부문 분할, 다온결제 출범",
        ["SpinOff 2012-04 parent=다온넷 company=다온결제"],
    ),
    (
        "2005.11.14  최대주주 변경 : 누리철강 → 동방지주",
        ["Acquisition 2005-11-14 acquirer=동방지주 target=다온넷 seller=누리철강"],
    ),
    (
        "2003.03  주주총회에서 사명 변경의 건 의결 (㈜다온컴 → ㈜다온넷)",
        ["NameChange 2003-03 company=다온컴 old=다온컴 new=다온넷"],
    ),
    (
        "2018.03  주주총회에서 김하늘 대표이사 선임의 건 의결",
        ["Appointment 2018-03 announced person=김하늘 company=다온넷 position=대표이사"],
    ),
)


@pytest.mark.parametrize(("item", "said"), ITEMS, ids=[item for item, _ in ITEMS])
def test_an_item_says_its_events(says: Says, item: str, said: list[str]) -> None:
    found = says(f"다온넷 연혁\n\n2000.05  ㈜다온넷 설립\n{item}\n")
    wanted = [parse(short) for short in ("Founding 2000-05 company=다온넷", *said)]
    assert sorted(found, key=str) == sorted(wanted, key=str)


def test_an_item_without_a_date_has_that_of_the_heading_above(says: Says) -> None:
    found = says("다온넷 연혁\n\n2011년\n- 3월 본사를 수원으로 이전\n- ㈜푸른뮤직 인수\n")
    assert parse("Acquisition 2011 acquirer=다온넷 target=푸른뮤직") in found


def test_a_slash_parts_two_statements(says: Says) -> None:
    found = says("다온넷 연혁\n\n2011.04  '물결' 출시 / 메신저 '한입' 서비스 종료\n")
    assert {one["type"] for one in found} == {"Launch", "Discontinuation"}


def test_two_companies_with_their_own_clauses_have_their_own_dates(says: Says) -> None:
    found = says("1995년 2월에 세워진 ㈜다온넷과 2006년 12월에 문을 연 ㈜새벽소프트가 그 뿌리다.")
    assert [(one["company"], one["date"]) for one in found] == [
        ("다온넷", "1995-02"),
        ("새벽소프트", "2006-12"),
    ]


def test_what_is_said_along_with_an_announcement_does_not_swallow_it(says: Says) -> None:
    found = says("2014년 5월 다온넷과 새벽소프트는 힘을 모으겠다며 합병 계획을 발표했다.")
    assert [(one["type"], one["date"]) for one in found] == [("Merger", "2014-05")]


@pytest.mark.parametrize(
    "text",
    [
        "다온넷은 2007년 '국민 메일'이라는 별명을 얻었다.",
        "다온넷은 2007년 인터넷 동호회 열풍을 일으켰다.",
        "2007년 다온넷은 새벽소프트의 2대 주주가 되었다.",
    ],
)
def test_a_figure_of_speech_is_no_event(says: Says, text: str) -> None:
    assert says(text) == []


def test_amounts_in_a_row_have_each_their_date(says: Says) -> None:
    found = says(
        "다온톡은 다온넷의 메신저 서비스다. "
        "다온톡 가입자는 2010년 9월 100만 명, 2011년 4월 1,000만 명을 넘겼다."
    )
    stones = [one for one in found if one["type"] == "Milestone"]
    assert [(one["subject"], one["date"], one["value"]) for one in stones] == [
        ("다온톡", "2010-09", "1000000"),
        ("다온톡", "2011-04", "10000000"),
    ]
