"""A run as SARIF 2.1.0 (OASIS), for code scanning and its viewers.

Plain data, which the tests validate by the schema: the packages with classes for it are no longer kept, or check less.
"""

from __future__ import annotations

import json
from typing import Any

from notecheck import __version__
from notecheck.document.places import Places
from notecheck.render.fingerprints import fingerprints
from notecheck.render.fixes import applicable, describe, whole_message
from notecheck.render.locations import encodable, failed_at, in_file, uri
from notecheck.render.visible import one_line
from notecheck.render.wording import name, sentence
from notecheck.report import SEVERITIES, Edit, Failure, Finding, Fix, NotChecked, Report, Run

LEVELS = {"error": "error", "warning": "warning", "info": "note", "hint": "note"}
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_INPUT, _PART = "input-not-checked", "part-not-checked"

Data = dict[str, Any]


def render(run: Run) -> str:
    """The whole run as one SARIF log with a final line end, in ASCII. Columns count UTF-16 code units."""
    rules = _rules(run)
    results = [item for number, report in enumerate(run.documents) for item in _results(report, number, list(rules))]
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(run, list(rules.values()), results)]}
    return json.dumps(log, indent=2, ensure_ascii=True, allow_nan=False) + "\n"


def _run(run: Run, rules: list[Data], results: list[Data]) -> Data:
    notifications = [_part(report, item) for report in run.documents for item in report.not_checked]
    notifications += map(_failure, run.errors)
    return {
        "tool": {"driver": _driver(rules)},
        "invocations": [{"executionSuccessful": not run.errors, "toolExecutionNotifications": notifications}],
        "artifacts": list(map(_artifact, run.documents)),
        "results": results,
        "columnKind": "utf16CodeUnits",
        "newlineSequences": ["\r\n", "\n", "\r"],
    }


def _driver(rules: list[Data]) -> Data:
    told = {_INPUT: "An input could not be checked.", _PART: "A part of the check could not be made."}
    return {
        "name": "notecheck",
        "version": __version__,
        "rules": rules,
        "notifications": [{"id": key, "shortDescription": _text(text)} for key, text in told.items()],
    }


def _rules(run: Run) -> dict[str, Data]:
    """Each rule that found something, by id; the level is that of its gravest finding."""
    found: dict[str, Finding] = {}
    for finding in (item for report in run.documents for item in report.findings):
        first = found.setdefault(finding.rule, finding)
        if SEVERITIES.index(finding.severity) < SEVERITIES.index(first.severity):
            found[finding.rule] = finding
    return {rule: _rule(found[rule]) for rule in sorted(found)}


def _rule(finding: Finding) -> Data:
    group, _, flagged = encodable(finding.rule).partition(".")
    title = f"{group}: {flagged.replace('-', ' ')}" if flagged else group
    help_text = (
        f"{sentence(finding.advice)} `notecheck explain {one_line(finding.rule)}` tells why, with examples.".lstrip()
    )
    return {
        "id": encodable(finding.rule),
        "shortDescription": _text(title),
        "help": {**_text(help_text), "markdown": encodable(help_text)},
        "defaultConfiguration": {"level": LEVELS[finding.severity]},
        "properties": {"tags": [group]},
    }


def _artifact(report: Report) -> Data:
    score = report.score
    return {
        "location": {"uri": uri(report.path or "note")},
        "roles": ["analysisTarget"],
        "properties": {"kind": report.kind.label, "score": score.total, "band": score.band, "reason": score.reason},
    }


def _results(report: Report, number: int, rules: list[str]) -> list[Data]:
    places = Places(report.text)
    artifact = {"uri": uri(report.path or "note"), "index": number}
    return [
        _result(report, finding, places, artifact, rules.index(finding.rule), mark)
        for finding, mark in zip(report.findings, fingerprints(report), strict=True)
    ]


def _result(report: Report, finding: Finding, places: Places, artifact: Data, rule: int, mark: str) -> Data:
    location: Data = {"artifactLocation": artifact}
    fixes = {}
    if in_file(report):
        location["region"] = _region(places, finding.start, finding.end)
        if finding.text:
            location["region"]["snippet"] = _text(finding.text)
        if found := applicable(finding):
            fixes = {"fixes": [_fix(report, fix, places, artifact) for fix in found]}
    details = {"severity": finding.severity, "engine": finding.engine, "engineRule": finding.engine_rule}
    return {
        "ruleId": encodable(finding.rule),
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": _text(whole_message(report, finding)),
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"ruleWordsAndSentence/v1": mark},
        "suppressions": [],
        **fixes,
        "properties": {key: encodable(value) for key, value in details.items() if value},
    }


def _fix(report: Report, fix: Fix, places: Places, artifact: Data) -> Data:
    return {
        "description": _text(describe(report, fix)),
        "artifactChanges": [
            {"artifactLocation": artifact, "replacements": [_replacement(places, edit) for edit in fix.edits]}
        ],
        "properties": {"safety": fix.safety},
    }


def _replacement(places: Places, edit: Edit) -> Data:
    return {"deletedRegion": _region(places, edit.start, edit.end), "insertedContent": _text(edit.text)}


def _region(places: Places, start: int, end: int) -> Data:
    (line, column), (last, after) = places.to_utf16(start), places.to_utf16(end)
    return {"startLine": line + 1, "startColumn": column + 1, "endLine": last + 1, "endColumn": after + 1}


def _part(report: Report, item: NotChecked) -> Data:
    text = f"{name(report)}: {one_line(item.what)}: {sentence(item.why)} {sentence(item.remedy)}"
    return _notification(_PART, "warning", text, {"artifactLocation": {"uri": uri(report.path or "note")}})


def _failure(failure: Failure) -> Data:
    path, line = failed_at(failure)
    text = f"{one_line(failure.path)}: " * bool(path) + f"{sentence(failure.message)} {sentence(failure.remedy)}"
    location: Data = {"artifactLocation": {"uri": uri(path)}} if path else {}
    if line:
        location["region"] = {"startLine": line}
    return _notification(_INPUT, "error", text, location)


def _notification(key: str, level: str, text: str, location: Data) -> Data:
    where = {"locations": [{"physicalLocation": location}]} if location else {}
    return {"descriptor": {"id": key}, "level": level, "message": _text(text), **where}


def _text(text: str) -> Data:
    return {"text": encodable(text)}
