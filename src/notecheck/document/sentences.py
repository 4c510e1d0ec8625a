"""Cut zones into sentences, on line structure and sentence ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from notecheck.document.lines import Line, split_lines, starts_item
from notecheck.document.stops import sentence_starts
from notecheck.document.wrapping import Wrapping
from notecheck.document.zones import Zone
from notecheck.report import ZoneName


@dataclass(frozen=True, slots=True)
class Sentence:
    """A half-open range that is one sentence, line or list item; ``paragraph`` counts from 0 over the text."""

    start: int
    end: int
    zone: ZoneName
    paragraph: int


def split_sentences(text: str, zones: tuple[Zone, ...]) -> tuple[Sentence, ...]:
    """The sentences of a text, in order; together they hold every non-blank character of the zones.

    Outside the body each line is one. In the body, blank lines part paragraphs, and list items, headings and lines
    that were ended on purpose part sentences; the lines of a hard-wrapped paragraph are joined. A new zone
    is a new paragraph.
    """
    body = [split_lines(text, zone.start, zone.end) for zone in zones if zone.name == "body"]
    wrapping = Wrapping([line for lines in body for line in lines])
    sentences: list[Sentence] = []
    paragraph = -1
    for zone in zones:
        for lines in _paragraphs(split_lines(text, zone.start, zone.end)):
            paragraph += 1
            ranges = [(line.start, line.end) for line in lines]
            if zone.name == "body":
                ranges = [cut for start, end in wrapping.units(lines) for cut in _split(text, start, end)]
            sentences.extend(Sentence(start, end, zone.name, paragraph) for start, end in ranges)
    return tuple(sentences)


def _paragraphs(lines: list[Line]) -> Iterator[list[Line]]:
    paragraph: list[Line] = []
    for line in lines:
        if not line.blank:
            paragraph.append(line)
        elif paragraph:
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    unit = text[start:end]
    skip = starts_item(unit) or len(unit) - len(unit.lstrip("# "))
    cuts = [0, *(skip + at for at in sentence_starts(unit[skip:])), len(unit)]
    for left, right in pairwise(cuts):
        yield start + left, start + left + len(unit[left:right].rstrip())
