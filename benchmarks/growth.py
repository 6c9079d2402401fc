"""How the time of reading grows with a text that is written to be slow to read.

python benchmarks/growth.py [FORM…] [--sizes 25 50 100] [--profile]

Each form is one way to make something long that is short in any real document: a sentence, a list,
a chain of clauses, the names of a text. Twice the text may cost little more than twice the time:
the last column is the exponent between the last two sizes, 1 for linear and 2 for quadratic.
"""

import argparse
import cProfile
import math
import pstats
import random
import sys
import time
from collections.abc import Callable

from kg.documents import read_bytes
from kg.extract import extract
from kg.ontology import load_schema, shipped
from kg.ontology.lexicon import load_lexicon

_SYLLABLES = "가나다라마바사아자차카타파하고노도로모보소오조초코토포호구누두루무부수우주추쿠투푸후"
_ENDS = ("소프트", "테크", "미디어", "은행", "전자", "물산", "바이오", "네트웍스")
_GIVEN = ("마르코", "토머스", "리처드", "헬레나", "안드레이", "세르조", "마르틴", "파올로")
_SURNAMES = "김이박최정강조윤장임"
_NAMES = "가람나래도윤서준하은지우민재"
_FOREIGN = "르크스프트벨렌핏슨턴젤릭밀톤"

Part = Callable[[random.Random], str]


def company(draw: random.Random) -> str:
    """A made-up name of a company."""
    return "".join(draw.choices(_SYLLABLES, k=3)) + draw.choice(_ENDS)


def person(draw: random.Random) -> str:
    """A made-up name of a Korean."""
    return draw.choice(_SURNAMES) + "".join(draw.choices(_NAMES, k=2))


def foreigner(draw: random.Random) -> str:
    """A made-up name of a foreigner."""
    return f"{draw.choice(_GIVEN)} {''.join(draw.choices(_SYLLABLES + _FOREIGN, k=3))}"


def day(draw: random.Random) -> str:
    """A date."""
    return f"{draw.randint(1950, 2022)}년 {draw.randint(1, 12)}월 {draw.randint(1, 28)}일"


FORMS: dict[str, tuple[str, Part, str]] = {
    "names": ("다온넷은 2014년 ", lambda d: f"{company(d)}, ", "나루넷을 인수했다."),
    "joined": ("다온넷은 2014년 ", lambda d: f"{company(d)}·", "나루넷을 인수했다."),
    "with": ("다온넷은 ", lambda d: f"{company(d)}와 ", "합병했다."),
    "of": ("다온넷은 2014년 ", lambda d: f"{company(d)}의 ", "자회사를 인수했다."),
    "quotes": ("", lambda d: f"‘{company(d)} 인수 ", "했다."),
    "double quotes": ("", lambda d: f"“{company(d)}를 인수했다. ", ""),
    "brackets": ("", lambda d: f"{company(d)}(2014년 {company(d)} 인수 ", "했다."),
    "clauses": ("다온넷은 ", lambda d: f"{company(d)}를 인수하고 ", "문을 닫았다."),
    "dated clauses": ("다온넷은 ", lambda d: f"{day(d)} {company(d)}를 인수했고, ", "컸다."),
    "gaps": ("다온넷은 ", lambda d: f"{day(d)} {company(d)}를, ", "인수했다."),
    "relatives": ("", lambda d: f"{company(d)}가 인수한 ", "다온넷이 문을 닫았다."),
    "heads": ("2014년 ", lambda d: f"{company(d)} 대표, ", "다온넷을 설립했다."),
    "persons": ("", lambda d: f"{person(d)} {company(d)} 대표, ", "다온넷을 설립했다."),
    "foreigners": ("", lambda d: f"{foreigner(d)}, ", "다온넷 대표가 물러났다."),
    "foreign heads": ("", lambda d: f"{foreigner(d)} {company(d)} 대표, ", "물러났다."),
    "foreign lines": ("", lambda d: f"{foreigner(d)} {company(d)} 대표 취임\n", ""),
    "personnel": ("◆ 다온넷 ◇ 승진 ", lambda d: f"▲ 전무 {person(d)} ", ""),
    "surnames": ("", lambda d: f"{person(d)} 대표가 다온넷을 세웠다.\n김 대표는 떠났다.\n", ""),
    "dates": ("", lambda d: f"{day(d)}, ", "다온넷을 설립했다."),
    "years": ("", lambda d: f"{d.randint(1950, 2022)} ", "다온넷을 설립했다."),
    "amounts": ("", lambda d: f"{d.randint(1, 999)}억 원, ", "다온넷에 투자했다."),
    "cells": ("", lambda d: f"{company(d)} | 인수 | ", "\n"),
    "menus": ("다온넷은 나루넷을 인수했다.\n", lambda _: "회사 | 소식 | " * 8 + "\n", ""),
    "latin": ("", lambda d: f"{''.join(d.choices('ABCDE', k=5))} ", "다온넷을 설립했다."),
    "digits": ("다온넷은 ", lambda _: "1", "개 회사를 인수했다."),
    "one word": ("다온넷은 ", lambda d: d.choice(_SYLLABLES), " 회사를 인수했다."),
    "same event": ("", lambda d: f"{d.randint(1950, 2022)}년 다온넷 나루넷 인수\n", ""),
    "one buyer": ("", lambda d: f"다온넷은 {day(d)} {company(d)}를 인수했다.\n", ""),
    "undated": ("", lambda d: f"다온넷은 {company(d)}를 인수했다. ", ""),
    "renamed": ("", lambda d: f"{company(d)}는 사명을 {company(d)}로 바꿨다.\n", ""),
    "launches": ("", lambda d: f"다온넷은 {day(d)} '{company(d)}' 서비스를 출시했다.\n", ""),
    "milestones": ("", lambda d: f"다온넷은 가입자 {d.randint(1, 9999)}만 명을 넘었다.\n", ""),
    "bought persons": ("", lambda d: f"{person(d)} 대표는 {company(d)}를 떠났다.\n", ""),
    "also called": ("", lambda d: f"{company(d)}(이하 {company(d)})를 인수했다.\n", ""),
}  # fmt: skip
"""What stands before, what is repeated, what stands after."""


