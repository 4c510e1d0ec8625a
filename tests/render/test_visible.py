from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecheck.render.visible import one_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("\x1b[2J", "␛[2J"),
        ("\x7f", "␡"),
        ("a\nb\tc", "a␊b␉c"),
        ("\x9b2J", "\ufffd2J"),
        ("\u202etxt.exe", "\ufffdtxt.exe"),
        ("\udc80", "\ufffd"),
        ("é日🙂 שלום", "é日🙂 שלום"),
        ("👩\u200d👧", "👩\u200d👧"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_one_line_joins_lines() -> None:
    assert one_line("  a\r\n  b\x1b ") == "a b␛"


@given(st.text(st.characters(blacklist_categories=())))
def test_every_character_has_a_harmless_one_in_its_place(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert {unicodedata.category(character) for character in shown if character not in "\u200c\u200d"}.isdisjoint(
        {"Cc", "Cf", "Cs", "Zl", "Zp"}
    )
