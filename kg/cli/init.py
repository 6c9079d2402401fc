"""`kg init`: a new workspace with a working example."""

from pathlib import Path

import click

from kg.cli.session import say
from kg.workspace.init import make


@click.command("init")
@click.argument(
    "folder", default=".", metavar="[DIR]", type=click.Path(file_okay=False, path_type=Path)
)
def command(folder: Path) -> None:
    """Make a new workspace with a working example.

    In DIR (this folder by default) it makes kg.toml, a small document in data/documents and a
    query in queries. It never overwrites a file.

    \b
    kg init demo
    cd demo
    kg load
    kg query queries/acquired-by.rq
    """
    for path in make(folder):
        say(f"made {path.as_posix()}")
