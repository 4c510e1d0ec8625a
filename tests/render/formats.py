"""Every format, and a reader for each that finds in its text what a person or a program would."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from lxml import html
from markdown_it import MarkdownIt

from notecheck.document import Places
from notecheck.frontends.cli.check import FORMATS
from notecheck.render.visible import one_line
from notecheck.report import Finding, Report, Run

__all__ = ["FORMATS", "READERS", "SCHEMAS", "Seen", "commands", "expected", "page", "read", "render", "rendered"]

SCHEMAS = Path(__file__).parents[1] / "schemas"
MARKDOWN = MarkdownIt("gfm-like")
assert MARKDOWN.linkify is not None
MARKDOWN.linkify.set({"fuzzy_link": False})  # No forge takes every `a.b` for a link.
UNITS: dict[str, Callable[[Places, int], tuple[int, int]]] = {
    "sarif": lambda places, offset: tuple(part + 1 for part in places.to_utf16(offset)),  # type: ignore[dict-item]
    "rdjson": Places.to_utf8,
}


class Seen(NamedTuple):
    """A finding as a format shows it; columns in the units of the format."""

    rule: str
    line: int
    column: int
    message: str


def render(format_: str, run: Run) -> str:
    """The run in a format."""
    if format_ == "terminal":
        from notecheck.render import to_terminal

        return to_terminal.render(run, width=400)
    return import_module(f"notecheck.render.to_{format_}").render(run)  # type: ignore[no-any-return]


def read(format_: str, text: str) -> list[Seen]:
    """The findings that a format shows, sorted."""
    return sorted(READERS[format_](text))


def expected(format_: str, run: Run) -> list[Seen]:
    """The findings that it must show, sorted."""
    return sorted(_expected(format_, report, finding) for report in run.documents for finding in report.findings)


def commands(text: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """Workflow commands as GitHub's runner takes them apart."""
    for line in text.splitlines():
        found = re.fullmatch(r"::(\w+) (.*?)::(.*)", line)
        assert found, line
        pairs = dict(item.split("=", 1) for item in found[2].split(","))
        yield found[1], {key: _unescaped(value) for key, value in pairs.items()}, _unescaped(found[3])


def page(text: str) -> html.HtmlElement:
    """The parsed page."""
    return html.document_fromstring(text)


def rendered(text: str) -> html.HtmlElement:
    """Markdown as a forge shows it: tables, strike-through and links of bare addresses included."""
    return html.fragment_fromstring(MARKDOWN.render(text), create_parent="div")


def words(element: html.HtmlElement) -> str:
    """The text of an element on one line, without the sign that takes no room."""
    return one_line(element.text_content().replace("\u200b", ""))


def _expected(format_: str, report: Report, finding: Finding) -> Seen:
    places = Places(report.text)
    line, column = UNITS.get(format_, Places.line_column)(places, finding.start)
    if format_ == "github" and places.line_column(finding.end)[0] > line:
        column = 0  # GitHub takes no column where a finding crosses lines.
    return Seen(finding.rule, line, column, one_line(finding.message))


def _terminal(text: str) -> Iterator[Seen]:
    pattern = r"^  (?:error|warning|info|hint):(?: (.*))?\n    line (\d+), column (\d+)(?:, to line \d+)? · (\S+)"
    for found in re.finditer(pattern, text, re.MULTILINE):
        yield Seen(found[4], int(found[2]), int(found[3]), found[1] or "")


def _json(text: str) -> Iterator[Seen]:
    for document in json.loads(text)["documents"]:
        for item in document["findings"]:
            yield Seen(item["rule"], item["line"], item["column"], one_line(item["message"]))


def _sarif(text: str) -> Iterator[Seen]:
    for item in json.loads(text)["runs"][0]["results"]:
        region = item["locations"][0]["physicalLocation"]["region"]
        yield Seen(item["ruleId"], region["startLine"], region["startColumn"], item["message"]["text"])


def _rdjson(text: str) -> Iterator[Seen]:
    for item in json.loads(text)["diagnostics"]:
        if "code" in item:
            start = item["location"]["range"]["start"]
            yield Seen(item["code"]["value"], start["line"], start["column"], item["message"])


def _github(text: str) -> Iterator[Seen]:
    for _, properties, message in commands(text):
        if "line" in properties:
            rule = properties["title"].removeprefix("notecheck ")
            yield Seen(rule, int(properties["line"]), int(properties.get("col", 0)), message)


def _junit(text: str) -> Iterator[Seen]:
    for case in ElementTree.fromstring(text).iter("testcase"):
        if found := re.fullmatch(r"(\S+), line (\d+), column (\d+)(?:, to line \d+)?", case.attrib["name"]):
            failure, output = case.find("failure"), case.findtext("system-out", "")
            message = failure.attrib["message"] if failure is not None else output.partition(": ")[2].partition("\n")[0]
            yield Seen(found[1], int(found[2]), int(found[3]), message)


def _html(text: str) -> Iterator[Seen]:
    for item in page(text).find_class("finding"):
        (heading,), (where,) = item.iter("h4"), item.find_class("where")
        place = re.match(r"line (\d+), column (\d+)", words(where))
        assert place
        message = re.sub(r"^\d+ (error|warning|info|hint) ", "", words(heading))
        (rule,) = where.iter("code")
        yield Seen(words(rule).partition(" (")[0], int(place[1]), int(place[2]), message)


def _markdown(text: str) -> Iterator[Seen]:
    for row in rendered(text).iter("tr"):
        cells = list(row.iter("td"))
        if cells and (place := re.match(r"line (\d+), column (\d+)", words(cells[0]))):
            (split,) = cells[1].iter("br")
            rule = one_line((split.tail or "").replace("\u200b", "")).partition(" (")[0]
            split.drop_tree()
            message = words(cells[1]).partition(": ")[2].removesuffix(rule)
            yield Seen(rule, int(place[1]), int(place[2]), message)


READERS: dict[str, Callable[[str], Iterator[Seen]]] = {
    "terminal": _terminal, "json": _json, "sarif": _sarif, "github": _github, "rdjson": _rdjson, "junit": _junit,
    "html": _html, "markdown": _markdown,
}  # fmt: skip


def _unescaped(text: str) -> str:
    for sign, code in ((":", "%3A"), (",", "%2C"), ("\n", "%0A"), ("\r", "%0D"), ("%", "%25")):
        text = text.replace(code, sign)
    return text
