from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from notecheck.document import Document
from notecheck.render import to_terminal
from notecheck.render.to_terminal import Item, render, render_checklist
from notecheck.report import Failure, Metric, NotChecked, Reason, Report, Run, Score
from tests.golden import assert_golden
from tests.render.reports import element, finding, many, other_report, report, weak_report

SGR = re.compile(r"\x1b\[[0-9;]*m")
NASTY = "a\x1b[31m\x1b]0;title\x07\x9b2J\u202eb\u2066c\u200f\r\x00\x7f\x85\u2028\ud800 z"


def one(item: Report, **look: object) -> str:
    return render(Run(documents=(item,)), **look)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "look"),
    [("plain", {}), ("narrow", {"width": 48}), ("ascii", {"unicode": False}), ("wide", {"width": 100})],
)
def test_whole_report_is_as_accepted(name: str, look: dict[str, object]) -> None:
    assert_golden(f"terminal/weak-{name}.txt", one(weak_report(), **look))


def test_whole_report_in_colour_is_as_accepted() -> None:
    assert_golden("terminal/weak-color.txt", one(weak_report(), color=True).replace("\x1b", "ESC"))


def test_several_notes_end_with_a_summary() -> None:
    assert_golden("terminal/many.txt", render(many()))


def test_one_note_has_no_summary() -> None:
    assert "Summary" not in one(report())


def test_colour_repeats_what_the_words_say() -> None:
    assert SGR.sub("", one(weak_report(), color=True)) == one(weak_report(), color=False)


@pytest.mark.parametrize("width", [40, 48, 80, 100])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(cell_len, render(many(), width=width).splitlines())) <= width


def test_ascii_report_has_no_sign_of_ours_beyond_ascii() -> None:
    plain = replace(
        report(),
        findings=(finding(report().text, "Thank you", message="It can go."),),
        score=Score(total=1.0, band="weak"),
    )
    assert one(plain, unicode=False).isascii()


def test_score_and_first_thing_come_before_all_else() -> None:
    shown = one(weak_report())
    places = [
        shown.index(words)
        for words in (
            "Score 53 of 100: weak",
            "Do this first",
            "Elements",
            "Tone",
            "Readability",
            "Findings",
            "Not checked",
        )
    ]
    assert places == sorted(places)


def test_first_thing_shows_what_it_gains_and_the_advice_of_its_finding() -> None:
    shown = one(weak_report())
    assert "No sentence gives a reason to choose you.  (15 points)" in shown
    assert "Line 11. Name one result of yours that this team needs." in shown


def test_no_score_has_its_reason() -> None:
    assert "No score. Only post-interview notes are scored." in one(other_report())


def test_text_of_another_sort_is_not_told_what_it_lacks() -> None:
    shown = one(other_report())
    assert "missing" not in shown
    assert "Tone" not in shown


def test_optional_element_is_never_shown_as_missing() -> None:
    note = report(elements=(element("", "addition", "missing", reason="Nothing is added."),))
    assert "optional  Addition" in one(note)
    assert "missing" not in one(note)


def test_gravest_finding_comes_first() -> None:
    text = "one two three"
    findings = [
        finding(text, word, severity=severity)
        for word, severity in (("one", "hint"), ("two", "error"), ("three", "warning"))
    ]
    shown = one(report(text, findings))
    assert re.findall(r"^  (\w+):", shown, re.MULTILINE) == ["error", "warning", "hint"]


def test_unmeasured_number_has_its_reason_and_no_value() -> None:
    note = report(readability={"gunning_fog": Metric(value=None, unit="grade", reason="too short")})
    assert "No value for gunning fog. Too short." in one(note)


def test_what_was_not_checked_has_its_remedy() -> None:
    note = report(not_checked=(NotChecked(what="grammar", why="no Java", remedy="Install Java 17."),))
    assert "grammar: No java." not in one(note)
    assert "grammar: No Java. Install Java 17." in one(note)


def test_long_paths_keep_their_end() -> None:
    long = replace(report(), path="folder/" * 30 + "draft.txt")
    shown = render(Run(documents=(long, report())))
    assert "…" in shown.split("Summary")[1]
    assert "/draft.txt " in shown.split("Summary")[1]


def test_failures_are_counted_and_named() -> None:
    shown = render(
        Run(
            documents=(),
            errors=(Failure(path="a", message="gone", remedy="x"), Failure(path="b", message="bad", remedy="y")),
        )
    )
    assert "0 notes checked, 2 inputs not checked" in shown
    assert "b: bad" in shown


def nasty_report(words: str) -> Report:
    text = f"Dear {words} you,\nthank {words} you\n"
    place = Document(text).evidence(5, 5 + len(words))
    flagged = replace(
        finding(text, "", start=5),
        end=5 + len(words),
        rule="x.y",
        message=words,
        advice=words,
        engine=words,
        engine_rule=words,
    )
    fix = replace(weak_report().findings[2].fixes[0], description=words)
    return report(
        text,
        [
            replace(
                flagged,
                fixes=(fix, replace(fix, edits=(replace(fix.edits[0], start=0, end=9, text=words),), description="")),
            )
        ],
        path=words,
        elements=(replace(element(text, "thanks", "weak", reason=words), evidence=(place,)),),
        readability={words: Metric(value=1.0, unit=words), f"{words}2": Metric(value=None, unit="", reason=words)},
        score=Score(total=1.0, band=words, first=Reason(points=1.0, message=words)),
        not_checked=(NotChecked(what=words, why=words, remedy=words),),
    )


def assert_harmless(shown: str) -> None:
    bare = SGR.sub("", shown).replace("\n", "")
    assert not [character for character in bare if ord(character) < 32 or 127 <= ord(character) < 160]
    assert not set(bare) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u2028\u2029\ud800")
    shown.encode("utf-8")


@pytest.mark.parametrize("color", [False, True])
def test_nothing_in_a_note_steers_the_terminal(color: bool) -> None:
    run = Run(
        documents=(nasty_report(NASTY), nasty_report(NASTY)), errors=(Failure(path=NASTY, message=NASTY, remedy=NASTY),)
    )
    assert_harmless(render(run, color=color))
    assert_harmless(render_checklist({NASTY: [Item(state="ok", text=NASTY, remedy=NASTY)]}, color=color))


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(blacklist_categories=()), min_size=1, max_size=40), st.integers(1, 120))
def test_any_text_is_shown_without_harm(words: str, width: int) -> None:
    assert_harmless(one(nasty_report(words), width=width))


def test_rich_markup_in_a_note_is_shown_as_written() -> None:
    assert "[bold]Hi[/bold] :smile:" in one(
        report("[bold]Hi[/bold] :smile:", [finding("[bold]Hi[/bold] :smile:", "Hi")])
    )


def test_a_link_is_no_link() -> None:
    assert "\x1b]8" not in render(many(), color=True)


def test_alternatives_share_a_line() -> None:
    assert "Fix: “would of” → “would have” or “would’ve”" in one(weak_report())


def test_advice_is_given_once() -> None:
    shown = one(report("one two", [finding("one two", "one"), finding("one two", "two")]))
    assert shown.count("Better: Say it plainly.") == 1
    assert shown.count("warning: ") == 2


def test_what_is_missing_has_no_frame() -> None:
    assert "│" not in one(report("one two", [finding("one two", "", start=4, message="Something is missing.")]))


def test_removal_is_called_so() -> None:
    assert "Suggestion: remove “very ”" in one(weak_report())


def test_renderers_know_only_reports() -> None:
    assert to_terminal.render.__annotations__["run"] == "Run"
