"""Lines for a terminal: styled, wrapped and indented, with every character made safe to show."""

from __future__ import annotations

from io import StringIO

from rich.console import Console
from rich.text import Text

from notecheck.render.to_terminal.glyphs import ASCII, UNICODE
from notecheck.render.visible import one_line, visible

LEAST_WIDTH = 40
LEAST_ROOM = 16
"""Beside a label that leaves less room than this, a text starts on the next line."""


class Screen:
    """Collects lines.

    Args:
        width: Cells a line may take; narrower terminals than :data:`LEAST_WIDTH` wrap by themselves.
        color: Whether to write ANSI colours.
        unicode: Whether the terminal can show signs beyond ASCII.
    """

    def __init__(self, *, width: int, color: bool, unicode: bool) -> None:
        self.width = max(width, LEAST_WIDTH)
        self.glyphs = UNICODE if unicode else ASCII
        self._file = StringIO()
        self._console = Console(
            file=self._file,
            width=self.width,
            force_terminal=color,
            no_color=not color,
            color_system="standard" if color else None,
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
            _environ={},
        )

    def blank(self) -> None:
        """An empty line."""
        self._file.write("\n")

    def heading(self, title: str) -> None:
        """The title of a section, after an empty line."""
        self.blank()
        self.line(styled(title, "bold"))

    def line(self, text: Text | str, *, indent: int = 0) -> None:
        """A paragraph, wrapped and indented."""
        self.item(" " * indent, text)

    def item(self, label: Text | str, body: Text | str) -> None:
        """A paragraph that hangs from a label on its first line."""
        label, body = _text(label), _text(body)
        if self.width - label.cell_len < LEAST_ROOM:
            self._write(label)
            label = Text(" " * 6)
        for number, part in enumerate(body.wrap(self._console, self.width - label.cell_len)):
            part.rstrip()
            lead = label if number == 0 else Text(" " * label.cell_len)
            self._write(lead + part)

    def verbatim(self, text: Text) -> None:
        """A line that is never wrapped."""
        self._write(text)

    def quote(self, words: str) -> str:
        """Words of the note in quotation marks, on one line."""
        return f"{self.glyphs.open}{one_line(words)}{self.glyphs.close}"

    def text(self) -> str:
        """All lines so far."""
        return self._file.getvalue()

    def _write(self, line: Text) -> None:
        line.rstrip()
        self._console.print(line, soft_wrap=True)


def styled(text: str, style: str = "") -> Text:
    """Text on one line, safe to show."""
    return Text(visible(text), style=style, end="")


def joined(*parts: Text | str) -> Text:
    """Parts one after the other."""
    return Text("", end="").join(_text(part) for part in parts)


def _text(text: Text | str) -> Text:
    return text if isinstance(text, Text) else styled(text)
