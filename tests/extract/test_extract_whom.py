"""Whom a text means where it does not say it: titles, paragraphs, topics, 이 회사, posts."""

from collections.abc import Callable

import pytest
from short_form import parse

Says = Callable[[str], list[dict[str, str]]]

PAGE = "회사소개 > 다온코스 > 걸어온 길\n\n"
BLOG = "다온넷을 떠나며\n\n나는 다온넷을 좋아했다. 다온넷은 크고, 다온넷은 검색으로 컸다.\n\n"

TEXTS = (
    (PAGE + "2009.03  코스닥 상장", ["Listing 2009-03 company=다온코스 market=코스닥"]),
    (
        PAGE + "2013.04  ㈜푸른뮤직 인수",
        ["Acquisition 2013-04 acquirer=다온코스 target=푸른뮤직"],
    ),
    ("한국 배달 앱 계보\n\n2009.03  코스닥 상장", []),
    (
        BLOG + "새벽그룹은 호텔을 굴린다.\n\n2015년 3월 코스닥에 상장했다.",
        ["Listing 2015-03 company=다온넷 market=코스닥"],
    ),
    (
        "새벽그룹 연혁\n\n| 시기 | 회사 | 내용 |\n| 2009.03 | 새벽화재 | 코스닥 상장 |\n"
        "| 2010.05 | 〃 | ㈜푸른뮤직 인수 |\n",
        [
            "Listing 2009-03 company=새벽화재 market=코스닥",
            "Acquisition 2010-05 acquirer=새벽화재 target=푸른뮤직",
        ],
    ),
    (
        BLOG + "2016년에는 새벽그룹이 1조 원에 사들였다.",
        ["Acquisition 2016 acquirer=새벽그룹 target=다온넷 value=1000000000000 unit=KRW"],
    ),
    (
        "푸른뮤직은 바람넷이 2012년 4월 지분 51%를 사들였다.",
        ["Acquisition 2012-04 acquirer=바람넷 target=푸른뮤직 share=51"],
    ),
    (
        "푸른뮤직은 김가람 대표가 친구들과 뜻을 모아 2014년 3월에 세웠다.",
        [
            "Relation headOf subject=김가람 object=푸른뮤직 position=대표",
            "Founding 2014-03 company=푸른뮤직 founder=김가람",
        ],
    ),
    (
        "바람증권에서는 김가람 대표가 2019년 5월 물러났다.",
        ["Departure 2019-05 person=김가람 company=바람증권 position=대표"],
    ),
    (
        "다온증권은 어수선하다. 바람증권도 뒤숭숭하다. 김가람 사장은 2019년 5월 물러났다.",
        ["Departure 2019-05 person=김가람 company=바람증권 position=사장"],
    ),
    (
        "바람식품 새 대표에는 2019년 5월 이하늘 상무를 영입했다.",
        ["Appointment 2019-05 person=이하늘 company=바람식품 position=대표"],
    ),
    (
        "△ 바람에너지 = 2019년 5월 이하늘 고문은 물러났다.",
        ["Departure 2019-05 person=이하늘 company=바람에너지 position=고문"],
    ),
    (
        "다온증권은 조용하다.\n\n김가람은 2019년 5월 바람식품 회장직에서 물러났고, "
        "2019년 6월 박도윤 전무가 그 자리를 넘겨받았다.",
        [
            "Departure 2019-05 person=김가람 company=바람식품 position=회장",
            "Appointment 2019-06 person=박도윤 company=바람식품 position=전무",
        ],
    ),
    (
        BLOG + "로아테크. 2013년 5월 코스닥에 상장했다.",
        ["Listing 2013-05 company=로아테크 market=코스닥"],
    ),
    (
        "새벽전자는 2018년 3월 로아센스를 인수했고, 이 회사는 2020년 5월 코스닥에 상장했다.",
        [
            "Acquisition 2018-03 acquirer=새벽전자 target=로아센스",
            "Listing 2020-05 company=로아센스 market=코스닥",
        ],
    ),
)


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_whom(says: Says, text: str, expected: list[str]) -> None:
    assert says(text) == [parse(one) for one in expected]
