"""One set-up at a time: a lock on a file, let go by the system also when its holder is killed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from notecheck.errors import SetupError


@contextmanager
def exclusive(path: Path, *, patient: bool = False) -> Iterator[None]:
    """Hold the lock file at ``path``.

    Args:
        patient: Wait for another holder to finish.

    Raises:
        SetupError: Somebody else holds it, and we are not patient.
    """
    with path.open("a+b") as file:
        try:
            _lock(file.fileno(), patient)
        except OSError as error:
            raise SetupError(
                "another `notecheck setup` is running", remedy="Wait until it has finished.", place=str(path)
            ) from error
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int, patient: bool) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_LOCK if patient else msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int, patient: bool) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX if patient else fcntl.LOCK_EX | fcntl.LOCK_NB)
