"""The findings of a report, each with its place, the words it is about, and what to do."""

from __future__ import annotations

from notecheck.render.to_terminal.frame import make_frame, shorten
from notecheck.render.to_terminal.numbers import STYLES, tally
from notecheck.render.to_terminal.screen import Screen, joined, styled
from notecheck.render.visible import one_line, visible
from notecheck.report import SEVERITIES, Edit, Finding, Fix, Report

FIXES = 3
"""How many fixes of a finding are shown; the JSON has them all."""

_SAFETIES = {"safe": "Fix", "suggested": "Suggestion", "ask": "Needs your facts"}


def show_findings(screen: Screen, report: Report) -> None:
    """Write the findings, the gravest first, and by place within a severity."""
    screen.heading(f"Findings: {tally(report.findings)}")
    advised: set[str] = set()
    for finding in sorted(report.findings, key=lambda item: (SEVERITIES.index(item.severity), item.start, item.end)):
        _finding(screen, report, finding)
        if finding.advice and finding.advice not in advised:  # Once is enough for ten slips of the pen.
            screen.item("    Better: ", one_line(finding.advice))
        advised.add(finding.advice)
        for lead, fix in _fixes(screen, report, finding):
            screen.item(f"    {lead}: ", fix)


def _finding(screen: Screen, report: Report, finding: Finding) -> None:
    screen.blank()
    label = joined("  ", styled(f"{finding.severity}:", STYLES[finding.severity]), " ")
    screen.item(label, styled(one_line(finding.message), "bold"))
    source = finding.rule if finding.engine_rule is None else f"{finding.rule} ({finding.engine} {finding.engine_rule})"
    screen.line(styled(f"{_place(report, finding)} {screen.glyphs.dot} {one_line(source)}", "dim"), indent=4)
    if finding.end > finding.start or finding.fixes:  # What is missing from the whole note has no words to show.
        _frame(screen, report, finding)


def _place(report: Report, finding: Finding) -> str:
    line = report.text.replace("\r\n", " \n").replace("\r", "\n")
    last = finding.line + line.count("\n", finding.start, finding.end)
    return f"line {finding.line}, column {finding.column}" + (f", to line {last}" if last > finding.line else "")


def _frame(screen: Screen, report: Report, finding: Finding) -> None:
    label = f"    {finding.line} {screen.glyphs.bar} "
    frame = make_frame(
        report.text, finding.start, finding.end, width=screen.width - len(label), cut=screen.glyphs.cut
    )  # fmt: skip
    style = STYLES[finding.severity]
    screen.verbatim(joined(styled(label, "dim"), frame.before, styled(frame.words, style), frame.after))
    margin = f"{' ' * (len(label) - 2)}{screen.glyphs.bar} "
    screen.verbatim(joined(styled(margin, "dim"), " " * frame.indent, styled("^" * frame.carets, style)))


def _fixes(screen: Screen, report: Report, finding: Finding) -> list[tuple[str, str]]:
    lines: list[tuple[str, str]] = []
    shown = finding.fixes[:FIXES]
    alternatives = _alternatives(shown)
    if alternatives:
        old = _words(screen, report.text[shown[0].edits[0].start : shown[0].edits[0].end])
        new = " or ".join(_words(screen, text) for text in alternatives)
        lines.append((_SAFETIES[shown[0].safety], f"{old} {screen.glyphs.arrow} {new}"))
    else:
        lines += [(_SAFETIES[fix.safety], _fix(screen, report, fix)) for fix in shown]
    if len(finding.fixes) > FIXES:
        lines[-1] = (lines[-1][0], f"{lines[-1][1]} (and {len(finding.fixes) - FIXES} more)")
    return lines


def _alternatives(fixes: tuple[Fix, ...]) -> list[str]:
    """The new texts, where all fixes replace the very same words; else none."""
    edits = [fix.edits[0] for fix in fixes if len(fix.edits) == 1 and not fix.description]
    places = {(edit.start, edit.end, fix.safety) for edit, fix in zip(edits, fixes, strict=False)}
    replaces = all(edit.text and edit.end > edit.start for edit in edits)
    return [edit.text for edit in edits] if len(edits) == len(fixes) and len(places) == 1 and replaces else []


def _fix(screen: Screen, report: Report, fix: Fix) -> str:
    edits = "; ".join(_edit(screen, report, edit) for edit in fix.edits)
    description = one_line(fix.description).removesuffix(".")
    return f"{description}: {edits}" if description and edits else description or edits


def _edit(screen: Screen, report: Report, edit: Edit) -> str:
    old = _words(screen, report.text[edit.start : edit.end])
    if not edit.text:
        return f"remove {old}"
    new = _words(screen, edit.text)
    return f"{old} {screen.glyphs.arrow} {new}" if edit.end > edit.start else f"add {new}"


def _words(screen: Screen, text: str) -> str:
    return f"{screen.glyphs.open}{shorten(visible(text), 60, cut=screen.glyphs.cut)}{screen.glyphs.close}"
