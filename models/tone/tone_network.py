"""How tone is learned: layers for tone on the encoder of the elements, with linear heads over their vectors, the
features of ``rules/tone_features`` and the traits of form."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from lessons import HEADS, Lesson
from network import Network, ToneLayers, descend, tokenizer
from torch import nn
from torch.nn import functional as F

from notecheck.analysis.elements.layout import Unit, lay_out, units
from notecheck.analysis.pipeline import Pipeline
from notecheck.analysis.tone.features import FeatureFinder
from notecheck.analysis.tone.form import TRAITS, Word, form
from notecheck.analysis.tone.meter import MOST
from notecheck.analysis.tone.weights import AXES
from notecheck.document import Document
from notecheck.ruleset.tone_features import ToneFeature

POINTS = 100 / 6
"""Points for a grade: grades run from 1 to 7, points from 0 to 100."""

OUTPUTS = HEADS["emotions"].stop
TIMES = {"graded": 3, "politeness": 1, "certainty": 2, "emotions": 1}
"""How often a lesson is given in an epoch."""


@dataclass
class Item:
    """A lesson as the network sees it: the fourth layer's vectors [T, 384], and of each sentence its tokens, its counts
    of features [S, features] and its traits [S, traits]."""

    lesson: Lesson
    hidden: np.ndarray
    pieces: list[tuple[int, int]]
    counts: np.ndarray
    traits: np.ndarray
    vectors: dict[ToneNetwork, torch.Tensor] = field(default_factory=dict)
    """What a trained network makes of the sentences, once it was asked."""


def items(
    lessons: Sequence[Lesson], network: Network, pipeline: Pipeline, features: Sequence[ToneFeature]
) -> list[Item]:
    """What the network is to learn from. Of a text that fills more than one window, the first one."""
    finder, made = FeatureFinder(features), tokenizer()
    at = {feature.id: number for number, feature in enumerate(features)}
    out = []
    for lesson in lessons:
        document = Document(lesson.text)
        doc = pipeline.parse(document)
        laid = [unit for unit in units(document) if unit.zone != "header"] or [
            Unit(number, lesson.text[one.start : one.end], "body", True)
            for number, one in enumerate(document.sentences)
        ]
        windows = lay_out(laid, made)[:1]
        if not windows:
            continue
        pieces = [piece for piece in windows[0].pieces if piece.read]
        places = [document.sentences[piece.number] for piece in pieces]
        counts = np.zeros((len(places), len(features)), dtype=np.float32)
        for feature, (start, _) in finder.find(document, doc, places):
            for row, place in enumerate(places):
                if place.start <= start < place.end:
                    counts[row, at[feature.id]] = min(MOST, counts[row, at[feature.id]] + 1)
        traits = [
            form(
                [Word(t.text, t.tag_, t.pos_, t.dep_) for t in doc if place.start <= t.idx < place.end],
                lesson.text[place.start : place.end],
            )
            for place in places
        ]
        ids = torch.tensor([windows[0].ids])
        with torch.inference_mode():
            layers = network.encoder(input_ids=ids, attention_mask=torch.ones_like(ids), output_hidden_states=True)
        hidden = layers.hidden_states[ToneLayers.START][0].half().numpy()
        out.append(Item(lesson, hidden, [(p.start, p.end) for p in pieces], counts, np.array(traits)))
    return out


class ToneNetwork(nn.Module):
    """Gives ``[B, S, OUTPUTS]``: of each sentence its grades by axis, politeness, certainty and emotions as log-odds."""

    def __init__(self, hand: np.ndarray, traits: np.ndarray) -> None:
        """``hand`` [7, features] are the weights that the features' author gave, in grades; ``traits`` [N, traits]
        those of the graded sentences."""
        super().__init__()
        self.tone, self.drop = ToneLayers(), nn.Dropout(0.1)
        self.vector = nn.Linear(Network.SIZE, OUTPUTS)
        # Only grades: what public data teach is told from the vectors alone, or a thousand sentences would be learnt by heart.
        self.counts = nn.Linear(hand.shape[1], len(AXES), bias=False)
        self.traits = nn.Linear(len(TRAITS), len(AXES), bias=False)
        self.hand: torch.Tensor
        self.mean: torch.Tensor
        self.spread: torch.Tensor
        self.register_buffer("hand", torch.from_numpy(hand.astype(np.float32)))
        self.register_buffer("mean", torch.from_numpy(traits.mean(0)))
        self.register_buffer("spread", torch.from_numpy(traits.std(0) + 1e-6))
        with torch.no_grad():
            self.counts.weight.copy_(self.hand / 2)
            self.traits.weight.zero_()

    def vectors(self, hidden: torch.Tensor, mask: torch.Tensor, members: torch.Tensor) -> torch.Tensor:
        return members @ self.tone(hidden, mask)

    def told(self, vectors: torch.Tensor, counts: torch.Tensor, traits: torch.Tensor) -> torch.Tensor:
        far = ((traits - self.mean) / self.spread).clamp(-4, 4)
        graded = self.counts(counts) + self.traits(far)
        return self.vector(self.drop(vectors)) + F.pad(graded, (0, OUTPUTS - len(AXES)))

    def penalty(self) -> torch.Tensor:
        """Features keep near what their author thought, and traits near nothing, unless the data say otherwise."""
        return 1e-3 * ((self.counts.weight - self.hand) ** 2).sum() + 1e-3 * (self.traits.weight**2).sum()


def batch(found: Sequence[Item]) -> tuple[torch.Tensor, ...]:
    """hidden, mask, members, shares [B, S] of each sentence in its text, counts, traits."""
    tokens, sentences = max(len(i.hidden) for i in found), max(len(i.pieces) for i in found)
    size = len(found)
    hidden, mask = torch.zeros(size, tokens, Network.SIZE), torch.zeros(size, tokens)
    members, shares = torch.zeros(size, sentences, tokens), torch.zeros(size, sentences)
    counts = torch.zeros(size, sentences, found[0].counts.shape[1])
    traits = torch.zeros(size, sentences, len(TRAITS))
    for row, item in enumerate(found):
        hidden[row, : len(item.hidden)] = torch.from_numpy(item.hidden).float()
        mask[row, : len(item.hidden)] = 1
        for number, (start, end) in enumerate(item.pieces):
            members[row, number, start:end] = 1 / (end - start)
            shares[row, number] = 1 / len(item.pieces)
        counts[row, : len(item.pieces)] = torch.from_numpy(item.counts)
        traits[row, : len(item.pieces)] = torch.from_numpy(item.traits)
    return hidden, mask, members, shares, counts, traits


def loss(network: ToneNetwork, found: Sequence[Item]) -> torch.Tensor:
    """Of a text, the mean of its sentences is to be right."""
    hidden, mask, members, shares, counts, traits = batch(found)
    vectors = network.vectors(hidden, mask, members).float()
    with torch.autocast("cpu", enabled=False):  # The heads are small, and are to be exact.
        told = (network.told(vectors, counts, traits) * shares[:, :, None]).sum(1)
    total = network.penalty()
    for head, outputs in HEADS.items():
        rows = [row for row, item in enumerate(found) if item.lesson.head == head]
        if rows:
            gold = torch.tensor(np.array([found[row].lesson.target for row in rows]), dtype=torch.float32)
            mine = told[rows][:, outputs]
            one = 6 * F.binary_cross_entropy_with_logits(mine, gold) if head == "emotions" else F.mse_loss(mine, gold)
            total = total + one * len(rows) / len(found)
    return total


def train(found: Sequence[Item], hand: np.ndarray, *, epochs: int = 2, size: int = 16, seed: int = 1) -> ToneNetwork:
    """A network trained on some items; on one thread the same items and seed give the same weights."""
    torch.manual_seed(seed)
    draw = random.Random(seed)
    graded = np.concatenate([item.traits for item in found if item.lesson.head == "graded"])
    network = ToneNetwork(hand, graded)
    inner = list(network.tone.parameters())
    linear, plain = list(network.vector.parameters()), [network.counts.weight, network.traits.weight]
    optimizer = torch.optim.AdamW(
        [{"params": inner, "lr": 2e-4}, {"params": linear, "lr": 2e-3}, {"params": plain, "lr": 1e-3}],
        weight_decay=0.01,
    )
    todo = [item for item in found for _ in range(TIMES[item.lesson.head])]
    steps = epochs * -(-len(todo) // size)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (steps / 15), max(0.02, (steps - step) / steps))
    )
    network.train()
    for epoch in range(epochs):
        draw.shuffle(todo)
        batches = []
        for start in range(0, len(todo), 40 * size):
            chunk = sorted(todo[start : start + 40 * size], key=lambda item: len(item.hidden))
            batches += [chunk[at : at + size] for at in range(0, len(chunk), size)]
        draw.shuffle(batches)
        mean = descend(batches, lambda one: loss(network, one), optimizer, schedule)
        print(f"epoch {epoch + 1}: loss {mean:.3f}", flush=True)
    network.eval()
    return network


def told(network: ToneNetwork, found: Sequence[Item]) -> list[tuple[np.ndarray, np.ndarray]]:
    """Of each item the outputs ``[S, OUTPUTS]`` and the vectors ``[S, 384]`` of its sentences."""
    out = []
    with torch.inference_mode():
        for item in found:
            if network not in item.vectors:
                hidden, mask, members, *_ = batch([item])
                item.vectors[network] = network.vectors(hidden, mask, members)[0]
            vectors = item.vectors[network]
            counts, traits = torch.from_numpy(item.counts), torch.from_numpy(item.traits)
            out.append((network.told(vectors, counts, traits).numpy(), vectors.numpy()))
    return out
