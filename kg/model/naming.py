"""When two texts are one name: Unicode forms, a company's legal form and blanks do not count."""

import re
import unicodedata

_LEGAL_FORM = re.compile(
    r"\((?:주|유|株|재|사)\)|[㈜㈐㈔]|주식회사|유한회사|유한책임회사"
    r"|,?\s+(?:Inc|Corp|Corporation|Co|Ltd|LLC|Company|Limited)\b\.?(?:,?\s*Ltd\.?)?",
    re.IGNORECASE,
)
_QUOTES = re.compile(r"[‘’“”\"'`´「」『』《》〈〉<>]")
_BLANKS = re.compile(r"\s+")


def clean(text: str) -> str:
    """A name without a company's legal form and quotes, in NFC, its blanks single."""
    composed = unicodedata.normalize("NFC", text)
    bare = _QUOTES.sub("", _LEGAL_FORM.sub(" ", composed))
    return _BLANKS.sub(" ", bare).strip() or composed.strip()


def name_key(text: str) -> str:
    """The form in which names are one name: clean, NFKC, case folded, without blanks."""
    return _BLANKS.sub("", unicodedata.normalize("NFKC", clean(text)).casefold())


def loose_key(text: str) -> str:
    """The form in which a person's spelling is looked up: a key without signs, too."""
    return "".join(char for char in name_key(text) if char.isalnum())
