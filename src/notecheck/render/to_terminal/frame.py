"""A code frame: the line of a finding, cut to the width of the terminal, and carets under the words it is about."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from rich.cells import cell_len

from notecheck.render.visible import visible

TAB = " " * 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """``before + words + after`` fits the width; ``indent`` and ``carets`` count terminal cells."""

    before: str
    words: str
    after: str
    indent: int
    carets: int


def make_frame(text: str, start: int, end: int, *, width: int, cut: str) -> Frame:
    """The frame of ``text[start:end]``, of which the first line is shown.

    Args:
        text: The text as given.
        start: First code point of the words; ``end`` is past the last, and equal where something is missing.
        end: See ``start``.
        width: Cells that the line may take, at least 10.
        cut: What stands for text that is left out.
    """
    left, right = _line(text, start)
    end = min(max(end, start), right)
    # No cell holds less than a quarter of a character in any text worth showing; this keeps a long line cheap.
    words = _shown(text[start : min(end, start + 4 * width)])
    before = _shown(text[max(left, start - 4 * width) : start])
    after = _shown(text[end : min(right, end + 4 * width)])
    if cell_len(words) > width:
        words = _head(words, width, cut)
    room = width - max(cell_len(words), 1)
    left_room = max(room - cell_len(after), room // 2) if cell_len(before) > room // 2 else room
    whole = start - left <= 4 * width and cell_len(before) <= left_room
    before = before if whole else _tail(before, left_room, cut)
    room -= cell_len(before)
    if cell_len(after) > room:
        after = _head(after, room, cut)
    return Frame(before=before, words=words, after=after, indent=cell_len(before), carets=max(cell_len(words), 1))


def shorten(text: str, width: int, *, cut: str) -> str:
    """``text`` cut at a word to fit ``width`` cells."""
    return text if cell_len(text) <= width else _head(text, width, cut)


def shorten_path(path: str, width: int, *, cut: str) -> str:
    """``path`` with its beginning cut to fit ``width`` cells, since the end tells files apart."""
    return path if cell_len(path) <= width else _tail(path, width, cut)


def _line(text: str, start: int) -> tuple[int, int]:
    left = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    ends = [place for place in (text.find("\n", start), text.find("\r", start)) if place >= 0]
    return left, min(ends, default=len(text))


def _shown(text: str) -> str:
    return TAB.join(visible(part) for part in text.split("\t"))


def _head(text: str, width: int, cut: str) -> str:
    room = width - len(cut)
    if room < 0:
        return ""
    kept = text[: bisect_right(range(len(text) + 1), room, key=lambda count: cell_len(text[:count])) - 1]
    # Cut between words where one ends near by.
    blank = kept.rfind(" ")
    if blank > 0 and len(kept) - blank <= 12 and text[len(kept) : len(kept) + 1] != " ":
        kept = kept[: blank + 1]
    return kept + cut


def _tail(text: str, width: int, cut: str) -> str:
    room = width - len(cut)
    if room < 0:
        return ""
    count = bisect_right(range(len(text) + 1), room, key=lambda count: cell_len(text[len(text) - count :])) - 1
    kept = text[len(text) - count :]
    while kept and cell_len(kept[0]) == 0:  # Half of an emoji or accent, whose first half is cut away.
        kept = kept[1:]
    blank = kept.find(" ")
    if 0 <= blank <= 12 and text[: len(text) - len(kept)][-1:] not in (" ", ""):
        kept = kept[blank:]
    return cut + kept
