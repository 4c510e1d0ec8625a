"""Find the sign-off of a note among its last lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from notecheck.document.lines import Line, starts_item
from notecheck.document.signature import is_delimiter, is_device_line, is_disclaimer, is_postscript, is_signature
from notecheck.document.stops import ends_sentence, sentence_starts
from notecheck.document.valediction import is_name, is_valediction
from notecheck.report import ZoneName

_LAST_LINES = 40  # Lines of text, from the end, among which a sign-off starts.
_TAIL = 120  # Characters at the end of a line in which a sign-off inside the line starts.
_PARTS = re.compile(r"([^,—–]{2,40}?)(?:,\s*|\s+[-–—]\s*|\s*[–—]\s*)(.+)", re.S)
_DASH_NAME = re.compile(r"\s((?:--?|[–—])\s?[^\W\d_]\w*(?:\s[^\W\d_][\w.]*)?)\Z")


def close_note(lines: Sequence[Line], *, greeted: bool) -> list[tuple[ZoneName, Line]]:
    """The lines with the sign-off marked, and body above it and below it (a P.S., a paragraph after the name).

    ``greeted`` says that a greeting was found, so that these lines are a note for sure.
    """
    block = _Block(lines, greeted=greeted)
    found = block.sign_off()
    if found is None:
        return [("body", line) for line in lines]
    first, cut, last = found
    parts: list[tuple[ZoneName, Line]] = [("body", line) for line in lines[: block.texts[first]]]
    line = lines[block.texts[first]]
    if cut:
        parts.append(("body", line.cut(0, cut)))
    parts.append(("signoff", line.cut(cut)))
    below = block.texts[last] if last < len(block.texts) else len(lines)
    parts.extend(("signoff", line) for line in lines[block.texts[first] + 1 : below])
    return parts + (close_note(lines[below:], greeted=True) if below < len(lines) else [])


class _Block:
    """The lines of text of a stretch of the note, by their number among these lines."""

    def __init__(self, lines: Sequence[Line], *, greeted: bool) -> None:
        self._lines = lines
        self._greeted = greeted
        self.texts = [at for at, line in enumerate(lines) if not line.blank]
        self._small = not any(line.text[:1].isupper() for line in lines)

    def sign_off(self) -> tuple[int, int, int] | None:
        """The line that starts the sign-off, the character in it, and the line behind the sign-off."""
        for first in range(max(0, len(self.texts) - _LAST_LINES), len(self.texts)):
            if first or self._greeted:
                last = self._end(first, 0)
                if last is not None:
                    return first, 0, last
            for cut in self._cuts(first):
                last = self._end(first, cut)
                if last is not None:
                    return first, cut, last
        return None

    def _text(self, at: int) -> str:
        return self._lines[self.texts[at]].text if at < len(self.texts) else ""

    def _blank_above(self, at: int) -> bool:
        return at == 0 or self._lines[self.texts[at] - 1].blank

    def _cuts(self, first: int) -> list[int]:
        """Where in a line a sign-off may start: behind its last sentences."""
        text = self._text(first)
        start = max(0, len(text) - _TAIL)
        cuts = [start + at for at in sentence_starts(text[start:])]
        dash = _DASH_NAME.search(text, start)
        return [*cuts, dash.start(1)] if dash and dash.start(1) not in cuts else cuts

    def _end(self, first: int, cut: int) -> int | None:
        """The line behind the sign-off that starts here, or None where none starts."""
        text = self._text(first)[cut:]
        if not cut and is_delimiter(text):
            return len(self.texts)
        named = is_name(self._text(first + 1), lower=True)
        last_line = first + 1 == len(self.texts)
        firm = False
        if is_valediction(text, above_name=named or (last_line and text.endswith(","))) and not self._goes_on(
            first, cut
        ):
            firm = named
        elif self._valediction_and_name(text):
            firm = True
        elif not self._name_ends(first, cut, text) and not (not cut and first and is_device_line(text)):
            return None
        last = self._signature_end(first + 1)
        if last == len(self.texts) or is_postscript(self._text(last)):
            return last
        return last if firm and self._blank_above(last) else None

    def _signature_end(self, at: int) -> int:
        while at < len(self.texts) and is_signature(self._text(at)):
            if is_disclaimer(self._text(at)) or is_delimiter(self._text(at)):
                return len(self.texts)
            at += 1
        return at

    def _goes_on(self, first: int, cut: int) -> bool:
        """Whether a line that reads like a valediction is the end of the wrapped sentence above it."""
        if cut or self._blank_above(first) or self._small or not self._text(first)[:1].islower():
            return False
        return not ends_sentence(self._text(first - 1))

    def _valediction_and_name(self, text: str) -> bool:
        """ "Best, Dana" in one line."""
        parts = _PARTS.fullmatch(text) if len(text) < _TAIL else None
        if not parts or not is_name(parts[2], lower=True):
            return False
        return is_valediction(parts[1], above_name=True)

    def _name_ends(self, first: int, cut: int, text: str) -> bool:
        """Whether a bare name signs the note: "Dana", "— Dana", alone or behind the last sentence."""
        if text.startswith(("-", "–", "—", "~")):
            listed = starts_item(self._text(first + 1)) or (first > 0 and starts_item(self._text(first - 1)))
            known = self._greeted or self._prose_above(first)
            return known and not listed and is_name(text, lower=not cut)
        if not is_name(text, lower=self._small and self._blank_above(first)) or text.endswith(("!", ".", ",")):
            return False
        if cut:
            return self._greeted and len(text.split()) <= 3 and first + 1 == len(self.texts)
        above = self._text(first - 1) if first else ""
        closed = self._blank_above(first) or ends_sentence(above) or above.endswith(",")
        return (
            closed
            and not above.endswith(":")
            and (self._greeted or self._prose_above(first))
            and not starts_item(above)
        )

    def _prose_above(self, first: int) -> bool:
        return any(
            len(self._text(at).split()) > 5 and ends_sentence(self._text(at)) for at in range(max(0, first - 3), first)
        )
