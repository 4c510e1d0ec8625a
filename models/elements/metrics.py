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


def f1(gold: np.ndarray, ours: np.ndarray) -> float:
    return float(2 * (gold & ours).sum() / max(1, gold.sum() + ours.sum()))


AS_GOOD = 0.003
"""Thresholds whose F1 lies no farther apart are taken as equally good; our own choice."""


def best_threshold(gold: np.ndarray, chance: np.ndarray, grid: np.ndarray) -> float:
    """The highest point of a grid that is as good as the best by F1: of two, the one that claims less.

    F1 is smoothed over neighbours, so that no single sentence decides.
    """
    scores = np.array([f1(gold, chance >= one) for one in grid])
    smooth = np.convolve(np.pad(scores, 2, mode="edge"), np.ones(5) / 5, mode="valid")
    return round(float(grid[np.flatnonzero(smooth >= smooth.max() - AS_GOOD)[-1]]), 3)


def gold_labels(notes: Sequence[Note]) -> np.ndarray:
    return np.array([[label in item.labels for label in LABELS] for note in notes for item in note.sentences])


def thresholds(notes: Sequence[Note], predicted: Sequence[Predicted]) -> dict[str, float]:
    """For each label the best threshold over sentences."""
    gold = gold_labels(notes)
    ours = np.concatenate([item.labels for item in predicted])
    grid = np.arange(0.15, 0.86, 0.025)
    return {label: best_threshold(gold[:, at], ours[:, at], grid) for at, label in enumerate(LABELS)}


@dataclass
class Decided:
    """What was decided of one note: labels [sentences, 8], and whether it is a post-interview note."""

    note: Note
    labels: np.ndarray
    is_note: bool

    def has(self, label: str) -> bool:
        return bool(self.labels[:, LABELS.index(label)].any())

    @property
    def gold(self) -> np.ndarray:
        return gold_labels([self.note])


def decided(notes: Sequence[Note], predicted: Sequence[Predicted], cut: dict[str, float]) -> list[Decided]:
    """What follows from thresholds; a text of another kind has neither thanks nor callback."""
    out = []
    for note, item in zip(notes, predicted, strict=True):
        said = item.labels >= np.array([cut[label] for label in LABELS])
        if item.kind < 0.5:
            said[:, LABELS.index("thanks")] = said[:, LABELS.index("callback")] = False
        out.append(Decided(note, said, item.kind >= 0.5))
    return out


def summary(items: Sequence[Decided]) -> dict[str, float]:
    """Sentence F1 a label over the post-interview notes, presence a note, and kind over all."""
    mine = [item for item in items if item.note.is_note]
    near = [item for item in items if not item.note.is_note]
    gold, ours = np.concatenate([item.gold for item in mine]), np.concatenate([item.labels for item in mine])
    out = {f"F1 {label}": f1(gold[:, at], ours[:, at]) for at, label in enumerate(LABELS)}
    for label in LABELS:
        out[f"presence {label}"] = float(np.mean([item.has(label) == item.note.status(label) for item in mine]))
    for what, labels in (("F1 of the four", FOUR), ("F1 of all eight", LABELS)):
        out[what] = float(np.mean([out[f"F1 {label}"] for label in labels]))
    out["presence of the four"] = float(np.mean([out[f"presence {label}"] for label in FOUR]))
    out["notes not recognised"] = float(np.mean([not item.is_note for item in mine])) if mine else 0.0
    out["near misses taken for notes"] = float(np.mean([item.is_note for item in near])) if near else 0.0
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
