from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from notecheck.render.to_terminal.frame import Frame, make_frame, shorten


def frame(text: str, words: str, width: int = 60) -> Frame:
    start = text.index(words)
    return make_frame(text, start, start + len(words), width=width, cut="…")


def under(shown: Frame) -> str:
    """What stands above the carets, cell by cell."""
    line = shown.before + shown.words + shown.after
    cells = [character for character in line for _ in range(cell_len(character))]
    return "".join(dict.fromkeys(cells[shown.indent : shown.indent + shown.carets]))


@pytest.mark.parametrize(
    ("text", "words", "indent", "carets"),
    [
        ("thank you", "you", 6, 3),
        ("日本 abc", "abc", 5, 3),
        ("日本語", "本", 2, 2),
        ("\tabc", "abc", 4, 3),
        ("e\u0301e abc", "abc", 3, 3),
        ("🙂🙂 abc", "abc", 5, 3),
        ("first\r\nsecond line\r\n", "line", 7, 4),
        ("first\rsecond", "second", 0, 6),
        ("a\x1b[31mb", "b", 6, 1),
    ],
)
def test_carets_stand_under_the_words(text: str, words: str, indent: int, carets: int) -> None:
    shown = frame(text, words)
    assert (shown.indent, shown.carets) == (indent, carets)


def test_only_the_line_of_the_words_is_shown() -> None:
    shown = frame("one\ntwo three\nfour", "two")
    assert (shown.before, shown.words, shown.after) == ("", "two", " three")


def test_words_over_several_lines_end_with_the_first() -> None:
    shown = frame("one two\nthree", "two\nthree")
    assert (shown.words, shown.carets, shown.after) == ("two", 3, "")


def test_missing_words_get_one_caret() -> None:
    shown = make_frame("ab cd", 3, 3, width=40, cut="…")
    assert (shown.before, shown.words, shown.after, shown.carets) == ("ab ", "", "cd", 1)


def test_end_of_text_gets_one_caret() -> None:
    shown = make_frame("ab", 2, 2, width=40, cut="…")
    assert (shown.indent, shown.carets) == (2, 1)


def test_long_line_is_cut_at_words_on_both_sides() -> None:
    text = "word " * 40 + "TARGET" + " word" * 40
    shown = frame(text, "TARGET")
    assert shown.before.startswith("… word")
    assert shown.after.endswith("word …")
    assert under(shown) == "TARGE"  # Each letter once.


def test_long_words_are_cut() -> None:
    shown = frame("x" * 500, "x" * 300, 40)
    assert cell_len(shown.words) == shown.carets == 40


def test_a_huge_line_takes_no_time() -> None:
    text = "a" * 500_000 + "!" + "b" * 500_000
    assert frame(text, "!").words == "!"


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300), st.integers(10, 90))
def test_any_frame_fits_and_marks_its_words(text: str, first: int, second: int, width: int) -> None:
    start, end = sorted((min(first, len(text)), min(second, len(text))))
    shown = make_frame(text, start, end, width=width, cut="…")
    # The width of parts can exceed that of the whole where a sign and its modifier are parted.
    assert cell_len(shown.before) + cell_len(shown.words) + cell_len(shown.after) <= width + 1
    assert shown.indent == cell_len(shown.before)
    assert shown.carets >= 1
    assert "\n" not in shown.before + shown.words + shown.after


@given(st.text(max_size=100), st.integers(1, 60))
def test_shortened_text_fits(text: str, width: int) -> None:
    assert cell_len(shorten(text, width, cut="…")) <= width
