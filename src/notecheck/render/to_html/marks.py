"""The note cut into lines, and each line into pieces that carry the same findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from notecheck.document.places import Places
from notecheck.report import SEVERITIES, Finding, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a line: its text, the findings that hold it, and those of them that were in no piece before.

    Findings go by their numbers, the gravest first. A piece without text marks where something is missing.
    """

    text: str
    findings: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line, without its end; ``number`` counts from 1."""

    number: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    number: int
    start: int
    end: int


def numbered(report: Report) -> dict[int, Finding]:
    """The findings by their numbers, from 1, in the order of the note."""
    return dict(enumerate(sorted(report.findings, key=lambda item: (item.start, item.end)), 1))


def marked_lines(report: Report, findings: dict[int, Finding]) -> list[Line]:
    """The whole text. Each finding, however many lines and other findings it crosses, begins in exactly one piece."""
    places = Places(report.text)
    on_line: defaultdict[int, list[_Mark]] = defaultdict(list)
    for number, finding in findings.items():
        for line, mark in _marks(report.text, places, number, finding):
            on_line[line].append(mark)
    seen: set[int] = set()
    lines = []
    for line in range(1, places.line_count + 1):
        pieces = []
        for text, held in _cut(report.text, *places.line_range(line), on_line[line]):
            worst = sorted(held, key=lambda number: (SEVERITIES.index(findings[number].severity), number))
            pieces.append(Piece(text=text, findings=tuple(worst), begins=tuple(n for n in worst if n not in seen)))
            seen.update(held)
        lines.append(Line(number=line, pieces=tuple(pieces)))
    return lines if lines[-1].pieces or len(lines) == 1 else lines[:-1]


def _marks(text: str, places: Places, number: int, finding: Finding) -> Iterator[tuple[int, _Mark]]:
    first, last = places.line_column(finding.start)[0], places.line_column(finding.end)[0]
    if not text[finding.start : finding.end].strip("\r\n"):  # Nothing to see: it is missing, or ends a line.
        at = min(finding.start, places.line_range(first)[1])
        yield first, _Mark(number=number, start=at, end=at)
        return
    for line in range(first, last + 1):
        start, end = places.line_range(line)
        start, end = max(start, finding.start), min(end, finding.end)
        if start < end:
            yield line, _Mark(number=number, start=start, end=end)


def _cut(text: str, start: int, end: int, marks: list[_Mark]) -> Iterator[tuple[str, list[int]]]:
    cuts = sorted({start, end, *(mark.start for mark in marks), *(mark.end for mark in marks)})
    for cut, following in zip(cuts, [*cuts[1:], end], strict=True):
        if missing := [mark.number for mark in marks if mark.start == mark.end == cut]:
            yield "", missing
        if cut < following:
            yield text[cut:following], [mark.number for mark in marks if mark.start <= cut and following <= mark.end]
