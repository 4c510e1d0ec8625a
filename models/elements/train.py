"""Train the model of the elements: ``python models/elements/train.py DATA_DIR [--output DIR]``.

Trains a network for each fold of held-out writers and one on all texts, calibrates by what the former say of those
writers, and ships the mean of all. Takes some two hours on two cores, if two parts are trained side by side;
``--work`` keeps what is done, and a second start goes on from there.
Needs ``pip install -r models/requirements.txt``.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

from calibrate import calibration, kind_scale
from corpus import read
from learned import KEPT_OUT, PARTS, SHIPPED, TRADE_PARTS, exported, held_out, learn, merge

from notecheck.analysis.elements.model import Model

TOP = Path(__file__).parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder that holds request/, politeness/ and goemotions/")
    parser.add_argument("--corpus", type=Path, default=TOP / "corpus" / "notes.jsonl")
    parser.add_argument("--output", type=Path, default=TOP / "notecheck_elements")
    parser.add_argument("--work", type=Path, default=TOP / "work", help="folder for what is in the making")
    parser.add_argument("--part", choices=PARTS + TRADE_PARTS, help="train this part alone, and ship nothing")
    options = parser.parse_args()
    notes = read(options.corpus)
    for part in [options.part] if options.part else PARTS:
        if not (options.work / f"{part}.pt").exists():
            learn(part, notes, options.data, options.work)
    if options.part:
        return
    if not (options.work / f"{SHIPPED}.pt").exists():
        merge(notes, options.data, options.work)
    found = calibration([(note, reading) for _, note, reading in held_out(notes, options.work)])
    # Networks put the border between the kinds at different places, so the shipped one is asked itself.
    made = exported(SHIPPED, notes, options.work)
    model = Model(made)
    strangers = [note for note in notes if note.writer in KEPT_OUT]
    found["kind"] = kind_scale([(note, model.read([s.unit for s in note.sentences])) for note in strangers])
    options.output.mkdir(exist_ok=True)
    for name in ("model.onnx", "tokenizer.json", "ngrams.npz"):
        shutil.copy(made / name, options.output / name)
    (options.output / "calibration.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
