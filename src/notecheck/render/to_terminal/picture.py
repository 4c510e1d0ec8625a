"""The report in the terminal as a picture, for pages that cannot show a terminal."""

from __future__ import annotations

import re
from io import StringIO

from rich.console import Console
from rich.text import Text

# Both name addresses in the network: a picture must not load a font from there.
_FOREIGN = re.compile(r"@font-face \{.*?\}\s*|<!--.*?-->\s*", re.DOTALL)
_FONTS = "'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace"


def draw(report: str, *, title: str, width: int = 80, most_lines: int = 56) -> str:
    """The top of a report as an SVG that refers to nothing outside itself.

    Args:
        report: What :func:`~notecheck.render.to_terminal.render` wrote in colour, as wide as ``width``.
        title: Stands in the frame of the window.
        width: Cells of the terminal.
        most_lines: A longer report ends after a whole paragraph, and a last line tells how much is left out.
    """
    console = Console(
        file=StringIO(), record=True, width=width + 2, force_terminal=True, color_system="standard", _environ={}
    )
    lines = Text.from_ansi(report.rstrip("\n")).split("\n", allow_blank=True)
    kept = len(lines)
    if kept > most_lines:
        kept = max(number for number, line in enumerate(lines[: most_lines - 1]) if not line.plain.strip())
    for line in lines[:kept]:
        console.print(Text(" ") + line, highlight=False, soft_wrap=True)
    if kept < len(lines):
        rest = sum(1 for line in lines[kept:] if line.plain.strip())
        console.print(Text(f"\n … and {rest} more lines", style="dim"), highlight=False)
    drawn = _FOREIGN.sub("", console.export_svg(title=title, unique_id="notecheck"))
    drawn = drawn.replace("Fira Code, monospace", _FONTS).replace("family: arial;", "family: Arial, sans-serif;")
    return "\n".join(line.rstrip() for line in drawn.splitlines()) + "\n"
