"""Run a command, and end it as soon as our standard input ends: that is when whoever started us ends, however it ends.

Run as a script by an isolated interpreter (``python -I -S warden.py COMMAND …``); only the standard library is there.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from types import FrameType

_PR_SET_PDEATHSIG = 1


def main() -> int:
    """The exit status of the command."""
    process = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, preexec_fn=_end_with_parent())  # noqa: PLW1509 (no thread runs yet)

    def end(number: int, frame: FrameType | None) -> None:
        process.kill()

    signal.signal(signal.SIGTERM, end)
    threading.Thread(target=_end_with_input, args=(process,), daemon=True).start()
    return abs(process.wait())


def _end_with_input(process: subprocess.Popen[bytes]) -> None:
    # Not `sys.stdin`: its lock would be held while the interpreter ends.
    while os.read(0, 4096):
        pass
    process.kill()


def _end_with_parent() -> Callable[[], None] | None:
    """On Linux the command also ends when the warden itself is killed."""
    if not sys.platform.startswith("linux"):
        return None
    import ctypes

    libc, parent = ctypes.CDLL(None), os.getpid()

    def before_exec() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)

    return before_exec


if __name__ == "__main__":
    sys.exit(main())
