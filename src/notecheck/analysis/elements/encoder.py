"""The trained encoder: sentences in, log-odds out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from notecheck.analysis.elements.layout import Unit, Window, lay_out
from notecheck.errors import ConfigError
from notecheck.report import ElementId

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

LABELS: tuple[ElementId, ...] = (
    "greeting",
    "thanks",
    "interest",
    "qualifications",
    "callback",
    "addition",
    "close",
    "signoff",
)
"""What the model tells of a sentence, in the order of its outputs."""

CONTENT: tuple[ElementId, ...] = LABELS[1:-1]
"""The elements of which it also tells whether they are weak, and which words carry them."""

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Encoded:
    """What the encoder says of one text, as log-odds. Rows are those of the units that were read.

    Attributes:
        labels: ``[units, 8]``, in the order of ``LABELS``.
        weak: ``[units, 6]``, that the element is weak, where the sentence carries it; in the order of ``CONTENT``.
        specificity: ``[units]``.
        words: For each unit, ``[word pieces, 6]``, that the words carry the element.
        offsets: For each unit, the half-open range of each word piece in its text.
        kind: That the text is a post-interview note.
        vectors: ``[units, VECTOR]``, what the layers for tone make of each unit, of its last piece if it is long.
    """

    labels: Floats
    weak: Floats
    specificity: Floats
    words: tuple[Floats, ...]
    offsets: tuple[tuple[tuple[int, int], ...], ...]
    kind: float
    vectors: Floats


class Encoder:
    """The encoder in a folder, loaded on first use and shared by threads.

    Args:
        folder: Holds ``model.onnx`` and ``tokenizer.json``.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()
        self._loaded: tuple[Tokenizer, InferenceSession] | None = None

    def read(self, units: Sequence[Unit]) -> Encoded:
        """Read the sentences of one text.

        Windows go through the model one by one: its 8-bit arithmetic scales numbers by the largest of a batch, so that
        together they would read a little differently than alone, and on one core no faster.

        Raises:
            ConfigError: The model is not there, or no such model.
        """
        tokenizer, session = self.load()
        windows = lay_out(units, tokenizer)
        outputs = [session.run(None, arrays([window])) for window in windows]
        return _encoded(units, windows, outputs)

    def load(self) -> tuple[Tokenizer, InferenceSession]:
        """The model's parts, loaded the first time.

        Raises:
            ConfigError: The model is not there, or no such model.
        """
        with self._lock:
            if self._loaded is None:
                self._loaded = _load(self._folder)
            return self._loaded


def arrays(windows: Sequence[Window]) -> dict[str, NDArray[np.int64] | Floats]:
    """The model's inputs: ``ids`` and ``mask`` ``[windows, tokens]``, ``members`` ``[windows, pieces, tokens]`` with
    rows that sum to 1 over a piece, and ``markers`` ``[windows, pieces]``, where each piece begins."""
    longest = max(len(window.ids) for window in windows)
    most = max(len(window.pieces) for window in windows)
    ids = np.zeros((len(windows), longest), dtype=np.int64)
    mask = np.zeros((len(windows), longest), dtype=np.int64)
    members = np.zeros((len(windows), most, longest), dtype=np.float32)
    markers = np.zeros((len(windows), most), dtype=np.int64)
    for row, window in enumerate(windows):
        ids[row, : len(window.ids)] = window.ids
        mask[row, : len(window.ids)] = 1
        for number, piece in enumerate(window.pieces):
            members[row, number, piece.start : piece.end] = 1 / (piece.end - piece.start)
            markers[row, number] = piece.start
    return {"ids": ids, "mask": mask, "members": members, "markers": markers}


VECTOR = 384
"""The size of a unit's vector."""

_NOWHERE = -20.0
"""The log-odds of what was not read."""


def _encoded(units: Sequence[Unit], windows: Sequence[Window], outputs: Sequence[Sequence[Floats]]) -> Encoded:
    rows = {unit.number: number for number, unit in enumerate(units)}
    width = len(LABELS) + len(CONTENT) + 1
    table = np.full((len(units), width), _NOWHERE, dtype=np.float32)
    words: list[Floats] = [np.zeros((0, len(CONTENT)), dtype=np.float32)] * len(units)
    offsets: list[tuple[tuple[int, int], ...]] = [()] * len(units)
    vectors = np.zeros((len(units), VECTOR), dtype=np.float32)
    for window, (sentences, tokens, _, vector) in zip(windows, outputs, strict=True):
        for number, piece in enumerate(window.pieces):
            if piece.read:
                row = rows[piece.number]
                # A sentence too long for one piece does what any piece of it does.
                table[row] = np.maximum(table[row], sentences[0, number])
                words[row] = np.concatenate([words[row], tokens[0, piece.start + 1 : piece.end]])
                offsets[row] += piece.offsets
                vectors[row] = vector[0, number]
    return Encoded(
        labels=table[:, : len(LABELS)],
        weak=table[:, len(LABELS) : -1],
        specificity=table[:, -1],
        words=tuple(words),
        offsets=tuple(offsets),
        kind=float(np.mean([output[2][0] for output in outputs])) if outputs else _NOWHERE,
        vectors=vectors,
    )


def _load(folder: Path) -> tuple[Tokenizer, InferenceSession]:
    import onnxruntime
    from tokenizers import Tokenizer

    # Some builds report usage to their maker unless told not to.
    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    # One core for one note: threads would wait for each other longer than they compute.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # Both libraries raise plain Exceptions of their own.
        why = str(error).splitlines()[0]
        raise ConfigError(
            f"the model of the elements cannot be loaded: {why}", remedy="Install notecheck again.", place=str(folder)
        ) from error
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer, session
