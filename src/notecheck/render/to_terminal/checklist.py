"""What is in order and what is not: the output of ``doctor`` and of a dry run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from notecheck.render.to_terminal.screen import Screen, joined, styled
from notecheck.render.visible import one_line

State = Literal["ok", "missing", "failed", "next", "else", "note"]

_STYLES = {"ok": "green", "missing": "yellow", "failed": "bold red", "next": "cyan", "else": "dim", "note": "dim"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line: its state, what it is about, and what to do where it is not in order."""

    state: State
    text: str
    remedy: str = ""


def show_checklist(screen: Screen, sections: Mapping[str, Sequence[Item]]) -> None:
    """Write each section under its title."""
    for number, (title, items) in enumerate(sections.items()):
        if number:
            screen.blank()
        screen.line(styled(one_line(title), "bold"))
        for item in items:
            screen.item(joined("  ", styled(f"{item.state:<9}", _STYLES[item.state])), one_line(item.text))
            if item.remedy:
                screen.item(" " * 11 + f"{screen.glyphs.arrow} ", one_line(item.remedy))
