"""Find the elements of one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from notecheck.analysis.elements.matching import PatternIndex, PatternSet, Place
from notecheck.report import ElementId
from notecheck.ruleset.element_patterns import ElementFile, Group

SUREST = 0.99
"""No count of patterns makes a label surer than this."""

UNSURE = 0.9
"""Below this a label yields to a surer one of the same short sentence, save thanks, which are told by their words."""

SHORT = 30
"""Tokens of a sentence that is seldom about two things: a longer one may be several, run together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An element in a sentence: the matched tokens as half-open ranges, and whether all of it is weak.

    ``confidence`` is the chance that the sentence deserves the label, with each group of patterns as an
    independent witness.
    """

    id: ElementId
    weak: bool
    confidence: float
    ranges: tuple[tuple[int, int], ...]
    otherwise: bool = False


class Labeller:
    """Compiled element files, asked sentence by sentence."""

    def __init__(self, files: Mapping[ElementId, ElementFile], index: PatternIndex) -> None:
        self._elements = [_Element(file, index) for file in files.values() if file.groups]

    def label(self, place: Place, *, specificity: float = 0.0, near_end: bool = False) -> tuple[Found, ...]:
        """The elements of a sentence, in the order of the guidelines.

        Args:
            place: The sentence.
            specificity: Of the sentence.
            near_end: Whether it is among the last two of the body.
        """
        for otherwise in (False, True):
            found = (element.find(place, specificity, near_end, otherwise) for element in self._elements)
            kept = tuple(item for item in found if item is not None)
            if kept:
                return kept if place.end - place.start > SHORT else _without_unsure(kept)
        return ()


def _without_unsure(found: tuple[Found, ...]) -> tuple[Found, ...]:
    # Of labels under UNSURE beside a surer one, three in four were wrong in some 120 notes of our own.
    surest = max(item.confidence for item in found)
    return tuple(item for item in found if item.confidence >= min(UNSURE, surest) or item.id == "thanks")


class _Element:
    def __init__(self, file: ElementFile, index: PatternIndex) -> None:
        self._file = file
        self._groups = [_CompiledGroup(group, index) for group in file.groups if not group.otherwise]
        self._otherwise = [_CompiledGroup(group, index) for group in file.groups if group.otherwise]
        self._mine = tuple(sum(item.mine for item in groups) for groups in (self._groups, self._otherwise))
        self._vetoes = PatternSet(file.vetoes, index)
        self._lifts = PatternSet(file.lifts, index)

    def find(self, place: Place, specificity: float, near_end: bool, otherwise: bool) -> Found | None:
        if not place.possible & self._mine[otherwise]:
            return None
        asked = self._otherwise if otherwise else self._groups
        groups = (item for item in asked if place.possible & item.mine and (near_end or not item.group.near_end))
        hits = [(item.group, ranges) for item in groups if (ranges := item.find(place))]
        if not hits:
            return None
        vetoes = self._vetoes.find(place)
        kept = [(group, clear) for group, ranges in hits if (clear := _clear_of(ranges, vetoes))]
        if not kept:
            return None
        return Found(
            id=self._file.id,
            weak=all(group.strength == "weak" for group, _ in kept) and not self._lifted(place, specificity),
            confidence=round(min(SUREST, 1 - prod(1 - group.confidence for group, _ in kept)), 3),
            ranges=merge(item for _, ranges in kept for item in ranges),
            otherwise=otherwise,
        )

    def _lifted(self, place: Place, specificity: float) -> bool:
        enough = self._file.specific is not None and specificity >= self._file.specific
        return enough or self._lifts.matches(place)


class _CompiledGroup:
    def __init__(self, group: Group, index: PatternIndex) -> None:
        self.group = group
        self._any = PatternSet(group.any, index)
        self.mine = self._any.mine
        self._unless = PatternSet(group.unless, index)
        self._needs = PatternSet(group.needs, index) if group.needs else None

    def find(self, place: Place) -> list[tuple[int, int]]:
        ranges = self._any.find(place)
        if not ranges or (self._needs and not self._needs.matches(place)):
            return []
        barred = place.possible & self._unless.mine
        return _clear_of(ranges, self._unless.find(place)) if barred else ranges


def _clear_of(ranges: Iterable[tuple[int, int]], bars: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    if not bars:
        return list(ranges)
    return [(start, end) for start, end in ranges if not any(start < to and of < end for of, to in bars)]


def merge(ranges: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Overlapping ranges become one; in order."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
