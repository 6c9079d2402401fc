"""Whose page it is, as its title says."""

import pytest

from kg.lang.ko.lines.titles import bearer, defined

BEARERS = (
    (["다온넷 주요 연혁표"], "다온넷"),
    (["[자료] 다온생명 주요 연혁 (회사 제공, 2019년 기준)"], "다온생명"),
    (["홈 > 은행소개 > 다온뱅크가 걸어온 길"], "다온뱅크"),
    (["다온제약 | About Us | History"], "다온제약"),
    (["다온IPS : 회사소개 > 연혁"], "다온IPS"),
    (["주식회사 다온 | 회사 개요 | 연혁 | CI | 오시는 길"], "다온"),
    (["D&H HISTORY"], "D&H"),
    (["다온 DAON - 우리가 지나온 길"], "다온"),
    (["별빛통신 8년 - 다온통신 약사(略史)"], "다온통신"),
    (["다온백화점그룹 지배구조 개편 일지 (최신순)"], "다온백화점그룹"),
    (["숫자와 사건으로 보는 다온일보"], "다온일보"),
    (["도메인 한 줄에서 여기까지, (주)다온아의 발자취입니다."], "다온아"),
    (["회사소개 ▸ 걸어온 길", "다온코스는 합리적인 아름다움을 믿습니다."], "다온코스"),
    (["= 다온조선 ="], "다온조선"),
    (["== 다온넷 ==", "=== 역사 ==="], "다온넷"),
    (["== 역사 ==", "2004년 설립"], None),
    (["다온코(Daonco)"], "다온코"),
    (["다온 130년을 한 장으로", "1891년 다온이 태어나다."], "다온"),
    (["한국 오픈마켓 계보", "2001년 다온옥션 개장"], None),
    (["<표> 반도체 사업장 주요 사고 일지"], None),
    (["우리 물류의 맏형, 94년의 발자국"], None),
    (["다온 타던 남자의 넋두리", "다온을 샀다."], None),
    (["가계부 앱은 왜 유전자를 팔게 됐나"], None),
)


@pytest.mark.parametrize(("lines", "name"), BEARERS)
def test_bearer(lines: list[str], name: str | None) -> None:
    assert bearer(lines, "\n".join(lines)) == name


def test_defined() -> None:
    assert defined("다온(독일어: Daon AG)는 독일에 본사를 둔 전자결제 기업이다. 크다.") == "다온"
    assert defined("다온을 기억하는 사람은 대개 회사원이다.") is None
    assert defined("그때 강남에는 회사가 우후죽순이었다.") is None
