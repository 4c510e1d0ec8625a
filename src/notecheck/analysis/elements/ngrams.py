"""What words and pairs of words alone say of a sentence, and of a text: a second opinion beside the encoder's.

A logistic regression a label, over the TF-IDF of a sentence's unigrams and bigrams (sublinear term frequency, smoothed
idf, unit length; Manning, Raghavan and Schütze 2008, section 6.4) and its place in the text; and one over the TF-IDF of
the whole text, for kind. They err elsewhere than the encoder, so that both together err less.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import log, sqrt
from pathlib import Path

import numpy as np

from notecheck.analysis.elements.encoder import LABELS, Floats
from notecheck.analysis.elements.layout import MARKERS, Unit
from notecheck.errors import ConfigError

PLACES = len(MARKERS) + 5
"""How many numbers tell the place of a sentence."""

_LONG = 300
"""Characters; a longer sentence counts as one of this length."""

FEW = 120
"""Words and pairs of words at which a text says half of what a long one would; chosen on held-out writers."""

LONG_SENTENCE = 20
"""Words; a sentence as long is also read clause by clause, and the likeliest clause counts as much as the whole."""

_LEAST = 4
_BETWEEN = re.compile(r"(?<=[,;:—–(])\s+|\s+(?=(?:and|but|so|because|while|since|as)\b)")

_TOKEN = re.compile(r"\w+|[^\w\s]")


def grams(text: str) -> list[str]:
    """The unigrams and bigrams of a sentence, in lower case; punctuation marks are words."""
    words = _TOKEN.findall(text.lower())
    return words + [f"{left} {right}" for left, right in pairwise(words)]


def clauses(text: str) -> list[str]:
    """The parts of a sentence of ``LONG_SENTENCE`` words or more, four words or longer; a shorter one whole."""
    out = [""]
    for part in _BETWEEN.split(text) if len(text.split()) >= LONG_SENTENCE else [text]:
        if min(len(out[-1].split()), len(part.split())) < _LEAST:
            out[-1] = f"{out[-1]} {part}".strip()
        else:
            out.append(part)
    return out


def vector(found: Sequence[str], idf: Mapping[str, tuple[int, float]]) -> tuple[list[int], list[float]]:
    """The columns and values of a sentence's TF-IDF vector of unit length; ``idf`` gives a gram's column and idf."""
    known = [(*idf[gram], count) for gram, count in Counter(found).items() if gram in idf]
    values = [(1 + log(count)) * weight for _, weight, count in known]
    length = sqrt(sum(value * value for value in values)) or 1.0
    return [column for column, _, _ in known], [value / length for value in values]


def places(units: Sequence[Unit]) -> Floats:
    """``[units, PLACES]``, each in [0, 0.5]: zone, first and last of the body, place in it, paragraph, length."""
    body = [row for row, unit in enumerate(units) if unit.zone == "body"]
    out: Floats = np.zeros((len(units), PLACES), dtype=np.float32)
    for row, unit in enumerate(units):
        within = (row - body[0]) / max(1, len(body) - 1) if unit.zone == "body" else 0.0
        out[row] = 0.5 * np.array(
            [
                *(unit.zone == zone for zone in MARKERS),
                bool(body) and row == body[0],
                bool(body) and row == body[-1],
                min(1.0, within),
                unit.opens,
                min(len(unit.text), _LONG) / _LONG,
            ]
        )
    return out


@dataclass(frozen=True)
class Weights:
    """What was learned.

    Attributes:
        idf: Of each gram, its row in ``grams`` and its inverse document frequency.
        grams: ``[grams, 8]``.
        places: ``[PLACES, 8]``.
        intercepts: ``[8]``.
        kind: ``[grams]``, over the whole text, and its intercept.
    """

    idf: Mapping[str, tuple[int, float]]
    grams: Floats
    places: Floats
    intercepts: Floats
    kind: Floats
    kind_intercept: float

    def kind_odds(self, said: Sequence[Sequence[str]]) -> float:
        """That a text is a post-interview note, by the grams of its units; the nearer to 0, which says nothing, the
        shorter it is."""
        found = [gram for unit in said for gram in unit]
        columns, values = vector(found, self.idf)
        odds = float(np.asarray(values, dtype=np.float32) @ self.kind[columns]) + self.kind_intercept
        return odds * len(found) / (len(found) + FEW)

    def log_odds(self, units: Sequence[Unit], said: Sequence[Sequence[str]]) -> Floats:
        """``[units, 8]``, in the order of ``LABELS``, by the grams of each unit."""
        out: Floats = places(units) @ self.places + self.intercepts
        for row, (unit, found) in enumerate(zip(units, said, strict=True)):
            parts = clauses(unit.text)
            odds = self._by_words(found)
            if len(parts) > 1:
                # One that does several jobs would say each of them too softly.
                odds = (odds + np.max([self._by_words(grams(part)) for part in parts], axis=0)) / 2
            out[row] += odds
        return out

    def read(self, units: Sequence[Unit]) -> tuple[Floats, float]:
        """Both log-odds of a text."""
        said = [grams(unit.text) for unit in units]
        return self.log_odds(units, said), self.kind_odds(said)

    def _by_words(self, said: Sequence[str]) -> Floats:
        columns, values = vector(said, self.idf)
        found: Floats = np.asarray(values, dtype=np.float32) @ self.grams[columns]
        return found

    def save(self, path: Path) -> None:
        """Write the file that :class:`NGrams` reads."""
        names = sorted(self.idf, key=lambda gram: self.idf[gram][0])
        np.savez_compressed(
            path,
            names=np.frombuffer("\n".join(names).encode(), dtype=np.uint8),
            idf=np.array([self.idf[name][1] for name in names], dtype=np.float32),
            grams=self.grams.astype(np.float16),
            places=self.places.astype(np.float32),
            intercepts=self.intercepts.astype(np.float32),
            kind=self.kind.astype(np.float16),
            kind_intercept=np.float32(self.kind_intercept),
        )


class NGrams:
    """The weights in a file, loaded on first use. Safe to share between threads.

    Args:
        path: The file, as :meth:`Weights.save` writes it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self, units: Sequence[Unit]) -> tuple[Floats, float]:
        """The log-odds of each label in each unit, ``[units, 8]``, and that the text is a post-interview note.

        Raises:
            ConfigError: The file is not there, or no such file.
        """
        return self._weights.read(units)

    @cached_property
    def _weights(self) -> Weights:
        try:
            with np.load(self._path, allow_pickle=False) as data:
                names = data["names"].tobytes().decode().split("\n")
                idf = dict(zip(names, enumerate(data["idf"].tolist()), strict=True))
                labels, where, intercepts, kind = (
                    data[name].astype(np.float32) for name in ("grams", "places", "intercepts", "kind")
                )
                found = Weights(idf, labels, where, intercepts, kind, float(data["kind_intercept"]))
            if (found.grams.shape, found.places.shape) != ((len(names), len(LABELS)), (PLACES, len(LABELS))):
                raise ValueError("its tables have the wrong shape")
        except Exception as error:  # The zip and zlib behind it raise errors of their own.
            raise ConfigError(
                f"the n-grams of the elements cannot be read: {error}",
                remedy="Install notecheck again.",
                place=str(self._path),
            ) from error
        return found
