"""A run as JUnit XML, in the form that Jenkins and the other servers read (xunit2, as pytest writes it).

A note is a suite. Errors and warnings are failures there; what is milder passes, and is told in the output of its case.
Python's own ElementTree writes it: junitparser merges suites of one name, and indents by Python's version.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from notecheck.render.fixes import fix_words
from notecheck.render.visible import one_line, visible
from notecheck.render.wording import name, place, quoted, score_words, sentence, source, tally
from notecheck.report import Failure, Finding, NotChecked, Report, Run

_COUNTED = {"tests": "testcase", "failures": "failure", "errors": "error"}
FAILING = ("error", "warning")
_NO_XML = re.compile("[^\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(run: Run) -> str:
    """The whole run as one XML document with a final line end, in ASCII."""
    root = Element("testsuites", name="notecheck")
    root.extend([*map(_note, run.documents), *map(_failed, run.errors)])
    _count(root)
    indent(root)
    text: str = tostring(root, encoding="unicode")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + text.encode("ascii", "xmlcharrefreplace").decode() + "\n"


def _note(report: Report) -> Element:
    suite = Element("testsuite", name=_xml(name(report)))
    said = f"{sentence(score_words(report.score))} Findings: {tally(report.findings)}."
    _output(_case(suite, "score"), said)
    for finding in report.findings:
        _finding(suite, report, finding)
    for item in report.not_checked:
        _part(suite, item)
    return suite


def _finding(suite: Element, report: Report, finding: Finding) -> None:
    case = _case(suite, f"{finding.rule}, {place(report, finding)}")
    details = "\n".join(_details(report, finding))
    if finding.severity in FAILING:
        failure = SubElement(case, "failure", type=finding.severity, message=_xml(one_line(finding.message)))
        failure.text = _xml(details)
    else:
        _output(case, f"{finding.severity}: {one_line(finding.message)}\n{details}")


def _details(report: Report, finding: Finding) -> Iterator[str]:
    yield f"{name(report)}, {place(report, finding)}: {source(finding)}"
    if finding.text:
        yield f"Words: {quoted(finding.text)}"
    if finding.advice:
        yield f"Better: {one_line(finding.advice)}"
    for lead, words in fix_words(report, finding):
        yield f"{lead}: {words}"


def _part(suite: Element, item: NotChecked) -> None:
    case = _case(suite, f"not checked: {item.what}")
    SubElement(case, "skipped", message=_xml(f"{sentence(item.why)} {sentence(item.remedy)}"))


def _failed(failure: Failure) -> Element:
    suite = Element("testsuite", name=_xml(one_line(failure.path) or "notecheck"))
    error = SubElement(_case(suite, "can be checked"), "error", type="input", message=_xml(one_line(failure.message)))
    error.text = _xml(sentence(failure.remedy))
    return suite


def _case(suite: Element, title: str) -> Element:
    return SubElement(suite, "testcase", classname=suite.get("name", ""), name=_xml(one_line(title)))


def _output(case: Element, text: str) -> None:
    SubElement(case, "system-out").text = _xml(text)


def _count(root: Element) -> None:
    for element in (root, *root):
        found = {key: len(element.findall(f".//{tag}")) for key, tag in _COUNTED.items()}
        element.attrib.update({key: str(count) for key, count in found.items()})


def _xml(text: str) -> str:
    # XML has no sign for some characters, not even escaped.
    return _NO_XML.sub("\ufffd", "\n".join(map(visible, text.split("\n"))))
