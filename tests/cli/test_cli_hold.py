"""kg load --on-violation hold: the good lines of claims load, the wrong ones are set aside."""

import io
import json
import shutil
import sys
from pathlib import Path

import pytest

from kg.cli.main import main
from kg.ontology import shipped

MERGER = "네모소프트는 2018년 5월 세모뮤직을 흡수합병했다."
LISTING = "네모소프트는 2019년 코스닥에 상장했다."
SHAPE = """
kgs:ListingMarket a sh:NodeShape ; sh:targetClass kg:Listing ;
    sh:property [ sh:path kg:market ; sh:minCount 1 ; sh:severity sh:Violation ;
        sh:message "a listing names its market"@en, "상장에는 시장이 있다"@ko ] .
"""


def claim(type_: str, quote: str, **roles: str) -> str:
    filled = {role: [name] for role, name in roles.items()}
    plain = {"type": type_, "roles": filled, "evidence": [{"quote": quote}]}
    return json.dumps(plain, ensure_ascii=False)


GOOD = claim("Merger", MERGER, survivor="네모소프트", absorbed="세모뮤직")
WRONG = claim("Merger", MERGER.replace("5월", "6월"), survivor="네모소프트", absorbed="세모뮤직")
SHAPELESS = claim("Listing", LISTING, company="네모소프트")
SHAPELY = claim("Listing", LISTING, company="네모소프트", market="코스닥")


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with a shape of its own, and a document."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    (tmp_path / "kg.toml").write_text("", encoding="utf-8")
    (tmp_path / "data").mkdir()
    shutil.copytree(shipped("ontology"), tmp_path / "ontology")
    with (tmp_path / "ontology" / "shapes.ttl").open("a", encoding="utf-8") as shapes:
        shapes.write(SHAPE)
    (tmp_path / "news.txt").write_text(f"{MERGER}\n{LISTING}\n", encoding="utf-8")
    return tmp_path


def load(*args: str) -> int:
    return main(["load", *args, "--document", "news.txt", "--on-violation", "hold"])


@pytest.mark.parametrize("wrong", [WRONG, SHAPELESS], ids=["by its quote", "by a shape"])
def test_good_lines_load_and_wrong_ones_can_be_mended(
    wrong: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "claims.jsonl").write_text(f"{GOOD}\n{wrong}\n", encoding="utf-8")
    assert load("claims.jsonl") == 1
    told = capsys.readouterr().err
    assert "loaded 1 fact from claims.jsonl (0 already there, 1 refused)" in told
    assert "set aside 1 line in claims.held.jsonl" in told
    held = root / "claims.held.jsonl"
    assert held.read_text(encoding="utf-8") == f"{wrong}\n"
    held.write_text(f"{SHAPELY}\n", encoding="utf-8")
    assert load("claims.held.jsonl") == 0
    assert main(["query", "ASK { ?m a kg:Merger . ?l a kg:Listing }"]) == 0
    assert capsys.readouterr().out == "true\n"


def test_without_it_a_wrong_line_refuses_the_file(root: Path) -> None:
    (root / "claims.jsonl").write_text(f"{GOOD}\n{WRONG}\n", encoding="utf-8")
    assert main(["load", "claims.jsonl", "--document", "news.txt"]) == 1
    assert main(["query", "ASK { ?m a kg:Merger }", "--exit-status"]) == 1


def test_a_held_file_is_never_replaced(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def held() -> list[str]:
        return sorted(path.name for path in root.glob("*.held*"))

    (root / "claims.jsonl").write_text(f"{GOOD}\n{WRONG}\n", encoding="utf-8")
    assert load("claims.jsonl") == 1
    assert load("claims.jsonl") == 1  # what was held back is judged again
    assert load("claims.held.jsonl") == 1
    assert held() == ["claims.held.jsonl"]  # the same lines: they are set aside already
    (root / "claims.held.jsonl").write_text("half mended", encoding="utf-8")
    capsys.readouterr()
    assert load("claims.jsonl") == 1
    assert held() == ["claims.held-2.jsonl", "claims.held.jsonl"]
    assert "then: kg load claims.held-2.jsonl --document news.txt" in capsys.readouterr().err
    assert (root / "claims.held.jsonl").read_text(encoding="utf-8") == "half mended"


def test_a_refused_file_says_what_would_load(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "claims.jsonl").write_text(f"{GOOD}\n{WRONG}\n", encoding="utf-8")
    assert main(["load", "claims.jsonl", "--document", "news.txt"]) == 1
    assert capsys.readouterr().err.splitlines()[-2:] == [
        "1 fact of claims.jsonl would load with --on-violation hold",
        "loaded 0 facts from claims.jsonl (0 already there, 2 refused)",
    ]


def test_held_lines_of_a_pipe_and_of_the_data_folder_go_to_the_current_folder(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = io.TextIOWrapper(io.BytesIO(f"여기요:\n{GOOD}\n{WRONG}\n".encode()))
    monkeypatch.setattr(sys, "stdin", data)
    assert load("-") == 1
    assert (root / "claims.held.jsonl").exists()
    (root / "data" / "more.jsonl").write_text(f"{WRONG}\n", encoding="utf-8")
    assert load("data/more.jsonl") == 1
    assert (root / "more.held.jsonl").exists()


def test_a_model_reads_what_the_prompt_says(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["extract", "news.txt", "--prompt"]) == 0
    prompt = capsys.readouterr().out
    assert "- Listing (상장)" in prompt
    assert prompt.rstrip().endswith(LISTING)
    answer = f"```json\n{GOOD}\n{SHAPELY}\n```\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(answer.encode())))
    assert main(["load", "-", "--document", "news.txt"]) == 0
    assert "loaded 2 facts" in capsys.readouterr().err
