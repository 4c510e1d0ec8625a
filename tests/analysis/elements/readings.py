"""Readings by hand, as if a model had made them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np

from notecheck.analysis.elements.decisions import Blend, Calibration, Scale
from notecheck.analysis.elements.encoder import CONTENT, LABELS, VECTOR, Encoded
from notecheck.analysis.elements.model import Reading

PLAIN = Scale(1.0, 0.0)
CALIBRATION = Calibration(
    sentence=dict.fromkeys(LABELS, Blend(1.0, 1.0, 0.0)),
    threshold=dict.fromkeys(LABELS, 0.5),
    note=dict.fromkeys(LABELS, PLAIN),
    weak=dict.fromkeys(CONTENT, PLAIN),
    kind=Blend(1.0, 1.0, 0.0),
)


def reading(
    texts: Sequence[str],
    labels: Mapping[tuple[int, str], float],
    *,
    weak: Mapping[tuple[int, str], float] | None = None,
    words: Mapping[tuple[int, str], str] | None = None,
    kind: float = 3.0,
) -> Reading:
    """Log-odds by sentence and label, -5 for the rest; ``words`` names the words that carry a label."""
    table = np.full((len(texts), len(LABELS)), -5.0, dtype=np.float32)
    weakness = np.full((len(texts), len(CONTENT)), -5.0, dtype=np.float32)
    offsets = [tuple(match.span() for match in re.finditer(r"\w+|[^\w\s]", text)) for text in texts]
    tokens = [np.full((len(item), len(CONTENT)), -5.0, dtype=np.float32) for item in offsets]
    for (row, label), value in labels.items():
        table[row, LABELS.index(label)] = value
    for (row, label), value in (weak or {}).items():
        weakness[row, CONTENT.index(label)] = value
    for (row, label), part in (words or {}).items():
        start = texts[row].index(part)
        for number, (left, right) in enumerate(offsets[row]):
            if start <= left and right <= start + len(part):
                tokens[row][number, CONTENT.index(label)] = 5.0
    encoded = Encoded(
        labels=table,
        weak=weakness,
        specificity=np.zeros(len(texts), dtype=np.float32),
        words=tuple(tokens),
        offsets=tuple(offsets),
        kind=kind,
        vectors=np.zeros((len(texts), VECTOR), dtype=np.float32),
    )
    return Reading(encoded, np.zeros_like(table), 0.0)
