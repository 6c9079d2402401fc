"""What the box of a page says: a label and its value a line, in every form of it."""

from collections.abc import Callable

import pytest
from short_form import parse

Says = Callable[[str], list[dict[str, str]]]

BOXES = (
    ("설립일: 1995. 9. 22.", "Founding 1995-09-22 company=다온넷"),
    ("| 창립 | 1993년 12월 |", "Founding 1993-12 company=다온넷"),
    ("| 창립 = 1945년", "Founding 1945 company=다온넷"),
    ("설립자  김하늘", "Founding company=다온넷 founder=김하늘"),
    ("모회사: 새벽미디어", "Relation subsidiaryOf subject=다온넷 object=새벽미디어"),
    ("자회사: 물결소프트(부산)", "Relation subsidiaryOf subject=물결소프트 object=다온넷"),
    ("| 대표 | 김하늘 |", "Relation headOf subject=김하늘 object=다온넷 position=대표"),
    (
        "주요 인물: 김하늘(대표이사)",
        "Relation headOf subject=김하늘 object=다온넷 position=대표이사",
    ),
    (
        "자회사: 물결주식회사부산",
        "Relation subsidiaryOf subject=물결주식회사부산 object=다온넷",
    ),
    ("| 전신 = 다온컴", "Relation formerName subject=다온넷 object=다온컴"),
    ("모기업 | 새벽미디어", "Relation subsidiaryOf subject=다온넷 object=새벽미디어"),
    ("| 대표 || 김하늘", "Relation headOf subject=김하늘 object=다온넷 position=대표"),
    ("대표이사  | 김하늘", "Relation headOf subject=김하늘 object=다온넷 position=대표이사"),
    ("모회사: 새벽미디어 외", "Relation subsidiaryOf subject=다온넷 object=새벽미디어"),
    ("전신 다온컴", "Relation formerName subject=다온넷 object=다온컴"),
    ("회사명: 다온넷 주식회사 (구: 다온컴)", "Relation formerName subject=다온넷 object=다온컴"),
    ("주요제품: 물결", "Relation operates subject=다온넷 object=물결"),
    ("상장: 코스닥(2000년 9월)", "Listing 2000-09 company=다온넷 market=코스닥"),
)


@pytest.mark.parametrize(("line", "said"), BOXES, ids=[line for line, _ in BOXES])
def test_a_line_of_a_box_says_its_fact(says: Says, line: str, said: str) -> None:
    assert parse(said) in says(f"다온넷\n\n{line}\n\n다온넷은 서울에 있는 회사이다.\n")


@pytest.mark.parametrize(
    "line",
    [
        "| 대표 레이블 | 물결, 새벽 |",
        "대표 번호: 1544-0000",
        "설립일: 미상",
        "| 대표 | 재임 기간 |",
        "자회사 설립",
        "회사명: 다온넷 주식회사",
        "마지막 회장  김하늘",
        "설립: 다온넷이 2001년 세운 것이 아니라고 한다.",
    ],
)
def test_another_label_says_none(says: Says, line: str) -> None:
    assert says(f"다온넷\n\n{line}\n\n다온넷은 서울에 있는 회사이다.\n") == []
