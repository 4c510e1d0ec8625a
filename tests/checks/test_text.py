"""Existence, substitution, occurrence and consistency, on texts by hand."""

from __future__ import annotations

from typing import Any

import pytest

from notecheck.analysis.mechanics import Match
from notecheck.checks import Checks
from notecheck.report import Finding
from notecheck.ruleset.rules import RULE
from tests.conftest import MakeAnalysis


def rule(kind: str, **fields: Any) -> Any:
    return RULE.validate_python(
        {
            "id": "wording.example",
            "title": "Example",
            "kind": kind,
            "severity": "warning",
            "message": "“{text}”",
            "why": "Because.",
            "advice": "Do better.",
            "examples": {"fires": ["x"], "passes": ["y"]},
            **fields,
        }
    )


def note(body: str) -> str:
    return f"Dear Ana,\n\n{body}\n\nBest regards,\nSam\n"


def findings(make: MakeAnalysis, item: Any, body: str) -> tuple[Finding, ...]:
    found, failed = Checks([item]).run(make(note(body)))
    assert failed == ()
    return found


def applied(finding: Finding, text: str, choice: int = 0) -> str:
    edit = finding.fixes[choice].edits[0]
    return text[: edit.start] + edit.text + text[edit.end :]


def test_a_phrase_matches_whole_words_in_any_case_over_line_ends(make_analysis: MakeAnalysis) -> None:
    item = rule("existence", phrases=["touch base", "don't"])
    found = findings(make_analysis, item, "Let us TOUCH\nbase soon. They don’t touch basements.")
    assert [finding.text for finding in found] == ["TOUCH\nbase", "don’t"]
    assert found[0].message == "“TOUCH base”"
    assert (found[0].line, found[0].column) == (3, 8)


def test_matches_stay_within_one_sentence_and_the_rules_zones(make_analysis: MakeAnalysis) -> None:
    item = rule("existence", phrases=["best regards", "good bye", "regards"])
    assert findings(make_analysis, item, "It was good. Bye for now.") == ()


def test_anchors_mean_sentence_ends(make_analysis: MakeAnalysis) -> None:
    item = rule("existence", regex=[r"^just\b"])
    found = findings(make_analysis, item, "It was fun. Just a note.\njust so. Not just this.")
    assert [finding.text for finding in found] == ["Just", "just"]


def test_an_exception_spares_the_match_it_overlaps_and_no_other(make_analysis: MakeAnalysis) -> None:
    item = rule("existence", phrases=["salary"], unless=[r"salary benchmarking"])
    found = findings(make_analysis, item, "The salary benchmarking tool is fine. What is the salary?")
    assert [finding.start for finding in found] == [
        note("").index("\n\n") + 2 + len("The salary benchmarking tool is fine. What is the ")
    ]


def test_a_replacement_keeps_the_case_of_the_words(make_analysis: MakeAnalysis) -> None:
    item = rule("substitution", swap={"in order to": "to", "utilise": ["use", "apply"]})
    body = "In order to learn, I utilise maps."
    first, second = findings(make_analysis, item, body)
    assert applied(first, note(body)) == note("To learn, I utilise maps.")
    assert applied(second, note(body), 1) == note("In order to learn, I apply maps.")


def test_a_removal_takes_its_blank_and_hands_on_its_capital(make_analysis: MakeAnalysis) -> None:
    item = rule("existence", phrases=["basically"], replacement="")
    body = "Basically, we talked. It is basically done, basically."
    first, second, third = findings(make_analysis, item, body)
    assert applied(first, note(body)) == note("We talked. It is basically done, basically.")
    assert applied(second, note(body)) == note("Basically, we talked. It is done, basically.")
    assert applied(third, note(body)) == note("Basically, we talked. It is basically done.")


@pytest.mark.parametrize(
    ("per", "words"),
    [("note", ["c", "d"]), ("paragraph", ["c"]), ("sentence", [])],
)
def test_an_occurrence_rule_fires_past_its_maximum(make_analysis: MakeAnalysis, per: str, words: list[str]) -> None:
    item = rule("occurrence", regex=[r"very (?=\w)\w"], max=2, per=per)
    found = findings(make_analysis, item, "It is very a and very b. So very c.\n\nIt is very d.")
    assert [finding.text[-1] for finding in found] == words


def test_the_rarer_variant_is_flagged_and_the_first_wins_a_tie(make_analysis: MakeAnalysis) -> None:
    item = rule("consistency", variants=[["email", "e-mail"], ["okay", "OK"]], message="not {other}")
    found = findings(make_analysis, item, "An email, an e-mail and one email. Okay, it is OK.")
    assert [(finding.text, finding.message) for finding in found] == [("e-mail", "not email"), ("OK", "not okay")]


def test_a_runaway_pattern_is_stopped_and_reported(make_analysis: MakeAnalysis) -> None:
    item = rule("existence", regex=[r"(\w+\s?)+[!;]"])
    found, failed = Checks([item]).run(make_analysis(note("word " * 3000)))
    assert found == ()
    assert failed[0].what == "rule wording.example"
    assert "stopped" in failed[0].why


def test_a_broken_rule_is_reported_and_the_rest_stands(make_analysis: MakeAnalysis) -> None:
    broken = rule("metric", id="wording.broken", metric="no-such-number", above=3)
    found, failed = Checks([broken, rule("existence", phrases=["fun"])]).run(make_analysis(note("It was fun.")))
    assert [finding.text for finding in found] == ["fun"]
    assert [item.what for item in failed] == ["rule wording.broken"]


def test_rules_for_notes_leave_other_texts_alone(make_analysis: MakeAnalysis) -> None:
    item = rule("existence", phrases=["fun"])
    other = make_analysis(note("It was fun."), kind="other")
    assert Checks([item]).run(other) == ((), ())
    assert len(Checks([item]).run(other, any_text=True)[0]) == 1


def test_rules_of_one_group_flag_the_same_words_once(make_analysis: MakeAnalysis) -> None:
    mild = rule("existence", id="wording.mild", severity="hint", phrases=["fun"])
    other = rule("existence", id="tone.other", phrases=["fun"])
    found, _ = Checks([mild, rule("existence", phrases=["fun"]), other]).run(make_analysis(note("It was fun.")))
    assert [finding.rule for finding in found] == ["tone.other", "wording.example"]


def test_a_rule_on_wording_knows_a_word_better_than_a_speller(make_analysis: MakeAnalysis) -> None:
    text = note("Thx for the tuor.")
    matches = tuple(
        Match(
            engine="harper", engine_rule="SpellCheck", category="spelling", message="", start=start, end=start + length
        )
        for start, length in ((text.index("Thx"), 3), (text.index("tuor"), 4))
    )
    spelling = rule("mechanics", id="mechanics.spelling", categories=["spelling"])
    found, _ = Checks([rule("existence", phrases=["thx"]), spelling]).run(make_analysis(text, matches=matches))
    assert [(finding.rule, finding.text) for finding in found] == [
        ("wording.example", "Thx"),
        ("mechanics.spelling", "tuor"),
    ]
