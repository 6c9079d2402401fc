"""Whose history a list of dated lines tells, by what stands above it."""

import pytest

from kg.lang.ko.names.chronicle_titles import chronicled

TITLES = (
    (["ABOUT NURION", "누리온은 지도를 만듭니다."], "누리온"),
    (["누리온 스무 해, 이렇게 자랐다"], "누리온"),
    (["[기업 연표] 누리온, 구멍가게에서 세계로"], "누리온"),
    (["Velora 연대기 (2012~2021)"], "Velora"),
    (["<누리온> 연표 — 위키 초안"], "누리온"),
    (["누리온이라는 회사의 짧은 역사"], "누리온"),
    (["누리온 그룹 30년 — 창고에서 코스닥까지"], "누리온 그룹"),
    (["연혁", "주식회사 셈틀"], "셈틀"),
    (["연월 | 사건"], None),
    (["주요 사고 일지", "집계 기준: 누리온 작성"], None),
)


@pytest.mark.parametrize(("lines", "name"), TITLES)
def test_chronicled(lines: list[str], name: str | None) -> None:
    assert chronicled(lines, "\n".join(lines)) == name
