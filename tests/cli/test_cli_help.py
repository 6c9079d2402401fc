"""`kg help`: topics in both languages, and the help of commands."""

import re
from pathlib import Path

import click
import pytest

from kg.cli.commands import COMMANDS
from kg.cli.findings import width
from kg.cli.group import group
from kg.cli.help import TOPICS, text
from kg.cli.main import main
from kg.export import DRAWN, WRITERS
from kg.export.why import SHOWN
from kg.query.formats import FORMATS

Capture = pytest.CaptureFixture[str]
FOLDER = Path(__file__).parents[2] / "kg" / "cli" / "topics"
LANGUAGES = ("en", "ko")


def test_every_topic_is_told_in_both_languages() -> None:
    wanted = {f"{topic}.{lang}.txt" for topic in TOPICS for lang in LANGUAGES}
    assert {path.name for path in FOLDER.iterdir()} == wanted


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_fits_a_screen_and_names_commands_that_there_are(topic: str, lang: str) -> None:
    title, empty, *rest = text(topic, lang).splitlines()
    assert title
    assert empty == ""
    assert len(rest) < 24
    assert [line for line in (title, *rest) if width(line) > 104] == []
    named = set(re.findall(r"^kg ([a-z]+)", "\n".join(rest), re.MULTILINE))
    assert named <= set(COMMANDS)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_options_named_by_topics_are_those_of_the_commands(lang: str) -> None:
    context = click.Context(group, info_name="kg")
    for topic in TOPICS:
        for line in text(topic, lang).splitlines():
            found = re.match(r"kg (\w+)(?: (same|different|reject|prefer))?\b", line)
            if not found or found[1] not in COMMANDS:
                continue
            command = group.get_command(context, found[1])
            assert command is not None
            if found[2] and isinstance(command, click.Group):
                command = command.get_command(context, found[2])
                assert command is not None
            known = {option for param in command.params for option in param.opts} | {"--help"}
            assert set(re.findall(r"(?<= )--?[a-z][\w-]*", line)) <= known, line


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_formats_are_those_that_there_are(lang: str) -> None:
    told = text("formats", lang)
    for names in (WRITERS, DRAWN, SHOWN, FORMATS):
        assert set(names) <= {part.strip(",") for part in told.split()}


def test_the_list_of_topics(capsys: Capture) -> None:
    assert main(["--lang", "ko", "help"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(TOPICS)
    assert lines[-2].endswith("종료 코드: 명령이 끝나며 스크립트에 알리는 것")


def test_a_topic_is_told_in_the_user_s_language(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KG_LANG", raising=False)
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    assert main(["help", "dates"]) == 0
    assert capsys.readouterr().out == text("dates", "ko")


def test_a_command_s_help_is_its_own(capsys: Capture) -> None:
    assert main(["help", "retract"]) == 0
    told = capsys.readouterr().out
    assert main(["retract", "--help"]) == 0
    assert told == capsys.readouterr().out


def test_a_misspelt_topic_names_the_nearest(capsys: Capture) -> None:
    assert main(["help", "exitcodes"]) == 2
    assert capsys.readouterr().err == ("kg: no help about 'exitcodes' (did you mean exit-codes?)\n")
    assert main(["help", "zzz"]) == 2
    assert "topics: workspace, queries" in capsys.readouterr().err
