"""The name that a line or a section stands under: `△ X = …`, `◆ X`, `1) X`."""

import re

_TOLD = re.compile(
    r"\s*[△▲▽▼▶▷◆◇■□●○★☆※▣◎*•·-]\s*(?P<name>[가-힣A-Za-z0-9&.]{2,20}(?: [가-힣A-Za-z0-9&.]{1,12})?)"
    r"\s*(?:=|:)\s+(?=\S)"
)
_ALONE = re.compile(
    r"\s*(?:[△▲▽▼▶▷◆◇■□●○★☆▣◎*•#-]+|\d{1,2}[.)]|[①-⑳]|={1,4})?\s*"
    r"(?P<name>[가-힣A-Za-z0-9&]{2,16}(?: [가-힣A-Za-z0-9&]{1,10})?)\s*(?:\([^()]{1,40}\))?\s*=*\s*"
)


def told_of(line: str) -> str | None:
    """The name before the sign of a digest's item (`△ X = …`), if it is one."""
    found = _TOLD.match(line)
    return found["name"] if found is not None else None


def heading_of(line: str) -> str | None:
    """What stands alone in a line, with or without a sign or a number before it."""
    found = _ALONE.fullmatch(line)
    return found["name"] if found is not None else None
