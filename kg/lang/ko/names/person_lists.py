"""Persons named together: 김가람·이나래·박도윤 공동 창업, 김가람과 이나래 부부."""

import re
from collections.abc import Callable, Iterator

_NAME = r"[가-힣]{3}"
_JOIN = r"(?:, ?|·|와 |과 |, 그리고 )"
_TOGETHER = re.compile(
    rf"(?<![가-힣A-Za-z0-9])(?P<all>{_NAME}(?:{_JOIN}{_NAME})+)"
    r"(?=(?:(?:이|가|은|는|의)? ?[가-힣]{0,4} ?)?"
    r"(?:공동|창업|창립|설립자|형제|삼형제|남매|자매|부부|부자|모녀|"
    r"(?:두|세|네|다섯) (?:사람|명|친구)|씨|등 \d인))"
)


def together(
    line: str, is_korean_name: Callable[[str], bool], korean: Callable[[str], bool]
) -> Iterator[str]:
    """The names of such lists, where all have the form of names and most are no words of the
    language (`korean`)."""
    for match in _TOGETHER.finditer(line):
        names = re.findall(rf"{_NAME}(?=[,·와과]|$)", match["all"])
        sure = sum(map(korean, names))
        if len(names) > 1 and sure * 2 > len(names) and all(map(is_korean_name, names)):
            yield from names
