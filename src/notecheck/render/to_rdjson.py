"""A run as a DiagnosticResult of the Reviewdog Diagnostic Format, for review comments with suggestions.

Columns count bytes of UTF-8, as the format has it.
"""

from __future__ import annotations

import json
from typing import Any

from notecheck.document.places import Places
from notecheck.render.fixes import applicable, joined, whole_message
from notecheck.render.locations import encodable, failed_at, in_file
from notecheck.render.visible import one_line
from notecheck.render.wording import sentence
from notecheck.report import Failure, Finding, NotChecked, Report, Run

SEVERITY_NAMES = {"error": "ERROR", "warning": "WARNING", "info": "INFO", "hint": "INFO"}

Data = dict[str, Any]


def render(run: Run) -> str:
    """The whole run as one JSON object with a final line end, in ASCII."""
    diagnostics = [item for report in run.documents for item in _diagnostics(report)]
    diagnostics += map(_failure, run.errors)
    return json.dumps({"source": {"name": "notecheck"}, "diagnostics": diagnostics}, indent=2, allow_nan=False) + "\n"


def _diagnostics(report: Report) -> list[Data]:
    places = Places(report.text)
    found = [_diagnostic(report, finding, places) for finding in report.findings]
    return found + [_part(report, item) for item in report.not_checked]


def _diagnostic(report: Report, finding: Finding, places: Places) -> Data:
    location: Data = {"path": encodable(report.path or "note")}
    suggestions = []
    if in_file(report):
        location["range"] = _range(places, finding.start, finding.end)
        for edit in (joined(report, fix) for fix in applicable(finding)):
            suggestions.append({"range": _range(places, edit.start, edit.end), "text": encodable(edit.text)})
    return {
        "message": encodable(whole_message(report, finding)),
        "location": location,
        "severity": SEVERITY_NAMES[finding.severity],
        "code": {"value": encodable(finding.rule)},
        **({"suggestions": suggestions} if suggestions else {}),
    }


def _range(places: Places, start: int, end: int) -> Data:
    (line, column), (last, after) = places.to_utf8(start), places.to_utf8(end)
    return {"start": {"line": line, "column": column}, "end": {"line": last, "column": after}}


def _part(report: Report, item: NotChecked) -> Data:
    message = f"Not checked: {one_line(item.what)}. {sentence(item.why)} {sentence(item.remedy)}"
    return {"message": message, "location": {"path": encodable(report.path or "note")}, "severity": "INFO"}


def _failure(failure: Failure) -> Data:
    path, line = failed_at(failure)
    location: Data = {"path": encodable(path) or "notecheck"}
    if line:
        location["range"] = {"start": {"line": line}}
    message = f"Not checked: {sentence(failure.message)} {sentence(failure.remedy)}"
    return {"message": message, "location": location, "severity": "ERROR"}
