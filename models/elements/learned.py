"""The models of one training: one for each fold of held-out writers, and one of all texts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from corpus import FOLDS, Note, folds
from export import write
from network import Network, refit_kind, tokenizer, train
from ngrams import learn as learn_ngrams
from public import others

from notecheck.analysis.elements.model import Model, Reading

ALL = "all"
KEPT_OUT = ("w24", "w33", "w37")
"""Writers whose texts nothing learns from, so that the shipped model too can be tested on people it has not met: one of
ordinary notes, one of twins, and one of sample letters with every kind of near miss."""

PARTS = (ALL, *(f"fold{number}" for number in range(FOLDS)))


def learn(part: str, notes: Sequence[Note], data: Path, work: Path) -> None:
    """Train one part, with the public texts in ``data``, and keep its weights in ``work``.

    On one thread, so that the same seed gives the same weights, and as many parts may train side by side as there are
    cores.
    """
    torch.set_num_threads(1)
    work.mkdir(parents=True, exist_ok=True)
    network = train(lessons(part, notes))
    refit_kind(network, lessons(part, notes), others(data))
    torch.save(network.state_dict(), work / f"{part}.pt")


def lessons(part: str, notes: Sequence[Note]) -> list[Note]:
    """The texts that a part learns from."""
    mine = notes if part == ALL else folds(list(notes))[int(part.removeprefix("fold"))][0]
    return [note for note in mine if note.writer not in KEPT_OUT]


def exported(part: str, notes: Sequence[Note], work: Path) -> Path:
    """The folder with the model of a part as the product reads it, but for the calibration."""
    folder = work / part
    folder.mkdir(exist_ok=True)
    if not (folder / "ngrams.npz").exists():
        learn_ngrams(lessons(part, notes)).save(folder / "ngrams.npz")
    if not (folder / "model.onnx").exists():
        network = Network()
        network.load_state_dict(torch.load(work / f"{part}.pt"))
        write(network, folder / "model.onnx")
        tokenizer().save(str(folder / "tokenizer.json"), pretty=False)
    return folder


def held_out(notes: Sequence[Note], work: Path) -> list[tuple[int, Note, Reading]]:
    """Each note of the corpus as read by the model that saw no text of its writer, with the number of the fold.

    Folds whose network is not there yet are left out.
    """
    out = []
    for number, (_, test) in enumerate(folds(list(notes))):
        if not (work / f"fold{number}.pt").exists():
            continue
        model = Model(exported(f"fold{number}", notes, work))
        out += [(number, note, model.read([item.unit for item in note.sentences])) for note in test]
    return out
