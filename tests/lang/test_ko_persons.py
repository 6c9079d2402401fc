"""Names of persons that a document shows by a title, an age or 씨 beside them."""

import pytest

from kg.lang.ko.lines.text import read_lines
from kg.lang.ko.names.person_names import persons_of
from kg.model.document import Document


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("윤하담 대표는 말을 아꼈다.", {"윤하담"}),
        ("윤하담 다온넷 대표는 말을 아꼈다.", {"윤하담"}),
        ("윤하담 다온넷 유럽 대표", {"윤하담"}),
        ("윤하담 전 다온넷 대표", {"윤하담"}),
        ("다온넷 대표이사 윤하담", {"윤하담"}),
        ("초대 회장에 윤하담", {"윤하담"}),
        ("대표자: 윤하담", {"윤하담"}),
        ("윤하담(48) 다온넷 사장", {"윤하담"}),
        ("윤하담 씨는 떠났다.", {"윤하담"}),
        ("윤하담, 29세로 제2대 회장에 오르다", {"윤하담"}),
        ("마르첼 로시니 다온넷 최고경영자. 다온넷은 크다.", {"마르첼 로시니"}),
        ("마르첼 로시니가 사장에 올랐다.", {"마르첼 로시니"}),
        (
            "다온넷 최고경영자 마르첼 로시니는 떠났다. 로시니가 세운 곳이다.",
            {"마르첼 로시니", "로시니"},
        ),
        ("2019.3 자오웨이린 신임 대표 취임", {"자오웨이린"}),
        ("2019.3 윤하담, 뤼메이트 대표 취임", {"윤하담"}),
        ("물결 대표", set()),
        ("이사회 의장을 맡았다.", set()),
        ("글로벌 사업 대표", set()),
        ("한길 회장은 한길그룹의 회장이다.", set()),
        ("전문가 대표가 참석했다.", set()),
        ("인수하는 대표는 없다.", set()),
    ],
)
def test_which_names_are_persons(text: str, persons: set[str]) -> None:
    assert persons_of(read_lines(Document("a", text, ""))) == persons
