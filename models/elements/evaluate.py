"""Score the elements on held-out writers and write the card: ``python models/elements/evaluate.py --work DIR``.

Everything is read as the product reads it (8-bit weights, thresholds), each text by the network that saw no text of its
writer, and calibrated on the other folds. The table of systems comes from ``comparison.json``.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from calibrate import calibration, chances
from corpus import Note, read
from fairness import swapped_decisions
from learned import KEPT_OUT, exported, held_out
from metrics import FOUR, calibration_error, f1, show

from notecheck.analysis.elements.encoder import CONTENT, LABELS, Encoder, Reading
from notecheck.analysis.elements.finder import SURELY_OTHER
from notecheck.analysis.names.placeholders import find_placeholders
from notecheck.document import Document

HERE = Path(__file__).parent
TOP = HERE.parent
NAME = "encoder tuned on whole notes, 8-bit, held-out writers"


MET_NEVER = f"the shipped network on {' and '.join(KEPT_OUT)}"


def strangers(notes: Sequence[Note]) -> list[Judged]:
    """The texts of the writers that no network learnt from, as the shipped one reads them, with its own calibration."""
    folder = TOP / "notecheck_elements"
    encoder, learned = Encoder(folder), json.loads((folder / "calibration.json").read_text(encoding="utf-8"))
    mine = [note for note in notes if note.writer in KEPT_OUT]
    return [Judged(0, note, encoder.read([item.unit for item in note.sentences]), learned) for note in mine]


class Judged:
    """A held-out note with our decisions, at the thresholds of the other folds."""

    def __init__(self, fold: int, note: Note, reading: Reading, learned: dict[str, Any]) -> None:
        self.fold, self.note = fold, note
        self.chance = np.stack(
            [chances(reading.labels[:, at], learned["sentence"][label]) for at, label in enumerate(LABELS)], axis=1
        )
        self.labels = self.chance >= np.array([learned["threshold"][label] for label in LABELS])
        header = [item.unit.zone == "header" for item in note.sentences]
        self.labels[header] = False
        self.kind = float(chances(np.array(reading.kind), learned["kind"]))
        self.weak = np.stack(
            [chances(reading.weak[:, at], learned["weak"][label]) for at, label in enumerate(CONTENT)], axis=1
        )
        document = Document(note.text)
        slots = find_placeholders(document)
        for row, item in enumerate(note.sentences):
            place = document.sentences[item.unit.number]
            if any(start < place.end and place.start < end for start, end in slots):
                self.weak[row] = 1
        self.presence = {
            label: float(chances(reading.labels[:, at].max(), learned["note"][label]))
            for at, label in enumerate(LABELS)
        }
        if self.kind < SURELY_OTHER:
            for label in ("thanks", "callback"):
                self.labels[:, LABELS.index(label)] = False
        self.gold = np.array([[label in item.labels for label in LABELS] for item in note.sentences])

    def has(self, label: str) -> bool:
        return bool(self.labels[:, LABELS.index(label)].any())

    def status(self, label: str) -> str:
        at, column = LABELS.index(label), CONTENT.index(label)
        mine = self.labels[:, at]
        return "missing" if not mine.any() else "weak" if (self.weak[mine, column] >= 0.5).all() else "present"

    def gold_status(self, label: str) -> str:
        if not self.note.status(label):
            return "missing"
        return "present" if self.note.status(label, strong=True) else "weak"


def summary(judged: Sequence[Judged]) -> dict[str, float]:
    notes = [item for item in judged if item.note.is_note]
    gold, ours = np.concatenate([n.gold for n in notes]), np.concatenate([n.labels for n in notes])
    out = {f"F1 {label}": f1(gold[:, at], ours[:, at]) for at, label in enumerate(LABELS)}
    out["F1 of the four"] = float(np.mean([out[f"F1 {label}"] for label in FOUR]))
    out["F1 of all eight"] = float(np.mean([out[f"F1 {label}"] for label in LABELS]))
    for label in LABELS:
        out[f"presence {label}"] = float(np.mean([n.has(label) == n.note.status(label) for n in notes]))
    out["presence of the four"] = float(np.mean([out[f"presence {label}"] for label in FOUR]))
    near = [item for item in judged if not item.note.is_note]
    out["notes not recognised"] = float(np.mean([n.kind < 0.5 for n in notes])) if notes else 0.0
    out["near misses taken for notes"] = float(np.mean([n.kind >= 0.5 for n in near])) if near else 0.0
    return out


def per_label(judged: Sequence[Judged]) -> list[str]:
    notes = [item for item in judged if item.note.is_note]
    gold, ours = np.concatenate([n.gold for n in notes]), np.concatenate([n.labels for n in notes])
    chance = np.concatenate([n.chance for n in notes])
    lines = [
        "| | precision | recall | F1 | present or missing right, a note | status right | calibration error, sentence | note |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for at, label in enumerate(LABELS):
        g, o = gold[:, at], ours[:, at]
        status = f"{np.mean([n.status(label) == n.gold_status(label) for n in notes]):.3f}" if label in CONTENT else "–"
        in_note = calibration_error(
            np.array([n.note.status(label) for n in notes]), np.array([n.presence[label] for n in notes])
        )
        lines.append(
            f"| {label} | {(g & o).sum() / max(1, o.sum()):.3f} | {(g & o).sum() / max(1, g.sum()):.3f} | {f1(g, o):.3f} "
            f"| {np.mean([n.has(label) == n.note.status(label) for n in notes]):.3f} | {status} "
            f"| {calibration_error(g, chance[:, at]):.3f} | {in_note:.3f} |"
        )
    return lines


def groups(judged: Sequence[Judged], title: str, key: Callable[[Note], str]) -> list[str]:
    values: dict[str, list[Judged]] = {}
    for item in judged:
        values.setdefault(key(item.note), []).append(item)
    lines = [f"| {title} | notes | F1 of the four | of all eight | presence of the four | not recognised |"]
    lines.append("| --- | ---: | ---: | ---: | ---: | ---: |")
    for value, mine in sorted(values.items()):
        if any(item.note.is_note for item in mine):
            row = summary([item for item in mine if item.note.is_note])
            count = sum(item.note.is_note for item in mine)
            shown = (
                row["F1 of the four"],
                row["F1 of all eight"],
                row["presence of the four"],
                row["notes not recognised"],
            )
            lines.append(f"| {value} | {count} | " + " | ".join(f"{one:.3f}" for one in shown) + " |")
    return [*lines, ""]


def confusions(judged: Sequence[Judged]) -> str:
    """What stands in for a label that was missed, and what a false label was put on, in sentences of notes."""
    counted: Counter[str] = Counter()
    for item in judged:
        if item.note.is_note:
            for gold, ours in zip(item.gold, item.labels, strict=True):
                missed = [LABELS[at] for at in np.flatnonzero(gold & ~ours)]
                false = [LABELS[at] for at in np.flatnonzero(ours & ~gold)]
                for label in missed:
                    counted.update(f"{label} read as {other}" for other in false or ["nothing"])
                if not missed:
                    kept = [LABELS[at] for at in np.flatnonzero(gold)] or ["nothing"]
                    counted.update(f"{label} seen in what is {' and '.join(kept)}" for label in false)
    return "; ".join(f"{what} {count}" for what, count in counted.most_common(14))


def deletion(judged: Sequence[Judged], work: Path, learned: dict[int, dict[str, Any]]) -> dict[str, float]:
    """The share of notes that, without the sentences that carry an element, are told to miss it."""
    right: dict[str, list[bool]] = {label: [] for label in FOUR}
    for fold in learned:
        encoder = Encoder(exported(f"fold{fold}", work))
        for label in FOUR:
            kept = [
                [item.unit for item in one.note.sentences if label not in item.labels]
                for one in judged
                if one.fold == fold and one.note.is_note and one.note.status(label)
            ]
            at = LABELS.index(label)
            for units in kept:
                reading = encoder.read(units)
                mine = [row for row, unit in enumerate(units) if unit.zone != "header"]
                said = chances(reading.labels[mine, at], learned[fold]["sentence"][label])
                kind = chances(np.array(reading.kind), learned[fold]["kind"])
                missing = not (said >= learned[fold]["threshold"][label]).any() or (
                    label == "thanks" and kind < SURELY_OTHER
                )
                right[label].append(missing)
    return {label: float(np.mean(values)) for label, values in right.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=TOP / "corpus" / "notes.jsonl")
    parser.add_argument("--work", type=Path, default=TOP / "work")
    options = parser.parse_args()
    notes = read(options.corpus)
    found = held_out(notes, options.work)
    measured = sorted({fold for fold, _, _ in found})
    learned = {fold: calibration([(n, r) for other, n, r in found if other != fold]) for fold in measured}
    judged = [Judged(fold, note, reading, learned[fold]) for fold, note, reading in found]
    rows = {name: item["summary"] for name, item in json.loads((HERE / "comparison.json").read_text()).items()}
    rows[NAME] = summary(judged)
    never_met = strangers(notes)
    rows[MET_NEVER] = summary(never_met)
    gone = deletion(judged, options.work, learned)
    same, pairs = swapped_decisions(notes, TOP / "notecheck_elements")
    specific = [
        (item.specificity, 1 / (1 + np.exp(-float(reading.specificity[row]))))
        for _, note, reading in found
        for row, item in enumerate(note.sentences)
        if item.specificity is not None and note.is_note
    ]
    apart = np.mean([abs(a - b) for a, b in specific])
    parts = {
        "folds": ", ".join(str(fold) for fold in measured),
        "systems": show(rows),
        "labels": "\n".join(per_label(judged)),
        "strangers": "\n".join(per_label(never_met)),
        "strangers_kind": f"{sum(item.note.is_note for item in never_met)} notes and "
        f"{sum(not item.note.is_note for item in never_met)} near misses: {rows[MET_NEVER]['notes not recognised']:.1%} of the "
        f"notes not recognised, {rows[MET_NEVER]['near misses taken for notes']:.1%} of the near misses taken for notes",
        "kind": f"{rows[NAME]['notes not recognised']:.1%} of the notes were not recognised, and "
        f"{rows[NAME]['near misses taken for notes']:.1%} of the near misses taken for notes; calibration error "
        f"{calibration_error(np.array([j.note.is_note for j in judged]), np.array([j.kind for j in judged])):.3f}.",
        "confusions": confusions(judged),
        "groups": "\n".join(
            [
                *groups(judged, "trade", lambda note: note.trade),
                *groups(judged, "writer", lambda note: note.writer),
                *groups(judged, "length", lambda note: str(note.plan.get("length", ""))),
                *groups(judged, "quality", lambda note: str(note.plan.get("quality", ""))),
                *groups(
                    judged, "first language", lambda n: "English" if n.plan.get("fluency") == "native" else "another"
                ),
                *groups(judged, "fluency", lambda note: str(note.plan.get("fluency", ""))),
            ]
        ),
        "deletion": ", ".join(f"{label} {value:.3f}" for label, value in gone.items()),
        "fairness": f"{same:.2%} of {pairs:,} decisions",
        "specificity": f"{apart:.2f}",
        "size": f"{(TOP / 'notecheck_elements' / 'model.onnx').stat().st_size / 1e6:.1f} MB",
    }
    card = (HERE / "card.md").read_text(encoding="utf-8")
    for name, text in parts.items():
        card = card.replace("{{" + name + "}}", text)
    (TOP / "notecheck_elements" / "README.md").write_text(card, encoding="utf-8")
    print(show(rows))


if __name__ == "__main__":
    main()
