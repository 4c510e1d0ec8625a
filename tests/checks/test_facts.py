"""Metrics, elements, tone, slots, headers and engine matches."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

import pytest

from notecheck.analysis.mechanics import Match
from notecheck.analysis.twins import Twin
from notecheck.checks import Checks
from notecheck.document import Context
from notecheck.report import Axis, Finding, Metric, Objection, ObjectionSort, ToneEvidence
from tests.checks.test_text import note, rule
from tests.conftest import MakeAnalysis

BODY = "Thank you for the talk. I met Adebayo there."
TEXT = note(BODY)


def run(item: Any, analysis: Any) -> tuple[Finding, ...]:
    found, failed = Checks([item]).run(analysis)
    assert failed == ()
    return found


def words(part: str) -> tuple[int, int]:
    return TEXT.index(part), TEXT.index(part) + len(part)


def match(part: str, *new: str, category: Any = "spelling") -> Match:
    start, end = words(part)
    return Match(
        engine="languagetool", engine_rule="R", category=category, message="Hm.", start=start, end=end, replacements=new
    )


def test_a_metric_of_the_note_stands_where_the_body_begins(make_analysis: MakeAnalysis) -> None:
    item = rule("metric", metric="words", above=300, message="{value} words, {above} are enough")
    long, unknown = Metric(value=320, unit="words"), Metric(value=None, unit="words", reason="none")
    (found,) = run(item, make_analysis(TEXT, metrics={"words": long}))
    assert (found.text, found.start, found.message) == ("", words("Thank")[0], "320 words, 300.0 are enough")
    assert run(item, make_analysis(TEXT, metrics={"words": unknown})) == ()


def test_a_metric_of_a_sentence_or_paragraph_covers_it(make_analysis: MakeAnalysis) -> None:
    (found,) = run(rule("metric", metric="words", above=4, per="sentence"), make_analysis(TEXT))
    assert found.text == "Thank you for the talk."
    (found,) = run(rule("metric", metric="sentences", above=1, per="paragraph"), make_analysis(TEXT))
    assert found.text == BODY


def test_a_missing_element_has_a_place_and_a_weak_one_its_words(make_analysis: MakeAnalysis) -> None:
    missing = rule("element", element="close", status="missing", message="{reason}")
    (found,) = run(missing, make_analysis(TEXT, statuses={"close": "missing"}))
    assert (found.start, found.end, found.message) == (words("there.")[1], words("there.")[1], "close is missing.")
    doubtful = rule("element", element="close", status="missing", message="No close.")
    (found,) = run(doubtful, make_analysis(TEXT, statuses={"close": "missing"}, unsure=("close",)))
    assert found.message == "close is missing."
    weak = rule("element", element="thanks", status="weak")
    analysis = make_analysis(TEXT, statuses={"thanks": "weak"}, evidence={"thanks": words("Thank you")})
    assert [item.text for item in run(weak, analysis)] == ["Thank you"]
    assert run(weak, make_analysis(TEXT)) == ()


def test_tone_is_flagged_at_the_words_that_moved_it_most(make_analysis: MakeAnalysis) -> None:
    evidence = tuple(
        ToneEvidence(feature=name, start=words(name)[0], end=words(name)[1], weight=weight)
        for name, weight in (("Thank", 40.0), ("talk", 50.0), ("met", -20.0))
    )
    axis = Axis(score=70.0, base=0.0, evidence=evidence)
    item = rule("tone", axis="pressure", above=60, message="{score}")
    (found,) = run(item, make_analysis(TEXT, tone={"pressure": axis}))
    assert (found.text, found.message) == ("talk", "70")
    (found,) = run(rule("tone", axis="warmth", below=80), make_analysis(TEXT, tone={"warmth": axis}))
    assert found.text == "met"
    unknown = Axis(score=None, base=0.0, reason="no words")
    assert run(item, make_analysis(TEXT, tone={"pressure": unknown})) == ()


def test_slots_are_flagged_in_the_rules_zones(make_analysis: MakeAnalysis) -> None:
    analysis = make_analysis(TEXT, placeholders=(words("Ana"), words("talk")))
    assert [item.text for item in run(rule("placeholder"), analysis)] == ["talk"]
    both = rule("placeholder", zones=["greeting", "body"])
    assert [item.text for item in run(both, analysis)] == ["Ana", "talk"]


@pytest.mark.parametrize(("subject", "count"), [("", 1), ("Thank you", 0), (None, 0)])
def test_a_blank_subject_is_flagged_and_a_chat_has_none(
    make_analysis: MakeAnalysis, subject: str | None, count: int
) -> None:
    assert len(run(rule("header", field="subject"), make_analysis(TEXT, context=Context(subject=subject)))) == count


def test_engine_matches_become_findings_with_fixes(make_analysis: MakeAnalysis) -> None:
    item = rule("mechanics", categories=["spelling"], safety="safe", message="{engine_message}")
    analysis = make_analysis(
        TEXT, matches=(match("talk", "walk"), match("met", "a", "b", "c", "d"), match("for", "four", category="style"))
    )
    first, second = run(item, analysis)
    assert (first.engine, first.engine_rule, first.message, first.fixes[0].safety) == (
        "languagetool",
        "R",
        "Hm.",
        "safe",
    )
    assert [fix.edits[0].text for fix in second.fixes] == ["a", "b", "c"]
    assert {fix.safety for fix in second.fixes} == {"suggested"}


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        (match("Adebayo", "Debate"), False),
        (match("Adebayo"), False),
        (match("met Adebayo", "meet Adebayo", category="grammar"), True),
        (match("met Adebayo", "met a Debate", category="grammar"), False),
        (match("Adebayo there", category="grammar"), True),
    ],
)
def test_a_name_is_never_corrected(make_analysis: MakeAnalysis, found: Match, kept: bool) -> None:
    item = rule("mechanics", categories=["spelling", "grammar"])
    analysis = make_analysis(TEXT, matches=(found,), protected=(words("Adebayo"),))
    assert len(run(item, analysis)) == kept


SAME_NOTE = rule(kind="same_note", least=0.7, message="{percent} % also stands in {other}: {sentences}.")


def test_the_most_similar_other_note_is_named_with_the_shared_sentences(make_analysis: MakeAnalysis) -> None:
    first, second = words("Thank you for the talk."), words("I met Adebayo there.")
    twins = (
        Twin(other="tom.txt", similarity=0.914, sentences=(first, second)),
        Twin(other="li.txt", similarity=0.7, sentences=(first,)),
        Twin(other="sam.txt", similarity=0.69, sentences=(first,)),
    )
    (found,) = run(SAME_NOTE, replace(make_analysis(TEXT), twins=twins))
    assert found.text == "Thank you for the talk."
    assert found.message == (
        "91 % also stands in tom.txt and 1 other note: “Thank you for the talk.”; “I met Adebayo there.”."
    )
    assert run(SAME_NOTE, replace(make_analysis(TEXT), twins=twins[2:])) == ()
    assert run(SAME_NOTE, make_analysis(TEXT)) == ()


def test_many_or_long_shared_sentences_are_cut(make_analysis: MakeAnalysis) -> None:
    text = note(" ".join(["A word or two."] * 5 + ["long " * 30 + "end."]))
    ranges = [(item.start, item.end) for item in make_analysis(text).document.sentences if item.zone == "body"]
    shown = (*ranges[-1:], *ranges[:-1])
    (found,) = run(SAME_NOTE, replace(make_analysis(text), twins=(Twin(other="x", similarity=1.0, sentences=shown),)))
    assert found.message.count("“") == 4
    assert "long …”; “A word or two.”" in found.message
    assert found.message.endswith("; and 2 more.")


SOUNDS = {sort: f"it is {sort}" for sort in get_args(ObjectionSort)} | {"other": "hm"}


def objected(part: str, confidence: float, share: float = 0.9) -> Objection:
    start, end = words(part)
    return Objection(start=start, end=end, confidence=confidence, sort="rude", sort_share=share)


def test_an_objection_stands_on_its_sentence_and_says_what_it_sounds_like(make_analysis: MakeAnalysis) -> None:
    item = rule("objection", least=0.6, below=0.9, sounds=SOUNDS, message="Hm: {sounds}")
    inside = make_analysis(TEXT, objections=(objected("I met Adebayo there.", 0.6),))
    (found,) = run(item, inside)
    assert (found.text, found.message) == ("I met Adebayo there.", "Hm: it is rude")
    (mixed,) = run(item, make_analysis(TEXT, objections=(objected("I met Adebayo there.", 0.7, share=0.5),)))
    assert mixed.message == "Hm: hm"
    for outside in (0.59, 0.9):
        assert run(item, make_analysis(TEXT, objections=(objected("I met Adebayo there.", outside),))) == ()


def test_an_objection_is_silent_where_a_rule_names_the_fault(make_analysis: MakeAnalysis) -> None:
    item = rule("objection", least=0.6, sounds=SOUNDS, id="tone.objection")
    named = rule("existence", phrases=["Adebayo"], id="content.named", severity="warning")
    slight = rule("existence", phrases=["Adebayo"], id="content.named", severity="info")
    analysis = make_analysis(TEXT, objections=(objected("I met Adebayo there.", 0.9),))
    for others, told in (([named], {"content.named"}), ([slight], {"content.named", "tone.objection"})):
        found, _ = Checks([item, *others]).run(analysis)
        assert {finding.rule for finding in found} == told


def test_every_sort_of_objection_has_its_words() -> None:
    with pytest.raises(ValueError, match="lacks rude"):
        rule("objection", least=0.6, sounds={sort: text for sort, text in SOUNDS.items() if sort != "rude"})
