"""N-grams: what is counted, and the file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from notecheck.analysis.elements.layout import Unit
from notecheck.analysis.elements.ngrams import PLACES, NGrams, Weights, clauses, grams, places, vector
from notecheck.errors import ConfigError

UNITS = [
    Unit(0, "Dear Ana,", "greeting"),
    Unit(1, "Thank you so, so much.", "body", True),
    Unit(2, "Bye.", "body"),
    Unit(3, "Sam", "signoff"),
]


def weights() -> Weights:
    table = np.zeros((2, 8), dtype=np.float32)
    table[0, 1] = 3.0
    table[1, 1] = 4.0
    intercepts = np.full(8, -1.0, dtype=np.float32)
    return Weights(
        {"thank you": (0, 1.5), "so": (1, 1.0)},
        table,
        np.zeros((PLACES, 8), dtype=np.float32),
        intercepts,
        np.array([2.0, -1.0], dtype=np.float32),
        0.5,
    )


def test_words_marks_and_pairs_are_counted() -> None:
    assert grams("Thanks, ANA!") == ["thanks", ",", "ana", "!", "thanks ,", ", ana", "ana !"]
    assert grams("") == []


def test_a_vector_has_unit_length_and_repetition_counts_less_and_less() -> None:
    columns, values = vector(grams("so so so"), {"so": (7, 1.0), "so so": (2, 1.0)})
    assert dict(zip(columns, values, strict=True)) == pytest.approx({7: 0.7783, 2: 0.6279}, abs=1e-4)
    assert vector(["unheard"], {"so": (0, 1.0)}) == ([], [])


def test_places_tell_zone_and_rank_in_the_body() -> None:
    found = places(UNITS)
    assert found.shape == (4, PLACES)
    assert found[1].tolist() == pytest.approx([0, 0, 0.5, 0, 0.5, 0, 0, 0.5, 22 / 600])
    assert found[2][5:7].tolist() == [0.5, 0.5]
    assert places([]).shape == (0, PLACES)


def test_a_long_sentence_is_read_by_clauses_too() -> None:
    text = "thank you for the long day at the yard, and as I ran one for six years I would like to come back, so write"
    assert clauses(text) == [
        "thank you for the long day at the yard, and",
        "as I ran one for six years I would like to come back, so write",
    ]
    assert clauses("so, so much, and more") == ["so, so much, and more"]
    assert clauses("") == [""]
    made = replace(weights(), idf={"thank you": (0, 1.5), "one for": (1, 1.5)})
    made.grams[1, 1] = -3.0
    # As a whole, the two would cancel out.
    assert made.read([Unit(0, text, "body")])[0][0, 1] > made.read([Unit(0, "thank you one for", "body")])[0][0, 1]


def test_log_odds_survive_the_file(tmp_path: Path) -> None:
    made = weights()
    made.save(tmp_path / "ngrams.npz")
    labels, kind = NGrams(tmp_path / "ngrams.npz").read(UNITS)
    assert labels == pytest.approx(made.read(UNITS)[0], abs=1e-2)
    assert labels[1, 1] > labels[0, 1] == -1.0
    assert kind == pytest.approx(made.read(UNITS)[1], abs=1e-2)
    assert 0 < made.read(UNITS[:1])[1] < 0.1 < made.read(UNITS)[1]


def test_a_file_that_is_not_there_or_no_such_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="n-grams"):
        NGrams(tmp_path / "ngrams.npz").read(UNITS)
    np.savez(tmp_path / "ngrams.npz", names=np.zeros(1, dtype=np.uint8))
    with pytest.raises(ConfigError, match="cannot be read"):
        NGrams(tmp_path / "ngrams.npz").read(UNITS)
    whole = tmp_path / "whole.npz"
    weights().save(whole)
    for size in (10, whole.stat().st_size // 2):
        (tmp_path / "ngrams.npz").write_bytes(whole.read_bytes()[:size])
        with pytest.raises(ConfigError, match="cannot be read"):
            NGrams(tmp_path / "ngrams.npz").read(UNITS)
