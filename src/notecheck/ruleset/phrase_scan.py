"""Many phrases, written with choices, found in one pass over the words of a text.

A template is words as written, in any case; a choice is written ``(one|two)`` and may be empty: ``(I'd|I would)
(really|) love``. A ``^`` in front stands for the start of a sentence. Kinds of apostrophe and white space mean nothing.
Templates are looked up by their first words, so that the time hardly grows with their number.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from notecheck.report import ZoneName

__all__ = ["PhraseScan", "Scanned", "parse_template"]

_WORD = re.compile(r"[^\W_](?:\w|['’-](?=[^\W_]))*|[^\w\s]")


_ANCHOR = frozenset("^")
_CHOICE = re.compile(r"\(([^()]*)\)")
_SLOT = re.compile(r"\((?:[^()]|\([^()]*\))*\)|[^\s()|]+")


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a template: single words, longer alternatives, or nothing."""

    words: frozenset[str]
    longer: tuple[tuple[str, ...], ...]
    optional: bool

    @property
    def first_words(self) -> frozenset[str]:
        return self.words.union(phrase[0] for phrase in self.longer)

    def ends(self, words: Sequence[str], place: int, end: int) -> Iterator[int]:
        """Where the slot can end when it starts at ``words[place]``."""
        if self.optional:
            yield place
        if place < end and words[place] in self.words:
            yield place + 1
        for phrase in self.longer:
            if place + len(phrase) <= end and tuple(words[place : place + len(phrase)]) == phrase:
                yield place + len(phrase)


def parse_template(template: str) -> tuple[Slot, ...]:
    """The slots of a template.

    Raises:
        ValueError: A choice is glued to a word or nested more than once, or the template can match nothing.
    """
    slots = []
    matches = list(_SLOT.finditer(template))
    if "".join(match[0] for match in matches).replace(" ", "") != "".join(template.split()):
        raise ValueError(f"a choice is written (one|two), nested at most once: {template!r}")
    for before, after in pairwise(matches):
        if before.end() == after.start():
            raise ValueError(f"a choice stands apart from other words: {template!r}")
    for match in matches:
        options = [_split(option) for option in (_options(match[0][1:-1]) if match[0].startswith("(") else [match[0]])]
        slots.append(
            Slot(
                words=frozenset(option[0] for option in options if len(option) == 1),
                longer=tuple(option for option in options if len(option) > 1),
                optional=any(not option for option in options),
            )
        )
    if all(slot.optional or slot.words == _ANCHOR for slot in slots):
        raise ValueError(f"a phrase must not be blank: {template!r}")
    return tuple(slots)


def _options(text: str) -> list[str]:
    choice = _CHOICE.search(text)
    if choice is None:
        return text.split("|")
    # An inner choice belongs to the option around it alone.
    left, right = text.rfind("|", 0, choice.start()) + 1, text.find("|", choice.end())
    right = len(text) if right < 0 else right
    inner = [text[left : choice.start()] + option + text[choice.end() : right] for option in choice[1].split("|")]
    rest = [_options(part) for part in (text[: left - 1] if left else "", text[right + 1 :]) if part]
    return [
        *(option for item in inner for option in _options(item)),
        *(option for options in rest for option in options),
    ]


def _split(text: str) -> tuple[str, ...]:
    return tuple(match[0] for match in _WORD.finditer(text.lower().replace("’", "'")))


class Stretch(Protocol):
    """A sentence, or anything else that has a place and a zone."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def zone(self) -> ZoneName: ...


class Scanned:
    """The words and punctuation marks of some sentences, in lower case with straight apostrophes.

    Attributes:
        words: In order of the text; no phrase reaches from one sentence into the next.
        spans: Where each word lies.
    """

    def __init__(self, text: str, sentences: Sequence[Stretch]) -> None:
        self.words: list[str] = []
        self.spans: list[tuple[int, int]] = []
        self._sentences = sentences
        self._first_words: list[int] = []
        for sentence in sentences:
            self._first_words.append(len(self.words))
            for match in _WORD.finditer(text, sentence.start, sentence.end):
                self.words.append(match[0].lower().replace("’", "'"))
                self.spans.append(match.span())
        self._starts = [sentence.start for sentence in sentences]
        self._word_starts = [start for start, _ in self.spans]

    def zone_at(self, offset: int) -> ZoneName | None:
        """The zone of the sentence at an offset, or None between sentences."""
        place = bisect_right(self._starts, offset) - 1
        return self._sentences[place].zone if place >= 0 and offset < self._sentences[place].end else None

    def index_at(self, offset: int) -> int:
        """The index of the first word that ends after the offset."""
        place = bisect_right(self._word_starts, offset) - 1
        return place if place >= 0 and offset < self.spans[place][1] else place + 1

    def sentence_start(self, index: int) -> int:
        """The index of the first word of the sentence of a word."""
        return self._first_words[bisect_right(self._first_words, index) - 1]

    def runs(self) -> list[tuple[int, int]]:
        """Ranges of word indexes, one a sentence."""
        return list(zip(self._first_words, [*self._first_words[1:], len(self.words)], strict=True))


class PhraseScan:
    """Templates by key. They match whole words, in any case, also across line ends."""

    def __init__(self, templates: Mapping[str, Sequence[str]]) -> None:
        self._by_first: dict[str, list[_Entry]] = {}
        for key, items in templates.items():
            for item in items:
                slots = parse_template(item)
                anchored = slots[0].words == _ANCHOR
                slots = slots[anchored:]
                for words, seconds in _openings(slots):
                    entry = _Entry(key, slots, seconds, anchored)
                    for word in words:
                        self._by_first.setdefault(word, []).append(entry)

    def find(self, scanned: Scanned) -> dict[str, list[tuple[int, int]]]:
        """The longest match of each template at each place, by key."""
        found: dict[str, list[tuple[int, int]]] = {}
        words, spans, by_first = scanned.words, scanned.spans, self._by_first
        for first, last in scanned.runs():
            for start in range(first, last):
                following = words[start + 1] if start + 1 < last else ""
                for entry in by_first.get(words[start], ()):
                    if (entry.seconds is None or following in entry.seconds) and (start == first or not entry.anchored):
                        end = _longest(entry.slots, words, start, last)
                        if end is not None:
                            found.setdefault(entry.key, []).append((spans[start][0], spans[end - 1][1]))
        return found


@dataclass(frozen=True, slots=True)
class _Entry:
    """A template under one of its first words; ``seconds`` are the words that may follow, None where it may end."""

    key: str
    slots: tuple[Slot, ...]
    seconds: frozenset[str] | None
    anchored: bool


def _openings(slots: tuple[Slot, ...]) -> Iterator[tuple[frozenset[str], frozenset[str] | None]]:
    """First words of a template, with the words that may stand second."""
    for place, slot in enumerate(slots):
        if slot.words:
            yield slot.words, _first_words(slots[place + 1 :])
        for phrase in slot.longer:
            yield frozenset(phrase[:1]), frozenset(phrase[1:2])
        if not slot.optional:
            return


def _first_words(slots: tuple[Slot, ...]) -> frozenset[str] | None:
    found: frozenset[str] = frozenset()
    for slot in slots:
        found |= slot.first_words
        if not slot.optional:
            return found
    return None


def _longest(slots: tuple[Slot, ...], words: Sequence[str], start: int, last: int) -> int | None:
    places = {start}
    for slot in slots:
        places = {end for place in places for end in slot.ends(words, place, last)}
        if not places:
            return None
    return max(places)
