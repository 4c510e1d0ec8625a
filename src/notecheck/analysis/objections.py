"""Sentences that a reader may count against the writer; see ``models/notecheck_objections/README.md``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from notecheck.document import Document
from notecheck.errors import ConfigError
from notecheck.report import Objection, ObjectionSort

__all__ = ["LEAST", "ObjectionFinder"]

Floats = NDArray[np.float32]

LEAST = 0.5
"""The probability from which on a sentence is told: below it, a reader is more likely to mind nothing."""

SORTS: tuple[ObjectionSort, ...] = get_args(ObjectionSort)


class ObjectionFinder:
    """A logistic regression over the encoder's vectors of sentences.

    Args:
        weights: The file that ``models/objections/train.py`` writes; read on first use.
    """

    def __init__(self, weights: Path) -> None:
        self._path = weights

    def find(self, document: Document, vectors: Mapping[int, Floats]) -> tuple[Objection, ...]:
        """Sentences of greeting, body and sign-off that a reader more likely counts against the writer than not.

        Args:
            document: The note.
            vectors: The encoder's vector of each sentence, by its number in the document.

        Raises:
            ConfigError: The weights cannot be read.
        """
        numbers = [number for number in vectors if document.sentences[number].zone in ("greeting", "body", "signoff")]
        if not numbers:
            return ()
        intercept, weights = self._weights
        odds = intercept + np.stack([vectors[number] for number in numbers]) @ weights
        # The odds of each sort against none of them, whose own are 0.
        grown = np.exp(np.minimum(odds, 50))
        sums = grown.sum(axis=1)
        found = []
        for number, row, total in zip(numbers, grown, sums, strict=True):
            confidence = float(total / (1 + total))
            if confidence < LEAST:
                continue
            place, best = document.sentences[number], int(row.argmax())
            found.append(
                Objection(
                    start=place.start,
                    end=place.end,
                    confidence=round(confidence, 3),
                    sort=SORTS[best],
                    sort_share=round(float(row[best] / total), 3),
                )
            )
        return tuple(sorted(found, key=lambda item: item.start))

    @cached_property
    def _weights(self) -> tuple[Floats, Floats]:
        """``[sorts]`` and ``[vector size, sorts]``."""
        try:
            data = json.loads(self._path.read_text(encoding="utf-8"))
            if data["sorts"] != list(SORTS):
                raise ValueError("it is of other sorts than this version knows")
            return np.asarray(data["intercept"], dtype=np.float32), np.asarray(data["vector"], dtype=np.float32)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ConfigError(
                f"the weights of objections cannot be read: {error}",
                remedy="Install notecheck again.",
                place=str(self._path),
            ) from error
