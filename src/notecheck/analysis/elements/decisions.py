"""From the model's log-odds to labels: calibrated chances, thresholds, and the words that carry each label."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from notecheck.analysis.elements.encoder import CONTENT, LABELS, Floats, Reading
from notecheck.errors import ConfigError
from notecheck.report import ElementId

SUREST = 0.99
"""No reading makes the model surer than this: it has seen some thousand texts, not the world."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Platt scaling: a log-odds ``x`` has the chance ``1 / (1 + exp(-(slope * x + intercept)))``."""

    slope: float
    intercept: float

    def chance(self, log_odds: float) -> float:
        """In [0.01, 0.99]."""
        chance = 1 / (1 + float(np.exp(-(self.slope * log_odds + self.intercept))))
        return round(min(SUREST, max(1 - SUREST, chance)), 3)


@dataclass(frozen=True)
class Calibration:
    """What held-out writers taught about the model; see ``models/README.md``.

    Attributes:
        sentence: For each label, the scale of its chance in a sentence.
        threshold: For each label, the least chance at which a sentence carries it.
        note: For each label, the scale of the chance that a note has the element, by its likeliest sentence.
        weak: The scale of the chance that an element is weak in a sentence that carries it.
        kind: The scale of the chance that a text is a post-interview note.
    """

    sentence: Mapping[ElementId, Scale]
    threshold: Mapping[ElementId, float]
    note: Mapping[ElementId, Scale]
    weak: Mapping[ElementId, Scale]
    kind: Scale


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


def load_calibration(path: Path) -> Calibration:
    """Read ``calibration.json``, as the training writes it.

    Raises:
        ConfigError: It is not there, or not such a file.
    """
    import json

    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Calibration(
            sentence={label: Scale(*data["sentence"][label]) for label in LABELS},
            threshold={label: float(data["threshold"][label]) for label in LABELS},
            note={label: Scale(*data["note"][label]) for label in LABELS},
            weak={label: Scale(*data["weak"][label]) for label in CONTENT},
            kind=Scale(*data["kind"]),
        )
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise ConfigError(
            f"the calibration of the elements cannot be read: {error}",
            remedy="Install notecheck again.",
            place=str(path),
        ) from error


def decide(reading: Reading, row: int, text: str, calibration: Calibration) -> tuple[Found, ...]:
    """The elements of one sentence, in the order of the guidelines.

    Args:
        reading: Of the whole text.
        row: Which of the units that were read.
        text: The sentence.
        calibration: Says where a label begins.
    """
    found = []
    for at, label in enumerate(LABELS):
        chance = calibration.sentence[label].chance(float(reading.labels[row, at]))
        if chance < calibration.threshold[label]:
            continue
        weak, words = 0.0, (0, len(text))
        if label in CONTENT:
            column = CONTENT.index(label)
            weak = calibration.weak[label].chance(float(reading.weak[row, column]))
            words = carrying(reading.words[row][:, column], reading.offsets[row], text)
        found.append(Found(id=label, confidence=chance, weak=weak, range=words))
    return tuple(found)


_GAP = 3
"""Word pieces between two runs that still belong together: an article, a comma, an adjective."""

_EDGES = " \t\r\n,;:.!?–—-•*>\"“”'‘’()"


def carrying(log_odds: Floats, offsets: Sequence[tuple[int, int]], text: str) -> tuple[int, int]:
    """The range of the words that carry an element: the likeliest run, or the whole sentence where none stands out.

    A run joins word pieces that are likelier than not, over gaps of at most three; it reaches to the ends of its words
    and leaves out punctuation at its edges.
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
    start, end = _trimmed(text, start, end)
    # One word alone shows nothing.
    return (start, end) if len(text[start:end].split()) > 1 else whole


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    left, right = start, end
    while left < right and text[left] in _EDGES:
        left += 1
    while right > left and text[right - 1] in _EDGES:
        right -= 1
    return (left, right) if left < right else (start, end)
