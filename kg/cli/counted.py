"""How many of something, in words: `1 fact`, `3 facts`, `사실 3개`."""

_NOUNS = {
    "claim": ("claim", "claims", "주장 {}개"),
    "fact": ("fact", "facts", "사실 {}개"),
    "file": ("file", "files", "파일 {}개"),
    "line": ("line", "lines", "{}줄"),
    "request": ("request", "requests", "요청 {}개"),
    "result": ("result", "results", "결과 {}개"),
    "triple": ("other triple", "other triples", "그 밖의 트리플 {}개"),
    "stored": ("triple", "triples", "트리플 {}개"),
    "warning": ("warning", "warnings", "경고 {}개"),
}


def counted(noun: str, count: int, lang: str) -> str:
    """The count with its noun, one of those above, in English (`en`) or Korean (`ko`)."""
    one, many, korean = _NOUNS[noun]
    if lang == "ko":
        return korean.format(count)
    return f"{count} {one if count == 1 else many}"
