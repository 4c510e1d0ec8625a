"""The fixes of a finding: in words for people, and as plain replacements for programs."""

from __future__ import annotations

from collections.abc import Callable

from notecheck.render.locations import in_file
from notecheck.render.visible import one_line
from notecheck.render.wording import place, quoted, sentence
from notecheck.report import Edit, Finding, Fix, Report

FIXES = 3
"""How many fixes of a finding are shown to people; the JSON has them all."""

_SAFETIES = {"safe": "Fix", "suggested": "Suggestion", "ask": "Needs your facts"}


def applicable(finding: Finding) -> list[Fix]:
    """The fixes that a program may offer to apply: all but those that need what only the writer knows."""
    return [fix for fix in finding.fixes if fix.edits and fix.safety != "ask"]


def fix_words(
    report: Report, finding: Finding, *, quote: Callable[[str], str] = quoted, arrow: str = "→"
) -> list[tuple[str, str]]:
    """The first fixes of a finding, each as what sort it is and what it does.

    Args:
        report: Whose text is mended.
        finding: Whose fixes are told.
        quote: Makes words fit to show, in quotation marks.
        arrow: Stands between old and new.
    """
    lines: list[tuple[str, str]] = []
    shown = finding.fixes[:FIXES]
    alternatives = _alternatives(shown)
    if alternatives:
        old = quote(report.text[shown[0].edits[0].start : shown[0].edits[0].end])
        lines.append((_SAFETIES[shown[0].safety], f"{old} {arrow} {' or '.join(map(quote, alternatives))}"))
    else:
        lines += [(_SAFETIES[fix.safety], describe(report, fix, quote=quote, arrow=arrow)) for fix in shown]
    if len(finding.fixes) > FIXES:
        lines[-1] = (lines[-1][0], f"{lines[-1][1]} (and {len(finding.fixes) - FIXES} more)")
    return lines


def whole_message(report: Report, finding: Finding) -> str:
    """Message, advice and fixes on one line; the place leads where it is one in the text and not in the file."""
    lead = [] if in_file(report) else [f"{place(report, finding)}:"]
    told = [sentence(f"{label}: {words}") for label, words in fix_words(report, finding)]
    advice = [sentence(finding.advice)] if finding.advice else []
    return " ".join([*lead, sentence(finding.message), *advice, *told])


def joined(report: Report, fix: Fix) -> Edit:
    """All edits of a fix as one: it replaces everything from the first to the last."""
    edits = sorted(fix.edits, key=lambda edit: (edit.start, edit.end))
    text, at = "", edits[0].start
    for edit in edits:
        text += report.text[at : edit.start] + edit.text
        at = edit.end
    return Edit(start=edits[0].start, end=at, text=text)


def describe(report: Report, fix: Fix, *, quote: Callable[[str], str] = quoted, arrow: str = "→") -> str:
    """What a fix is for, where it says so, and what it does."""
    edits = "; ".join(_edit(report, edit, quote, arrow) for edit in fix.edits)
    description = one_line(fix.description).removesuffix(".")
    return f"{description}: {edits}" if description and edits else description or edits


def _alternatives(fixes: tuple[Fix, ...]) -> list[str]:
    """The new texts, where all fixes replace the very same words; else none."""
    edits = [fix.edits[0] for fix in fixes if len(fix.edits) == 1 and not fix.description]
    places = {(edit.start, edit.end, fix.safety) for edit, fix in zip(edits, fixes, strict=False)}
    replaces = all(edit.text and edit.end > edit.start for edit in edits)
    return [edit.text for edit in edits] if len(edits) == len(fixes) and len(places) == 1 and replaces else []


def _edit(report: Report, edit: Edit, quote: Callable[[str], str], arrow: str) -> str:
    old = quote(report.text[edit.start : edit.end])
    if not edit.text:
        return f"remove {old}"
    return f"{old} {arrow} {quote(edit.text)}" if edit.end > edit.start else f"add {quote(edit.text)}"
