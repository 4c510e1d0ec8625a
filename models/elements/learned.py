"""The networks of one training: one for each fold of held-out writers, and one of all texts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from corpus import FOLDS, Note, folds
from export import write
from network import Network, tokenizer, train

from notecheck.analysis.elements.encoder import Encoder, Reading

ALL = "all"
KEPT_OUT = ("w22", "w24")
"""Writers whose texts no network learns from, so that the shipped one too can be tested on people it has not met."""

PARTS = (ALL, *(f"fold{number}" for number in range(FOLDS)))


def learn(part: str, notes: Sequence[Note], work: Path) -> None:
    """Train one part and keep its weights in ``work``; the same number of threads and the same seed, the same weights."""
    torch.set_num_threads(2)
    work.mkdir(parents=True, exist_ok=True)
    mine = notes if part == ALL else folds(list(notes))[int(part.removeprefix("fold"))][0]
    network = train([note for note in mine if note.writer not in KEPT_OUT])
    torch.save(network.state_dict(), work / f"{part}.pt")


def exported(part: str, work: Path) -> Path:
    """The folder with the model of a part as the product reads it."""
    folder = work / part
    if not (folder / "model.onnx").exists():
        folder.mkdir(exist_ok=True)
        network = Network()
        network.load_state_dict(torch.load(work / f"{part}.pt"))
        write(network, folder / "model.onnx")
        tokenizer().save(str(folder / "tokenizer.json"), pretty=False)
    return folder


def held_out(notes: Sequence[Note], work: Path) -> list[tuple[int, Note, Reading]]:
    """Each note of the corpus as read by the network that saw no text of its writer, with the number of the fold.

    Folds whose network is not there yet are left out.
    """
    out = []
    for number, (_, test) in enumerate(folds(list(notes))):
        if not (work / f"fold{number}.pt").exists():
            continue
        encoder = Encoder(exported(f"fold{number}", work))
        out += [(number, note, encoder.read([item.unit for item in note.sentences])) for note in test]
    return out
