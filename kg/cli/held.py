"""Where the lines of claims go that were held back: a file to mend and to load again."""

from pathlib import Path

from kg.errors import KgError, Where
from kg.pipeline.inputs import STDIN
from kg.pipeline.report import FileReport

_HELD = ".held"


def set_aside(file: FileReport, data: Path) -> Path:
    """Writes the held lines, as they stood, beside their file, or in the current folder where that
    is the data folder (which a load reads) or there is none, as of standard input. An earlier file
    is never replaced; where one holds just these lines already, the file itself for one, it is
    that file.

    Raises KgError where the file cannot be written.
    """
    path = Path("claims.jsonl") if file.name == STDIN else Path(file.name)
    folder = path.parent if path.is_file() else Path()
    if file.name == STDIN or folder.resolve().is_relative_to(data.resolve()):
        folder = Path()
    stem = path.stem.removesuffix(_HELD)
    text = "".join(f"{line.text}\n" for line in file.held)
    if path.stem.endswith(_HELD) and _holds(path, text):
        return path
    number = 1
    while True:
        count = "" if number == 1 else f"-{number}"
        target = folder / f"{stem}{_HELD}{count}{path.suffix}"
        try:
            with target.open("x", encoding="utf-8") as held:
                held.write(text)
        except FileExistsError:
            if _holds(target, text):
                return target
            number += 1
        except OSError as error:
            target.unlink(missing_ok=True)
            raise KgError(
                "not-writable", f"cannot be written: {error.strerror}", Where(str(target)),
                "the lines named above were not loaded",
            ) from None  # fmt: skip
        else:
            return target


def _holds(path: Path, text: str) -> bool:
    """Whether a file has just this text."""
    try:
        return path.read_text(encoding="utf-8") == text
    except (OSError, ValueError):
        return False
