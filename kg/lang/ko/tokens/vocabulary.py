"""Whether a word by itself is one of the language: what is not may be a name."""

from functools import lru_cache

from kg.lang.ko.tokens.kiwi import alone


@lru_cache(maxsize=4096)
def morphemes(text: str) -> tuple[tuple[str, str, bool], ...]:
    return tuple(alone(text))


def is_word(text: str, *, name: bool = False) -> bool:
    """Whether a word without a blank is one of the language, or one and its particle. Where a
    `name` is likely, two nouns in a row are none (고문국, read as 고문 + 국)."""
    found = morphemes(text)
    if _chopped(text) or not all(known for _, _, known in found):
        return False
    tags = [tag for _, tag, _ in found]
    if len(tags) == 1:
        return tags[0] != "NNP"
    if name and tags[-2:] == ["VCP", "ETM"] and text.endswith("일"):
        return False  # 현인일, read as 현인 + 이 + ᆯ
    return ends_with_particle(text) or (not name and "NNP" not in tags)


def is_noun(text: str) -> bool:
    """Whether a word is one common noun."""
    return [tag for _, tag, _ in morphemes(text)] == ["NNG"]


def is_unknown(text: str) -> bool:
    """Whether a word, or a part of it, is none that Kiwi knows."""
    return not all(known for _, _, known in morphemes(text))


def ends_with_particle(text: str) -> bool:
    """Whether a word ends with a particle, an ending or a suffix that makes verbs."""
    found = morphemes(text)
    _, tag, known = found[-1]
    whole = len(found) > 1 and known and not _chopped(text)
    return whole and (tag[0] in "JE" or tag in ("XSV", "XSA", "VCP"))


def is_past(text: str) -> bool:
    """Whether a word is a verb in the past (왔고, 샀다)."""
    return any(tag == "EP" and form in ("었", "았", "겠") for form, tag, _ in morphemes(text))


def seems_declined(text: str) -> bool:
    """Whether a word ends with what is read as 만, 랑, 나 or a contracted particle, none of which
    stands before a noun: 김수만, 서유나, 정제완."""
    form, tag, _ = morphemes(text)[-1]
    return tag[0] == "J" and form in ("만", "랑", "나", "이나", "야", "아", "ᆫ", "ᆯ")


def is_derived(text: str) -> bool:
    """Whether a word is made of a noun and a suffix (서울인, 업계별)."""
    tags = [tag for _, tag, _ in morphemes(text)]
    return len(tags) > 1 and tags[-1] == "XSN"


def _chopped(text: str) -> bool:
    """Whether a short word falls into pieces too small to mean anything: 일론 as 일 + 로 + ᆫ."""
    found = morphemes(text)
    if len(text) > 3 or len(found) < 2 or len(found[0][0]) > 1:
        return False
    return len(found) > 2 or (len(text) == 2 and all(tag[0] == "N" for _, tag, _ in found))
