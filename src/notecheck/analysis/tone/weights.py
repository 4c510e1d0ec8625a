"""What was learned about tone from graded sentences; see ``models/notecheck_tone/README.md``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast, get_args

import numpy as np
from numpy.typing import NDArray

from notecheck.analysis.tone.form import TRAITS
from notecheck.errors import ConfigError
from notecheck.report import AxisId

__all__ = ["AXES", "Gratitude", "ToneWeights", "load_tone_weights"]

AXES = cast("tuple[AxisId, ...]", get_args(AxisId))

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Gratitude:
    """A logistic regression that says whether a sentence thanks somebody.

    Attributes:
        vector: ``[vector size]``, over the encoder's vector.
        threshold: The log-odds above which it does.
        share: By axis, how many points of the encoder's share go with thanks on average.
    """

    vector: Floats
    intercept: float
    threshold: float
    share: Mapping[AxisId, float]


@dataclass(frozen=True)
class ToneWeights:
    """Points on the axes, which run from 0 to 100; the weights of features stand in their own files.

    Attributes:
        base: Of a sentence of work mail that is average in all that is measured.
        middle: ``[vector size]``, the mean of the encoder's vectors there.
        vector: ``[vector size, 7]``.
        trait_mean: ``[traits]``, like ``trait_spread``, the standard deviation.
        traits: ``[traits, 7]``, for each standard deviation.
        worst: By axis, what share of the way from the mean of a text's sentences to its worst one the text is pulled.
    """

    base: Mapping[AxisId, float]
    middle: Floats
    vector: Floats
    trait_mean: Floats
    trait_spread: Floats
    traits: Floats
    worst: Mapping[AxisId, float]
    gratitude: Gratitude


def load_tone_weights(path: Path) -> ToneWeights:
    """Read the file that ``models/tone/train.py`` writes.

    Raises:
        ConfigError: The file is not there, or no such file.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        found = _weights(data)
        if list(data["traits_are"]) != list(TRAITS):
            raise ValueError("it is of other traits than this version measures")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ConfigError(
            f"the weights of tone cannot be read: {error}", remedy="Install notecheck again.", place=str(path)
        ) from error
    return found


def _weights(data: dict[str, Any]) -> ToneWeights:
    thanks = data["gratitude"]
    return ToneWeights(
        base={axis: float(data["base"][axis]) for axis in AXES},
        worst={axis: float(data["worst"][axis]) for axis in AXES},
        **{name: _array(data[name]) for name in ("middle", "vector", "trait_mean", "trait_spread", "traits")},
        gratitude=Gratitude(
            vector=_array(thanks["vector"]),
            intercept=float(thanks["intercept"]),
            threshold=float(thanks["threshold"]),
            share=thanks["share"],
        ),
    )


def _array(values: Any) -> Floats:
    return np.asarray(values, dtype=np.float32)
