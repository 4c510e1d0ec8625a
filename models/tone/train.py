"""Learn tone: ``python models/tone/train.py DATA_DIR --work WORK``.

``WORK`` holds ``shipped.pt``, the network of the elements that ``models/elements/train.py`` leaves there. First a fold is
held out and told of in the card (``models/notecheck_tone/README.md``), then all is learned from. Written are
``weights.json`` beside the card, the weights of the features in ``rules/tone_features``, and the model of the elements
once more, with the layers for tone. Takes half an hour on one core. Needs ``pip install -r models/requirements.txt``.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

import numpy as np
import torch
from lessons import FOLDS, GRATITUDE, HEADS, Lesson, lessons

HERE = Path(__file__).parent
TOP = HERE.parent
sys.path.insert(0, str(TOP / "elements"))

from card import card  # noqa: E402
from corpus import read  # noqa: E402
from learned import SHIPPED, TONE, exported  # noqa: E402
from network import Network  # noqa: E402
from tone_network import POINTS, Item, ToneNetwork, items, told, train  # noqa: E402

from notecheck.analysis.pipeline import Pipeline  # noqa: E402
from notecheck.analysis.tone.form import TRAITS  # noqa: E402
from notecheck.analysis.tone.weights import AXES  # noqa: E402
from notecheck.ruleset import ToneFeature, load_tone_features  # noqa: E402

FEATURES = TOP.parent / "rules" / "tone_features"
OUTPUT = TOP / "notecheck_tone"

HELD_OUT = 0
"""The fold that the card tells of."""

BLEND = {"politeness": ("politeness", 0.2), "confidence": ("certainty", 0.4)}
"""How much of an axis is told by the head that public data taught, at the axis's own spread; the rest by its grades."""

LEAST = 0.5
"""Points; a weight of a feature that is smaller is left out, unless its author gave one."""

THANKED = ("politeness", "warmth")
"""Axes on which thanks are told apart."""

PULLED: tuple[str, ...] = ("politeness", "positivity", "pressure")
"""Axes on which one sentence can sink a text."""


def hand(features: list[ToneFeature]) -> np.ndarray:
    """The weights in the files, ``[7, features]``, in grades."""
    return np.array([[feature.weights.get(axis, 0.0) / POINTS for feature in features] for axis in AXES])


def blended(network: ToneNetwork, graded: list[Item]) -> None:
    """Let public data tell their part of an axis; everything is linear, so that only weights are mixed."""
    outputs = np.concatenate([found for found, _ in told(network, graded)])
    with torch.no_grad():
        for axis, (head, share) in BLEND.items():
            at, other = AXES.index(axis), HEADS[head].start
            scale = share * outputs[:, at].std() / outputs[:, other].std()
            offset = scale * outputs[:, other].mean() - share * outputs[:, at].mean()
            for part in (network.vector.weight, network.vector.bias):
                part[at] = (1 - share) * part[at] + float(scale) * part[other]
            network.vector.bias[at] -= float(offset)
            for part in (network.counts.weight, network.traits.weight):
                part[at] *= 1 - share


def pull(network: ToneNetwork, texts: list[Item]) -> dict[str, float]:
    """By least squares, what share of the way from mean to worst sentence a text goes; at least 0."""
    found = [outputs for outputs, _ in told(network, texts)]
    out = dict.fromkeys(AXES, 0.0)
    for axis in PULLED:
        at, sign = AXES.index(axis), -1 if axis == "pressure" else 1
        mean = np.array([one[:, at].mean() for one in found])
        way = np.array([sign * (sign * one[:, at]).min() for one in found]) - mean
        gold = np.array([item.lesson.target[at] for item in texts])
        design = np.stack([mean, way, np.ones(len(mean))], axis=1)
        out[axis] = round(max(0.0, float(np.linalg.lstsq(design, gold, rcond=None)[0][1])), 3)
    return out


def gratitude(network: ToneNetwork, found: list[Item], graded: list[Item]) -> dict[str, Any]:
    """The head for gratitude, its best threshold, and what share of the encoder's points goes with thanks."""
    at = HEADS["emotions"].start + GRATITUDE
    mine = [item for item in found if item.lesson.head == "emotions"]
    odds = np.array([outputs[:, at].max() for outputs, _ in told(network, mine)])
    gold = np.array([item.lesson.target[GRATITUDE] > 0 for item in mine])
    grid = np.arange(-2, 2, 0.1)
    scores = [2 * (gold & (odds > one)).sum() / (gold.sum() + (odds > one).sum()) for one in grid]
    threshold = float(grid[int(np.argmax(scores))])
    outputs, vectors = (np.concatenate(part) for part in zip(*told(network, graded), strict=True))
    thanks = outputs[:, at] > threshold
    weights = network.vector.weight.detach().numpy()[: len(AXES)] * POINTS
    by_encoder = vectors @ weights.T
    share = by_encoder[thanks].mean(0) - by_encoder[~thanks].mean(0)
    return {
        "threshold": round(threshold, 2),
        "share": {axis: round(float(share[AXES.index(axis)]), 1) for axis in THANKED},
    }


