"""The models of one training: one for each fold of held-out writers or trades, one of all texts, and the shipped one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from corpus import FOLDS, Note, folds
from export import write
from network import Network, ToneLayers, refit_kind, tokenizer, train
from ngrams import learn as learn_ngrams
from public import others

from notecheck.analysis.elements.model import Model, Reading

ALL = "all"
KEPT_OUT = ("w24", "w33", "w37")
"""Writers whose texts nothing learns from, so that the shipped model too can be tested on people it has not met: one of
ordinary notes, one of twins, and one of sample letters with every kind of near miss."""

PARTS = (ALL, *(f"writer{number}" for number in range(FOLDS)))
TRADE_PARTS = tuple(f"trade{number}" for number in range(FOLDS))
SHIPPED = "shipped"
TONE = "tone.pt"
"""The layers for tone that ``models/tone/train.py`` leaves in the working folder; without them, those of the encoder."""


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


def merge(notes: Sequence[Note], data: Path, work: Path) -> None:
    """Keep in ``work`` the network that is shipped: the mean of the weights of all parts (Wortsman et al. 2022, model
    soups), as they start from the same encoder; and kind learned once more on top of it."""
    parts = [torch.load(work / f"{part}.pt") for part in PARTS]
    network = Network()
    network.load_state_dict(
        {
            name: torch.stack([part[name] for part in parts]).mean(0) if first.is_floating_point() else first
            for name, first in parts[0].items()
        }
    )
    refit_kind(network, lessons(SHIPPED, notes), others(data))
    torch.save(network.state_dict(), work / f"{SHIPPED}.pt")


def lessons(part: str, notes: Sequence[Note]) -> list[Note]:
    """The texts that a part learns from."""
    if part in (ALL, SHIPPED):
        mine = list(notes)
    else:
        by, number = part[:-1], int(part[-1])
        mine = folds(list(notes), by)[number][0]
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
        tone = ToneLayers()
        if part == SHIPPED and (work / TONE).exists():
            tone.load_state_dict(torch.load(work / TONE))
        write(network, folder / "model.onnx", tone)
        tokenizer().save(str(folder / "tokenizer.json"), pretty=False)
    return folder


def held_out(notes: Sequence[Note], work: Path, by: str = "writer") -> list[tuple[int, Note, Reading]]:
    """Each note of the corpus as read by the model that saw no text of its writer (or trade), with the number of the fold.

    Folds whose network is not there yet are left out.
    """
    out = []
    for number, (_, test) in enumerate(folds(list(notes), by)):
        if not (work / f"{by}{number}.pt").exists():
            continue
        model = Model(exported(f"{by}{number}", notes, work))
        out += [(number, note, model.read([item.unit for item in note.sentences])) for note in test]
    return out
