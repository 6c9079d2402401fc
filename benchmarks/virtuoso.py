"""Which saved queries Virtuoso answers as the embedded store does.

    python benchmarks/virtuoso.py WORKSPACE http://127.0.0.1:8890/sparql-auth

Needs a Virtuoso that runs (Debian: `virtuoso-t +configfile virtuoso.ini +foreground`), with
KG_ENDPOINT_USER and KG_ENDPOINT_PASSWORD, and a workspace with a graph. Gives it the graph, asks
both all saved queries and prints one line each: the outcome, and the rows of both.
"""

import csv
import io
import subprocess
import sys
from pathlib import Path

QUERIES = sorted(path.stem for path in (Path(__file__).parents[1] / "queries").glob("*.rq"))
GIVEN = {
    "profile": ["-p", "company=카카오"],
    "at": ["-p", "company=카카오", "-p", "date=2014-12-01"],
}
FACTS = "https://example.org/kg/facts"


def kg(workspace: str, *args: str) -> tuple[int, str, str]:
    """Exit code, output and messages of `kg ARGS` in the workspace."""
    command = [sys.executable, "-m", "kg", *args]
    done = subprocess.run(command, cwd=workspace, capture_output=True, timeout=60, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def outcome(workspace: str, url: str, name: str) -> str:
    """What Virtuoso makes of a saved query, beside the embedded store."""
    args = ("query", name, *GIVEN.get(name, []), "--format", "csv")
    code, remote, said = kg(workspace, *args, "--endpoint", url)
    if code:
        return f"refused: {' '.join(said.split())[:200]}"
    local = kg(workspace, *args)[1]
    there, here = (list(csv.reader(io.StringIO(text))) for text in (remote, local))
    counts = f"({len(there) - 1} rows, {len(here) - 1} embedded)"
    if there == here:
        return f"same {counts}"
    if sorted(there) == sorted(here):
        return f"same rows in another order {counts}"
    only = [row for row in there if row not in here], [row for row in here if row not in there]
    return f"differs {counts}; first of each: {only[0][:1]} {only[1][:1]}"


def main() -> None:
    """Gives the graph and compares."""
    workspace, url = sys.argv[1:3]
    to = ("--endpoint", url, "--facts-graph", FACTS, "--batch", "1000", "--replace")
    code, _, said = kg(workspace, "load", *to)
    print(said.strip())
    if code:
        sys.exit(code)
    for name in QUERIES:
        print(f"{name}: {outcome(workspace, url, name)}", flush=True)


if __name__ == "__main__":
    main()
