"""One report: score, what to do first, elements, tone, readability, findings, and what was not checked."""

from __future__ import annotations

from rich.cells import cell_len

from notecheck.render.to_terminal.findings import show_findings
from notecheck.render.to_terminal.frame import shorten
from notecheck.render.to_terminal.screen import Screen, joined, styled
from notecheck.render.to_terminal.tone import show_tone
from notecheck.render.visible import one_line
from notecheck.render.wording import (
    TITLES,
    element_status,
    is_note,
    losses,
    measured,
    name,
    not_measured,
    number,
    score_words,
    sentence,
)
from notecheck.report import Element, Report

STYLES = {"present": "green", "weak": "yellow", "missing": "red", "optional": "dim"}
BAR = 20


def show_note(screen: Screen, report: Report) -> None:
    """Write one report."""
    screen.line(styled(name(report), "bold underline"))
    _score(screen, report)
    _first(screen, report)
    _elements(screen, report)
    if is_note(report) and report.tone.axes:
        show_tone(screen, report)
    _readability(screen, report)
    show_findings(screen, report)
    if report.not_checked:
        screen.heading("Not checked")
        for item in report.not_checked:
            why = joined(styled(one_line(item.what), "bold"), ": ", sentence(item.why), " ", sentence(item.remedy))
            screen.item(f"  {screen.glyphs.weak} ", why)


def band_style(total: float) -> str:
    """The colour of a score, a matter of taste and no judgement: the band's name says it in words."""
    return "bold green" if total >= 75 else "bold yellow" if total >= 50 else "bold red"


def _score(screen: Screen, report: Report) -> None:
    score = report.score
    if score.total is None:
        screen.line(joined(styled("No score. ", "bold"), sentence(score.reason or "")), indent=2)
        return
    full = round(score.total / 100 * BAR)
    bar = screen.glyphs.full * full, screen.glyphs.empty * (BAR - full)
    style = band_style(score.total)
    screen.line(joined(styled(score_words(score), style), "  ", styled(bar[0], style), styled(bar[1], "dim")), indent=2)
    if lost := losses(score):
        screen.item("  Points lost: ", "; ".join(lost) + ".")


def _first(screen: Screen, report: Report) -> None:
    first = report.score.first
    if first is None:
        return
    screen.heading("Do this first")
    gain = f"  ({number(first.points)} {'point' if first.points == 1 else 'points'})"
    screen.item(f"  {screen.glyphs.arrow} ", joined(styled(one_line(first.message), "bold"), styled(gain, "dim")))
    same = [item for item in report.findings if item.rule == first.rule and item.start == first.start]
    if same:
        screen.line(f"Line {same[0].line}. {sentence(same[0].advice)}", indent=5)


def _elements(screen: Screen, report: Report) -> None:
    shown = [item for item in report.elements if is_note(report) or item.status != "missing"]
    if not shown:
        return
    screen.heading("Elements")
    for item in shown:
        _element(screen, item)


def _element(screen: Screen, element: Element) -> None:
    status = element_status(element)
    sign = getattr(screen.glyphs, status)
    label = joined("  ", styled(f"{sign} {status:<8}", STYLES[status]), f"  {TITLES[element.id]:<15} ")
    room = screen.width - label.cell_len
    lines = []
    for evidence in element.evidence[:1]:
        more = f" (and {len(element.evidence) - 1} more)" if len(element.evidence) > 1 else ""
        lead = f"line {evidence.line}: {screen.glyphs.open}"
        space = room - cell_len(lead) - cell_len(more) - 1
        words = shorten(one_line(evidence.text), max(space, 24), cut=screen.glyphs.cut)
        lines.append(f"{lead}{words}{screen.glyphs.close}{more}")
    if status != "present" or not lines or not element.sure:
        lines.append(one_line(element.reason))
    for line in lines:
        screen.item(label, line)
        label = joined(" " * label.cell_len)


def _readability(screen: Screen, report: Report) -> None:
    if not report.readability:
        return
    screen.heading("Readability")
    if numbers := measured(report):
        screen.line(f" {screen.glyphs.dot} ".join(numbers), indent=2)
    for reason in not_measured(report):
        screen.line(reason, indent=2)