def weights(network: ToneNetwork, found: list[Item]) -> dict[str, Any]:
    """The content of ``weights.json``: see ``notecheck.analysis.tone.weights``."""
    graded = [item for item in found if item.lesson.head == "graded"]
    sentences = [item for item in graded if item.lesson.unit == "sentence"]
    middle = np.concatenate([vectors for _, vectors in told(network, sentences)]).mean(0)
    at = HEADS["emotions"].start + GRATITUDE
    part = {name: getattr(network, name).weight.detach().numpy() for name in ("vector", "traits")}
    bias = network.vector.bias.detach().numpy()
    base = 50 + POINTS * (bias[: len(AXES)] + part["vector"][: len(AXES)] @ middle)
    return {
        "traits_are": list(TRAITS),
        "base": {axis: round(float(value), 1) for axis, value in zip(AXES, base, strict=True)},
        "worst": pull(network, [item for item in graded if item.lesson.unit == "text"]),
        "middle": _rounded(middle, 4),
        "vector": _rounded(part["vector"][: len(AXES)].T * POINTS, 3),
        "trait_mean": _rounded(network.mean.numpy(), 4),
        "trait_spread": _rounded(network.spread.numpy(), 4),
        "traits": _rounded(part["traits"].T * POINTS, 3),
        "gratitude": {
            **gratitude(network, found, sentences),
            "intercept": round(float(bias[at]), 4),
            "vector": _rounded(part["vector"][at], 4),
        },
    }


def rewritten(text: str, points: dict[str, dict[str, float]]) -> str:
    """A file of features with the weights that were learned in place of the former ones."""

    def line(match: re.Match[str]) -> str:
        shown = ", ".join(f"{axis}: {value:g}" for axis, value in points[match["id"]].items())
        return f"{match['head']}{{{shown}}}"

    return re.sub(r"(?P<head>- id: (?P<id>\S+)\n    reason: [^\n]*\n    weights: )\{[^}]*\}", line, text)


def learned_points(network: ToneNetwork, features: list[ToneFeature]) -> dict[str, dict[str, float]]:
    """Of each feature its points by axis, small ones left out."""
    table = network.counts.weight.detach().numpy() * POINTS
    out = {}
    for column, feature in enumerate(features):
        points = {axis: round(float(table[at, column]), 1) for at, axis in enumerate(AXES)}
        kept = {axis: value for axis, value in points.items() if abs(value) >= LEAST}
        out[feature.id] = kept or dict([max(points.items(), key=lambda item: abs(item[1]))])
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder that holds treebank/, politeness/, certainty/ and goemotions/")
    parser.add_argument("--corpus", type=Path, default=TOP / "corpus" / "notes.jsonl")
    parser.add_argument("--work", type=Path, default=TOP / "work")
    options = parser.parse_args()
    torch.set_num_threads(1)
    features = list(load_tone_features(FEATURES))
    encoder = Network()
    encoder.load_state_dict(torch.load(options.work / f"{SHIPPED}.pt"))
    encoder.eval()
    known: list[Lesson] = lessons(options.data, options.corpus)
    found = items(known, encoder, Pipeline(TOP / "notecheck_en"), features)

    mine = [item for item in found if item.lesson.fold != HELD_OUT]
    other = [item for item in found if item.lesson.fold == HELD_OUT]
    network = train(mine, hand(features))
    blended(network, _graded(mine))
    told_of = card(network, mine, other, weights(network, mine), folds=FOLDS)

    network = train(found, hand(features))
    blended(network, _graded(found))
    OUTPUT.mkdir(exist_ok=True)
    (OUTPUT / "README.md").write_text(told_of, encoding="utf-8")
    (OUTPUT / "weights.json").write_text(json.dumps(weights(network, found), indent=None) + "\n", encoding="utf-8")
    points = learned_points(network, features)
    for path in sorted(FEATURES.glob("*.yaml")):
        path.write_text(rewritten(path.read_text(encoding="utf-8"), points), encoding="utf-8")
    torch.save(network.tone.state_dict(), options.work / TONE)
    folder = options.work / SHIPPED
    (folder / "model.onnx").unlink(missing_ok=True)
    made = exported(SHIPPED, read(options.corpus), options.work)
    (TOP / "notecheck_elements" / "model.onnx").write_bytes((made / "model.onnx").read_bytes())


def _graded(found: list[Item]) -> list[Item]:
    return [item for item in found if item.lesson.head == "graded" and item.lesson.unit == "sentence"]


def _rounded(values: np.ndarray, digits: int) -> list[Any]:
    return np.round(values.astype(float), digits).tolist()


if __name__ == "__main__":
    main()
