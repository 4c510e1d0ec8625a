"""What held-out writers teach: scales from log-odds to chances, and thresholds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from corpus import Note
from metrics import best_threshold
from sklearn.linear_model import LogisticRegression

from notecheck.analysis.elements.encoder import CONTENT, LABELS, Reading

Read = Sequence[tuple[Note, Reading]]
GRID = np.arange(0.2, 0.81, 0.02)
"""The thresholds that are tried."""


def platt(log_odds: np.ndarray, gold: np.ndarray, strength: float = 100) -> list[float]:
    """Slope and intercept (Platt 1999); the identity where all of one kind. A lower strength gives a gentler slope."""
    if gold.all() or not gold.any():
        return [1.0, 0.0]
    fitted = LogisticRegression(C=strength).fit(log_odds.reshape(-1, 1), gold)
    return [round(float(fitted.coef_[0, 0]), 4), round(float(fitted.intercept_[0]), 4)]


def chances(log_odds: np.ndarray, scale: Sequence[float]) -> np.ndarray:
    return 1 / (1 + np.exp(-(scale[0] * log_odds + scale[1])))


def calibration(read: Read) -> dict[str, Any]:
    """The content of ``calibration.json``: see ``notecheck.analysis.elements.decisions.Calibration``."""
    notes = [(note, reading) for note, reading in read if note.is_note]
    gold = np.array([[label in item.labels for label in LABELS] for note, _ in notes for item in note.sentences])
    odds = np.concatenate([reading.labels for _, reading in notes])
    out: dict[str, Any] = {"sentence": {}, "threshold": {}, "note": {}, "weak": {}}
    for at, label in enumerate(LABELS):
        out["sentence"][label] = platt(odds[:, at], gold[:, at])
        out["threshold"][label] = best_threshold(gold[:, at], chances(odds[:, at], out["sentence"][label]), GRID)
        likeliest = np.array([reading.labels[:, at].max() for _, reading in notes])
        out["note"][label] = platt(likeliest, np.array([note.status(label) for note, _ in notes]))
    for at, label in enumerate(CONTENT):
        weak, real = [], []
        for note, reading in notes:
            for row, item in enumerate(note.sentences):
                if label in item.labels:
                    weak.append(reading.weak[row, at])
                    real.append(label in item.weak)
        out["weak"][label] = platt(np.array(weak), np.array(real))
    out["kind"] = kind_scale(read)
    return out


NOTES_IN_USE = 0.9
"""The share of post-interview notes among what is handed to notecheck; our own judgement. In the corpus it is lower."""


def kind_scale(read: Read) -> list[float]:
    """The scale for kind, moved to the share of notes in use.

    Few texts lie between the kinds, so that only a gentle slope leaves room for what is new.
    """
    gold = np.array([note.is_note for note, _ in read])
    slope, intercept = platt(np.array([reading.kind for _, reading in read]), gold, strength=0.1)
    shift = np.log(NOTES_IN_USE / (1 - NOTES_IN_USE)) - np.log(gold.mean() / (1 - gold.mean()))
    return [slope, round(intercept + float(shift), 4)]
