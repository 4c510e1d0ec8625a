"""Cut a text into headers, greeting, body, sign-off and quoted text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from notecheck.document.closing import close_note
from notecheck.document.lettering import field_lines, is_letterhead
from notecheck.document.lines import Line, split_lines, starts_item
from notecheck.document.quoting import quoted_lines
from notecheck.document.salutation import greeting_end, has_opener
from notecheck.report import ZoneName

_LATEST_GREETING = 24  # Lines of text that may stand above a greeting.


@dataclass(frozen=True, slots=True)
class Zone:
    """A half-open range of the text with one role."""

    name: ZoneName
    start: int
    end: int


def find_zones(text: str) -> tuple[Zone, ...]:
    """The zones of a text, in order.

    They do not overlap, start and end on a non-blank character, and together hold every non-blank one. Where a reply
    is written below or between quoted lines, the greeting is looked for in its first stretch and the sign-off in its
    last. A text that is no letter or mail is one body.
    """
    lines = split_lines(text)
    quoted = quoted_lines(lines)
    runs = [
        (kind, [line for line, _ in run])
        for kind, run in groupby(zip(lines, quoted, strict=True), key=lambda pair: pair[1])
    ]
    own = [at for at, (kind, run) in enumerate(runs) if not kind and not all(line.blank for line in run)]
    parts: list[list[tuple[ZoneName, Line]]] = [
        [("quoted" if kind else "body", line) for line in run] for kind, run in runs
    ]
    greeted = False
    if own:
        parts[own[0]] = _open(runs[own[0]][1])
        greeted = any(name == "greeting" for name, _ in parts[own[0]])
    for at in reversed(own):
        closed = _close(parts[at], greeted=greeted)
        if closed is not None:
            parts[at] = closed
            break
    return _merge(part for run in parts for part in run)


def _open(lines: list[Line]) -> list[tuple[ZoneName, Line]]:
    """The lines with header and greeting marked, a line split where text follows its greeting."""
    fields = field_lines(lines)
    at = _greeting_line(lines, fields)
    if at is None:
        return [("header" if index < fields else "body", line) for index, line in enumerate(lines)]
    above: ZoneName = "header" if is_letterhead(lines[fields:at]) else "body"
    parts: list[tuple[ZoneName, Line]] = [
        ("header" if index < fields else above, line) for index, line in enumerate(lines[:at])
    ]
    while at < len(lines):
        line = lines[at]
        end = greeting_end(line.text) or len(line.text)
        parts.append(("greeting", line.cut(0, end)))
        at += 1
        if end < len(line.text):
            parts.append(("body", line.cut(end)))
            break
        if at == len(lines) or not _goes_on(line.text, lines[at].text):
            break
    return parts + [("body", line) for line in lines[at:]]


def _greeting_line(lines: list[Line], first: int) -> int | None:
    texts = [at for at in range(first, len(lines)) if not lines[at].blank][:_LATEST_GREETING]
    for at in texts:
        text = lines[at].text
        end = greeting_end(text) if has_opener(text) else None
        if end is None:
            continue
        apart = end == len(text) and (at == 0 or lines[at - 1].blank)
        if is_letterhead(lines[first:at]) or (apart and texts.index(at) <= 6):
            return at
    for at, below in zip(texts, [*texts[1:], None], strict=bool(texts)):
        if (at == texts[0] or lines[at - 1].blank) and is_letterhead(lines[first:at]):
            end = greeting_end(lines[at].text)
            if end and (end < len(lines[at].text) or (below is not None and _is_prose(lines[below].text))):
                return at
    return None


def _is_prose(text: str) -> bool:
    return len(text.split()) >= 3 and not starts_item(text)


def _goes_on(greeting: str, text: str) -> bool:
    """Whether the line below a greeting is more of it: "Dear Ana," / "Dear Raj," or "and Lee,"."""
    if greeting_end(text) == len(text) and has_opener(text):
        return True
    names = text.lower().startswith(("and ", "& ")) and text.endswith((",", ":"))
    return names and greeting.endswith(",") and len(text.split()) <= 6


def _close(parts: list[tuple[ZoneName, Line]], *, greeted: bool) -> list[tuple[ZoneName, Line]] | None:
    """The parts with the sign-off marked, or None where there is none."""
    body = next((at for at, (name, _) in enumerate(parts) if name == "body"), len(parts))
    if "greeting" in (name for name, _ in parts):
        body = max(at for at, (name, _) in enumerate(parts) if name == "greeting") + 1
    closed = close_note([line for _, line in parts[body:]], greeted=greeted)
    return parts[:body] + closed if any(name == "signoff" for name, _ in closed) else None


def _merge(parts: Iterable[tuple[ZoneName, Line]]) -> tuple[Zone, ...]:
    zones: list[Zone] = []
    for name, line in parts:
        if line.blank:
            continue
        if zones and zones[-1].name == name:
            zones[-1] = Zone(name, zones[-1].start, line.end)
        else:
            zones.append(Zone(name, line.start, line.end))
    return tuple(zones)
