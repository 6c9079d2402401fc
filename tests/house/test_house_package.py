"""What a user installs: the wheel holds the ontology, queries and data, and works anywhere."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(out),
        ".",
    ]
    subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def kg(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the installed package, not the checkout, in a folder."""
    environ = {**os.environ, "PYTHONPATH": str(installed), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-P", "-m", "kg", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environ, capture_output=True, text=True, check=False
    )


def test_the_wheel_holds_what_is_data(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for shipped in ("ontology/company.ttl", "ontology/shapes.ttl", "queries/mergers.rq"):
        assert f"kg/_shipped/{shipped}" in names
    assert any(n.startswith("kg/_shipped/ontology/lexicon/ko/") for n in names)
    assert "kg/py.typed" in names
    assert not [n for n in names if n.startswith("tests/")]


def test_the_installed_package_is_the_wheel_s(installed: Path, tmp_path: Path) -> None:
    found = subprocess.run(
        [sys.executable, "-P", "-c", "import kg; print(kg.__file__)"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert Path(found.stdout.strip()).is_relative_to(installed)


@pytest.mark.parametrize("arguments", [["--help"], ["query", "--list"], ["extract", "--help"]])
def test_it_works_in_an_empty_folder(installed: Path, tmp_path: Path, arguments: list[str]) -> None:
    found = kg(installed, tmp_path, *arguments)
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout
    assert not list(tmp_path.iterdir())


def test_it_extracts_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("가나전자는 2015년 3월 다라소프트를 인수했다.\n", "utf-8")
    found = kg(installed, tmp_path, "extract", "note.txt", "--format", "jsonl")
    assert found.returncode == 0, found.stderr
    assert '"type": "Acquisition"' in found.stdout
