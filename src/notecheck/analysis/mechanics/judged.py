"""The text that engines see: what the writer wrote in this note, at its place; all else is blank."""

from __future__ import annotations

import re
from collections.abc import Iterable

from notecheck.analysis.mechanics.matches import Match
from notecheck.document import Document

_JUDGED = ("greeting", "body", "signoff")
_NO_LINE_END = re.compile(r"[^\r\n]")


def judged_text(document: Document) -> str:
    """The text with headers and quoted text replaced by blanks, one for one; line ends stay, so paragraphs do too."""
    text = document.clean
    parts, at = [], 0
    for zone in document.zones:
        if zone.name not in _JUDGED:
            parts += [text[at : zone.start], _NO_LINE_END.sub(" ", text[zone.start : zone.end])]
            at = zone.end
    return "".join([*parts, text[at:]])


def within_judged(document: Document, matches: Iterable[Match]) -> list[Match]:
    """The matches that lie wholly within what is judged; one may run from a greeting into the body."""
    stretches: list[tuple[int, int]] = []
    for zone in document.zones:
        if zone.name not in _JUDGED:
            continue
        if stretches and not document.clean[stretches[-1][1] : zone.start].strip():
            stretches[-1] = (stretches[-1][0], zone.end)
        else:
            stretches.append((zone.start, zone.end))
    return [match for match in matches if any(start <= match.start < match.end <= end for start, end in stretches)]
