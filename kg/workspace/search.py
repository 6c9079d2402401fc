"""Which workspace a command runs in."""

from pathlib import Path

from kg.errors import KgError, Where
from kg.workspace import config
from kg.workspace.workspace import CONFIG, Workspace


def find(path: str | Path = ".") -> Workspace:
    """The workspace of the nearest folder, from `path` upwards, that has a `kg.toml`.

    Raises KgError where there is none, and where its `kg.toml` is wrong.
    """
    start = Path(path)
    try:
        absolute = start.resolve(strict=True)
    except OSError as error:
        raise KgError("no-folder", f"{error.strerror}", Where(str(path))) from None
    for folder in (absolute, *absolute.parents):
        if (folder / CONFIG).is_file():
            return Workspace(folder, config.read(folder / CONFIG, CONFIG))
    raise KgError(
        "no-workspace",
        f"no {CONFIG} here or in any folder above",
        Where(str(path)),
        "kg init makes a workspace",
    )
