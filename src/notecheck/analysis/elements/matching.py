"""Run token patterns over the bits of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from notecheck.analysis.elements.features import Features
from notecheck.ruleset.token_notation import Item, TokenPattern

_CACHED_TOKENS = 50_000


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
        for need, bar in self.ways:  # noqa: SIM110 (a generator takes twice as long)
            if bits & need == need and not bits & bar:
                return True
        return False


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

    def find(self, bits: Sequence[int], start: int, end: int) -> list[tuple[int, int]]:
        """Matches within tokens ``[start, end)``, the shortest from each place, as half-open ranges of tokens."""
        step = self._steps[0]
        any_bit = step.any_bit
        stop = min(start + 1, end) if self._at_start else end
        free = step.optional or step.gap
        found = []
        for first in range(start, stop):
            if free:
                last = self._match(0, bits, first, end)
            elif bits[first] & any_bit if any_bit else step.fits(bits[first]):
                last = self._match(1, bits, first + 1, end)
            else:
                continue
            if last > first:
                found.append((first, last))
        return found

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
        # Only where the next step fits, if there is one that must, is a match worth trying.
        after = self._steps[place + 1] if place + 1 < len(self._steps) else None
        needed = 0 if after is None or after.optional else after.any_bit
        final = place + 2 == len(self._steps) and not self._at_end
        for later in range(token, min(token + gap, end) + 1):
            last = -1
            if not needed:
                last = self._match(place + 1, bits, later, end)
            elif later < end and bits[later] & needed:
                last = later + 1 if final else self._match(place + 2, bits, later + 1, end)
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

    A sentence can match a pattern only if some token fits each of its required steps. The rarest three are looked up
    for all patterns at once, as masks with one bit a pattern, so that the cost hardly grows with their number.
    """

    def __init__(self, features: Features) -> None:
        self._features = features
        self.patterns: list[CompiledPattern] = []
        self._ranks = tuple(_Rank() for _ in range(3))
        self._masks: dict[int, tuple[int, int, int]] = {}

    def add(self, pattern: TokenPattern) -> int:
        """Compile a pattern; returns its bit."""
        compiled = CompiledPattern(pattern, self._features)
        mask = 1 << len(self.patterns)
        self.patterns.append(compiled)
        steps = sorted(compiled.required, key=self._frequency)
        for place, rank in enumerate(self._ranks):
            rank.add(mask, steps[place] if place < len(steps) else None)
        return mask

    def place(self, bits: Sequence[int], start: int, end: int) -> Place:
        """What there is to match in a sentence."""
        first, second, third = (rank.free for rank in self._ranks)
        for item in bits[start:end]:
            masks = self._masks.get(item) or self._look_up(item)
            first |= masks[0]
            second |= masks[1]
            third |= masks[2]
        return Place(bits, start, end, first & second & third)

    def _look_up(self, item: int) -> tuple[int, int, int]:
        if len(self._masks) > _CACHED_TOKENS:
            self._masks.clear()
        first, second, third = (rank.fitted_by(item) for rank in self._ranks)
        self._masks[item] = masks = (first, second, third)
        return masks

    def _frequency(self, step: Step) -> int:
        return sum(
            min((self._features.size(bit) for bit in map(_bit, ones(need))), default=10**6) for need, _ in step.ways
        )


class _Rank:
    """Which patterns have, as their rarest (or second, or third) step, one that a token fits."""

    def __init__(self) -> None:
        self.free = 0
        self._by_bit: dict[int, int] = {}
        self._others: list[tuple[Step, int]] = []

    def add(self, mask: int, step: Step | None) -> None:
        if step is None:
            self.free |= mask
        elif step.any_bit:
            for number in ones(step.any_bit):
                self._by_bit[number] = self._by_bit.get(number, 0) | mask
        else:
            self._others.append((step, mask))

    def fitted_by(self, item: int) -> int:
        found = 0
        for number in ones(item):
            found |= self._by_bit.get(number, 0)
        for step, mask in self._others:
            if step.fits(item):
                found |= mask
        return found


class PatternSet:
    """Several patterns that are asked together."""

    def __init__(self, patterns: Sequence[TokenPattern], index: PatternIndex) -> None:
        self._patterns = index.patterns
        self.mine = sum(index.add(pattern) for pattern in patterns)
        """The bits of these patterns in the index."""

    def find(self, place: Place) -> list[tuple[int, int]]:
        """Every pattern's matches, as half-open ranges of tokens."""
        found: list[tuple[int, int]] = []
        possible = place.possible & self.mine
        while possible:
            low = possible & -possible
            found += self._patterns[low.bit_length() - 1].find(place.bits, place.start, place.end)
            possible ^= low
        return found

    def matches(self, place: Place) -> bool:
        """Whether any pattern matches."""
        return any(
            self._patterns[number].find(place.bits, place.start, place.end)
            for number in ones(place.possible & self.mine)
        )


def ones(bits: int) -> Iterator[int]:
    """The places of the bits that are set, from the lowest."""
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low


def _bit(number: int) -> int:
    return 1 << number
