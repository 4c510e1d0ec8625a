"""What held-out writers teach: scales from log-odds to chances, and thresholds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from corpus import Note
from metrics import best_threshold
from sklearn.linear_model import LogisticRegression

from notecheck.analysis.elements.encoder import CONTENT, LABELS
from notecheck.analysis.elements.model import Reading

Read = Sequence[tuple[Note, Reading]]
GRID = np.arange(0.2, 0.51, 0.02)
"""The thresholds that are tried: what is likelier than not is told."""


def platt(log_odds: np.ndarray, gold: np.ndarray, strength: float = 100) -> list[float]:
    """A slope for each column of log-odds ``[cases, columns]``, and the intercept (Platt 1999); the identity, where all
    are of one kind. A lower strength gives a gentler slope."""
    if gold.all() or not gold.any():
        return [1.0] * log_odds.shape[1] + [0.0]
    fitted = LogisticRegression(C=strength, max_iter=1000).fit(log_odds, gold)
    return [round(float(value), 4) for value in (*fitted.coef_[0], fitted.intercept_[0])]


def calibration(read: Read) -> dict[str, Any]:
    """The content of ``calibration.json``: see ``notecheck.analysis.elements.decisions.Calibration``."""
    notes = [(note, reading) for note, reading in read if note.is_note]
    gold = np.array([[label in item.labels for label in LABELS] for note, _ in notes for item in note.sentences])
    encoder = np.concatenate([reading.encoder.labels for _, reading in notes])
    ngrams = np.concatenate([reading.ngrams for _, reading in notes])
    first = np.cumsum([0, *(len(note.sentences) for note, _ in notes[:-1])])
    out: dict[str, Any] = {"sentence": {}, "threshold": {}, "note": {}, "weak": {}}
    for at, label in enumerate(LABELS):
        blend = platt(np.stack([encoder[:, at], ngrams[:, at]], axis=1), gold[:, at])
        odds = encoder[:, at] * blend[0] + ngrams[:, at] * blend[1] + blend[2]
        out["sentence"][label] = blend
        out["threshold"][label] = best_threshold(gold[:, at], 1 / (1 + np.exp(-odds)), GRID)
        likeliest = np.maximum.reduceat(odds, first)
        out["note"][label] = platt(likeliest[:, None], np.array([note.status(label) for note, _ in notes]))
    for at, label in enumerate(CONTENT):
        weak, real = [], []
        for note, reading in notes:
            for row, item in enumerate(note.sentences):
                if label in item.labels:
                    weak.append([reading.encoder.weak[row, at]])
                    real.append(label in item.weak)
        out["weak"][label] = platt(np.array(weak), np.array(real))
    out["kind"] = kind_scale(read)
    return out


NOTES_IN_USE = 0.5
"""The share of post-interview notes that is taken for granted: no use is known, and neither mistake is the lesser one."""


def kind_scale(read: Read) -> list[float]:
    """The scale for kind, moved to the share of notes in use.

    Few texts lie between the kinds, so that only a gentle slope leaves room for what is new.
    """
    gold = np.array([note.is_note for note, _ in read])
    odds = np.array([[reading.encoder.kind, reading.ngrams_kind] for _, reading in read])
    *slopes, intercept = platt(odds, gold, strength=0.1)
    shift = np.log(NOTES_IN_USE / (1 - NOTES_IN_USE)) - np.log(gold.mean() / (1 - gold.mean()))
    return [*slopes, round(intercept + float(shift), 4)]
