"""The handwritten and generated pages as a reader meets them: their code blocks, and the commands they tell to type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).parents[1]
PAGES = [TOP / "README.md", TOP / "CONTRIBUTING.md", *sorted((TOP / "docs").glob("*.md"))]
PROGRAMS = ("notecheck", "make", "pip", "pytest", "python", ".venv/bin/", "NOTECHECK_ACCEPT=")


@dataclass(frozen=True, kw_only=True)
class Block:
    """A fenced block: ``language`` as written behind the fence, ``line`` of the fence."""

    page: str
    line: int
    language: str
    text: str


def blocks(language: str | None = None) -> list[Block]:
    """All blocks, or those of one language, in order."""
    found = [block for page in PAGES for block in _blocks(page)]
    return [block for block in found if language in (None, block.language)]


def commands() -> dict[str, str]:
    """Each command that a page tells to type, in a block or in the text, and where it stands first."""
    found: dict[str, str] = {}
    for block in blocks("sh"):
        for line in block.text.splitlines():
            if command := re.sub(r"\s+#\s.*", "", line).strip():
                found.setdefault(command, f"{block.page}:{block.line}")
    for page in PAGES:
        prose = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
        for span in re.findall(r"`([^`\n]+)`", prose):
            if span.startswith(PROGRAMS) and " " in span:
                found.setdefault(span, page.name)
    return found


def _blocks(page: Path) -> Iterator[Block]:
    text = page.read_text("utf-8")
    for found in re.finditer(r"^```(\w*)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE):
        line = text.count("\n", 0, found.start()) + 1
        yield Block(page=page.name, line=line, language=found[1], text=found[2])
