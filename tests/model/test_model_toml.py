"""TOML as the standard library reads it; what it trips over is an error of the text."""

import tomllib

import pytest

from kg.model import toml


def test_plain_toml_is_read_as_ever() -> None:
    text = 'a.b.c = 1\nt = "1.2.3.4.5"\n["x y".z]\nd = 2014-10-31\n'
    assert toml.loads(text) == tomllib.loads(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a = [1", r"Unclosed array \(at end of document\)"),
        ("\na = " + "[" * 50_000, r"Nested too deeply \(at line 1, column 1\)"),
        ("a = " + "{a=" * 50_000, "Nested too deeply"),
        ("\na" + ".a" * 50_000 + " = 1", r"A key has more than 50 parts \(at line 2, column 1\)"),
        ('[ "a"' + " . 'a'" * 50_000 + "]", "A key has more than 50 parts"),
        ("a = " + "9" * 5000, "A number has too many digits"),
    ],
)
def test_what_is_wrong_is_an_error_of_the_text(text: str, message: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError, match=message):
        toml.loads(text)
