"""How a long step tells how far it is; whoever asked for the step shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """``doing`` is a line for people. ``done`` and ``total`` count bytes; a ``total`` of None is not known."""

    doing: str
    done: int = 0
    total: int | None = None


Listener = Callable[[Progress], None]
"""Called from any thread, one call at a time."""


def ignore(progress: Progress) -> None:
    """The listener of a caller who does not want to know."""
