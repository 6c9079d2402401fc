"""How fast long texts are read, beside Kiwi's bare tokenization of the same text in the same run.

python benchmarks/throughput.py [--largest KB]

News in which one sentence in twelve holds a cue, and chronologies in which every line is an event,
of growing length; one line without an end; two processes beside one; a page without a cue.
"""

import argparse
import multiprocessing
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kg.documents import read_bytes
from kg.extract import extract
from kg.extract.lines.scan import rows_of
from kg.ontology import load_schema, shipped
from kg.ontology.lexicon import load_lexicon

_QUIET = (
    "업계 관계자는 비용 부담이 예전보다 커졌다고 말했다.",
    "주말 나들이객이 예년보다 크게 늘었다는 이야기도 들린다.",
    "이런 흐름은 다른 나라에서도 비슷하게 나타난다.",
    "금리와 환율이 함께 움직이면 셈법은 더 복잡해진다.",
    "교통이 불편하다는 지적은 여러 해 되풀이되어 왔다.",
    "소비자 취향은 지역과 연령에 따라 뚜렷하게 다르다는 조사도 있다.",
    "연구진은 표본이 작아 단정하기 어렵다고 덧붙였다.",
    "당국은 상황을 예의 주시하겠다는 원론적인 태도를 보였다.",
)
_TOLD = (
    "{a}는 {y}년 {m}월 {b}를 인수했다.",
    "{a}는 {y}년 {m}월 {b}와 합병한다고 밝혔다.",
    "{a}는 {y}년 자회사 {b}를 설립했다.",
    "{a}는 {y}년 사명을 {b}로 바꿨다.",
)
_ITEMS = (
    "{y}.{m:02d} {b} 인수",
    "{y}.{m:02d} {b} 설립",
    "{y}년 {m}월 {b} 합병",
    "{y}.{m:02d} 코스닥 상장",
    "{y}.{m:02d} 사명을 {b}로 변경",
    "{y}.{m:02d} '{b}' 서비스 출시",
)
_ENDS = ("소프트", "테크", "미디어", "은행", "전자", "물산", "바이오", "네트웍스")
_SYLLABLES = "가나다라마바사아자차카타파하고노도로모보소오조초코토포호구누두루무부수우주추쿠투푸후"


def _filled(draw: random.Random, form: str) -> str:
    names = ["".join(draw.choices(_SYLLABLES, k=3)) + draw.choice(_ENDS) for _ in range(2)]
    return form.format(a=names[0], b=names[1], y=draw.randint(1990, 2022), m=draw.randint(1, 12))


def news(draw: random.Random) -> str:
    """Three paragraphs of four sentences, one of the twelve an event."""
    sentences = [draw.choice(_QUIET) for _ in range(11)]
    sentences.insert(draw.randrange(12), _filled(draw, draw.choice(_TOLD)))
    return "\n".join(" ".join(sentences[at : at + 4]) for at in range(0, 12, 4)) + "\n"


def chronology(draw: random.Random) -> str:
    """One item."""
    return _filled(draw, draw.choice(_ITEMS)) + "\n"


def line(draw: random.Random) -> str:
    """Two sentences without a line's end, one of them an event."""
    return f"{draw.choice(_QUIET)} {_filled(draw, draw.choice(_TOLD))} "


def text_of(part: Callable[[random.Random], str], size: int) -> str:
    """Parts until the text has this many bytes of UTF-8; always the same."""
    draw = random.Random(7)  # noqa: S311 (a text to read, no secret)
    parts: list[str] = []
    length = 0
    while length < size:
        parts.append(part(draw))
        length += len(parts[-1].encode())
    return "".join(parts)


def seconds_of_reading(text: str) -> float:
    """How long extraction takes, everything loaded before."""
    folder = shipped("ontology")
    schema, lexicon = load_schema(folder), load_lexicon(folder / "lexicon" / "ko")
    extract(read_bytes("다온넷은 2014년 푸른뮤직을 인수했다.".encode(), "warm"), lexicon, schema)
    document = read_bytes(text.encode(), "text")
    start = time.perf_counter()
    extract(document, lexicon, schema)
    return time.perf_counter() - start


def seconds_of_kiwi(text: str) -> float:
    """How long Kiwi takes to tokenize each line, loaded before."""
    from kiwipiepy import Kiwi  # noqa: PLC0415 (what it is measured against, and nothing else)

    kiwi = Kiwi(num_workers=1)
    kiwi.tokenize("다온넷")
    start = time.perf_counter()
    for one in text.splitlines():
        kiwi.tokenize(one)
    return time.perf_counter() - start


def _table(largest: int) -> None:
    print(f"{'text':<12}{'kB':>7}{'kg s':>9}{'kB/s':>8}{'Kiwi s':>9}{'Kiwi/kg':>9}")
    for name, part in (("news", news), ("chronology", chronology), ("one line", line)):
        for size in (10, 100, 1000, 10_000):
            if size > largest:
                continue
            text = text_of(part, 1000 * size)
            ours, bare = seconds_of_reading(text), seconds_of_kiwi(text)
            rates = f"{size / ours:>8.0f}{bare:>9.2f}{bare / ours:>9.2f}"
            print(f"{name:<12}{size:>7}{ours:>9.2f}{rates}", flush=True)


def _processes() -> None:
    text = text_of(news, 300_000)
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        pool.map(seconds_of_reading, ["가"] * 2)  # both have loaded everything
        (alone,) = pool.map(seconds_of_reading, [text])
        pair = pool.map(seconds_of_reading, [text] * 2)
    print(f"two processes: {2 * alone / max(pair):.2f} times one (on {os.cpu_count()} cores)")


def _quiet_page() -> None:
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.txt"
        page.write_text(text_of(lambda draw: draw.choice(_QUIET) + "\n", 4000), encoding="utf-8")
        times = []
        for _ in range(5):
            start = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "kg", "extract", page], check=True, stderr=subprocess.DEVNULL
            )
            times.append(time.perf_counter() - start)
    print(f"a page without a cue, whole process: {1000 * sorted(times)[2]:.0f} ms")


def main() -> int:
    """Prints the figures."""
    lexicon = load_lexicon(shipped("ontology") / "lexicon" / "ko")
    pages = {
        sentence: rows_of(read_bytes(sentence.encode(), "one"), lexicon) for sentence in _QUIET
    }
    loud = [sentence for sentence, rows in pages.items() if any(row.cue for row in rows)]
    assert not loud, f"these hold a cue by now, write others: {loud}"
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--largest", type=int, default=1000, help="kB of the longest text")
    _table(parser.parse_args().largest)
    _processes()
    _quiet_page()
    return 0


if __name__ == "__main__":
    sys.exit(main())
