"""The samples: what must hold for each of them, and a golden report of every one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from notecheck import Checker, Report
from notecheck.render import to_terminal
from notecheck.report import Run
from notecheck.sources import expand, read
from tests.golden import assert_golden

TOP = Path(__file__).parents[1]
SAMPLES = TOP / "samples"
GOLDEN = SAMPLES / "golden"
GROUPS = ("strong", "middling", "weak", "harmful", "other")
NOTES = {
    group: [Path(str(path)).relative_to(TOP).as_posix() for path in expand([str(SAMPLES / group)])] for group in GROUPS
}
ALL = [name for names in NOTES.values() for name in names]

MISREAD = {
    "samples/weak/not-about-me.txt",
    "samples/harmful/deadline-mail.eml",
    "samples/harmful/gift-mail.eml",
}
"""Notes that the model takes for another kind of text. Each is a defect; the list may only shrink."""

ReportOf = Callable[[str], Report]


@pytest.fixture(scope="module")
def report_of() -> Iterator[ReportOf]:
    """The report of a sample, by its path below the checkout; each is checked once."""
    with Checker(grammar="harper") as checker:

        @cache
        def check(name: str) -> Report:
            source = read(TOP / name)
            return checker.check(source.text, context=source.context, path=name, media=source.media)

        yield check


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads((TOP / "docs" / "report.schema.json").read_text("utf-8")))


def golden_name(name: str) -> str:
    return f"{Path(name).parent.name}/{Path(name).name}.report"


def places(value: Any) -> Iterator[dict[str, Any]]:
    """Every part of a report that has a place in the note; edits have one too, though their text is the new one."""
    if isinstance(value, dict):
        if {"start", "end"} <= value.keys():
            yield value
        value = list(value.values())
    for item in value if isinstance(value, list) else ():
        yield from places(item)


def test_there_are_samples_of_every_sort() -> None:
    assert min(map(len, NOTES.values())) >= 3
    assert len(ALL) >= 24
    assert {Path(name).suffix for name in ALL} == {".txt", ".md", ".eml", ".docx"}


def test_every_sample_is_in_the_table() -> None:
    table = (SAMPLES / "README.md").read_text("utf-8")
    assert [name for name in ALL if f"`{Path(name).name}`" not in table] == []


@pytest.mark.parametrize("name", ALL)
def test_golden_report(name: str, report_of: ReportOf) -> None:
    shown = to_terminal.render(Run(documents=(report_of(name),)), width=80, color=False, unicode=True)
    assert_golden(golden_name(name), shown, folder=GOLDEN)


def test_every_golden_has_its_sample() -> None:
    found = sorted(path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file())
    assert found == sorted(map(golden_name, ALL))


@pytest.mark.parametrize("name", ALL)
def test_report_is_valid_by_the_published_schema(name: str, report_of: ReportOf, schema: Draft202012Validator) -> None:
    data = json.loads(json.dumps(Run(documents=(report_of(name),)).to_dict()))
    assert [error.message for error in schema.iter_errors(data)] == []


@pytest.mark.parametrize("name", ALL)
def test_every_place_is_true(name: str, report_of: ReportOf) -> None:
    report = report_of(name)
    data = report.to_dict()
    lines = report.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = list(places(data))
    assert found
    assert all(0 <= item["start"] <= item["end"] <= len(report.text) for item in found)
    quoted = [item for item in found if "line" in item and "text" in item]
    for item in quoted:
        assert report.text[item["start"] : item["end"]] == item["text"]
        begin = item["text"].replace("\r\n", "\n").replace("\r", "\n").split("\n")[0]
        assert lines[item["line"] - 1][item["column"] - 1 :].startswith(begin)


@pytest.mark.parametrize("name", ALL)
def test_points_add_up_to_the_score(name: str, report_of: ReportOf) -> None:
    score = report_of(name).score
    if score.total is None:
        assert score.reason
        return
    unexplained = {
        part.id: part.of - part.points - sum(item.points for item in part.reasons)
        for part in score.parts
        if part.points is not None
    }
    assert unexplained == pytest.approx(dict.fromkeys(unexplained, 0.0), abs=0.11)
    assert 0 <= score.total <= 100


@pytest.mark.parametrize("name", NOTES["strong"])
def test_a_strong_note_scores_high(name: str, report_of: ReportOf) -> None:
    report = report_of(name)
    assert report.kind.label == "post_interview_note"
    assert report.score.total is not None
    assert report.score.total >= 85


@pytest.mark.parametrize("name", NOTES["strong"])
def test_a_strong_note_raises_no_alarm(name: str, report_of: ReportOf) -> None:
    alarms = [item for item in report_of(name).findings if item.severity in ("error", "warning")]
    assert [(item.rule, item.text, item.message) for item in alarms] == []


@pytest.mark.parametrize("name", NOTES["middling"] + NOTES["weak"] + NOTES["harmful"])
def test_a_note_is_known_as_one(name: str, report_of: ReportOf) -> None:
    assert (report_of(name).kind.label == "post_interview_note") == (name not in MISREAD)


@pytest.mark.parametrize("name", [name for name in NOTES["weak"] + NOTES["harmful"] if name not in MISREAD])
def test_a_poor_note_scores_below_every_strong_one(name: str, report_of: ReportOf) -> None:
    total = report_of(name).score.total
    assert total is not None
    strong = {other: report_of(other).score.total or 0.0 for other in NOTES["strong"]}
    assert {other: score for other, score in strong.items() if score <= total} == {}


@pytest.mark.parametrize("name", NOTES["other"])
def test_another_sort_of_text_gets_no_score(name: str, report_of: ReportOf) -> None:
    report = report_of(name)
    assert report.kind.label == "other"
    assert report.score.total is None
    assert report.score.reason
