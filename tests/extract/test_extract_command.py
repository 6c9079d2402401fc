"""`kg extract` as a user calls it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli.extract import command

TEXT = "하늘소프트는 2009년 3월 바다미디어를 인수했다.\n"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "news.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(command, list(arguments), input=given)


def test_a_pipe_gets_json_lines(file: Path) -> None:
    done = run(file.name)
    line = json.loads(done.stdout)
    assert line["type"] == "Acquisition"
    assert line["document"] == "news.txt"
    assert line["roles"] == {"acquirer": ["하늘소프트"], "target": ["바다미디어"]}
    assert line["evidence"][0]["quote"] == TEXT.strip()


def test_a_table_has_a_row_a_statement(file: Path) -> None:
    done = run(file.name, "--format", "table")
    assert "acquirer: 하늘소프트; target: 바다미디어" in done.stdout


def test_turtle_has_the_event(file: Path) -> None:
    done = run(file.name, "--format", "turtle")
    assert "a kg:Acquisition" in done.stdout


def test_text_is_what_offsets_count_in(file: Path) -> None:
    assert run(file.name, "--text").stdout == TEXT


def test_explain_shows_tokens_and_frames(file: Path) -> None:
    done = run(file.name, "--explain")
    assert "news.txt:1:1: 하늘소프트는" in done.stdout
    assert "인수/NNG" in done.stdout
    assert "ko/acquisition#buy  matches  target=" in done.stdout


def test_explain_shows_what_a_frame_lacked_and_verbs_that_no_frame_has(file: Path) -> None:
    file.write_text(
        "다온넷은 2014년 6월 푸른뮤직을 식구로 맞았고 2015년 새벽소프트를 부러워했다.\n",
        encoding="utf-8",
    )
    done = run(file.name, "--explain")
    assert "clause    맞 (asserted): 다온넷/topic 푸른뮤직/을 식구/로" in done.stdout
    assert "ko/acquisition#new-owner  lacks 새주인" in done.stdout
    assert "frame     none has this verb" in done.stdout


def test_no_fact_is_said_and_is_no_error(file: Path) -> None:
    file.write_text("오늘은 날이 맑다.\n", encoding="utf-8")
    done = run(file.name)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "no fact found in news.txt" in done.stderr


def test_standard_input_needs_a_name(file: Path) -> None:
    done = run("-", given=TEXT)
    assert "name it with --id" in str(done.exception)


def test_standard_input_is_called_what_id_says(file: Path) -> None:
    done = run("-", "--id", "news-2009", given=TEXT)
    assert json.loads(done.stdout)["document"] == "news-2009"
