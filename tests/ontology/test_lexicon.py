"""The lexicon: its own examples hold, and what is wrong in a file is named with its line."""

import sys
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.extract import extract
from kg.model.document import Document
from kg.ontology.lexicon import Lexicon, load_lexicon
from kg.ontology.schema import load_schema

sys.path.insert(0, str(Path(__file__).parents[1] / "extract"))
from short_form import parse, plain

ONTOLOGY = Path(__file__).parents[2] / "ontology"
LEXICON = load_lexicon(ONTOLOGY / "lexicon" / "ko")
SCHEMA = load_schema(ONTOLOGY)
EXAMPLES = [(frame.id, example) for frame in LEXICON.frames for example in frame.examples]
GOOD = """type = "Founding"
[[frame]]
id = "found"
verbs = ["설립하", "문/을 열"]
roles.company = ["을"]
"""


@pytest.mark.parametrize(("frame", "example"), EXAMPLES, ids=lambda value: str(value)[:40])
def test_an_example_says_what_its_frame_promises(frame: str, example: object) -> None:
    found = [plain(one) for one in extract(Document("a", example.text, ""), LEXICON, SCHEMA)]
    assert sorted(found, key=str) == sorted((parse(short) for short in example.says), key=str)


def test_every_type_and_role_is_the_ontology_s() -> None:
    for frame in LEXICON.frames:
        event = SCHEMA.events[frame.type]
        assert all(event.role(pattern.role) for pattern in frame.roles), frame.id


def test_frames_have_names_of_their_own() -> None:
    ids = [frame.id for frame in LEXICON.frames]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        (GOOD.replace("verbs", "verb"), "'verb' is no key of a frame; allowed: id, verbs", 4),
        (GOOD.replace('["을"]', '["를"]'), "slot '를' of company is none of 이, 을", 5),
        (GOOD.replace("문/을 열", "문/을 활짝 열"), "is no verb", 4),
        (GOOD.replace("문/을 열", "문/를 열"), "'를' is none of", 4),
        (GOOD.replace("문/을 열", "/을 열"), "is no verb", 4),
        (GOOD.replace("문/을 열", "문|/을 열"), "is no verb", 4),
        (GOOD.replace("문/을 열", "문/을  "), "is no verb", 4),
        (GOOD + 'near = [" "]\n', "near has a word without letters", 6),
        (GOOD + "details = 1\n", "details must be a table", 6),
        (GOOD + "example = 1\n", "an example must be a [[frame.example]]", 6),
        (GOOD + 'status = "done"\n', "status 'done' is none of asserted", 6),
        (GOOD.replace('type = "Founding"', ""), "type is missing", 1),
        ('type = "Founding"\n', "has no [[frame]]", 1),
        ("type = \n", "is not TOML", None),
    ],
)
def test_a_mistake_is_named_with_its_line(
    text: str, message: str, line: int | None, tmp_path: Path
) -> None:
    (tmp_path / "founding.toml").write_text(text, encoding="utf-8")
    with pytest.raises(KgError) as caught:
        load_lexicon(tmp_path)
    assert message in caught.value.message
    assert caught.value.where is not None
    assert caught.value.where.line == line


def test_a_folder_without_a_lexicon_is_named(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="holds no lexicon file"):
        load_lexicon(tmp_path)


def test_the_cue_finds_every_verb_of_the_examples() -> None:
    lexicon: Lexicon = LEXICON
    for _, example in EXAMPLES:
        if example.says:
            assert lexicon.cues.in_text(example.text), example.text
