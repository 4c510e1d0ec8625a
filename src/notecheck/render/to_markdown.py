"""A run as Markdown for a comment on a pull request or an issue.

What the note, its name or a rule says is escaped, so that nothing of it renders: no Markdown, no HTML, and no mention,
reference, emoji or link that a forge makes of plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from notecheck.render.fixes import fix_words
from notecheck.render.visible import one_line
from notecheck.render.wording import (
    TITLES,
    element_status,
    is_note,
    losses,
    measured,
    moved,
    name,
    not_measured,
    number,
    place,
    quoted,
    score_words,
    sentence,
    source,
    tally,
)
from notecheck.report import SEVERITIES, Element, Failure, Finding, Report, Run

SIGNS = {"error": "🔴", "warning": "🟠", "info": "🔵", "hint": "⚪"}
STATUS_SIGNS = {"present": "✅", "weak": "⚠️", "missing": "❌", "optional": "➖"}
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~$&]|:(?=\S)|(?<=www)\.|^[-+=]|(?<=^\d)[.)]|(?<=^\d\d)[.)]", re.IGNORECASE)
_REFERENCE = re.compile(r"(?<=[@#!$%&~:])(?=\w)|(?=@)|(?<=GH-)(?=\d)", re.IGNORECASE)
_NO_ROOM = "\u200b"
"""Parts ``@name``, ``a@b.org``, ``#12`` and ``:smile:``, which a forge looks for in what its escapes have left."""


def render(run: Run) -> str:
    """The whole run, with a final line end."""
    parts = [part for report in run.documents for part in _note(report)]
    if run.errors:
        parts += ["## Not checked", _list(map(_failure, run.errors))]
    return "\n\n".join(parts or ["No notes were checked."]) + "\n"


def escaped(text: str) -> str:
    """``text`` on one line, so that it shows as it is wherever it stands in a line."""
    return _REFERENCE.sub(_NO_ROOM, _SPECIAL.sub(r"\\\g<0>", one_line(text)))


def _note(report: Report) -> Iterator[str]:
    yield f"## {escaped(name(report))}"
    yield f"**{escaped(score_words(report.score))}**"
    if first := report.score.first:
        gain = "1 point" if first.points == 1 else f"{number(first.points)} points"
        yield f"**Do this first** ({gain}): {escaped(sentence(first.message))}"
    yield f"Findings: {tally(report.findings)}."
    if report.findings:
        yield "\n".join(["| Place | Finding | Better |", "| --- | --- | --- |", *_rows(report)])
    if elements := _elements(report):
        yield _details("Elements", elements)
    if is_note(report) and report.tone.axes:
        yield _details("Tone, from 0 to 100", _tone(report))
    if report.readability:
        yield _details("Readability", _list(map(escaped, measured(report) + not_measured(report))))
    if lost := losses(report.score):
        yield _details("Points lost", _list(map(escaped, lost)))
    if report.not_checked:
        yield _details(
            "Not checked",
            _list(
                f"**{escaped(item.what)}**: {escaped(sentence(item.why))} {escaped(sentence(item.remedy))}"
                for item in report.not_checked
            ),
        )


def _rows(report: Report) -> Iterator[str]:
    for finding in sorted(report.findings, key=lambda item: (SEVERITIES.index(item.severity), item.start, item.end)):
        message = f"{SIGNS[finding.severity]} {finding.severity}: {escaped(sentence(finding.message))}"
        yield f"| {place(report, finding)} | {message}<br>{escaped(source(finding))} | {_better(report, finding)} |"


def _better(report: Report, finding: Finding) -> str:
    fixes = [f"{lead}: {escaped(words)}" for lead, words in fix_words(report, finding)]
    return "<br>".join([escaped(finding.advice), *fixes] if finding.advice else fixes)


def _elements(report: Report) -> str:
    return _list(_element(item) for item in report.elements if is_note(report) or item.status != "missing")


def _element(element: Element) -> str:
    status = element_status(element)
    row = f"{STATUS_SIGNS[status]} {TITLES[element.id]}: {status}"
    for found in element.evidence[:1]:
        row += f", line {found.line}: {escaped(quoted(one_line(found.text), 80))}"
    if status == "present" and element.evidence and element.sure:
        return row
    return f"{row}{'' if element.evidence else '.'} {escaped(sentence(element.reason))}"


def _tone(report: Report) -> str:
    rows = ["| Axis | Score | Moved by |", "| --- | --- | --- |"]
    for axis, found in report.tone.axes.items():
        score = "none" if found.score is None else f"{found.score:.0f}"
        rows.append(f"| {axis.capitalize()} | {score} | {escaped(moved(report, axis))} |")
    return "\n".join(rows)


def _failure(failure: Failure) -> str:
    path = f"{escaped(failure.path)}: " if failure.path else ""
    return f"{path}{escaped(sentence(failure.message))} {escaped(sentence(failure.remedy))}"


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _details(title: str, text: str) -> str:
    return f"<details>\n<summary>{title}</summary>\n\n{text}\n\n</details>"
