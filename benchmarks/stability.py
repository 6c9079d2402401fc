"""The same input gives the same bytes: exports under other hash seeds, time zones, locales, orders.

python benchmarks/stability.py
"""

import hashlib
import itertools
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]
KG = Path(sys.executable).with_name("kg")
ENVIRONMENTS = [
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Seoul", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "42", "TZ": "America/Los_Angeles", "LC_ALL": "ko_KR.UTF-8"},
    {"PYTHONHASHSEED": "4096", "TZ": "Pacific/Kiritimati", "LC_ALL": "POSIX"},
    {"PYTHONHASHSEED": "random", "TZ": "Asia/Kolkata", "LC_ALL": "C.UTF-8"},
]


def digest(documents: list[Path], environ: dict[str, str], *options: str) -> str:
    """The SHA-256 of an export after the documents were loaded in this order, one load each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(CHECKOUT / "ontology", folder / "ontology")
        (folder / "kg.toml").write_text("", encoding="utf-8")
        (folder / "texts").mkdir()
        for document in documents:
            shutil.copy(document, folder / "texts")
            kg(folder, environ, "load", f"texts/{document.name}")
        return hashlib.sha256(kg(folder, environ, "export", *options)).hexdigest()


def kg(folder: Path, environ: dict[str, str], *arguments: str) -> bytes:
    """What the command prints."""
    command = [str(KG), *arguments]
    run = subprocess.run(
        command, cwd=folder, env={**os.environ, **environ}, check=True, capture_output=True
    )
    return run.stdout


def main() -> int:
    """Prints the digests; 1 where two of a kind differ."""
    cases = sorted((CHECKOUT / "tests/cases/extraction").glob("dev-*.txt"))[:2]
    documents = [CHECKOUT / "data/documents/kakao.txt", *cases]
    differing = 0
    for options in ((), ("--with-claims", "--format", "trig")):
        orders = itertools.cycle(itertools.permutations(documents))
        found = {digest(list(next(orders)), environ, *options) for environ in ENVIRONMENTS}
        print(f"kg export {' '.join(options)}: {len(ENVIRONMENTS)} runs, {len(found)} digest(s)")
        for one in sorted(found):
            print(f"  {one}")
        differing += len(found) - 1
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
