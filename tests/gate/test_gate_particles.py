"""Korean particles after what stands before them."""

import pytest

from kg.gate.particles import with_particles


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("회사은(는) 없다", "회사는 없다"),
        ("사람은(는) 없다", "사람은 없다"),
        ("네모톡이(가) 없다", "네모톡이 없다"),
        ("“네모”을(를)", "“네모”를"),
        ("120은(는)", "120은"),
        ("2019이(가)", "2019가"),
        ("KRW은(는)", "KRW는"),
        ("CEO이(가), FN을(를)", "CEO가, FN을"),
        ("company이(가)", "company가"),
        ("Person은(는)", "Person은"),
        ("target이(가) 없다", "target이(가) 없다"),
        ("甲은(는)", "甲은(는)"),
        ("가과(와) 나", "가와 나"),
    ],
)
def test_particles(text: str, said: str) -> None:
    assert with_particles(text) == said
