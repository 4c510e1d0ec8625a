"""Whether a text is a note sent after a job interview."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import exp

from notecheck.analysis.elements.matching import PatternIndex, PatternSet, Place
from notecheck.report import ElementId, Kind, ZoneName
from notecheck.ruleset.element_patterns import KindFile, Sign

FEW_WORDS = 5
"""A text of fewer tokens outside greeting and sign-off says too little to be judged."""


class KindFinder:
    """Weighs the signs of ``kind.yaml`` in a logistic sum: each that shows counts once, with its weight in log-odds.

    The confidence is the value of that sum for the kind that was found, so it is at least a half.
    """

    def __init__(self, file: KindFile, index: PatternIndex) -> None:
        self._prior = file.prior
        self._signs = [_CompiledSign(sign, index) for sign in file.signs]

    def find(self, places: Sequence[tuple[Place, ZoneName]], labels: Collection[ElementId]) -> Kind:
        """The kind of a text.

        Args:
            places: The sentences and their zones.
            labels: The elements that any sentence carries.
        """
        body = sum(place.end - place.start for place, zone in places if zone == "body")
        if body < FEW_WORDS:
            return Kind(label="other", confidence=0.5, reason=_too_little(body))
        possible = 0
        for place, _ in places:
            possible |= place.possible
        asked = (item for item in self._signs if item.sign.element in labels or item.mine & possible)
        seen = [item.sign for item in asked if item.sign.element or item.shows(places)]
        chance = 1 / (1 + exp(-self._prior - sum(sign.weight for sign in seen)))
        note = chance >= 0.5
        telling = sorted((sign for sign in seen if (sign.weight > 0) == note), key=lambda sign: -abs(sign.weight))
        return Kind(
            label="post_interview_note" if note else "other",
            confidence=round(chance if note else 1 - chance, 3),
            reason=" ".join(dict.fromkeys(sign.reason for sign in telling[:2]))
            or "Too little in it speaks of an interview or of hiring.",
        )


def _too_little(tokens: int) -> str:
    if tokens:
        return "There is too little text to tell what it is."
    return "There is no text apart from a greeting or a name, which is too little to tell what it is."


class _CompiledSign:
    def __init__(self, sign: Sign, index: PatternIndex) -> None:
        self.sign = sign
        self._any = PatternSet(sign.any, index)
        self.mine = self._any.mine
        self._unless = PatternSet(sign.unless, index)

    def shows(self, places: Sequence[tuple[Place, ZoneName]]) -> bool:
        return any(
            zone in self.sign.zones and self._any.matches(place) and not self._unless.matches(place)
            for place, zone in places
        )
