"""How much a sentence is tied to this interview: could it be sent anywhere, or only here?"""

from __future__ import annotations

from collections.abc import Sequence

from notecheck.analysis.elements.features import Features

CUES: dict[str, float] = {
    "@name": 0.3,
    "@number": 0.3,
    "@day": 0.15,
    "@coined": 0.25,
    "@quote": 0.25,
    "@reported": 0.2,
    "@particular": 0.15,
}
"""Share of the remaining doubt that one such token takes away: names, numbers and amounts, days and months, names of
tools, quotation marks, words for what was said ("mentioned"), and content words outside the talk of every interview."""

_CACHED_TOKENS = 50_000


class Specificity:
    """A number in [0, 1] for a sentence.

    The formula is a noisy or: each token takes the share of its strongest cue from what is left of 1, so that
    ``1 - (1 - share₁)(1 - share₂)…`` is the result. The shares are our own judgement. Open slots count for nothing.
    """

    def __init__(self, features: Features) -> None:
        ordered = sorted(CUES.items(), key=lambda cue: -cue[1])
        self._shares = tuple((features.bit(name), share) for name, share in ordered)
        self._slot = features.bit("@slot")
        self._rests: dict[int, float] = {}

    def of(self, bits: Sequence[int], start: int, end: int) -> float:
        """The specificity of tokens ``[start, end)``."""
        left = 1.0
        for item in bits[start:end]:
            rest = self._rests.get(item)
            left *= self._rest(item) if rest is None else rest
        return round(1 - left, 3)

    def _rest(self, item: int) -> float:
        if len(self._rests) > _CACHED_TOKENS:
            self._rests.clear()
        shares = (share for bit, share in self._shares if item & bit)
        self._rests[item] = rest = 1.0 if item & self._slot else 1 - next(shares, 0.0)
        return rest
