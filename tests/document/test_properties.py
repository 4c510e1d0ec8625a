"""What holds for every text, however odd."""

# ruff: noqa: E501 - long lines of data.
from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notecheck.document import Document, Places

PIECES = [
    "Dear Ms. Chen,", "Hi Tom", "Best,", "Dana", "Thanks", "> ", "On Jan 1, Tom wrote:", "-- ", "P.S. ", "Subject: x", "From: a", "Sent: b",
    "- ", "1. ", "# ", "...", "?!", '."', "e.g.", " ", "  ", "\t", "\n", "\r\n", "\r", "\n\n", "😊", "e\u0301", "\ufeff", "\u00a0", "\u2028",
    "\ud800", "\x00", "\x0c", "\x1c", "\x85", "I like it. ", "the ", "word ", "[Name]", "{{", "<", ":)", "—", "dana@example.com", "http://a.b/c.d",
]  # fmt: skip
texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
characters = st.characters(exclude_categories=())  # Lone surrogates, too.


@settings(max_examples=400, deadline=None)
@given(texts)
def test_zones_and_sentences_hold_each_character_once(text: str) -> None:
    document = Document(text)
    clean = document.clean
    for spans in (document.zones, document.sentences):
        ends = 0
        for span in spans:
            assert ends <= span.start < span.end
            assert not clean[ends : span.start].strip()
            assert not clean[span.start].isspace()
            assert not clean[span.end - 1].isspace()
            ends = span.end
        assert not clean[ends:].strip()
    for sentence in document.sentences:
        assert any(
            z.name == sentence.zone and z.start <= sentence.start and sentence.end <= z.end for z in document.zones
        )
    paragraphs = [sentence.paragraph for sentence in document.sentences]
    assert paragraphs == sorted(paragraphs)
    assert set(paragraphs) == set(range(len(set(paragraphs))))


@settings(max_examples=200, deadline=None)
@given(
    st.text(characters, max_size=80).flatmap(
        lambda t: st.tuples(st.just(t), st.integers(0, len(t)), st.integers(0, len(t)))
    )
)
def test_places_go_there_and_back(case: tuple[str, int, int]) -> None:
    text, one, other = case
    start, end = sorted((one, other))
    places = Places(text)
    evidence = Document(text).evidence(start, end)
    assert evidence.text == text[start:end]
    assert places.offset(evidence.line, evidence.column) == start
    first, last = places.line_range(evidence.line)
    line, character = places.to_utf16(start)
    units = text[first:start].encode("utf-16-le", "surrogatepass")
    assert (line, character) == (evidence.line - 1, len(units) // 2)
    if start <= last:  # Inside a line end there is no place for an editor's cursor.
        assert places.from_utf16(line, character) == start


@pytest.mark.parametrize("text", ["a😊b\r\ne\u0301c\rd", "\ud83d x", "\r\r\n\n", ""])
def test_lines_of_all_ends(text: str) -> None:
    places = Places(text)
    assert places.line_count == len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    assert places.from_utf16(99, 0) == len(text)


def test_a_place_inside_a_surrogate_pair_moves_back() -> None:
    assert Places("a😊b").from_utf16(0, 2) == 1
    assert Places("a😊b").from_utf16(0, 3) == 2
    assert Places("a😊b").from_utf16(0, 99) == 3


_RANDOM = random.Random(0)
HARD = {
    "letters": "a", "stops": ".", "spaced stops": ". ", "line ends": "\n", "short lines": "a\n", "quotes": "> a\n", "blanks": " ", "emoji": "😊",
    "spaced emoji": "😊 ", "greetings": "Dear Ann,\n", "one line of greetings": "Dear Ann, ", "fields": "From: a\n", "signoffs": "Best,\nDana\n\n",
    "dashes": "-", "emoticons": ":) ", "brackets": "[", "initials": "A. ", "items": "- a\n", "commas": "and, ", "postscripts": "P.S. a\n\n",
    "noise": "".join(_RANDOM.choice("aA .!?,>\n:-@1😊\"()[]{}") for _ in range(5000)), "attributions": "On 1 wrote: ", "stopped emoji": "!😊x",
    "thanks": "thanks ", "digits": "1", "mails": "a@", "sentences": "I like it. ",
}  # fmt: skip


@pytest.mark.parametrize("name", HARD)
def test_time_is_linear_in_the_length(name: str) -> None:
    text = (HARD[name] * (100_000 // len(HARD[name]) + 1))[:100_000]
    started = time.process_time()
    assert Document(text).sentences is not None
    assert time.process_time() - started < 3, "1 s on a quiet machine"


@settings(max_examples=200, deadline=None)
@given(texts)
def test_utf8_columns_count_the_bytes_of_the_line(text: str) -> None:
    places = Places(text)
    for offset in range(len(text) + 1):
        line, column = places.to_utf8(offset)
        start = places.line_range(line)[0]
        assert line == places.line_column(offset)[0]
        assert len(text[start:offset].encode("utf-8", "surrogatepass")) == column - 1


def test_utf8_column_after_an_emoji() -> None:
    assert Places("x\na😊b").to_utf8(4) == (2, 6)
