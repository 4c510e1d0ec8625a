"""The Python API on any text, from several threads, and with options."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import notecheck
from notecheck.api import exit_code
from notecheck.report import Failure, Run

NOTE = """Dear Ms. Okonkwo,

Thank you for meeting with me on Tuesday about the analyst position. Your story about the Lisbon launch stayed with
me, and hearing how your team runs its reviews made me want this job even more.

In my three years at Harrow I cut the time of our monthly close by 40 %. I look forward to hearing about next steps.

Kind regards,
Dana Lee
"""


@pytest.fixture(scope="module")
def checker() -> Iterator[notecheck.Checker]:
    with notecheck.Checker(grammar="off") as checker:
        yield checker


def valid(report: notecheck.Report) -> bool:
    """Whether every place lies in the text and holds the words it claims."""
    data = report.to_dict()
    json.dumps(data)
    evidence = [item for element in data["elements"] for item in element["evidence"]] + data["findings"]
    within = all(0 <= item["start"] <= item["end"] <= len(report.text) for item in [*evidence, *data["sentences"]])
    return within and all(report.text[item["start"] : item["end"]] == item["text"] for item in evidence)


def checked_or_refused(checker: notecheck.Checker, text: str) -> bool:
    try:
        return valid(checker.check(text))
    except notecheck.NotecheckError as error:
        return bool(error.remedy)


def test_a_good_note_has_its_elements_and_a_high_score(checker: notecheck.Checker) -> None:
    report = checker.check(NOTE)
    assert report.kind.label == "post_interview_note"
    statuses = {element.id: element.status for element in report.elements}
    assert [statuses[name] for name in ("greeting", "thanks", "interest", "qualifications", "close")] == ["present"] * 5
    assert report.score.total and report.score.total >= 85
    assert valid(report)


def test_what_did_not_run_is_told(checker: notecheck.Checker) -> None:
    report = checker.check(NOTE)
    assert report.not_checked and all(item.remedy for item in report.not_checked)
    assert {part.id: part.points for part in report.score.parts}["correctness"] is None


def test_a_text_of_another_sort_is_scored_only_on_the_users_word() -> None:
    text = (
        "Hi all,\n\nthe server moves on Friday at six. Please save your work by then. Thanks for your patience.\n\nIT\n"
    )
    told = notecheck.check(text, grammar="off")
    assert (told.kind.label, told.score.total) == ("other", None)
    assert "post_interview_note" in str(told.score.reason)
    vouched = notecheck.check(text, grammar="off", kind="post_interview_note")
    assert vouched.kind.label == "post_interview_note"
    assert vouched.score.total is not None


def test_check_is_checker_in_one_call() -> None:
    report = notecheck.check(NOTE, grammar="off", context={"company": "Harrow"})
    assert report.score.total is not None


def test_many_texts_come_back_in_order(checker: notecheck.Checker) -> None:
    texts = [
        NOTE.replace("Dana Lee", name)
        for name in ("Ann Lee", "Bo Lee", "Cy Lee", "Di Lee", "Ed Lee", "Flo Lee", "Gus Lee")
    ]
    assert [report.text for report in checker.check_many(texts)] == texts
    assert [report.to_dict() for report in checker.check_many(texts)] == [
        checker.check(text).to_dict() for text in texts
    ]


def test_threads_share_a_checker(checker: notecheck.Checker) -> None:
    texts = [NOTE.replace("Lisbon", name) for name in ("Porto", "Faro", "Braga", "Evora")] * 4
    with ThreadPoolExecutor(4) as pool:
        reports = list(pool.map(checker.check, texts))
    assert [report.to_dict() for report in reports] == [checker.check(text).to_dict() for text in texts]


@pytest.mark.parametrize("text", ["", "  \n\t ", "x" * 1_000_000, "\n" * 200_000])
def test_what_cannot_be_checked_is_refused_with_a_remedy(checker: notecheck.Checker, text: str) -> None:
    with pytest.raises(notecheck.NotecheckError) as caught:
        checker.check(text)
    assert caught.value.remedy


@pytest.mark.parametrize(
    "text",
    [
        "\x00",
        "a\x00b",
        "\ud800 lone",
        NOTE.replace("Tuesday", "\udfff\x00\x1b[31m"),
        "😀" * 50,
        "e\u0301\r\n" * 20,
        "." * 5000,
        "( " * 999,
    ],
)
def test_hostile_text_is_checked_or_refused(checker: notecheck.Checker, text: str) -> None:
    assert checked_or_refused(checker, text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(), max_size=400))
def test_any_string_is_checked_or_refused(checker: notecheck.Checker, text: str) -> None:
    assert checked_or_refused(checker, text)


def test_rules_are_selected_ignored_and_added(tmp_path: Path) -> None:
    (tmp_path / "lisbon.yaml").write_text(
        "id: mine.lisbon\ntitle: Lisbon\nkind: existence\nseverity: error\nmessage: Lisbon\nwhy: x\nadvice: x\n"
        "phrases: [Lisbon]\nexamples: {fires: [In Lisbon.], passes: [In Porto.]}\n",
        encoding="utf-8",
    )

    def rules(**options: Any) -> set[str]:
        with notecheck.Checker(grammar="off", rules=(tmp_path,), **options) as checker:
            return {finding.rule for finding in checker.check(NOTE).findings}

    assert "mine.lisbon" in rules()
    assert rules(select=("mine",)) == {"mine.lisbon"}
    assert "mine.lisbon" not in rules(ignore=("mine.*",))


@pytest.mark.parametrize(
    "options", [{"pipeline": "no_such_pipeline"}, {"rubric": "no-such-rubric"}, {"rules": (Path("nowhere"),)}]
)
def test_settings_that_name_what_is_not_there_are_refused(options: dict[str, Any]) -> None:
    with notecheck.Checker(grammar="off", **options) as checker, pytest.raises(notecheck.NotecheckError) as caught:
        checker.check(NOTE)
    assert caught.value.remedy


def test_the_exit_code_comes_from_the_report(checker: notecheck.Checker) -> None:
    report = checker.check(NOTE.replace("Ms. Okonkwo", "[Name]"))
    run = Run(documents=(report,))
    assert {finding.severity for finding in report.findings} >= {"error"}
    assert [exit_code(run, level) for level in ("error", "warning", "info", "hint", "never")] == [1, 1, 1, 1, 0]
    assert exit_code(Run(documents=()), "hint") == 0
    failed = Run(documents=(report,), errors=(Failure(path="x", message="gone", remedy="find it"),))
    assert exit_code(failed, "never") == 2
