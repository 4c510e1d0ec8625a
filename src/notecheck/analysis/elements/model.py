"""The trained model as a whole: the encoder, which sees the note, and the n-grams, which see the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from notecheck.analysis.elements.encoder import Encoded, Encoder, Floats
from notecheck.analysis.elements.layout import Unit
from notecheck.analysis.elements.ngrams import NGrams


@dataclass(frozen=True)
class Reading:
    """What the model says of one text, as log-odds; ``ngrams`` is ``[units, 8]``, like ``encoder.labels``, and
    ``ngrams_kind`` is of the whole, like ``encoder.kind``."""

    encoder: Encoded
    ngrams: Floats
    ngrams_kind: float


class Model:
    """The model in a folder, loaded on first use and shared by threads.

    Args:
        folder: Holds ``model.onnx``, ``tokenizer.json`` and ``ngrams.npz``.
    """

    def __init__(self, folder: Path) -> None:
        self._encoder = Encoder(folder)
        self._ngrams = NGrams(folder / "ngrams.npz")

    def read(self, units: Sequence[Unit]) -> Reading:
        """Read the sentences of one text.

        Raises:
            ConfigError: The model is not there, or no such model.
        """
        return Reading(self._encoder.read(units), *self._ngrams.read(units))

    def encode(self, units: Sequence[Unit]) -> Encoded:
        """What the encoder alone says of them.

        Raises:
            ConfigError: The model is not there, or no such model.
        """
        return self._encoder.read(units)
