"""The findings of a report, each with its place, the words it is about, and what to do."""

from __future__ import annotations

from functools import partial

from notecheck.render.fixes import fix_words
from notecheck.render.to_terminal.frame import make_frame, shorten
from notecheck.render.to_terminal.screen import Screen, joined, styled
from notecheck.render.visible import one_line, visible
from notecheck.render.wording import place, source, tally
from notecheck.report import SEVERITIES, Finding, Report

STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan", "hint": "bold"}


def show_findings(screen: Screen, report: Report) -> None:
    """Write the findings, the gravest first, and by place within a severity."""
    screen.heading(f"Findings: {tally(report.findings)}")
    advised: set[str] = set()
    for finding in sorted(report.findings, key=lambda item: (SEVERITIES.index(item.severity), item.start, item.end)):
        _finding(screen, report, finding)
        if finding.advice and finding.advice not in advised:  # Once is enough for ten slips of the pen.
            screen.item("    Better: ", one_line(finding.advice))
        advised.add(finding.advice)
        for lead, fix in fix_words(report, finding, quote=partial(_words, screen), arrow=screen.glyphs.arrow):
            screen.item(f"    {lead}: ", fix)


def _finding(screen: Screen, report: Report, finding: Finding) -> None:
    screen.blank()
    label = joined("  ", styled(f"{finding.severity}:", STYLES[finding.severity]), " ")
    screen.item(label, styled(one_line(finding.message), "bold"))
    screen.line(styled(f"{place(report, finding)} {screen.glyphs.dot} {source(finding)}", "dim"), indent=4)
    if finding.end > finding.start or finding.fixes:  # What is missing from the whole note has no words to show.
        _frame(screen, report, finding)


def _frame(screen: Screen, report: Report, finding: Finding) -> None:
    label = f"    {finding.line} {screen.glyphs.bar} "
    frame = make_frame(
        report.text, finding.start, finding.end, width=screen.width - len(label), cut=screen.glyphs.cut
    )  # fmt: skip
    style = STYLES[finding.severity]
    screen.verbatim(joined(styled(label, "dim"), frame.before, styled(frame.words, style), frame.after))
    margin = f"{' ' * (len(label) - 2)}{screen.glyphs.bar} "
    screen.verbatim(joined(styled(margin, "dim"), " " * frame.indent, styled("^" * frame.carets, style)))


def _words(screen: Screen, text: str) -> str:
    return f"{screen.glyphs.open}{shorten(visible(text), 60, cut=screen.glyphs.cut)}{screen.glyphs.close}"
