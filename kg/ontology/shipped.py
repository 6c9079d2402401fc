"""Where the folders lie that come with kg: `ontology` and `queries`."""

from pathlib import Path

import kg
from kg.errors import InternalError

FOLDERS = ("ontology", "queries")


def shipped(name: str) -> Path:
    """The folder of this name: in an installed wheel below the package, else beside the package.

    Raises InternalError where it is in neither place, which only a broken install can cause.
    """
    package = Path(kg.__file__).resolve().parent
    for folder in (package / "_shipped" / name, package.parent / name):
        if name in FOLDERS and folder.is_dir():
            return folder
    raise InternalError(
        "broken-install", f"the folder {name!r} that comes with kg is missing", hint="reinstall kg"
    )
