"""`python -m kg` and the `kg` script."""

import sys

_INTERRUPTED = 130


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    try:
        from kg.cli.main import main as run  # noqa: PLC0415  (Ctrl-C may come while it is imported)

        code = run()
    except KeyboardInterrupt:
        code = _INTERRUPTED
    sys.exit(code)


if __name__ == "__main__":
    main()
