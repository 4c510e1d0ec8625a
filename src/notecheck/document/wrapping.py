"""Tell the lines that a mail program wrapped from the lines that the writer ended."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from notecheck.document.lines import Line, starts_item
from notecheck.document.stops import ends_sentence
from notecheck.document.vocabulary import FUNCTION_WORDS, SENTENCE_OPENERS

_NUMBER = re.compile(r"\(?\d{1,2}[.)]\s")
_HEADING = re.compile(r"#{1,6}\s+\S|(?:\*\*|__)[^*_]{1,80}(?:\*\*|__):?\Z")
_NARROWEST = 40
_WIDEST = 120  # Columns; a longer line was not wrapped by a mail program.


class Wrapping:
    """Joins the lines of one body.

    Args:
        lines: All lines of the body: only over the whole shows whether it is wrapped, and whether it has capitals.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        texts = [line for line in lines if not line.blank]
        self._capitals = any(line.text[:1].isupper() for line in texts)
        self._wrapped = False
        self._stopless = False  # Whether the writer ends sentences by the line alone.
        for blank, paragraph in groupby(lines, key=lambda line: line.blank):
            if not blank:
                self._observe(list(paragraph))

    def _observe(self, paragraph: Sequence[Line]) -> None:
        width = _width(paragraph)
        for above, below in pairwise(paragraph):
            if not ends_sentence(above.text) and _has_word(above.text, below.text):
                full = _is_full(above, below, width)
                self._wrapped = self._wrapped or (full and below.text[0].islower())
                self._stopless = self._stopless or not (full or below.text[0].islower() or starts_item(below.text))

    def units(self, lines: Sequence[Line]) -> list[tuple[int, int]]:
        """The ranges of a paragraph's runs of joined lines; a list item and a heading start a run of their own."""
        width = _width(lines)
        units = [(lines[0].start, lines[0].end)]
        item = bool(starts_item(lines[0].text))
        for above, below in pairwise(lines):
            joined = self._joined(above, below, width, item=item)
            item = (item and joined) or (not joined and bool(starts_item(below.text)))
            units[-1:] = [(units[-1][0], below.end)] if joined else [units[-1], (below.start, below.end)]
        return units

    def _joined(self, above: Line, below: Line, width: int, *, item: bool) -> bool:
        if _HEADING.match(below.text) or _HEADING.match(above.text) or not _has_word(above.text, below.text):
            return False
        full = _is_full(above, below, width)
        # A number behind a full line may be a part of the sentence: "… on May" / "5. We …".
        if starts_item(below.text) and (item or not full or not _NUMBER.match(below.text)):
            return False
        if ends_sentence(above.text):
            # The stop may be of an abbreviation; if it is not, it still parts the sentences.
            return full and above.text.endswith(".")
        return self._goes_on(above, below, full=full)

    def _goes_on(self, above: Line, below: Line, *, full: bool) -> bool:
        last = above.words[-1].lower().strip("\"'“”‘’()*_")
        opener = below.words[0].lower().strip(",.;:!?") in SENTENCE_OPENERS and below.text[0].isupper()
        if last.endswith((",", ";", "-", "–", "—", "&")) or (last in FUNCTION_WORDS and (full or not opener)):
            return True
        if self._capitals and below.text[0].islower():
            return True
        return full and (self._wrapped or not (opener or self._stopless or self._small_line(below)))

    def _small_line(self, below: Line) -> bool:
        """Whether, in a body without capitals, nothing tells that a line goes on from the one above it."""
        return not self._capitals and below.text[0].islower()


def _width(lines: Sequence[Line]) -> int:
    """The columns that the paragraph is wrapped at: its longest line that a mail program may have wrapped."""
    return max((len(line.text) for line in lines if len(line.text) <= _WIDEST), default=0)


def _is_full(above: Line, below: Line, width: int) -> bool:
    """Whether the first word of the line below, which has one, would not have fitted."""
    length = len(above.text)
    return _NARROWEST <= length <= _WIDEST and length + 1 + len(below.words[0]) > width


def _has_word(*texts: str) -> bool:
    return all(any(map(str.isalnum, text)) for text in texts)
