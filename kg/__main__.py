"""`python -m kg` and the `kg` script."""

import gc
import sys

_INTERRUPTED = 130

_COLLECTED = 50_000
"""New objects until the collector looks for cycles. Python's 700 make a short command spend a
tenth of its time on looking through what was just imported."""


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    gc.set_threshold(_COLLECTED)
    try:
        from kg.cli.main import main as run  # noqa: PLC0415  (Ctrl-C may come while it is imported)

        code = run()
    except KeyboardInterrupt:
        code = _INTERRUPTED
    sys.exit(code)


if __name__ == "__main__":
    main()
