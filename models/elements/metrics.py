"""What is said of predictions: per label, per note, of kind, of calibration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from corpus import Note

from notecheck.analysis.elements.encoder import LABELS

FOUR = ("thanks", "interest", "qualifications", "close")


@dataclass
class Predicted:
    """Of one note: probabilities [sentences, 8], and the chance that it is a post-interview note."""

    labels: np.ndarray
    kind: float
    weak: np.ndarray | None = None
    specificity: np.ndarray | None = None


def f1(gold: np.ndarray, ours: np.ndarray) -> float:
    return float(2 * (gold & ours).sum() / max(1, gold.sum() + ours.sum()))


def best_threshold(gold: np.ndarray, chance: np.ndarray, grid: np.ndarray) -> float:
    """The point of a grid with the best F1, smoothed over its neighbours so that no single sentence decides."""
    scores = np.array([f1(gold, chance >= one) for one in grid])
    smooth = np.convolve(np.pad(scores, 2, mode="edge"), np.ones(5) / 5, mode="valid")
    return round(float(grid[smooth.argmax()]), 3)


def gold_labels(notes: Sequence[Note]) -> np.ndarray:
    return np.array([[label in item.labels for label in LABELS] for note in notes for item in note.sentences])


def thresholds(notes: Sequence[Note], predicted: Sequence[Predicted]) -> dict[str, float]:
    """For each label the best threshold over sentences."""
    gold = gold_labels(notes)
    ours = np.concatenate([item.labels for item in predicted])
    grid = np.arange(0.15, 0.86, 0.025)
    return {label: best_threshold(gold[:, at], ours[:, at], grid) for at, label in enumerate(LABELS)}


def decided(notes: Sequence[Note], predicted: Sequence[Predicted], cut: dict[str, float]) -> list[np.ndarray]:
    """Labels [sentences, 8] of each note; a text of another kind has neither thanks nor callback."""
    out = []
    for item in predicted:
        said = item.labels >= np.array([cut[label] for label in LABELS])
        if item.kind < 0.5:
            said[:, LABELS.index("thanks")] = said[:, LABELS.index("callback")] = False
        out.append(said)
    return out


def summary(notes: Sequence[Note], predicted: Sequence[Predicted], cut: dict[str, float]) -> dict[str, float]:
    """Sentence F1 a label over the post-interview notes, presence a note, and kind over all."""
    said = decided(notes, predicted, cut)
    mine = [number for number, note in enumerate(notes) if note.is_note]
    gold = gold_labels([notes[number] for number in mine])
    ours = np.concatenate([said[number] for number in mine])
    out: dict[str, float] = {}
    for at, label in enumerate(LABELS):
        out[f"F1 {label}"] = f1(gold[:, at], ours[:, at])
        right = [notes[n].status(label) == bool(said[n][:, at].any()) for n in mine]
        out[f"presence {label}"] = float(np.mean(right))
    out["F1 of the four"] = float(np.mean([out[f"F1 {label}"] for label in FOUR]))
    out["F1 of all eight"] = float(np.mean([out[f"F1 {label}"] for label in LABELS]))
    out["presence of the four"] = float(np.mean([out[f"presence {label}"] for label in FOUR]))
    kinds = np.array([item.kind >= 0.5 for item in predicted])
    real = np.array([note.is_note for note in notes])
    out["notes not recognised"] = float(1 - kinds[real].mean()) if real.any() else 0.0
    out["near misses taken for notes"] = float(kinds[~real].mean()) if (~real).any() else 0.0
    return out


def calibration_error(gold: np.ndarray, chance: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error over equal-width bins (Naeini et al. 2015; Guo et al. 2017)."""
    which = np.minimum((chance * bins).astype(int), bins - 1)
    total = 0.0
    for one in range(bins):
        mine = which == one
        if mine.any():
            total += mine.mean() * abs(gold[mine].mean() - chance[mine].mean())
    return float(total)


def show(rows: dict[str, dict[str, float]]) -> str:
    """A Markdown table, a row for each system."""
    keys = [*(f"F1 {label}" for label in LABELS), "F1 of the four", "F1 of all eight", "presence of the four"]
    keys += ["notes not recognised", "near misses taken for notes"]
    short = [key.removeprefix("F1 ") for key in keys]
    lines = ["| | " + " | ".join(short) + " |", "| --- |" + " ---: |" * len(keys)]
    lines += [f"| {name} | " + " | ".join(f"{row[key]:.3f}" for key in keys) + " |" for name, row in rows.items()]
    return "\n".join(lines)
