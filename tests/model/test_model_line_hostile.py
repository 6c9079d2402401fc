"""Lines from anywhere: what no graph can hold is refused by name, and never by a crash."""

import json

import pytest

from kg.model.line import LineError, read

LINE = {
    "type": "Milestone",
    "document": "a.txt",
    "roles": {"subject": ["가온"]},
    "value": 7,
    "extractedBy": "x",
    "evidence": [{"start": 0, "end": 2, "quote": "가온"}],
}


def text_with(**changes: object) -> str:
    return json.dumps(LINE | changes)


def read_line(text: str) -> object:
    return read(text, lambda *_: "Company", lambda *_: True)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (text_with(roles={"subject": ["\ud800"]}), ""),
        (text_with(extractedBy="\udfff"), ""),
        (text_with(roles={"subject": ["가\0온"]}), "roles.subject"),
        (text_with().replace('"value": 7', '"value": 1e40'), "value"),
        (text_with().replace('"value": 7', '"value": -1e999999999'), "value"),
        (text_with().replace('"value": 7', '"value": 1e-41'), "value"),
        (text_with().replace('"value": 7', '"value": ' + "9" * 5000), ""),
        ("[" * 200_000, ""),
    ],
)
def test_refused(text: str, path: str) -> None:
    with pytest.raises(LineError) as caught:
        read_line(text)
    assert caught.value.path == path


@pytest.mark.parametrize(
    "text",
    [
        text_with(roles={"subject": ["😀"]}),
        text_with().replace('"value": 7', '"value": 99999999999999999999.000000000000000001'),
        text_with().replace('"value": 7', '"value": 0e-30'),
    ],
)
def test_allowed(text: str) -> None:
    read_line(text)
