"""Elements and kind against labelled notes: ``python benchmarks/elements.py NOTES.jsonl [--errors]``.

A row is ``{id, kind, text, sentences: [{text, start, end, labels}], status}``. A gold sentence has the labels that
ours put on any sentence of which the greater part lies in it; F1 is over gold sentences of the notes, presence and
kind over the rows.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from notecheck import Checker, Report

LABELS = ("thanks", "interest", "qualifications", "close", "greeting", "callback", "addition", "signoff")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--errors", action="store_true", help="list every disagreement")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.rows.read_text(encoding="utf-8").splitlines()]
    counts: Counter[tuple[str, str]] = Counter()
    status: Counter[tuple[str, bool]] = Counter()
    exact: Counter[tuple[str, bool]] = Counter()
    kinds: Counter[tuple[str, str]] = Counter()
    with Checker(grammar="off") as checker:
        for row in rows:
            report = checker.check(row["text"])
            kinds[row["kind"], report.kind.label] += 1
            if row["kind"] != report.kind.label and options.errors:
                print(f"{row['id']} KIND {row['kind']} read as {report.kind.label}: {report.kind.reason}")
            if row["kind"] != "post_interview_note":
                continue
            for sentence in row["sentences"]:
                gold, ours = set(sentence["labels"]), labels_in(report, sentence)
                for label in gold | ours:
                    counts[label, "hit" if label in gold & ours else "miss" if label in gold else "false"] += 1
                if gold != ours and options.errors:
                    print(f"{row['id']} -{sorted(gold - ours)} +{sorted(ours - gold)} {sentence['text']!r}")
            for element in report.elements:
                gold_status = row["status"].get(element.id, "missing")
                status[element.id, (gold_status == "missing") == (element.status == "missing")] += 1
                exact[element.id, gold_status == element.status] += 1
    scores = []
    for label in LABELS:
        hit, miss, false = (counts[label, key] for key in ("hit", "miss", "false"))
        scores.append(2 * hit / max(1, 2 * hit + miss + false))
        right = status[label, True] / max(1, status[label, True] + status[label, False])
        same = exact[label, True] / max(1, exact[label, True] + exact[label, False])
        print(
            f"{label:15} P {hit / max(1, hit + false):.2f} R {hit / max(1, hit + miss):.2f} F1 {scores[-1]:.3f}",
            end="   ",
        )
        print(f"present or missing right {right:.3f}, status right {same:.3f}")
    print(f"mean F1 of the four {sum(scores[:4]) / 4:.3f}, of all eight {sum(scores) / 8:.3f}")
    for (gold_kind, our_kind), number in sorted(kinds.items()):
        print(f"{gold_kind} read as {our_kind}: {number}")


def labels_in(report: Report, sentence: dict[str, Any]) -> set[str]:
    """Our labels on the sentences that lie mostly within a gold sentence, or that hold most of it."""
    found: set[str] = set()
    for ours in report.sentences:
        shared = min(ours.end, sentence["end"]) - max(ours.start, sentence["start"])
        if 2 * shared > min(ours.end - ours.start, sentence["end"] - sentence["start"]):
            found |= {label.id for label in ours.labels}
    return found


if __name__ == "__main__":
    main()
