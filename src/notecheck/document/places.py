"""Where things are: code points to line and column, and to the UTF-16 units or UTF-8 bytes that programs count in."""

from __future__ import annotations

import re
from bisect import bisect_right

_LINE_END = re.compile(r"\r\n|\r|\n")


class Places:
    """Conversions for one text. Offsets count code points from 0; lines and columns count from 1.

    LF, CRLF and a lone CR each end a line, and belong to the line they end.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of an offset in ``[0, len(text)]``."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The inverse of :meth:`line_column`."""
        return self._starts[line - 1] + column - 1

    def line_range(self, line: int) -> tuple[int, int]:
        """The half-open range of a line (from 1), without its line end."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self._text)
        return start, start + len(self._text[start:end].rstrip("\r\n"))

    @property
    def line_count(self) -> int:
        """The number of lines; an empty text has one."""
        return len(self._starts)

    def to_utf16(self, offset: int) -> tuple[int, int]:
        """Line and character, both from 0, the character in UTF-16 code units (as language servers count)."""
        line, column = self.line_column(offset)
        start = self._starts[line - 1]
        return line - 1, _units(self._text[start : start + column - 1])

    def to_utf8(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, the column in bytes of UTF-8 (as review tools count)."""
        line, column = self.line_column(offset)
        start = self._starts[line - 1]
        # A lone surrogate has no UTF-8 of its own; it is written as U+FFFD, which takes three bytes too.
        return line, len(self._text[start : start + column - 1].encode("utf-8", "surrogatepass")) + 1

    def from_utf16(self, line: int, character: int) -> int:
        """The inverse of :meth:`to_utf16`.

        A character inside a surrogate pair or past the line's end is moved back to a valid place; a line past the last
        one means the end of the text.
        """
        if line >= self.line_count:
            return len(self._text)
        start, end = self.line_range(line + 1)
        for offset in range(start, end):
            character -= _units(self._text[offset])
            if character < 0:
                return offset
        return end


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
