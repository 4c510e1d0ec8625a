"""Sentences in windows, with a tokenizer of our own, so that no model is loaded."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecheck.analysis.elements.layout import MARKERS, PARAGRAPH, PIECE, WINDOW, Unit, lay_out, units
from notecheck.document import Document


@dataclass
class Encoding:
    ids: list[int]
    offsets: list[tuple[int, int]]


class Words:
    """Each word is a token; its id is its length, from 100 on."""

    names = ("[CLS]", "[SEP]", PARAGRAPH, *MARKERS.values())

    def encode_batch(self, input: list[str], *, add_special_tokens: bool) -> list[Encoding]:
        assert not add_special_tokens
        found = [list(re.finditer(r"\S+", text)) for text in input]
        return [
            Encoding([100 + len(match.group()) for match in words], [match.span() for match in words])
            for words in found
        ]

    def token_to_id(self, token: str) -> int | None:
        return self.names.index(token) if token in self.names else None


def test_a_short_note_is_one_window() -> None:
    document = Document("Dear Ana,\n\nThank you for today.\nIt was good.\n\nBest,\nSam\n")
    (window,) = lay_out(units(document), Words())
    assert [piece.number for piece in window.pieces] == [0, 1, 2, 3, 4]
    assert all(piece.read for piece in window.pieces)
    assert window.ids[0] == 0 and window.ids[-1] == 1
    markers = [window.ids[piece.start] for piece in window.pieces]
    assert markers == [4, 2, 5, 6, 6]  # Greeting, paragraph, body, sign-off twice.


def test_quoted_text_is_not_read() -> None:
    document = Document("Hi Ana,\n\nThank you.\n\nSam\n\n> Come at ten.\n> Ana\n")
    quoted = [n for n, item in enumerate(document.sentences) if item.zone == "quoted"]
    assert quoted and not {unit.number for unit in units(document)} & set(quoted)


@given(st.lists(st.integers(1, 900), min_size=1, max_size=30))
def test_every_word_is_read_once_and_no_window_is_too_long(lengths: list[int]) -> None:
    given_units = [Unit(number, "ab " * length, "body") for number, length in enumerate(lengths)]
    windows = lay_out(given_units, Words())
    seen: dict[int, int] = {}
    for window in windows:
        assert len(window.ids) <= WINDOW
        for piece in window.pieces:
            assert piece.end - piece.start == 1 + len(piece.offsets) <= PIECE
            if piece.read:
                seen[piece.number] = seen.get(piece.number, 0) + len(piece.offsets)
    assert seen == dict(enumerate(lengths))


def test_a_later_window_begins_with_the_sentences_before_it() -> None:
    windows = lay_out([Unit(number, "ab " * 90, "body") for number in range(8)], Words())
    assert len(windows) > 1
    assert [piece.read for piece in windows[1].pieces][:3] == [False, False, True]
    assert windows[1].pieces[0].number == windows[1].pieces[2].number - 2


def test_nothing_makes_no_window() -> None:
    assert lay_out([], Words()) == []


def test_a_tokenizer_without_our_markers_is_refused() -> None:
    class Bare(Words):
        def token_to_id(self, token: str) -> int | None:
            return None

    with pytest.raises(LookupError, match="unused"):
        lay_out([Unit(0, "word", "body")], Bare())
