"""A run as workflow commands of GitHub Actions, which show findings beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from notecheck.document.places import Places
from notecheck.render.fixes import whole_message
from notecheck.render.locations import failed_at, in_file
from notecheck.render.visible import one_line
from notecheck.render.wording import name, score_words, sentence, source, tally
from notecheck.report import SEVERITIES, Failure, Finding, Report, Run

COMMANDS = {"error": "error", "warning": "warning", "info": "notice", "hint": "notice"}


def render(run: Run) -> str:
    """One command a line. Of each note the gravest findings come first, since GitHub shows the first ten of a kind."""
    lines = [line for report in run.documents for line in _note(report)]
    return "".join(f"{line}\n" for line in [*lines, *map(_failure, run.errors)])


def _note(report: Report) -> Iterator[str]:
    places = Places(report.text)
    for finding in sorted(report.findings, key=lambda item: (SEVERITIES.index(item.severity), item.start, item.end)):
        where = _where(places, finding) if in_file(report) else {}
        message = f"{whole_message(report, finding)} [{source(finding)}]"
        title = f"notecheck {one_line(finding.rule)}"
        yield _command(COMMANDS[finding.severity], message, file=name(report), **where, title=title)
    for item in report.not_checked:
        message = f"{one_line(item.what)}: {sentence(item.why)} {sentence(item.remedy)}"
        yield _command("notice", message, file=name(report), title="notecheck: not checked")
    message = f"{sentence(score_words(report.score))} Findings: {tally(report.findings)}."
    yield _command("notice", message, file=name(report), title="notecheck")


def _where(places: Places, finding: Finding) -> dict[str, object]:
    line, column = places.line_column(finding.start)
    last, after = places.line_column(finding.end)
    # GitHub takes columns only where a single line is meant.
    columns = {"col": column, "endColumn": max(after, column)} if last == line else {}
    return {"line": line, "endLine": last, **columns}


def _failure(failure: Failure) -> str:
    path, line = failed_at(failure)
    where = {"file": one_line(path)} if path else {}
    lines = {"line": line} if line else {}
    message = f"{sentence(failure.message)} {sentence(failure.remedy)}"
    return _command("error", message, **where, **lines, title="notecheck: not checked")


def _command(command: str, message: str, **properties: object) -> str:
    told = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{command} {told}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
