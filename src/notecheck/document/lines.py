"""The lines of a text, as zones and sentences see them."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_ITEM = re.compile(r"(?:[-+*•‣▪◦·●○]|\(?\d{1,2}[.)]|\(?[A-Za-z]\))\s+(?=\S)")
_INVISIBLE = dict.fromkeys(map(ord, "\u00a0\u200b\u200e\u200f\u2060\ufeff"), " ")


class Line(NamedTuple):
    """One line without its end and without blanks around it: ``[start, end)`` of the whole text.

    ``raw`` is the range as given; in ``text``, of the same length, invisible characters read as blanks. ``indent``
    counts the blanks before ``start``. A blank line has ``start == end``.
    """

    raw: str
    text: str
    start: int
    end: int
    indent: int

    @property
    def blank(self) -> bool:
        return self.start == self.end

    def cut(self, start: int, end: int | None = None) -> Line:
        """A stretch of the line, by its characters, without the blanks around it."""
        raw = self.raw[start:end]
        left = start + len(raw) - len(raw.lstrip())
        right = max(left, start + len(raw.rstrip()))
        return Line(self.raw[left:right], self.text[left:right], self.start + left, self.start + right, self.indent)

    @property
    def words(self) -> list[str]:
        return self.text.split()


def split_lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of ``text[start:end]``, with places in the whole text; LF, CRLF and a lone CR end a line."""
    stop = len(text) if end is None else end
    lines: list[Line] = []
    for match in _LINE.finditer(text, start, stop):
        raw = match.group()
        left = match.start() + len(raw) - len(raw.lstrip())
        right = max(left, match.start() + len(raw.rstrip()))
        if match.start() < stop or not lines:
            piece = text[left:right]
            lines.append(
                Line(
                    piece, piece if piece.isascii() else piece.translate(_INVISIBLE), left, right, left - match.start()
                )
            )
    return lines


def starts_item(text: str) -> int:
    """How many characters of a line are the bullet or number of a list item, with the blanks behind it; 0 for none."""
    match = _ITEM.match(text)
    return match.end() if match else 0
