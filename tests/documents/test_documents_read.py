"""Reading documents: the text, its offsets, and what is refused in one clear line."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents import read, read_bytes
from kg.errors import KgError
from kg.model.document import Header


def test_the_text_of_a_plain_file_is_its_bytes_less_the_mark(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + "첫 줄\r\n둘째 줄\r셋째\u2028\ufeff가\u1100\u1161 끝".encode()
    path = tmp_path / "문서.txt"
    path.write_bytes(data)
    document = read(path, "data/문서.txt")
    assert document.text == path.read_bytes().decode("utf-8-sig")
    assert document.name == "data/문서.txt"
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert (document.header, document.body, document.key) == (Header(), 0, "data/문서.txt")


def test_a_document_is_known_by_its_path_where_no_name_is_given(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("카카오", encoding="utf-8")
    assert read(path).name == path.as_posix()


@pytest.mark.parametrize("suffix", ["", ".txt", ".TXT"])
def test_without_a_suffix_and_in_capitals_it_is_plain_text(suffix: str) -> None:
    assert read_bytes(b"# not a heading", "README", suffix).text == "# not a heading"


@given(st.text(min_size=1).filter(lambda text: text.strip() and "\0" not in text))
def test_every_text_is_read_as_it_is_written(text: str) -> None:
    data = text.encode()
    if text.startswith("+++"):
        return
    assert read_bytes(data, "a.txt").text == data.decode("utf-8-sig")


BAD_BYTES = {
    "not UTF-8": (
        "첫 줄\n가나".encode() + b"\xb4\xd9",
        "a.txt:2:3: is not UTF-8: byte 0xB4 at byte 14 (save it as UTF-8; Korean files are often "
        "CP949: iconv -f CP949 -t UTF-8)",
        "not-utf-8",
    ),
    "not UTF-8 after the mark": (
        b"\xef\xbb\xbfab\xff",
        "a.txt:1:3: is not UTF-8: byte 0xFF at byte 5 (save it as UTF-8; Korean files are often "
        "CP949: iconv -f CP949 -t UTF-8)",
        "not-utf-8",
    ),
    "a surrogate": (
        b"\xed\xa0\x80",
        "a.txt:1:1: is not UTF-8: byte 0xED at byte 0 (save it as UTF-8; Korean files are often "
        "CP949: iconv -f CP949 -t UTF-8)",
        "not-utf-8",
    ),
    "UTF-16": (
        "카카오".encode("utf-16"),
        "a.txt: is UTF-16, not UTF-8 (save it as UTF-8)",
        "not-utf-8",
    ),
    "UTF-32": (
        "카카오".encode("utf-32"),
        "a.txt: is UTF-32, not UTF-8 (save it as UTF-8)",
        "not-utf-8",
    ),
    "binary": (b"PK\x03\x04\0\0", "a.txt: is binary, not text: a NUL byte at byte 4", "binary"),
    "nothing": (b"", "a.txt: holds no text", "empty-document"),
    "only a mark": (b"\xef\xbb\xbf", "a.txt: holds no text", "empty-document"),
    "only blanks": (" \r\n\t　\n".encode(), "a.txt: holds no text", "empty-document"),
    "only a header": (b'+++\nid = "a"\n+++\n \n', "a.txt: holds no text", "empty-document"),
}


@pytest.mark.parametrize("case", BAD_BYTES.values(), ids=BAD_BYTES.keys())
def test_bytes_that_are_no_document(case: tuple[bytes, str, str]) -> None:
    data, message, slug = case
    with pytest.raises(KgError) as caught:
        read_bytes(data, "a.txt")
    assert str(caught.value) == message
    assert (caught.value.slug, caught.value.exit_code) == (slug, 2)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(KgError, match=r"^없음\.txt: there is no such file$"):
        read(tmp_path / "없음.txt", "없음.txt")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(KgError, match=r"^data: is a folder, not a document \(name the files in"):
        read(tmp_path, "data")


def test_a_path_below_a_file_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("가", encoding="utf-8")
    with pytest.raises(KgError, match=r"^a/b\.txt: cannot be read: "):
        read(tmp_path / "a" / "b.txt", "a/b.txt")


def test_a_path_that_is_too_long_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(KgError, match=r"^긴 이름: cannot be read: "):
        read(tmp_path / ("a" * 5000), "긴 이름")


def test_a_suffix_that_no_reader_knows() -> None:
    with pytest.raises(KgError) as caught:
        read_bytes(b"%PDF", "a.pdf", ".pdf")
    assert str(caught.value) == (
        "a.pdf: no reader for files that end in .pdf "
        "(known: .htm, .html, .markdown, .md, .txt; save its text as .txt)"
    )
