"""Score the elements on held-out writers and write the card: ``python models/elements/evaluate.py DATA_DIR``.

Everything is read as the product reads it (8-bit weights, thresholds), each text by the network that saw no text of its
writer, and calibrated on the other folds. The table of systems comes from ``comparison.json``.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from calibrate import calibration
from corpus import Note, read
from fairness import swapped_decisions
from learned import KEPT_OUT, exported, held_out
from mail import paragraphs
from metrics import FOUR, Decided, calibration_error, f1, show, summary

from notecheck.analysis.elements.decisions import Calibration, calibration_of, chance, load_calibration
from notecheck.analysis.elements.encoder import CONTENT, LABELS
from notecheck.analysis.elements.finder import ElementFinder, judged
from notecheck.analysis.elements.model import Model, Reading
from notecheck.analysis.names.placeholders import find_placeholders
from notecheck.config import asset
from notecheck.document import Document
from notecheck.ruleset import load_element_reasons

HERE = Path(__file__).parent
TOP = HERE.parent
NAME = "encoder tuned on whole notes, 8-bit, with n-grams"


MET_NEVER = f"the shipped model on {', '.join(KEPT_OUT)}"


REASONS = load_element_reasons(asset("rules") / "elements" / "reasons.yaml")


def strangers(notes: Sequence[Note]) -> list[Judged]:
    """The texts of the writers that no network learnt from, as the shipped one reads them, with its own calibration."""
    folder = TOP / "notecheck_elements"
    model, learned = Model(folder), load_calibration(folder / "calibration.json")
    mine = [note for note in notes if note.writer in KEPT_OUT]
    return [Judged(0, note, model.read([item.unit for item in note.sentences]), learned) for note in mine]


class Judged(Decided):
    """A held-out text with what the product decides of it, at the calibration of the other folds."""

    def __init__(self, fold: int, note: Note, reading: Reading, learned: Calibration) -> None:
        self.fold, self.learned = fold, learned
        document = Document(note.text)
        units = [item.unit for item in note.sentences]
        self.facts = judged(document, units, reading, learned, REASONS, find_placeholders(document))
        said = [{label.id for label in self.facts.sentences[unit.number].labels} for unit in units]
        labels = np.array([[label in one for label in LABELS] for one in said])
        super().__init__(note, labels, self.facts.kind.label == "post_interview_note")
        odds = learned.log_odds(reading)
        self.chance = np.vectorize(chance)(odds)
        self.kind = learned.kind_chance(reading)
        self.presence = {label: learned.note[label].chance(float(odds[:, at].max())) for at, label in enumerate(LABELS)}
        self.statuses = {element.id: element.status for element in self.facts.elements}

    def gold_status(self, label: str) -> str:
        if not self.note.status(label):
            return "missing"
        return "present" if self.note.status(label, strong=True) else "weak"


def per_label(items: Sequence[Judged]) -> list[str]:
    notes = [item for item in items if item.note.is_note]
    gold, ours = np.concatenate([n.gold for n in notes]), np.concatenate([n.labels for n in notes])
    chance = np.concatenate([n.chance for n in notes])
    lines = [
        "| | precision | recall | F1 | present or missing right, a note | status right | calibration error, sentence | note |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for at, label in enumerate(LABELS):
        g, o = gold[:, at], ours[:, at]
        status = (
            f"{np.mean([n.statuses[label] == n.gold_status(label) for n in notes]):.3f}" if label in CONTENT else "–"
        )
        in_note = calibration_error(
            np.array([n.note.status(label) for n in notes]), np.array([n.presence[label] for n in notes])
        )
        lines.append(
            f"| {label} | {(g & o).sum() / max(1, o.sum()):.3f} | {(g & o).sum() / max(1, g.sum()):.3f} | {f1(g, o):.3f} "
            f"| {np.mean([n.has(label) == n.note.status(label) for n in notes]):.3f} | {status} "
            f"| {calibration_error(g, chance[:, at]):.3f} | {in_note:.3f} |"
        )
    return lines


def groups(items: Sequence[Judged], title: str, key: Callable[[Note], str]) -> list[str]:
    values: dict[str, list[Judged]] = {}
    for item in items:
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


def confusions(items: Sequence[Judged]) -> str:
    """What stands in for a label that was missed, and what a false label was put on, in sentences of notes."""
    counted: Counter[str] = Counter()
    for item in items:
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


def deletion(items: Sequence[Judged], notes: Sequence[Note], work: Path) -> dict[str, float]:
    """The share of notes that, without the sentences that carry an element, are told to miss it."""
    right: dict[str, list[bool]] = {label: [] for label in FOUR}
    models = {fold: Model(exported(f"writer{fold}", notes, work)) for fold in {item.fold for item in items}}
    for item in items:
        for label in FOUR:
            if not (item.note.is_note and item.note.status(label)):
                continue
            kept = [one for one in item.note.sentences if label not in one.labels]
            if not kept:
                continue
            reading = models[item.fold].read([one.unit for one in kept])
            rest = Judged(item.fold, replace(item.note, sentences=kept), reading, item.learned)
            right[label].append(rest.statuses[label] == "missing")
    return {label: float(np.mean(values)) for label, values in right.items()}


def outside(data: Path) -> str:
    """What the shipped model makes of real mail that follows no interview."""
    finder = ElementFinder(TOP / "notecheck_elements", REASONS)
    kinds = [finder.find(Document(text)).kind.label for text in paragraphs(data / "treebank")]
    taken = kinds.count("post_interview_note")
    return f"Of {len(kinds)} paragraphs of 25 words or more, {taken} ({taken / len(kinds):.1%}) were taken for a note."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=TOP / "corpus" / "notes.jsonl")
    parser.add_argument("--work", type=Path, default=TOP / "work")
    parser.add_argument("data", type=Path, help="folder that holds treebank/, whose mail is read as well")
    options = parser.parse_args()
    notes = read(options.corpus)
    found = held_out(notes, options.work)
    measured = sorted({fold for fold, _, _ in found})
    learned = {
        fold: calibration_of(calibration([(n, r) for other, n, r in found if other != fold or len(measured) == 1]))
        for fold in measured
    }
    items = [Judged(fold, note, reading, learned[fold]) for fold, note, reading in found]
    rows = {
        f"{name} (folds {', '.join(map(str, item['folds']))})": item["summary"]
        for name, item in json.loads((HERE / "comparison.json").read_text()).items()
    }
    whole = summary(items)
    for folds in dict.fromkeys([(measured[0],), tuple(measured)]):
        rows[f"{NAME} (folds {', '.join(map(str, folds))})"] = summary([i for i in items if i.fold in folds])
    everywhere = calibration_of(calibration([(note, reading) for _, note, reading in found]))
    by_trade = [
        Judged(fold, note, reading, everywhere) for fold, note, reading in held_out(notes, options.work, "trade")
    ]
    if by_trade:
        shown = ", ".join(str(fold) for fold in sorted({item.fold for item in by_trade}))
        rows[f"{NAME} (folds of trades {shown})"] = summary(by_trade)
    never_met = strangers(notes)
    rows[MET_NEVER] = summary(never_met)
    gone = deletion(items, notes, options.work)
    same, pairs = swapped_decisions(notes, TOP / "notecheck_elements")
    specific = [
        (item.specificity, 1 / (1 + np.exp(-float(reading.encoder.specificity[row]))))
        for _, note, reading in found
        for row, item in enumerate(note.sentences)
        if item.specificity is not None and note.is_note
    ]
    apart = np.mean([abs(a - b) for a, b in specific])
    parts = {
        "folds": ", ".join(str(fold) for fold in measured),
        "systems": show(rows),
        "labels": "\n".join(per_label(items)),
        "strangers": "\n".join(per_label(never_met)),
        "strangers_kind": f"{sum(item.note.is_note for item in never_met)} notes and "
        f"{sum(not item.note.is_note for item in never_met)} near misses: {rows[MET_NEVER]['notes not recognised']:.1%} of the "
        f"notes not recognised, {rows[MET_NEVER]['near misses taken for notes']:.1%} of the near misses taken for notes",
        "kind": f"{whole['notes not recognised']:.1%} of the notes were not recognised, and "
        f"{whole['near misses taken for notes']:.1%} of the near misses taken for notes; calibration error "
        f"{calibration_error(np.array([j.note.is_note for j in items]), np.array([j.kind for j in items])):.3f}.",
        "confusions": confusions(items),
        "groups": "\n".join(
            [
                *groups(items, "trade", lambda note: note.trade),
                *groups(items, "writer", lambda note: note.writer),
                *groups(items, "length", lambda note: str(note.plan.get("length", ""))),
                *groups(items, "quality", lambda note: str(note.plan.get("quality", ""))),
                *groups(
                    items, "first language", lambda n: "English" if n.plan.get("fluency") == "native" else "another"
                ),
                *groups(items, "fluency", lambda note: str(note.plan.get("fluency", ""))),
            ]
        ),
        "deletion": ", ".join(f"{label} {value:.3f}" for label, value in gone.items()),
        "outside": outside(options.data),
        "fairness": f"{same:.2%} of {pairs:,} decisions",
        "specificity": f"{apart:.2f}",
        "kept_out": ", ".join(KEPT_OUT),
        "calibrated": "the other folds" if len(measured) > 1 else "the same fold, which is kind to them",
        "ngrams_size": f"{(TOP / 'notecheck_elements' / 'ngrams.npz').stat().st_size / 1e6:.1f} MB",
        "size": f"{(TOP / 'notecheck_elements' / 'model.onnx').stat().st_size / 1e6:.1f} MB",
    }
    card = (HERE / "card.md").read_text(encoding="utf-8")
    for name, text in parts.items():
        card = card.replace("{{" + name + "}}", text)
    (TOP / "notecheck_elements" / "README.md").write_text(card, encoding="utf-8")
    print(show(rows))


if __name__ == "__main__":
    main()
