"""Which lines quote or forward another message."""

from __future__ import annotations

import re
from collections.abc import Sequence

from notecheck.document.lines import Line

_LONGEST = 400  # Characters of a line that are looked at: an attribution or divider is no longer.
_MARK = re.compile(r"[>›](?!\s?=)")
_DIVIDER = re.compile(
    r"(?:[-_=*]{2,}\s*(?:original|forwarded)\s+(?:message|mail|appointment)\b.*|begin forwarded message:?\s*)", re.I
)
_RULE = re.compile(r"[_-]{10,}")
_FIELD = re.compile(r"\W{0,3}(from|sent|date|to|cc|bcc|subject|reply-to|importance)\s*:", re.I)
_ATTRIBUTION = re.compile(r"\W{0,2}on\b.*\bwrote\s*:\s*\Z", re.I)
_WROTE = re.compile(r".*\bwrote\s*:\s*\Z", re.I)
_STAMP = re.compile(r"\b\d{4}\b|\b\d{1,2}[:.]\d\d\b|@")
_WRAP = 3  # Lines over which mail programs wrap an attribution, at most.


def quoted_lines(lines: Sequence[Line]) -> list[bool]:
    """For each line, whether it belongs to another message than the one being written.

    A ``>`` quotes its line alone. A divider ("-----Original Message-----"), a block of From/Sent/To/Subject lines
    below some text, or an attribution ("On … wrote:") that no ``>`` follows quotes all the rest.
    """
    quoted = [bool(_MARK.match(line.text)) for line in lines]
    own_text = False
    for index, line in enumerate(lines):
        if quoted[index] or line.blank:
            continue
        if _divides(lines, index, own_text):
            return quoted[:index] + [True] * (len(lines) - index)
        last = _attribution_end(lines, quoted, index)
        if last is not None:
            after = _next_text(lines, last + 1)
            if after is None or not quoted[after]:
                return quoted[:index] + [True] * (len(lines) - index)
            quoted[index : after + 1] = [True] * (after + 1 - index)
        else:
            own_text = own_text or not _FIELD.match(line.text)
    return quoted


def _divides(lines: Sequence[Line], index: int, own_text: bool) -> bool:
    text = lines[index].text
    if len(text) > _LONGEST:
        return False
    if _DIVIDER.fullmatch(text):
        return True
    if not own_text:
        return False
    if _RULE.fullmatch(text):
        below = _next_text(lines, index + 1)
        return below is not None and _field_block(lines, below)
    return _field_block(lines, index)


def _field_block(lines: Sequence[Line], index: int) -> bool:
    """Whether a From line stands here with at least two more fields of a message below it."""
    seen: set[str] = set()
    for line in lines[index : index + 6]:
        field = _FIELD.match(line.text)
        if field:
            seen.add(field[1].lower())
        elif not line.blank and seen != {"from"}:
            break
    return "from" in seen and len(seen) >= 3 and bool(_FIELD.match(lines[index].text))


def _attribution_end(lines: Sequence[Line], quoted: Sequence[bool], index: int) -> int | None:
    """The last line of an attribution that starts here, or None."""
    joined = ""
    for last in range(index, min(index + _WRAP, len(lines))):
        line = lines[last]
        if line.blank or quoted[last] or len(joined) + len(line.text) > _LONGEST:
            return None
        joined = f"{joined} {line.text}".strip()
        if not joined.endswith(":"):
            continue
        after = _next_text(lines, last + 1)
        above_quote = after is not None and quoted[after]
        if _ATTRIBUTION.match(joined) and (above_quote or re.search(r"[\d@]", joined)):
            return last
        stamped = last == index and bool(_STAMP.search(joined))
        return last if stamped and (above_quote or _WROTE.match(joined)) else None
    return None


def _next_text(lines: Sequence[Line], index: int) -> int | None:
    for at in range(index, min(index + 5, len(lines))):
        if not lines[at].blank:
            return at
    return None
