"""The score explains itself to the point, and mending something never lowers it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecheck.config import asset
from notecheck.report import ElementId, Finding, Score, Severity
from notecheck.ruleset import Rubric, load_rubric
from notecheck.scoring import score
from tests.conftest import ELEMENTS, MakeAnalysis

RULES: dict[str, ElementId] = {"structure.missing-close": "close"}
GROUPS = ("tone", "content", "wording", "form", "structure", "mechanics", "placeholder", "names", "facts")
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info", "hint")


@pytest.fixture(scope="module")
def rubric() -> Rubric:
    return load_rubric(asset("rules") / "rubrics" / "default.yaml")


def finding(rule: str, severity: Severity = "warning", start: int = 0) -> Finding:
    place: dict[str, Any] = {"start": start, "end": start + 1, "line": 1, "column": start + 1, "text": "x"}
    return Finding(rule=rule, engine="notecheck", severity=severity, message=f"{rule}!", advice="", **place)


def explains_itself(result: Score) -> bool:
    parts = all(
        part.points is None or part.of - part.points == pytest.approx(sum(item.points for item in part.reasons))
        for part in result.parts
    )
    kept = sum(part.points or 0 for part in result.parts)
    possible = sum(part.of for part in result.parts if part.points is not None)
    limit = sum(part.points or 0 for part in result.parts if part.id == "limit")
    return parts and result.total == pytest.approx(100 * (kept - limit) / possible + limit, abs=0.51)


def test_a_note_without_fault_has_all_points(make_analysis: MakeAnalysis, rubric: Rubric) -> None:
    result = score(rubric, make_analysis("Fine."), [], element_rules=RULES)
    assert (result.total, result.band, result.first) == (100, "outstanding", None)


def test_every_lost_point_names_its_finding_or_element(make_analysis: MakeAnalysis, rubric: Rubric) -> None:
    analysis = make_analysis("Fine.", statuses={"thanks": "missing", "interest": "weak"})
    result = score(rubric, analysis, [finding("tone.pushy", start=3)], element_rules=RULES)
    lost = {(item.element, item.rule, item.start): item.points for part in result.parts for item in part.reasons}
    assert lost == {("thanks", None, None): 15, ("interest", None, None): 7.5, (None, "tone.pushy", 3): 5}
    assert result.total == 72  # 72.5, rounded half to even
    assert result.first and result.first.element == "thanks"


def test_an_error_of_tone_bounds_the_whole_and_comes_first(make_analysis: MakeAnalysis, rubric: Rubric) -> None:
    result = score(rubric, make_analysis("Fine."), [finding("content.bribe", "error")], element_rules=RULES)
    assert result.total == 49
    assert result.first and result.first.rule == "content.bribe"
    assert explains_itself(result)


@pytest.mark.parametrize("rule", ["names.interviewer-misspelt", "names.other-company", "placeholder.open-slot"])
def test_a_wrong_name_or_an_open_slot_must_not_be_sent(make_analysis: MakeAnalysis, rubric: Rubric, rule: str) -> None:
    result = score(rubric, make_analysis("Fine."), [finding(rule, "error")], element_rules=RULES)
    assert (result.total, result.band) == (39, "not ready to send")
    assert result.first and (result.first.rule, result.first.message) == (rule, f"{rule}!")
    assert explains_itself(result)


def test_what_no_engine_read_is_left_out(make_analysis: MakeAnalysis, rubric: Rubric) -> None:
    analysis = make_analysis("Fine.", engines=(), statuses={"greeting": "missing"})
    result = score(rubric, analysis, [], element_rules=RULES)
    assert {part.id: part.points for part in result.parts}["correctness"] is None
    assert result.total == round(100 * 89 / 92)


def test_what_is_no_note_has_no_score(make_analysis: MakeAnalysis, rubric: Rubric) -> None:
    result = score(rubric, make_analysis("Fine.", kind="other"), [], element_rules=RULES)
    assert result.total is None
    assert "Only post-interview notes are scored" in str(result.reason)


def test_an_element_is_not_paid_for_twice(make_analysis: MakeAnalysis, rubric: Rubric) -> None:
    analysis = make_analysis("Fine.", statuses={"close": "missing"})
    result = score(rubric, analysis, [finding("structure.missing-close", start=5)], element_rules=RULES)
    assert result.total == 90
    assert result.first
    assert (result.first.element, result.first.rule, result.first.start) == ("close", "structure.missing-close", 5)


findings_lists = st.lists(
    st.builds(
        finding, st.sampled_from([f"{group}.x" for group in GROUPS]), st.sampled_from(SEVERITIES), st.integers(0, 50)
    ),
    max_size=15,
)
statuses_maps = st.fixed_dictionaries({name: st.sampled_from(["present", "weak", "missing"]) for name in ELEMENTS})


@given(findings=findings_lists, statuses=statuses_maps, engines=st.sampled_from([(), ("harper",)]), data=st.data())
def test_mending_never_lowers_the_score(
    make_analysis: MakeAnalysis,
    rubric: Rubric,
    findings: list[Finding],
    statuses: dict[str, Any],
    engines: Any,
    data: Any,
) -> None:
    before = score(rubric, make_analysis("Fine.", statuses=statuses, engines=engines), findings, element_rules=RULES)
    assert explains_itself(before)
    assert before.total is not None and 0 <= before.total <= 100
    if findings:
        left = list(findings)
        left.remove(data.draw(st.sampled_from(findings)))
        after = score(rubric, make_analysis("Fine.", statuses=statuses, engines=engines), left, element_rules=RULES)
        assert after.total is not None and after.total >= before.total
    name = data.draw(st.sampled_from(ELEMENTS))
    better = {"missing": "weak", "weak": "present", "present": "present"}[statuses[name]]
    analysis = make_analysis("Fine.", statuses={**statuses, name: better}, engines=engines)
    after = score(rubric, analysis, findings, element_rules=RULES)
    assert after.total is not None and after.total >= before.total


@pytest.mark.parametrize("path", sorted((asset("rules") / "rubrics").glob("*.yaml")), ids=lambda path: path.stem)
def test_shipped_rubrics_are_valid_and_named_after_their_file(path: Path) -> None:
    assert load_rubric(path).id == path.stem


def test_many_warnings_bound_the_whole_together(make_analysis: MakeAnalysis, rubric: Rubric) -> None:
    totals = [
        score(
            rubric,
            make_analysis("Fine."),
            [finding("tone.pushy", start=at) for at in range(number)],
            element_rules=RULES,
        )
        for number in (1, 2, 3, 4)
    ]
    assert [result.total for result in totals] == [95, 74, 59, 59]
    assert totals[3].first
    assert totals[3].first.message == "tone.pushy! (and 3 more like it)"
    assert all(map(explains_itself, totals))
