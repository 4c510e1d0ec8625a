"""Signs of life during long work, on stderr and only where a person watches."""

from __future__ import annotations

import sys
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn
from rich.text import Text

from notecheck.render.visible import one_line


class Activity:
    """What goes on now, as one line that is gone in the end. Without a terminal, nothing is written.

    Args:
        color: Whether to use colours.
        shown: Whether a person watches stderr.
    """

    def __init__(self, *, color: bool, shown: bool) -> None:
        console = Console(file=sys.stderr, no_color=not color, highlight=False, markup=False, emoji=False)
        columns = (SpinnerColumn(), _Words(), BarColumn(), DownloadColumn(), TimeRemainingColumn())
        self._progress = Progress(*columns, console=console, transient=True, disable=not shown)
        self._plain = Progress(SpinnerColumn(), _Words(), console=console, transient=True, disable=not shown)
        self._live: Progress | None = None
        self._task = self._plain.add_task("", total=None)
        self._bar = self._progress.add_task("", total=None)

    def __enter__(self) -> Activity:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def say(self, doing: str, *, done: int = 0, total: int | None = None) -> None:
        """Show what goes on; with a ``total`` in bytes, how far it is."""
        shown, task = (self._plain, self._task) if total is None else (self._progress, self._bar)
        if self._live is not shown:
            self.stop()
            shown.start()
            self._live = shown
        shown.update(task, description=one_line(doing), completed=done, total=total)

    def stop(self) -> None:
        """Take the line away."""
        if self._live is not None:
            self._live.stop()
            self._live = None


class _Words(TextColumn):
    def __init__(self) -> None:
        super().__init__("{task.description}", markup=False)

    def render(self, task: object) -> Text:
        return Text(task.description)  # type: ignore[attr-defined]
