"""Ctrl-C while the engine computes."""

import os
import signal
import threading
from collections.abc import Iterator, MutableSet
from contextlib import contextmanager, suppress
from pathlib import Path

_INTERRUPTED = 130


@contextmanager
def interruptible() -> Iterator[MutableSet[Path]]:
    """Lets Ctrl-C end the process at once, with 130; files added to the set are removed then.

    Python runs its own handler between two of its instructions only, and one of them may be a
    query of minutes. A query holds nothing else that would have to be put in order first.
    """
    parts: set[Path] = set()
    if not hasattr(signal, "pthread_sigmask") or not _in_main_thread():
        yield parts
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    threading.Thread(target=_watch, args=(parts,), daemon=True).start()
    try:
        yield parts
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _watch(parts: set[Path]) -> None:
    signal.sigwait({signal.SIGINT})
    for part in tuple(parts):
        with suppress(OSError):
            part.unlink()
    os._exit(_INTERRUPTED)


def _in_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()
