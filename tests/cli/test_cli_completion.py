"""What shells are told when TAB is pressed, and the shells themselves where they are installed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg.cli.main import main
from kg.cli.shells import SHELLS

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "notebook"
HEAVY = {"rdflib", "pyshacl", "owlready2", "kiwipiepy", "rich", "numpy"}
SPACED = (
    '{"type": "Founding", "document": "more.txt", "roles": {"company": ["가온, 큰&큰 회사"]}, '
    '"evidence": [{"quote": "가온, 큰&큰 회사가 섰다."}]}'
)
NAME = "가온, 큰&큰 회사"
"""A name with all that a shell could stumble on."""
Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a graph, and a query of its own whose header is broken."""
    target = tmp_path_factory.mktemp("loaded") / "notebook"
    shutil.copytree(EXAMPLE, target)
    (target / "more.txt").write_text("가온, 큰&큰 회사가 섰다.\n", encoding="utf-8")
    (target / "data" / "more.jsonl").write_text(SPACED, encoding="utf-8")
    (target / "queries").mkdir()
    (target / "queries" / "broken.rq").write_text("#+ title = \nASK {}", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(target)
        kg.open().load()
    return target


@pytest.fixture
def ask(loaded: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture):
    """Asks as the script of a shell does: the words typed, the last one unfinished."""
    monkeypatch.chdir(loaded)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def asked(shell: str, *words: str) -> list[str]:
        separator = "\n" if shell == "bash" else " "
        monkeypatch.setenv("_KG_COMPLETE", f"{shell}_complete")
        monkeypatch.setenv("COMP_WORDS", separator.join(("kg", *words)))
        monkeypatch.setenv("COMP_CWORD", words[-1] if shell == "fish" else str(len(words)))
        assert main([]) == 0
        out, err = capfd.readouterr()
        assert err == ""
        return out.splitlines() if out.strip() else []

    return asked


CASES = [
    (["re"], ["plain,retract"]),
    (["--l"], ["plain,--lang"]),
    (["query", "ti"], ["plain,timeline"]),
    (["query", "bro"], ["plain,broken"]),
    (["query", "queries/br"], ["file,queries/br"]),
    (["query", "mergers", ""], []),
    (["query", "mergers", "--data", "x"], ["file,x"]),
    (["query", "mergers", "-o", "x"], ["file,x"]),
    (["query", "at", "-p", ""], ["open,company=", "open,date="]),
    (["query", "at", "-p", "date", "=", "2014", "-p", ""], ["open,company="]),
    (["query", "at", "--param", "com"], ["open,company="]),
    (["query", "at", "-p", "company", "=", "네"], ["plain,네모소프트"]),
    (["query", "at", "-p", "company", "=", "가온,\\ "], ["plain,가온,\\ 큰\\&큰\\ 회사"]),
    (["query", "at", "-p", "date", "="], []),
    (["query", "broken", "-p", ""], []),
    (["query", "-p", ""], []),
    (["why", "네"], ["plain,네모소프트"]),
    (["why", "가"], ["plain,가온,\\ 큰\\&큰\\ 회사"]),
    (["why", "'가"], ["plain,가온, 큰&큰 회사"]),
    (["why", "event/mer"], ["plain,event/merger/네모소프트+세모뮤직"]),
    (["why", "없"], []),
    (["why", "네모소프트", "--format", "m"], ["plain,md"]),
    (["retract", ""], [
        "plain,data/claims.jsonl", "plain,data/more.jsonl", "plain,more.txt", "plain,report.txt",
    ]),
    (["load", "rep"], ["file,rep"]),
    (["decide", "same", "네모소프트", "세"], ["plain,세모뮤직"]),
    (["help", "exi"], ["plain,exit-codes"]),
    (["completion", ""], ["plain,bash", "plain,zsh", "plain,fish"]),
    (["nope", ""], []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "told"), CASES)
def test_bash_is_told(ask, words: list[str], told: list[str]) -> None:
    assert ask("bash", *words) == told


def test_zsh_is_told_with_the_help(ask) -> None:
    assert ask("zsh", "query", "merg") == ["plain", "mergers", "Mergers, a row for each party"]
    assert ask("zsh", "query", "at", "-p", "date=")[:1] == []
    assert ask("zsh", "query", "at", "-p", "company=네") == ["plain", "company=네모소프트", "_"]
    assert ask("zsh", "query", "at", "-p", "comp")[:2] == ["open", "company="]


def test_fish_is_told_with_the_help(ask) -> None:
    assert ask("fish", "query", "merg") == ["plain,mergers\tMergers, a row for each party"]
    assert ask("fish", "query", "at", "-p", "comp")[0].startswith("plain,company=\t")
    assert ask("fish", "why", "가") == [f"plain,{NAME}"]


@pytest.mark.parametrize("shell", SHELLS)
def test_without_a_workspace_nothing_is_said(
    shell: str, ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert ask(shell, "why", "네") == []
    assert ask(shell, "retract", "re") == []
    assert ask(shell, "query", "timel")  # those that come with kg are there


@pytest.mark.parametrize("instruction", ["bash_nonsense", "tcsh_complete", "", "bash_source"])
def test_what_no_script_asks_is_answered_with_nothing(
    instruction: str, monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    monkeypatch.setenv("_KG_COMPLETE", instruction)
    assert main([]) == 0
    assert capfd.readouterr() == ("\n", "")


def test_a_damaged_store_is_no_complaint(
    ask, loaded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(loaded, tmp_path / "copy")
    (tmp_path / "copy" / ".kg" / "CURRENT").write_text("not a number", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "copy")
    assert ask("bash", "why", "네") == []


@pytest.mark.parametrize("words", [["query", ""], ["query", "at", "-p", ""], ["why", ""], [""]])
def test_completing_imports_nothing_heavy(words: list[str], loaded: Path) -> None:
    code = (
        "import sys; from kg.cli.main import main; main([]); "
        f"print('heavy', *{HEAVY!r} & {{name.split('.')[0] for name in sys.modules}})"
    )
    environ = {**os.environ, "_KG_COMPLETE": "bash_complete", "COMP_CWORD": str(len(words))}
    environ["COMP_WORDS"] = "\n".join(("kg", *words))
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=loaded, env=environ, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    *told, last = found.stdout.splitlines()
    assert last == "heavy"
    assert told


def script(shell: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", "kg", "completion", shell],
        capture_output=True,
        text=True,
        check=True,
    ).stdout


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_is_one_that_the_shell_reads(shell: str, tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    path = tmp_path / "kg"
    path.write_text(script(shell), encoding="utf-8")
    found = subprocess.run([shell, "-n", path], capture_output=True, text=True, check=False)
    assert (found.returncode, found.stderr) == (0, "")


def on_path(folder: Path) -> dict[str, str]:
    """An environment in which `kg` is the one that is tested."""
    own = folder / "bin" / "kg"
    own.parent.mkdir()
    own.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kg "$@"\n', encoding="utf-8")
    own.chmod(0o755)
    path = f"{own.parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "HOME": str(folder), "LC_ALL": "C.UTF-8"}


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_completes(loaded: Path, tmp_path: Path) -> None:
    """The words as bash breaks them: the script fills COMPREPLY with what it is told."""
    driver = (
        script("bash")
        + "COMP_WORDS=(kg query at -p company = 가); COMP_CWORD=6\n"
        + '_kg_completion kg; printf "[%s]\\n" "${COMPREPLY[@]}"\n'
    )
    found = subprocess.run(
        ["bash", "--norc", "-c", driver], cwd=loaded, env=on_path(tmp_path), capture_output=True,
        text=True, check=True,
    )  # fmt: skip
    assert found.stdout == "[가온,\\ 큰\\&큰\\ 회사]\n"


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not installed")
def test_fish_completes(loaded: Path, tmp_path: Path) -> None:
    driver = script("fish") + "\ncomplete -C 'kg query at -p company=네'\ncomplete -C 'kg why 가'\n"
    found = subprocess.run(
        ["fish", "--no-config", "-c", driver], cwd=loaded, env=on_path(tmp_path),
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert found.stdout == f"company=네모소프트\n{NAME}\n"
