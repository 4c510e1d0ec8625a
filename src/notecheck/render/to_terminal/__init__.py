"""Reports for people at a terminal; the only package that imports rich.

Words carry the meaning; colour and signs only repeat it. So the report reads the same without colour, in 80 columns and
aloud.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from notecheck.render.rule_page import RulePage
from notecheck.render.to_terminal.checklist import Item, show_checklist
from notecheck.render.to_terminal.note import show_note
from notecheck.render.to_terminal.picture import draw
from notecheck.render.to_terminal.rules import show_rule, show_rules
from notecheck.render.to_terminal.screen import Screen
from notecheck.render.to_terminal.summary import show_summary
from notecheck.render.to_terminal.tone import show_tone_report
from notecheck.report import Run, ToneRun

__all__ = ["Item", "draw", "render", "render_checklist", "render_rule", "render_rules", "render_tone"]


def render(run: Run, *, width: int = 80, color: bool = False, unicode: bool = True) -> str:
    """Every report of a run; over several inputs a summary ends it.

    Args:
        run: What to show.
        width: Cells of the terminal.
        color: Whether to write ANSI colours.
        unicode: Whether the terminal can show signs beyond ASCII.
    """
    screen = Screen(width=width, color=color, unicode=unicode)
    for number, report in enumerate(run.documents):
        if number:
            screen.blank()
            screen.line(screen.glyphs.rule * screen.width)
        show_note(screen, report)
    if len(run.documents) + len(run.errors) > 1:
        if run.documents:
            screen.blank()
            screen.line(screen.glyphs.rule * screen.width)
        show_summary(screen, run)
    return screen.text()


def render_rule(page: RulePage, *, width: int = 80, color: bool = False, unicode: bool = True) -> str:
    """The page of one rule."""
    screen = Screen(width=width, color=color, unicode=unicode)
    show_rule(screen, page)
    return screen.text()


def render_checklist(
    sections: Mapping[str, Sequence[Item]], *, width: int = 80, color: bool = False, unicode: bool = True
) -> str:
    """Titled lists of what is in order and what is not."""
    screen = Screen(width=width, color=color, unicode=unicode)
    show_checklist(screen, sections)
    return screen.text()


def render_rules(pages: Iterable[RulePage], *, width: int = 80, color: bool = False, unicode: bool = True) -> str:
    """The list of rules, by group."""
    screen = Screen(width=width, color=color, unicode=unicode)
    show_rules(screen, pages)
    return screen.text()


def render_tone(run: ToneRun, *, width: int = 80, color: bool = False, unicode: bool = True) -> str:
    """How each text of a run sounds."""
    screen = Screen(width=width, color=color, unicode=unicode)
    for number, report in enumerate(run.documents):
        if number:
            screen.blank()
        show_tone_report(screen, report)
    return screen.text()
