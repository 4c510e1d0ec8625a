"""The corpus as the training and the evaluation see it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from notecheck.analysis.elements.layout import MARKERS, Unit
from notecheck.analysis.names.given import given_names
from notecheck.document import Document

FOLDS = 5

WORD = re.compile(r"[^\W\d_](?:[\w'’-]*[^\W_])?")
"""What may be a name: letters, with hyphens and apostrophes within."""


@dataclass
class Sentence:
    unit: Unit
    labels: frozenset[str]
    weak: frozenset[str]
    specificity: float | None
    spans: dict[str, tuple[int, int]]
    """Half-open ranges in the sentence's text of the words that do the job; the whole sentence where none is given."""


@dataclass
class Note:
    id: str
    writer: str
    trade: str
    is_note: bool
    text: str
    plan: dict[str, object]
    sentences: list[Sentence] = field(default_factory=list)
    names: frozenset[str] = frozenset()
    """What greeting and sign-off give as names, in lower case."""

    def status(self, label: str, strong: bool = False) -> bool:
        return any(label in item.labels and not (strong and label in item.weak) for item in self.sentences)


def read(path: Path) -> list[Note]:
    """The notes and near misses of a JSONL file, each with its sentences as notecheck splits them today.

    A sentence takes the labels of each labelled range that it holds the greater part of, or that holds the greater part
    of it, so that a change of the splitter leaves the labels usable.
    """
    return [_note(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def _note(row: dict) -> Note:
    note = Note(
        row["id"],
        row.get("writer", ""),
        row.get("plan", {}).get("trade", ""),
        row["kind"] == "post_interview_note",
        row["text"],
        row.get("plan", {}),
    )
    document = Document(row["text"])
    note.names = given_names(document)
    paragraph = -1
    for number, ours in enumerate(document.sentences):
        opens = ours.zone == "body" and ours.paragraph != paragraph
        paragraph = ours.paragraph
        if ours.zone not in MARKERS:
            continue
        labels, weak, spans, specific = set(), set(), {}, []
        for gold in row["sentences"]:
            shared = min(ours.end, gold["end"]) - max(ours.start, gold["start"])
            if 2 * shared <= min(ours.end - ours.start, gold["end"] - gold["start"]):
                continue
            for label in gold["labels"]:
                again = label in labels
                labels.add(label)
                # Two labelled ranges in one sentence: it is weak only if both are.
                if label in gold.get("weak", ()):
                    weak |= set() if again else {label}
                else:
                    weak.discard(label)
                start, end = gold.get("spans", {}).get(label, (gold["start"], gold["end"]))
                start, end = max(start, ours.start) - ours.start, min(end, ours.end) - ours.start
                if start < end:
                    before = spans.get(label, (start, end))
                    spans[label] = (min(start, before[0]), max(end, before[1]))
            if gold.get("specificity") is not None:
                specific.append(gold["specificity"])
        unit = Unit(number, document.clean[ours.start : ours.end], ours.zone, opens)
        note.sentences.append(Sentence(unit, frozenset(labels), frozenset(weak), max(specific, default=None), spans))
    return note


def folds(notes: list[Note], by: str = "writer") -> list[tuple[list[Note], list[Note]]]:
    """Train and test parts: a fold holds out all texts of every fifth writer, or of every fifth trade."""
    values = sorted({getattr(note, by) for note in notes})
    out = []
    for number in range(FOLDS):
        held = set(values[number::FOLDS])
        out.append(([n for n in notes if getattr(n, by) not in held], [n for n in notes if getattr(n, by) in held]))
    return out
