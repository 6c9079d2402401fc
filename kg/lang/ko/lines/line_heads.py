"""The name that a line or a section stands under: `△ X = …`, `◆ X`, `1) X`."""

import re

_TOLD = re.compile(
    r"\s*[△▲▽▼▶▷◆◇■□●○★☆※▣◎*•·-]\s*(?P<name>[가-힣A-Za-z0-9&.]{2,20}(?: [가-힣A-Za-z0-9&.]{1,12})?)"
    r"\s*(?P<sign>[=:])\s+(?=\S)"
)
_LABEL = re.compile(r"\s*[【\[<〔〈](?P<name>[가-힣A-Za-z0-9&. ]{2,20})[】\]>〕〉]\s*(?=\S)")
_ALONE = re.compile(
    r"\s*(?:(?:[△▲▽▼▶▷◆◇■□●○★☆▣◎*•#-]+|\d{1,2}[.)]|[①-⑳]|={1,4})\s*)?"
    r"(?P<name>[가-힣A-Za-z0-9&]{2,16}(?: [가-힣A-Za-z0-9&]{1,10})?)\s*"
    r"(?:\([^()]{1,40}\)\s*)?(?:=+\s*)?"
)


def told_of(line: str) -> tuple[str, bool] | None:
    """The name before the sign of a digest's item (`△ X = …`) or in brackets (`【X】 …`), and
    whether the sign alone makes it one (=, not :)."""
    label = _LABEL.match(line)
    if label is not None:
        return label["name"], False
    found = _TOLD.match(line)
    return (found["name"], found["sign"] == "=") if found is not None else None


def heading_of(line: str) -> str | None:
    """What stands alone in a line, with or without a sign or a number before it."""
    found = _ALONE.fullmatch(line)
    return found["name"] if found is not None else None


_COMPANY_HEADS = frozenset(
    (
        "회사",
        "주체",
        "법인",
        "기업",
        "계열사",
        "업체",
        "사업자",
        "운영사",
        "회사명",
        "기업명",
        "당사자",
    )
)


def company_column(cells: list[str]) -> int | None:
    """Which column of a table holds the companies, by the words of its first row."""
    return next((i for i, cell in enumerate(cells) if cell in _COMPANY_HEADS), None)


def ditto(cell: str) -> bool:
    """Whether a cell stands for the one above it."""
    return cell in ("", "〃", '"', "″", "''", "상동", "위와 같음")
