"""Run token patterns over the bits of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from notecheck.analysis.elements.features import Features
from notecheck.ruleset.token_notation import Item, TokenPattern


class Step:
    """One item of a compiled pattern: the bits a token must have and must not have, in any of several ways."""

    __slots__ = ("any_bit", "gap", "optional", "ways")

    def __init__(self, item: Item, features: Features) -> None:
        self.gap = item.gap
        self.optional = item.optional
        self.ways = tuple(
            (
                sum({features.bit(term.name) for term in terms if not term.negated}),
                sum({features.bit(term.name) for term in terms if term.negated}),
            )
            for terms in item.any_of
        )
        # Most items ask for one of several single bits, which is one operation.
        simple = all(need.bit_count() == 1 and not bar for need, bar in self.ways) if self.ways else False
        self.any_bit = sum({need for need, _ in self.ways}) if simple else 0

    def fits(self, bits: int) -> bool:
        if self.any_bit:
            return bool(bits & self.any_bit)
        return any(bits & need == need and not bits & bar for need, bar in self.ways)


class CompiledPattern:
    """A pattern ready to run.

    Args:
        pattern: What to look for.
        features: Knows the names that the pattern uses.
    """

    def __init__(self, pattern: TokenPattern, features: Features) -> None:
        self._steps = tuple(Step(item, features) for item in pattern.items)
        self._at_start = pattern.at_start
        self._at_end = pattern.at_end
        self._clause_end = features.clause_end
        self.required = tuple(step for step in self._steps if step.ways and not step.optional)
        """The steps that some token must fit."""
        self._any_bits = tuple(step.any_bit for step in self.required if step.any_bit)
        self._ways = tuple(step.ways for step in self.required if not step.any_bit)

    def fits_in(self, union: int) -> bool:
        """Whether each required step finds its bits among those of a sentence; necessary for a match, and cheap."""
        for bits in self._any_bits:
            if not union & bits:
                return False
        for ways in self._ways:
            for need, _ in ways:
                if union & need == need:
                    break
            else:
                return False
        return True

    def find(self, bits: Sequence[int], start: int, end: int) -> Iterator[tuple[int, int]]:
        """Matches within tokens ``[start, end)``, the shortest from each place, as half-open ranges of tokens."""
        first_step = self._steps[0]
        free = first_step.optional or first_step.gap
        for first in range(start, min(start + 1, end) if self._at_start else end):
            if free or first_step.fits(bits[first]):
                last = self._match(0, bits, first, end)
                if last > first:
                    yield first, last

    def _match(self, place: int, bits: Sequence[int], token: int, end: int) -> int:
        """Where the match of the steps from ``place`` on ends, or -1."""
        if place == len(self._steps):
            return token if not self._at_end or self._only_marks(bits, token, end) else -1
        step = self._steps[place]
        if step.gap:
            return self._skip(step.gap, place, bits, token, end)
        if token < end and step.fits(bits[token]):
            last = self._match(place + 1, bits, token + 1, end)
            if last >= 0:
                return last
        return self._match(place + 1, bits, token, end) if step.optional else -1

    def _only_marks(self, bits: Sequence[int], token: int, end: int) -> bool:
        return all(item & self._clause_end for item in bits[token:end])

    def _skip(self, gap: int, place: int, bits: Sequence[int], token: int, end: int) -> int:
        for later in range(token, min(token + gap, end) + 1):
            last = self._match(place + 1, bits, later, end)
            if last >= 0:
                return last
            if later < end and bits[later] & self._clause_end:
                break
        return -1


class Place(NamedTuple):
    """The tokens of a sentence, ``bits[start:end]``, and the patterns that may match there, one bit each."""

    bits: Sequence[int]
    start: int
    end: int
    possible: int


class PatternIndex:
    """All patterns of a finder, and which of them a sentence can match at all.

    Each pattern has an anchor: the required step that the fewest kinds of tokens fit. Only patterns whose anchor is in
    a sentence are looked at there, so that the cost hardly grows with the number of patterns.
    """

    def __init__(self, features: Features) -> None:
        self._features = features
        self.patterns: list[CompiledPattern] = []
        self._anchors: list[Step] = []
        self._anchored: dict[int, int] = {}

    def add(self, pattern: TokenPattern) -> int:
        """Compile a pattern; returns its bit."""
        compiled = CompiledPattern(pattern, self._features)
        self.patterns.append(compiled)
        self._anchors.append(min(compiled.required, key=self._frequency))
        return 1 << (len(self.patterns) - 1)

    def place(self, bits: Sequence[int], start: int, end: int) -> Place:
        """What there is to match in a sentence."""
        union = candidates = 0
        for item in bits[start:end]:
            union |= item
            known = self._anchored.get(item)
            candidates |= self._anchor(item) if known is None else known
        possible = 0
        for number in ones(candidates):
            if self.patterns[number].fits_in(union):
                possible |= 1 << number
        return Place(bits, start, end, possible)

    def _anchor(self, item: int) -> int:
        if len(self._anchored) > 50_000:
            self._anchored.clear()
        found = sum(1 << number for number, step in enumerate(self._anchors) if step.fits(item))
        self._anchored[item] = found
        return found

    def _frequency(self, step: Step) -> int:
        return sum(
            min((self._features.size(bit) for bit in map(_bit, ones(need))), default=10**6) for need, _ in step.ways
        )


class PatternSet:
    """Several patterns that are asked together."""

    def __init__(self, patterns: Sequence[TokenPattern], index: PatternIndex) -> None:
        self._patterns = index.patterns
        self.mine = sum(index.add(pattern) for pattern in patterns)
        """The bits of these patterns in the index."""

    def find(self, place: Place) -> Iterator[tuple[int, int]]:
        """Every pattern's matches, as half-open ranges of tokens."""
        for number in ones(place.possible & self.mine):
            yield from self._patterns[number].find(place.bits, place.start, place.end)

    def matches(self, place: Place) -> bool:
        """Whether any pattern matches."""
        return bool(place.possible & self.mine) and next(self.find(place), None) is not None


def ones(bits: int) -> Iterator[int]:
    """The places of the bits that are set, from the lowest."""
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low


def _bit(number: int) -> int:
    return 1 << number
