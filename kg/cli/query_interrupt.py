"""Ctrl-C while the engine computes."""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_INTERRUPTED = 130


@contextmanager
def interruptible() -> Iterator[None]:
    """Lets Ctrl-C end the process at once, with 130.

    Python runs its own handler between two of its instructions only, and one of them may be a
    query of minutes. A query holds nothing that would have to be put in order first.
    """
    if not hasattr(signal, "pthread_sigmask") or not _in_main_thread():
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    threading.Thread(target=_watch, daemon=True).start()
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _watch() -> None:
    signal.sigwait({signal.SIGINT})
    os._exit(_INTERRUPTED)


def _in_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()
