"""Saved queries: files that end in `.rq`, known by their names without it."""

from collections.abc import Sequence
from pathlib import Path

from kg.errors import KgError, Where

SUFFIX = ".rq"


def saved(folders: Sequence[Path]) -> dict[str, Path]:
    """The saved queries by name, in order of their names; an earlier folder hides a later one."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.glob(f"*{SUFFIX}")):
            found.setdefault(path.stem, path)
    return dict(sorted(found.items()))


def find(name: str, folders: Sequence[Path]) -> Path:
    """The file of a saved query. Raises KgError naming the nearest where there is none such."""
    for folder in folders:
        path = folder / f"{name}{SUFFIX}"
        if path.is_file() and "/" not in name:
            return path
    raise _unknown(name, tuple(saved(folders)))


def _unknown(name: str, names: tuple[str, ...]) -> KgError:
    import difflib  # noqa: PLC0415  (3 ms, for a misspelling only)

    stem = Path(name).name.removesuffix(SUFFIX)
    near = difflib.get_close_matches(stem, names, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]}?" if near else "kg query --list shows the saved ones"
    what = "no such file" if name.endswith(SUFFIX) or "/" in name else "no saved query and no file"
    return KgError("no-query", what, Where(name), hint)
