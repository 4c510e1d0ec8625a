from __future__ import annotations

import pytest

from notecheck.render.fixes import fix_words
from notecheck.render.wording import place, quoted, shortened
from notecheck.report import Edit, Fix
from tests.render.reports import finding, report, weak_report


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("short", "short"),
        ("one two three four", "one two…"),
        ("a  b\n c", "a b c"),
        ("incomprehensibilities", "incomprehe…"),
        ("an incomprehensibility", "an incompr…"),
    ],
)
def test_long_text_is_cut_between_words_where_one_is_near(text: str, short: str) -> None:
    assert shortened(text, 11) == short


def test_quoted_words_keep_their_blanks_and_steer_nothing() -> None:
    assert quoted("  \t") == "“  ␉”"
    assert quoted("a\x1b\u202e") == "“a␛\ufffd”"


def test_place_of_a_finding_over_lines_ends_with_the_last() -> None:
    text = "one\r\ntwo\rthree"
    assert place(report(text), finding(text, "two\rthree")) == "line 2, column 1, to line 3"
    assert place(report(text), finding(text, "one")) == "line 1, column 1"


def test_fixes_of_the_same_words_share_a_line_and_the_rest_is_counted() -> None:
    note = weak_report()
    fixes = tuple(Fix(safety="suggested", edits=(Edit(start=0, end=3, text=text),)) for text in "abcde")
    assert fix_words(note, finding(note.text, "Sub", fixes=fixes)) == [
        ("Suggestion", "“Sub” → “a” or “b” or “c” (and 2 more)")
    ]
    mixed = (*fixes[:1], Fix(safety="ask", edits=(), description="Say who."), Fix(safety="safe", edits=fixes[1].edits))
    assert [lead for lead, _ in fix_words(note, finding(note.text, "Sub", fixes=mixed))] == [
        "Suggestion", "Needs your facts", "Fix",
    ]  # fmt: skip
