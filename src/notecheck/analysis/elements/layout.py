"""How sentences become the encoder's input: windows of tokens in which each sentence knows its neighbours.

A sentence is laid out as a marker for its zone, then its word pieces. As many sentences as fit make a window; a further
window begins with the last sentences of the one before it, as context that is not read again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from notecheck.document import Document
from notecheck.report import ZoneName

WINDOW = 384
"""The most word pieces in a window; the encoder knows 512 positions."""

CONTEXT = 2
"""How many sentences of the window before are shown again."""

PIECE = WINDOW // 2 - 2
"""The most word pieces of a sentence that are laid out together; a longer one is read in several pieces."""

START, END = "[CLS]", "[SEP]"
PARAGRAPH = "[unused1]"
"""The marker of the first sentence of a paragraph of the body."""

MARKERS: dict[ZoneName, str] = {
    "header": "[unused2]",
    "greeting": "[unused3]",
    "body": "[unused4]",
    "signoff": "[unused5]",
}
"""A marker for each zone that is read; quoted text is not."""


class Encoding(Protocol):
    """What the library ``tokenizers`` makes of a text."""

    @property
    def ids(self) -> list[int]: ...
    @property
    def offsets(self) -> list[tuple[int, int]]: ...


class Tokenizer(Protocol):
    """The part of ``tokenizers.Tokenizer`` that is used here."""

    def encode_batch(self, input: list[str], *, add_special_tokens: bool) -> Sequence[Encoding]: ...
    def token_to_id(self, token: str) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence to be read: its number in the document, text and zone, and whether a paragraph starts with it."""

    number: int
    text: str
    zone: ZoneName
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence's tokens ``[start, end)`` in a window, its marker first.

    ``offsets`` are half-open ranges in the sentence's text, one for each token after the marker. ``read`` is False
    where the piece is shown only as context.
    """

    number: int
    start: int
    end: int
    offsets: tuple[tuple[int, int], ...]
    read: bool


@dataclass(frozen=True, slots=True)
class Window:
    """Token ids as the encoder takes them, and the pieces in them, in order."""

    ids: tuple[int, ...]
    pieces: tuple[Piece, ...]


def units(document: Document) -> list[Unit]:
    """The sentences of a document that are read."""
    found: list[Unit] = []
    paragraph = -1
    for number, sentence in enumerate(document.sentences):
        if sentence.zone in MARKERS:
            text = document.clean[sentence.start : sentence.end]
            opens = sentence.zone == "body" and sentence.paragraph != paragraph
            found.append(Unit(number, text, sentence.zone, opens))
        paragraph = sentence.paragraph
    return found


def lay_out(units: Sequence[Unit], tokenizer: Tokenizer) -> list[Window]:
    """The windows of one text; none for a text without sentences."""
    encoded = tokenizer.encode_batch([unit.text for unit in units], add_special_tokens=False)
    chunks = [chunk for unit, item in zip(units, encoded, strict=True) for chunk in _chunks(unit, item, tokenizer)]
    windows: list[Window] = []
    first = 0
    while first < len(chunks):
        # Context takes half of the window at most, so that each window reads at least one new piece.
        before = _fitting(chunks[max(0, first - CONTEXT) : first][::-1], WINDOW // 2)[::-1]
        now = _fitting(chunks[first:], WINDOW - 2 - sum(len(chunk.ids) for chunk in before))
        windows.append(_window(before, now, tokenizer))
        first += len(now)
    return windows


@dataclass(frozen=True, slots=True)
class _Chunk:
    number: int
    ids: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]


def _chunks(unit: Unit, encoding: Encoding, tokenizer: Tokenizer) -> list[_Chunk]:
    marker = _id(tokenizer, PARAGRAPH if unit.opens else MARKERS[unit.zone])
    ids, offsets = encoding.ids, encoding.offsets
    size = PIECE - 1
    return [
        _Chunk(unit.number, (marker, *ids[at : at + size]), tuple(offsets[at : at + size]))
        for at in range(0, max(1, len(ids)), size)
    ]


def _fitting(chunks: Sequence[_Chunk], room: int) -> list[_Chunk]:
    taken: list[_Chunk] = []
    for chunk in chunks:
        room -= len(chunk.ids)
        if room < 0:
            break
        taken.append(chunk)
    return taken


def _window(before: Sequence[_Chunk], now: Sequence[_Chunk], tokenizer: Tokenizer) -> Window:
    ids = [_id(tokenizer, START)]
    pieces: list[Piece] = []
    for number, chunk in enumerate([*before, *now]):
        start = len(ids)
        ids.extend(chunk.ids)
        pieces.append(Piece(chunk.number, start, len(ids), chunk.offsets, number >= len(before)))
    ids.append(_id(tokenizer, END))
    return Window(tuple(ids), tuple(pieces))


def _id(tokenizer: Tokenizer, token: str) -> int:
    found = tokenizer.token_to_id(token)
    if found is None:
        raise LookupError(f"the tokenizer has no {token}")
    return found
