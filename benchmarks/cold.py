"""What kg costs beyond the least that its work needs, and beside other engines: whole processes,
side by side.

python benchmarks/cold.py [--runs N]
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from pairs import measure
from peers import Asked, peers

CHECKOUT = Path(__file__).parents[1]
KG = Path(sys.executable).with_name("kg")

BARE_HELP = "import click"
BARE_QUERY = """
import sys, click, pyoxigraph
from pathlib import Path
current = Path(".kg/CURRENT").read_text().strip()
store = pyoxigraph.Store.read_only(f".kg/store/{current}")
text = Path("queries/mergers.rq").read_text(encoding="utf-8")
store.query(text).serialize(sys.stdout.buffer, pyoxigraph.QueryResultsFormat.CSV)
"""
BARE_EXTRACT = """
from pathlib import Path
from kiwipiepy import Kiwi
kiwi = Kiwi()
for line in Path("data/documents/kakao.txt").read_text(encoding="utf-8").splitlines():
    kiwi.tokenize(line)
"""


def workspace(folder: Path) -> None:
    """A workspace with the shipped document, loaded."""
    for name in ("data", "ontology", "queries"):
        shutil.copytree(CHECKOUT / name, folder / name)
    shutil.copy(CHECKOUT / "kg.toml", folder)
    subprocess.run([KG, "load"], cwd=folder, check=True, stderr=subprocess.DEVNULL)


def beside(folder: Path, query: list[str | Path], runs: int) -> None:
    """Prints a row for each peer: its time, and how many times as long as kg it takes."""
    subprocess.run([KG, "export", "facts.ttl"], cwd=folder, check=True)
    current = (folder / ".kg" / "CURRENT").read_text(encoding="utf-8").strip()
    scratch = folder / "scratch"
    scratch.mkdir()
    asked = Asked(
        folder / "queries" / "mergers.rq", folder / "facts.ttl",
        folder / ".kg" / "store" / current, scratch,
    )  # fmt: skip
    rows = lines([str(part) for part in query], folder)
    print(f"\n{'':<44} {'peer':>11} {'kg':>11} {'ratio':>6}")
    for name, command in peers(asked):
        if not command:
            print(f"{name:<44} not installed")
        elif (found := lines(command, folder)) != rows:
            print(f"{name:<44} {found} lines where {rows} are due: not measured")
        else:
            print(measure(f"{name} / kg query mergers", command, query, folder, runs))


def lines(command: list[str], folder: Path) -> int:
    """How many lines of CSV a command gives; 0 where it fails."""
    ran = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    return ran.stdout.count(b"\n") if not ran.returncode else 0


def main() -> None:
    """Prints a row for each comparison."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    python = sys.executable
    query = [KG, "query", "queries/mergers.rq"]
    extract = [KG, "extract", "data/documents/kakao.txt", "--format", "jsonl"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workspace(folder)
        rows = [
            ("kg --help / import click", [KG, "--help"], BARE_HELP, runs),
            ("kg query mergers / click and pyoxigraph", query, BARE_QUERY, runs),
            ("kg extract / Kiwi tokenizes the lines", extract, BARE_EXTRACT, max(3, runs // 3)),
        ]  # fmt: skip
        print(f"{'':<44} {'kg':>11} {'bare':>11} {'ratio':>6}")
        for title, ours, bare, times in rows:
            print(measure(title, ours, [python, "-c", bare], folder, times))
        beside(folder, query, max(3, runs // 3))


if __name__ == "__main__":
    main()
