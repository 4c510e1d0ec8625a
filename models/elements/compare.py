"""Compare systems by held-out writers: ``python models/elements/compare.py [SYSTEM ...] [--folds 0 1 2 3 4]``.

Each system predicts the texts of each fold's writers after training on all others but those kept out of everything. The results are kept in
``comparison.json`` beside this script, from which ``evaluate.py`` makes the table of the card.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import torch
from corpus import FOLDS, Note, folds, read
from learned import KEPT_OUT
from metrics import Predicted, decided, summary, thresholds
from systems import System, frozen, neighbours, spancat, tfidf, whole_note

HERE = Path(__file__).parent
RESULTS = HERE / "comparison.json"
SHARES = (0.125, 0.25, 0.5)

SYSTEMS: dict[str, System] = {
    "TF-IDF, logistic regression": tfidf,
    "encoder as it comes, neighbours, TF-IDF": frozen,
    "spancat": spancat(static=False),
    "spancat, static vectors": spancat(static=True),
    "encoder tuned on sentence and neighbours": neighbours(),
    "encoder tuned on whole notes": whole_note(),
}


def share(part: float, system: System) -> System:
    """A system that learns from a part of the training texts, for the learning curve."""

    def learner(train: list[Note], test: list[Note]) -> list[Predicted]:
        return system(random.Random(1).sample(train, round(part * len(train))), test)

    return learner


def predictions(system: System, notes: list[Note], only: list[int]) -> tuple[list[Note], list[Predicted]]:
    tested: list[Note] = []
    predicted: list[Predicted] = []
    for number, (train, test) in enumerate(folds(notes)):
        if number in only:
            start = time.time()
            predicted += system([note for note in train if note.writer not in KEPT_OUT], test)
            tested += test
            print(f"fold {number}: {time.time() - start:.0f} s", flush=True)
    return tested, predicted


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("systems", nargs="*", default=list(SYSTEMS))
    parser.add_argument("--folds", type=int, nargs="*", default=list(range(FOLDS)))
    parser.add_argument("--curve", action="store_true", help="with parts of the training texts as well")
    options = parser.parse_args()
    torch.set_num_threads(1)
    notes = read(HERE.parent / "corpus" / "notes.jsonl")
    todo = {name: SYSTEMS[name] for name in options.systems}
    if options.curve:
        todo = {f"{name}, {part:.1%} of the texts": share(part, todo[name]) for name in todo for part in SHARES}
    for name, system in todo.items():
        tested, predicted = predictions(system, notes, options.folds)
        row = summary(decided(tested, predicted, thresholds(tested, predicted)))
        print(name, row, flush=True)
        done = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
        done[name] = {"folds": options.folds, "summary": {key: round(value, 4) for key, value in row.items()}}
        RESULTS.write_text(json.dumps(done, indent=1) + "\n")


if __name__ == "__main__":
    main()
