"""From the model's log-odds to labels: calibrated chances, thresholds, and the words that carry each label."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from notecheck.analysis.elements.encoder import CONTENT, LABELS, Encoded, Floats
from notecheck.analysis.elements.model import Reading
from notecheck.errors import ConfigError
from notecheck.report import ElementId

SUREST = 0.99
"""No reading makes the model surer than this: it has seen some thousand texts, not the world."""


def chance(log_odds: float) -> float:
    """A chance in [0.01, 0.99], in thousandths."""
    found = 1 / (1 + float(np.exp(-log_odds)))
    return round(min(SUREST, max(1 - SUREST, found)), 3)


@dataclass(frozen=True, slots=True)
class Scale:
    """Platt scaling: a log-odds ``x`` has the chance ``1 / (1 + exp(-(slope * x + intercept)))``."""

    slope: float
    intercept: float

    def chance(self, log_odds: float) -> float:
        """In [0.01, 0.99]."""
        return chance(self.slope * log_odds + self.intercept)


@dataclass(frozen=True, slots=True)
class Blend:
    """Two log-odds made one: ``encoder * x + ngrams * y + intercept``, a logistic regression on held-out writers."""

    encoder: float
    ngrams: float
    intercept: float

    def log_odds(self, encoder: float, ngrams: float) -> float:
        return self.encoder * encoder + self.ngrams * ngrams + self.intercept


@dataclass(frozen=True)
class Calibration:
    """What held-out writers taught about the model; see ``models/README.md``.

    Attributes:
        sentence: For each label, how the encoder's and the n-grams' log-odds make one of its being in a sentence.
        threshold: For each label, the least chance at which a sentence carries it.
        note: For each label, the scale of the chance that a note has the element, by the log-odds of its
            likeliest sentence.
        weak: The scale of the chance that an element is weak in a sentence that carries it.
        kind: How both log-odds make one of the text being a post-interview note.
    """

    sentence: Mapping[ElementId, Blend]
    threshold: Mapping[ElementId, float]
    note: Mapping[ElementId, Scale]
    weak: Mapping[ElementId, Scale]
    kind: Blend

    def kind_chance(self, reading: Reading) -> float:
        """That the text is a post-interview note."""
        return chance(self.kind.log_odds(reading.encoder.kind, reading.ngrams_kind))

    def log_odds(self, reading: Reading) -> Floats:
        """Of each label in each unit, ``[units, 8]``."""
        blends = [self.sentence[label] for label in LABELS]
        encoder, ngrams, intercepts = (
            np.array([getattr(blend, name) for blend in blends], dtype=np.float32)
            for name in ("encoder", "ngrams", "intercept")
        )
        return reading.encoder.labels * encoder + reading.ngrams * ngrams + intercepts


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An element in a sentence.

    Attributes:
        confidence: The chance that the sentence carries it.
        weak: The chance that it is weak there.
        range: The half-open range of its words in the sentence's text.
    """

    id: ElementId
    confidence: float
    weak: float
    range: tuple[int, int]


def calibration_of(data: Mapping[str, Any]) -> Calibration:
    """The content of ``calibration.json``, which the training writes.

    Raises:
        LookupError, TypeError, ValueError: It is no such thing.
    """
    return Calibration(
        sentence={label: Blend(*data["sentence"][label]) for label in LABELS},
        threshold={label: float(data["threshold"][label]) for label in LABELS},
        note={label: Scale(*data["note"][label]) for label in LABELS},
        weak={label: Scale(*data["weak"][label]) for label in CONTENT},
        kind=Blend(*data["kind"]),
    )


def load_calibration(path: Path) -> Calibration:
    """Read ``calibration.json``.

    Raises:
        ConfigError: It is not there, or not such a file.
    """
    import json

    try:
        return calibration_of(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise ConfigError(
            f"the calibration of the elements cannot be read: {error}",
            remedy="Install notecheck again.",
            place=str(path),
        ) from error


def decide(encoded: Encoded, row: int, text: str, log_odds: Floats, calibration: Calibration) -> tuple[Found, ...]:
    """The elements of one sentence, in the order of the guidelines.

    Args:
        encoded: What the encoder says of the whole text.
        row: Which of the units that were read.
        text: The sentence.
        log_odds: Of its labels, ``[8]``, by :meth:`Calibration.log_odds`.
        calibration: Says where a label begins.
    """
    found = []
    for at, label in enumerate(LABELS):
        confidence = chance(float(log_odds[at]))
        if confidence < calibration.threshold[label]:
            continue
        weak, words = 0.0, (0, len(text))
        if label in CONTENT:
            column = CONTENT.index(label)
            weak = calibration.weak[label].chance(float(encoded.weak[row, column]))
            words = carrying(encoded.words[row][:, column], encoded.offsets[row], text)
        found.append(Found(id=label, confidence=confidence, weak=weak, range=words))
    return tuple(found)


_GAP = 3
"""Word pieces between two runs that still belong together: an article, a comma, an adjective."""

_CLAUSE_END = re.compile(r"[,;:.!?()—–…\n]|\b(?:and|but|so|or|because|while|since|as)\b", re.IGNORECASE)

_REACH = 8
"""Words over which a run goes on to the end of its clause; chosen on held-out writers."""

_EDGES = " \t\r\n,;:.!?–—-•*>\"“”'‘’()"


def carrying(log_odds: Floats, offsets: Sequence[tuple[int, int]], text: str) -> tuple[int, int]:
    """The range of the words that carry an element: the likeliest run, or the whole sentence where none stands out.

    A run joins word pieces that are likelier than not, over gaps of at most three; it reaches to the end of its clause,
    where that is near, and leaves out punctuation at its edges.
    """
    likely = [number for number, value in enumerate(log_odds) if value > 0]
    runs: list[list[int]] = []
    for number in likely:
        if runs and number - runs[-1][-1] <= _GAP + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    whole = _trimmed(text, 0, len(text))
    if not runs:
        return whole
    best = max(runs, key=lambda run: float(sum(log_odds[number] for number in run)))
    start, end = offsets[best[0]][0], offsets[best[-1]][1]
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    # One word alone shows nothing.
    if len(text[start:end].split()) < 2:
        return whole
    following = _CLAUSE_END.search(text, end)
    clause_end = following.start() if following else len(text)
    if len(text[end:clause_end].split()) <= _REACH:
        end = clause_end
    return _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    left, right = start, end
    while left < right and text[left] in _EDGES:
        left += 1
    while right > left and text[right - 1] in _EDGES:
        right -= 1
    return (left, right) if left < right else (start, end)
