"""What every reader promises, whatever the suffix."""

import hashlib
import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents import READERS, read, read_bytes
from kg.documents.rendered import Rendered
from kg.errors import KgError
from kg.model.document import Document, line_starts, position

HEADER = '+++\r\nid = "연혁"\r\npublished = 2022-10-17\r\n+++\r\n'
SENTENCES = ("카카오는 2010년 3월 카카오톡을 출시했다.", "그해 9월에는 상호를 바꿨다.")
CONTENT = "\r\n\r\n".join(SENTENCES) + "\r\n"

every_reader = pytest.mark.parametrize("suffix", sorted(READERS))


@every_reader
def test_the_row_names_a_suffix_and_a_function(suffix: str) -> None:
    assert suffix.startswith(".")
    assert suffix == suffix.lower()
    module, attribute = READERS[suffix].split(":")
    render = getattr(importlib.import_module(module), attribute)
    assert isinstance(render("가"), Rendered)
    assert render.__doc__


@every_reader
def test_quotes_lie_at_their_offsets(suffix: str) -> None:
    document = read_bytes(CONTENT.encode(), f"a{suffix}", suffix)
    starts = line_starts(document.text)
    for sentence in SENTENCES:
        at = document.text.index(sentence)
        assert document.text[at : at + len(sentence)] == sentence
        line, column = position(starts, at)
        assert document.text.split("\n")[line - 1].startswith(sentence, column - 1)


@every_reader
def test_the_header_is_part_of_the_text_and_no_sentence(suffix: str) -> None:
    plain = read_bytes(CONTENT.encode(), "a", suffix)
    document = read_bytes((HEADER + CONTENT).encode(), "a", suffix)
    assert document.text == HEADER + plain.text
    assert document.body == len(HEADER)
    assert (document.header.id, document.key) == ("연혁", "연혁")
    assert str(document.header.published) == "2022-10-17"
    assert plain.body == 0


@every_reader
def test_the_byte_order_mark_is_dropped_and_digested(suffix: str) -> None:
    data = b"\xef\xbb\xbf" + CONTENT.encode()
    marked = read_bytes(data, "a", suffix)
    assert marked.text == read_bytes(CONTENT.encode(), "a", suffix).text
    assert marked.sha256 == hashlib.sha256(data).hexdigest()


@every_reader
def test_a_file_reads_as_its_bytes_do(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"문서{suffix.upper()}"
    path.write_bytes(CONTENT.encode())
    assert read(path, "문서") == read_bytes(CONTENT.encode(), "문서", suffix)


def outcome(data: bytes, suffix: str) -> Document | str:
    """The document, or the slug of the error."""
    try:
        return read_bytes(data, "a", suffix)
    except KgError as error:
        return error.slug


@every_reader
@given(content=st.text(alphabet="가나 1.<>&*#|-`_[]()+~\"'=/\\\r\n\t", max_size=40))
def test_any_text_is_read_alike_each_time_or_is_empty(suffix: str, content: str) -> None:
    first, second = (outcome(("가 " + content).encode(), suffix) for _ in range(2))
    assert first == second
    assert first == "empty-document" if isinstance(first, str) else first.text.strip()


@every_reader
@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (b"", "empty-document"),
        (b" \r\n ", "empty-document"),
        (b"\xff\xfe\x00", "not-utf-8"),
        ("가".encode() + b"\xb0\xa1", "not-utf-8"),
        (b"a\0b", "binary"),
        (b"+++\nid = 1", "bad-header"),
        (b"+++\nauthor = 'a'\n+++\n", "bad-header"),
        (b"+++\nid = '../a'\n+++\n", "bad-header"),
    ],
)
def test_errors_are_one_line_that_names_the_document(suffix: str, data: bytes, slug: str) -> None:
    with pytest.raises(KgError) as caught:
        read_bytes(data, f"문서{suffix}", suffix)
    message = str(caught.value)
    assert message.startswith(f"문서{suffix}:")
    assert "\n" not in message
    assert (caught.value.slug, caught.value.exit_code) == (slug, 2)


PRINT_TEXTS = """
import sys
from kg.documents import READERS, read_bytes
content = "<p class='b a' id=c>가 *나* <ul><li>다</ul> | 라 |"
for suffix in sorted(READERS):
    sys.stdout.buffer.write(repr(read_bytes(content.encode(), "a", suffix)).encode())
"""


def test_neither_hash_seed_nor_locale_nor_time_zone_changes_a_document() -> None:
    printed = {
        subprocess.run(
            [sys.executable, "-c", PRINT_TEXTS],
            env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone},
            check=True,
            capture_output=True,
        ).stdout
        for seed, locale, zone in (("0", "C", "UTC"), ("7", "C.UTF-8", "Asia/Seoul"))
    }
    assert len(printed) == 1


def test_importing_the_table_loads_no_reader() -> None:
    program = "import sys, kg.documents; print([m for m in sys.modules if m.endswith('.html')])"
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    assert done.stdout == "[]\n"
