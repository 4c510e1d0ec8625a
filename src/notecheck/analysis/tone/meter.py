"""How a text sounds on seven axes, sentence by sentence and as a whole, each with what moved it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from notecheck.analysis.tone.features import FeatureFinder
from notecheck.analysis.tone.form import TRAITS, Word, form
from notecheck.analysis.tone.weights import AXES, Floats, ToneWeights, load_tone_weights
from notecheck.document import Document
from notecheck.document.sentences import Sentence
from notecheck.report import Axis, AxisId, SentenceTone, Tone, ToneEvidence, ZoneName
from notecheck.ruleset.tone_features import ToneFeature

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["ENCODER", "FORM", "GRATITUDE", "WORST", "ToneMeter"]

ENCODER = "encoder"
"""The evidence for what the sentence encoder makes of a sentence."""

FORM = "form"
"""The evidence for traits of form that weigh little; those that weigh more are told by name, as ``form.length``."""

GRATITUDE = "gratitude"
"""The evidence that a sentence thanks somebody."""

WORST = "worst-sentence"
"""The evidence that one sentence pulls the whole text towards itself."""

TOLD = 1.0
"""Points from which on a trait of form is told by name; our own choice."""

MOST = 2
"""How many matches of a feature count in one sentence; as it was learned."""

_FARTHEST = 4.0
"""Standard deviations; a trait farther from the mean counts as one that far, as it was learned."""

_NAMES = tuple(TRAITS)

_ZONES: tuple[ZoneName, ...] = ("greeting", "body", "signoff")


@dataclass(frozen=True)
class _Read:
    """A sentence and what was found in it."""

    place: Sentence
    hits: Sequence[tuple[ToneFeature, tuple[int, int]]]
    traits: Floats
    vector: Floats


class ToneMeter:
    """Measures tone by features, traits of form, and the vectors of the sentence encoder.

    Args:
        features: What moves which axis.
        weights: The file with the rest of what was learned; read on first use.
    """

    def __init__(self, features: Sequence[ToneFeature], weights: Path) -> None:
        self._finder = FeatureFinder(features)
        self._path = weights

    def measure(self, document: Document, doc: Doc, vectors: Mapping[int, Floats]) -> Tone:
        """The tone of greeting, body and sign-off, or of all there is, if there is none of these.

        Args:
            document: The text.
            doc: The same text, tagged.
            vectors: The encoder's vector of each sentence, by its number in the document.

        Returns:
            Each axis is its base plus the weight of its evidence, cut at 0 and 100. A text is the mean of its
            sentences, and its worst one pulls it further. Without a word to judge, every score is None.

        Raises:
            ConfigError: The weights cannot be read.
        """
        numbers = [n for n, sentence in enumerate(document.sentences) if sentence.zone in _ZONES]
        numbers = numbers or list(range(len(document.sentences)))
        places = {n: document.sentences[n] for n in numbers}
        if not any(any(sign.isalpha() for sign in document.clean[p.start : p.end]) for p in places.values()):
            return self._nothing
        read = list(self._read(document, doc, places, vectors))
        # A name sounds like nothing, whoever bears it.
        read = [one for one in read if not _is_signature(one, document)] or read
        told = [(one.place, self._evidence(one)) for one in read]
        return Tone(
            axes={axis: self._whole(axis, [(place, found[axis]) for place, found in told]) for axis in AXES},
            sentences=tuple(self._sentence(place, found) for place, found in told),
        )

    @cached_property
    def _weights(self) -> ToneWeights:
        return load_tone_weights(self._path)

    @property
    def _nothing(self) -> Tone:
        reason = "There are no words to judge."
        return Tone(axes={axis: Axis(score=None, base=self._weights.base[axis], reason=reason) for axis in AXES})

    def _read(
        self, document: Document, doc: Doc, places: Mapping[int, Sentence], vectors: Mapping[int, Floats]
    ) -> Iterable[_Read]:
        hits = self._finder.find(document, doc, list(places.values()))
        starts, tokens = [], []
        for token in doc:
            starts.append(token.idx)
            tokens.append(Word(token.text, token.tag_, token.pos_, token.dep_))
        for number, place in places.items():
            mine = [hit for hit in hits if place.start <= hit[1][0] < place.end]
            within = tokens[bisect_left(starts, place.start) : bisect_left(starts, place.end)]
            made = form(within, document.clean[place.start : place.end])
            far = (made - self._weights.trait_mean) / self._weights.trait_spread
            vector = vectors.get(number, self._weights.middle)
            yield _Read(place, _first_ones(mine), np.clip(far, -_FARTHEST, _FARTHEST), vector)

    def _evidence(self, one: _Read) -> dict[AxisId, list[ToneEvidence]]:
        whole = (one.place.start, one.place.end)
        by_encoder = (one.vector - self._weights.middle) @ self._weights.vector
        by_form = one.traits[:, None] * self._weights.traits
        thanked = self._thanked(one)
        found: dict[AxisId, list[ToneEvidence]] = {}
        for at, axis in enumerate(AXES):
            rest = float(by_encoder[at])
            mine = [_told(f.id, span, f.weights[axis]) for f, span in one.hits if axis in f.weights]
            if thanked and (share := self._weights.gratitude.share.get(axis)):
                mine.append(_told(GRATITUDE, thanked, share))
                rest -= share
            mine += _of_form(by_form[:, at], whole)
            mine.append(_told(ENCODER, whole, rest))
            found[axis] = [item for item in mine if item.weight]
        return found

    def _thanked(self, one: _Read) -> tuple[int, int] | None:
        """The words that thank, or the sentence if they are not known; None if it does not."""
        learned = self._weights.gratitude
        if learned.intercept + float(one.vector @ learned.vector) <= learned.threshold:
            return None
        known = [span for feature, span in one.hits if feature.id == "courtesy.thanks"]
        return known[0] if known else (one.place.start, one.place.end)

    def _sentence(self, place: Sentence, found: Mapping[AxisId, list[ToneEvidence]]) -> SentenceTone:
        axes = {axis: _axis(self._weights.base[axis], found[axis]) for axis in AXES}
        return SentenceTone(start=place.start, end=place.end, axes=axes)

    def _whole(self, axis: AxisId, told: Sequence[tuple[Sentence, list[ToneEvidence]]]) -> Axis:
        count = len(told)
        span = (told[0][0].start, told[-1][0].end)
        shared = [_told(e.feature, (e.start, e.end), e.weight / count) for _, found in told for e in found]
        named = [item for item in shared if not _is_form(item)]
        evidence = named + _gathered([item for item in shared if _is_form(item)], span)
        pull = self._weights.worst[axis]
        if pull and count > 1:
            sums = [sum(item.weight for item in found) for _, found in told]
            place, total = min(zip((p for p, _ in told), sums, strict=True), key=lambda one: _goodness(axis, one[1]))
            evidence.append(_told(WORST, (place.start, place.end), pull * (total - sum(sums) / count)))
        return _axis(self._weights.base[axis], [item for item in evidence if item.weight])


def _is_signature(one: _Read, document: Document) -> bool:
    """Whether a line of the sign-off holds capitalised words alone, and none that tell of tone."""
    words = document.clean[one.place.start : one.place.end].split()
    return one.place.zone == "signoff" and not one.hits and all(word[0].isupper() for word in words)


def _goodness(axis: AxisId, points: float) -> float:
    return -points if axis == "pressure" else points


def _axis(base: float, evidence: Iterable[ToneEvidence]) -> Axis:
    ordered = sorted(evidence, key=lambda item: (item.start, item.end))
    total = base + sum(item.weight for item in ordered)
    return Axis(score=round(min(100.0, max(0.0, total)), 1), base=base, evidence=tuple(ordered))


def _told(feature: str, span: tuple[int, int], weight: float) -> ToneEvidence:
    return ToneEvidence(feature=feature, start=span[0], end=span[1], weight=round(float(weight), 2))


def _of_form(points: Floats, span: tuple[int, int]) -> list[ToneEvidence]:
    large = np.abs(points) >= TOLD
    told = [_told(f"{FORM}.{_NAMES[at]}", span, points[at]) for at in np.flatnonzero(large)]
    return [*told, _told(FORM, span, points[~large].sum())]


def _is_form(item: ToneEvidence) -> bool:
    return item.feature.partition(".")[0] == FORM


def _gathered(items: Sequence[ToneEvidence], span: tuple[int, int]) -> list[ToneEvidence]:
    """Each trait once for the whole text, small ones together."""
    sums: dict[str, float] = {}
    for item in items:
        sums[item.feature] = sums.get(item.feature, 0.0) + item.weight
    small = [name for name, value in sums.items() if abs(value) < TOLD or name == FORM]
    told = [_told(name, span, value) for name, value in sums.items() if name not in small]
    return [*told, _told(FORM, span, sum(sums[name] for name in small))]


def _first_ones(
    hits: Sequence[tuple[ToneFeature, tuple[int, int]]],
) -> list[tuple[ToneFeature, tuple[int, int]]]:
    """The first ``MOST`` matches of each feature."""
    seen: dict[str, int] = {}
    kept = []
    for hit in hits:
        seen[hit[0].id] = seen.get(hit[0].id, 0) + 1
        if seen[hit[0].id] <= MOST:
            kept.append(hit)
    return kept
