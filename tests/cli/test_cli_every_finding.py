"""Every kind of finding as a user reads it, in English and Korean: golden blocks, one a kind."""

import os
import shutil
from pathlib import Path

import pytest

from kg.cli.main import main
from kg.gate.form_words import CASES
from kg.gate.graph_texts import GRAPH_TEXTS
from kg.gate.messages import TEXTS

FINDINGS = Path(__file__).parents[1] / "golden" / "findings"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A document, claims and facts with every mistake, in a folder without a workspace."""
    monkeypatch.chdir(tmp_path)
    for name in ("news.txt", "claims.jsonl", "facts.ttl", "coherent.ttl", "header.txt"):
        shutil.copy(FINDINGS / name, tmp_path)
    return tmp_path


CALLS = {
    "claims": ["claims.jsonl", "--document", "news.txt"],
    "unnamed": ["claims.jsonl"],
    "facts": ["facts.ttl"],
    "coherent": ["coherent.ttl"],
    "header": ["header.txt"],
}
SOUND = {"header"}
"""What gets in, and is only told something of."""


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("name", ["claims", "facts", "coherent", "header"])
def test_each_block(name: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", lang, "validate", *CALLS[name]]) == (name not in SOUND)
    told = capsys.readouterr().out
    golden = FINDINGS / f"{name}.{lang}.txt"
    if os.environ.get("KG_GOLDEN") == "write":
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


def _shown(text: str) -> str:
    """The longest part of a message that stands as it is."""
    parts = text.replace("{{", "{").replace("}}", "}").replace("}", "{").split("{")[::2]
    return max(parts, key=len).strip()


def test_no_kind_of_finding_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    told = ""
    for arguments in CALLS.values():
        main(["--lang", "en", "validate", *arguments])
        told += capsys.readouterr().out
    # what only a graph can have: tests/cli/test_cli_check.py, and the tests of decisions
    words = {slug: text.en for slug, text in TEXTS.items() if slug not in GRAPH_TEXTS}
    words |= {f"form/{case}": text for case, text in CASES.items()}
    del words["form/deep"], words["form/digits"], words["form/object"]  # test_model_line_hostile
    assert [slug for slug, text in words.items() if _shown(text) not in told] == []
