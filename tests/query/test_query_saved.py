"""Saved queries are found by name, the workspace's own before those of kg."""

from pathlib import Path

import pytest

from kg.errors import KgError
from kg.query.question import question
from kg.query.saved import find, saved

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, ...]:
    own, others = tmp_path / "own", tmp_path / "others"
    for folder, names in ((own, ("mergers", "mine")), (others, ("mergers", "names"))):
        folder.mkdir()
        for name in names:
            (folder / f"{name}.rq").write_text(f"# {folder.name}\nASK {{}}", encoding="utf-8")
    return own, others


def _none() -> bytes:
    raise AssertionError("standard input is not asked for")


def test_own_queries_hide_those_of_kg(folders: tuple[Path, ...]) -> None:
    own, others = folders
    assert saved(folders) == {
        "mergers": own / "mergers.rq",
        "mine": own / "mine.rq",
        "names": others / "names.rq",
    }
    assert find("mergers", folders) == own / "mergers.rq"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("mergrs", "mergrs: no saved query and no file (did you mean mergers?)"),
        ("zzz", "zzz: no saved query and no file (kg query --list shows the saved ones)"),
        ("x/nams.rq", "x/nams.rq: no such file (did you mean names?)"),
        ("", ": no saved query and no file (kg query --list shows the saved ones)"),
    ],
)
def test_unknown_names(folders: tuple[Path, ...], name: str, message: str) -> None:
    with pytest.raises(KgError) as error:
        find(name, folders)
    assert str(error.value) == message


def test_what_an_argument_is(
    folders: tuple[Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    typed = question("ASK {}", folders, _none)
    assert (typed.text, typed.typed, typed.shipped) == ("ASK {}", True, False)
    assert question("DESCRIBE <urn:x>", folders, _none).typed
    assert question("mergers", folders, _none).text.startswith("# own")
    assert not question("mergers", folders, _none).shipped
    assert question("names", folders, _none).shipped
    copy = tmp_path / "copy.d" / "names.rq"
    copy.parent.mkdir()
    copy.write_bytes((folders[-1] / "names.rq").read_bytes())
    assert question(str(copy), folders, _none).shipped  # a copy is what it is a copy of
    assert question("queries/names.rq", folders, _none).text.startswith("# others")
    assert question("-", folders, b"\xef\xbb\xbfASK {}".strip).text == "ASK {}"
    path = tmp_path / "q.rq"
    path.write_bytes(b"\xef\xbb\xbfASK {}")
    assert question(str(path), folders, _none) == (
        "ASK {}", str(path), question(str(path), folders, _none).header, False, False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"ASK {}\n\xff", "q.rq:2: is not UTF-8: byte 7 is 0xFF (save the file as UTF-8)"),
        (b"\x7fELF\0", "q.rq: is binary, not text: byte 4 is NUL"),
        (b" \n", "q.rq: holds no query"),
    ],
)
def test_bad_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("q.rq").write_bytes(data)
    with pytest.raises(KgError) as error:
        question("q.rq", (), _none)
    assert str(error.value) == message


def test_a_folder_is_no_query(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="is a folder"):
        question(str(tmp_path), (), _none)