def text_of(name: str, size: int) -> str:
    """The text of a form that has at least this many bytes of UTF-8; always the same."""
    before, part, after = FORMS[name]
    draw = random.Random(7)  # noqa: S311 (a text to read, no secret)
    parts, length = [before], len((before + after).encode())
    while length < size:
        parts.append(part(draw))
        length += len(parts[-1].encode())
    return "".join([*parts, after])


def main() -> int:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("forms", nargs="*", metavar="FORM", help=", ".join(FORMS))
    parser.add_argument("--sizes", type=int, nargs="+", default=[25, 50, 100], help="in kB")
    parser.add_argument("--profile", action="store_true", help="what the time of the last goes to")
    options = parser.parse_args()
    if unknown := set(options.forms) - set(FORMS):
        parser.error(f"no form {', '.join(sorted(unknown))}; there are: {', '.join(FORMS)}")
    folder = shipped("ontology")
    schema, lexicon = load_schema(folder), load_lexicon(folder / "lexicon" / "ko")
    extract(read_bytes("다온넷은 2014년 푸른뮤직을 인수했다.".encode(), "warm"), lexicon, schema)
    print(f"{'seconds for kB':<16}", *(f"{size:>8}" for size in options.sizes), "  exponent")
    for name in options.forms or FORMS:
        taken: list[float] = []
        profile = cProfile.Profile()
        print(f"{name:<16}", end=" ", flush=True)
        for size in options.sizes:
            document = read_bytes(text_of(name, 1000 * size).encode(), "text")
            if options.profile and size == options.sizes[-1]:
                profile.enable()
            start = time.process_time()
            extract(document, lexicon, schema)
            taken.append(time.process_time() - start)
            profile.disable()
            print(f"{taken[-1]:>8.2f}", end=" ", flush=True)
        print(f"  {_exponent(taken, options.sizes):>8.2f}", flush=True)
        if options.profile:
            pstats.Stats(profile).sort_stats("tottime").print_stats(15)
    return 0


def _exponent(taken: list[float], sizes: list[int]) -> float:
    if len(taken) < 2:
        return math.nan
    return math.log(taken[-1] / taken[-2]) / math.log(sizes[-1] / sizes[-2])


if __name__ == "__main__":
    sys.exit(main())
