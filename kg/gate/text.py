"""A message with its hint, in English and Korean."""

from typing import NamedTuple


class Text(NamedTuple):
    """A message and a hint, each in English and Korean; `{name}` stands for what was given."""

    en: str
    ko: str
    hint_en: str
    hint_ko: str
