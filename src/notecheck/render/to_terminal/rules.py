"""Rules for people: the list of all, and the page of one."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len

from notecheck.render.rule_page import Example, RulePage
from notecheck.render.to_terminal.findings import STYLES
from notecheck.render.to_terminal.screen import Screen, joined, styled
from notecheck.render.visible import one_line


def show_rule(screen: Screen, page: RulePage) -> None:
    """Write the page of one rule."""
    screen.line(styled(one_line(page.title), "bold underline"))
    kind = f", {page.kind.replace('_', ' ')}" + ("" if page.notes_only else ", for any text")
    screen.line(joined(styled(page.id, "bold"), ", ", styled(page.severity, STYLES[page.severity]), kind))
    if page.aliases:
        screen.line(f"Formerly {', '.join(page.aliases)}")
    screen.blank()
    screen.item(styled("Says    ", "bold"), one_line(page.message))
    screen.item(styled("Why     ", "bold"), one_line(page.why))
    screen.item(styled("Better  ", "bold"), one_line(page.advice))
    _examples(screen, "Fires on", page.fires)
    _examples(screen, "Stays silent on", page.passes)


def show_rules(screen: Screen, pages: Iterable[RulePage]) -> None:
    """Write one line a rule, by group."""
    pages = sorted(pages, key=lambda page: page.id)
    widest = max((cell_len(page.id) for page in pages), default=0)
    group = None
    for page in pages:
        if page.id.partition(".")[0] != group:
            if group is not None:
                screen.blank()
            group = page.id.partition(".")[0]
            screen.line(styled(group, "bold"))
        severity = styled(f"{page.severity:<8}", STYLES[page.severity])
        screen.item(joined(f"  {page.id:<{widest}}  ", severity, " "), one_line(page.title))


def _examples(screen: Screen, title: str, examples: tuple[Example, ...]) -> None:
    if not examples:
        return
    screen.heading(title)
    for example in examples:
        screen.item(f"  {screen.glyphs.dot} ", one_line(example.text))
        for other in example.others:
            screen.item("      along with ", one_line(other))
        if example.at:
            flagged = ", ".join(screen.quote(words) for words in example.at)
            screen.item(f"      {screen.glyphs.arrow} ", styled(flagged, "yellow"))
