"""A new workspace: a copy of the example that comes with kg, which works as it is."""

from pathlib import Path

from kg.errors import KgError, Where
from kg.store import durable
from kg.store.failures import told
from kg.workspace.workspace import CONFIG

_EXAMPLE = Path(__file__).parent / "example"
_RENAMED = {"gitignore": ".gitignore"}
"""Files that would take effect in kg's own folder under their true names."""


def make(folder: Path) -> tuple[Path, ...]:
    """Makes the folder a workspace and returns the files that were made, in order.

    A file that is there already stays as it is. `kg.toml` comes last: until it is there the folder
    is no workspace, and whoever was interrupted can begin again. Raises KgError where the folder
    is a workspace already, or may not be written.
    """
    if (folder / CONFIG).exists():
        raise KgError(
            "is-workspace",
            "is a workspace already",
            Where((folder / CONFIG).as_posix()),
            "kg load loads its data folder",
        )
    made = []
    with told(folder.as_posix()):
        for source in sorted(
            (path for path in _EXAMPLE.rglob("*") if path.is_file()),
            key=lambda path: (path.name == CONFIG, path),
        ):
            inside = source.relative_to(_EXAMPLE)
            target = folder / inside.with_name(_RENAMED.get(inside.name, inside.name))
            if target.exists() or "__pycache__" in inside.parts:
                continue
            durable.make_folder(target.parent)
            durable.write(target, source.read_bytes())
            made.append(target)
    return tuple(sorted(made))
