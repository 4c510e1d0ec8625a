"""The end of a run over several inputs: one line a note, and what could not be checked."""

from __future__ import annotations

from rich.cells import cell_len

from notecheck.render.to_terminal.frame import shorten_path
from notecheck.render.to_terminal.note import band_style
from notecheck.render.to_terminal.screen import Screen, joined, styled
from notecheck.render.visible import one_line
from notecheck.render.wording import counted, name, number, tally
from notecheck.report import Report, Run


def show_summary(screen: Screen, run: Run) -> None:
    """Write the summary."""
    failed = f", {counted(len(run.errors), 'input')} not checked" if run.errors else ""
    title = f"Summary: {counted(len(run.documents), 'note')} checked{failed}"
    screen.line(styled(title, "bold"))
    paths = list(map(name, run.documents))
    widest = min(max(map(cell_len, paths), default=0), screen.width // 2)
    for path, report in zip(paths, run.documents, strict=True):
        _note(screen, shorten_path(path, widest, cut=screen.glyphs.cut), widest, report)
    for failure in run.errors:
        line = f"{one_line(failure.path)}: {one_line(failure.message)}"
        screen.item(joined("  ", styled("not checked", "bold red"), "  "), line)


def _note(screen: Screen, path: str, widest: int, report: Report) -> None:
    score = report.score
    if score.total is None:
        total = styled(f"{'no score':>12}", "dim")
    else:
        total = styled(f"{number(score.total):>5} of 100", band_style(score.total))
    words = f"{one_line(score.band)}; " if score.band else ""
    gap = " " * (widest - cell_len(path))
    screen.item(joined("  ", path, gap, " ", total, "  "), f"{words}findings: {tally(report.findings)}")
