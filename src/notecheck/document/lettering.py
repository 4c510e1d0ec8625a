"""The lines above a greeting: mail-like fields, front matter, the writer's and the reader's address, the date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from notecheck.document.lines import Line
from notecheck.document.vocabulary import SENTENCE_OPENERS

_FIELD = re.compile(
    r"[*_#\s]{0,4}(?:subject(?:\s+line)?|to|from|date|cc|bcc|sent|reply-to|re|attachments?|importance|via\s+e-?mail)[*_]{0,3}\s*:",
    re.I,
)
_KEY = re.compile(r"[\w -]{1,30}:(?:\s|\Z)")
_MOST_LINES = 24  # Two address blocks, a date and a reference line, with room to spare.


def field_lines(lines: Sequence[Line]) -> int:
    """How many lines at the top are fields (Subject, To, …), with their continuation lines, or front matter."""
    first = next((at for at, line in enumerate(lines) if not line.blank), len(lines))
    count = _front_matter(lines, first)
    for at in range(max(first, count), len(lines)):
        line = lines[at]
        field = _FIELD.match(line.text)
        # "Re: your question, I think so." is a sentence of a chat.
        if field and not (field[0].lower().startswith("re:") and line.text.endswith((".", "?", "!"))):
            count = at + 1
        elif not line.blank and not (line.indent and count == at and count):
            break
        elif not line.blank:
            count = at + 1
    return count


def is_letterhead(lines: Sequence[Line]) -> bool:
    """Whether all lines can stand above a greeting: addresses, names, a date, a title; no prose."""
    return len(lines) <= _MOST_LINES and all(line.blank or _is_address_like(line.text) for line in lines)


def _is_address_like(text: str) -> bool:
    if _FIELD.match(text) or text.startswith("#"):
        return True
    words = text.split()
    if not words:
        return True
    if len(text) > 90 or len(words) > 12 or words[0].lower().strip(",.!:") in SENTENCE_OPENERS - {"one", "the"}:
        return False
    if re.search(r"[a-z]{3}[.!?]\Z", text) and len(words) > 4:
        return False
    small = sum(word[0].islower() and len(word) > 3 and "@" not in word and "." not in word for word in words)
    return small <= len(words) / 3


def _front_matter(lines: Sequence[Line], first: int) -> int:
    """The lines of a Markdown file's front matter, or 0."""
    if first >= len(lines) or lines[first].text != "---":
        return 0
    for at in range(first + 1, min(first + 40, len(lines))):
        if lines[at].text == "---":
            return at + 1 if at > first + 1 else 0
        if not (
            lines[at].blank or lines[at].indent or _KEY.match(lines[at].text) or lines[at].text.startswith(("- ", "#"))
        ):
            return 0
    return 0
