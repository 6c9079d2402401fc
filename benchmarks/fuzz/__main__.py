"""Hostile inputs by the thousand: what `kg` does with mutants of good ones.

python benchmarks/fuzz [KIND…] [--count 2000] [--seed 0] [--jobs 2] [--keep FOLDER]

Prints how many runs of each kind ended with which exit code, and the slowest. A run that ends with
another code than 0, 1 or 2, prints a traceback, dies or takes more than 10 s is a failure: its
input, made as small as it may be and fail the same way, is kept in a folder. The exit is 1 where
there is one. `--only SEED` runs one mutant and shows what it prints.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from formats import KINDS
from outcome import Outcome, failure
from runs import Runner, Trial
from shrink import shrunk


class Failure(NamedTuple):
    """What failed, why, and the smallest input found that fails so."""

    trial: Trial
    args: tuple[str, ...]
    why: str
    data: bytes


class Tally(NamedTuple):
    """What came of the mutants of a kind."""

    codes: Counter[int]
    slowest: list[tuple[float, str]]
    failures: list[Failure]


def tried(trials: list[Trial], folder: Path, most: int) -> Tally:
    """Runs these mutants in one process; of the first `most` failures the input is made small."""
    runner = Runner(folder)
    tally = Tally(Counter(), [], [])
    seen: Counter[str] = Counter()
    for trial in trials:
        call, data = trial.made()
        outcome = runner.run(call, data)
        tally.codes[outcome.code] += 1
        tally.slowest.append((outcome.seconds, trial.seed))
        why = failure(outcome)
        if why:
            seen[why[:60]] += 1
            if seen[why[:60]] == 1 and len(seen) <= most:
                data = shrunk(data, lambda smaller, c=call, w=why: _same(runner.run(c, smaller), w))
            tally.failures.append(Failure(trial, call.args, why, data))
    runner.close()
    return tally


def _same(outcome: Outcome, why: str) -> bool:
    return failure(outcome)[:60] == why[:60]


def _merged(parts: Iterator[Tally]) -> Tally:
    whole = Tally(Counter(), [], [])
    for part in parts:
        whole.codes.update(part.codes)
        whole.slowest.extend(part.slowest)
        whole.failures.extend(part.failures)
    return whole


def main() -> int:
    """The exit code: 1 where a run failed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", default="0")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, default=Path("fuzz-failures"))
    parser.add_argument("--only", metavar="SEED", help="such as rdf-0-17")
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        if options.only:
            return _show(options.only, Path(folder))
        for kind in options.kinds or KINDS:
            names = [f"{kind}-{options.seed}-{number}" for number in range(options.count)]
            trials = [Trial(kind, name) for name in names]
            shares = [trials[job :: options.jobs] for job in range(options.jobs)]
            with ThreadPoolExecutor(options.jobs) as pool:
                runs = [
                    pool.submit(tried, share, Path(folder) / f"{kind}{job}", 5)
                    for job, share in enumerate(shares)
                ]
                tally = _merged(run.result() for run in runs)
            _report(kind, tally, options.keep)
            failed += len(tally.failures)
    return int(failed > 0)


def _report(kind: str, tally: Tally, keep: Path) -> None:
    codes = ", ".join(f"exit {code}: {count}" for code, count in sorted(tally.codes.items()))
    slowest = max(tally.slowest)
    total = sum(seconds for seconds, _ in tally.slowest)
    print(f"{kind}: {codes}; {len(tally.failures)} failures; in all {total:.0f} s, "
          f"slowest {slowest[0]:.1f} s ({slowest[1]})", flush=True)  # fmt: skip
    for one in tally.failures:
        keep.mkdir(parents=True, exist_ok=True)
        path = keep / one.trial.seed
        path.write_bytes(one.data)
        print(f"  {path}: kg {' '.join(one.args)}: {one.why}", flush=True)


def _show(seed: str, folder: Path) -> int:
    trial = Trial(seed.split("-", 1)[0] if not seed.startswith("own-") else "own-shapes", seed)
    call, data = trial.made()
    runner = Runner(folder)
    outcome = runner.run(call, data)
    runner.close()
    sys.stdout.buffer.write(data)
    print(
        f"\nkg {' '.join(call.args)}: exit {outcome.code}, {outcome.seconds:.2f} s\n{outcome.err}"
    )
    return int(bool(failure(outcome)))


if __name__ == "__main__":
    raise SystemExit(main())
