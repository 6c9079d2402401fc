"""kg.toml is read strictly, and what is wrong is told with its line."""

from pathlib import Path

import pytest

from kg.errors import KgError
from kg.workspace import config
from kg.workspace.config import Config

ALLOWED = "allowed: base, language, prefixes"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Config()),
        ("# only words\n", Config()),
        ("\ufeff" + 'base = "https://x.kr/"', Config(base="https://x.kr/")),
        ('base = "https://회사.kr/지식/"', Config(base="https://회사.kr/지식/")),
        ('language = "ko"\n[prefixes]\nex = "urn:ex:"', Config(prefixes={"ex": "urn:ex:"})),
    ],
)
def test_allowed(tmp_path: Path, text: str, expected: Config) -> None:
    (tmp_path / "kg.toml").write_bytes(text.encode("utf-8"))
    assert config.read(tmp_path / "kg.toml", "kg.toml") == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('\nbsae = "https://x.kr/"', f"kg.toml:2: unknown key 'bsae' ({ALLOWED})"),
        ("[store]\nkind = 1", f"kg.toml:1: unknown key 'store' ({ALLOWED})"),
        ("base = \n", "kg.toml:1:8: is not TOML: Invalid value"),
        ("\nbase = ", "kg.toml:2: is not TOML: Invalid value (at end of document)"),
        ("base = 3", "kg.toml:1: base must be an absolute IRI that ends in /"),
        ('base = "kg/"', "kg.toml:1: base must be an absolute IRI that ends in /"),
        ('base = "https://x.kr"', "kg.toml:1: base must be an absolute IRI that ends in /"),
        ('base = "https://x.kr/ a/"', "kg.toml:1: base must be an absolute IRI that ends in /"),
        ('base = "https://x.kr/#/"', "kg.toml:1: base may hold neither # nor ?"),
        ('language = "tlh"', "kg.toml:1: language must be one of ko"),
        ("language = []", "kg.toml:1: language must be one of ko"),
        ('prefixes = "ex"', "kg.toml:1: prefixes must be a table"),
        ('[prefixes]\n"a b" = "urn:x"', "kg.toml:1: prefixes has a prefix that no Turtle"),
        ('\n[prefixes]\nex = "x"', "kg.toml:2: prefixes must map ex to an absolute IRI"),
        ("base = \xff", "kg.toml: is not UTF-8: byte 7"),
    ],
)
def test_refused(tmp_path: Path, text: str, message: str) -> None:
    encoding = "latin-1" if "\xff" in text else "utf-8"
    (tmp_path / "kg.toml").write_bytes(text.encode(encoding))
    with pytest.raises(KgError) as caught:
        config.read(tmp_path / "kg.toml", "kg.toml")
    assert str(caught.value).startswith(message)
    assert caught.value.exit_code == 2
