"""Bytes as text: UTF-8, its byte order mark dropped, and nothing else changed."""

import codecs

from kg.errors import KgError, Where
from kg.model.document import line_starts, position

_OTHERS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def decode(data: bytes, name: str) -> str:
    """The text of these bytes. Raises KgError where they are binary or not UTF-8."""
    for mark, encoding in _OTHERS:
        if data.startswith(mark):
            raise KgError("not-utf-8", f"is {encoding}, not UTF-8", Where(name), "save it as UTF-8")
    if (at := data.find(b"\0")) >= 0:
        raise KgError("binary", f"is binary, not text: a NUL byte at byte {at}", Where(name))
    begin = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    try:
        return data[begin:].decode("utf-8")
    except UnicodeDecodeError as error:
        at = begin + error.start
        before = data[begin:at].decode("utf-8")
        line, column = position(line_starts(before), len(before))
        raise KgError(
            "not-utf-8",
            f"is not UTF-8: byte 0x{data[at]:02X} at byte {at}",
            Where(name, line, column),
            "save it as UTF-8; Korean files are often CP949: iconv -f CP949 -t UTF-8",
        ) from None
