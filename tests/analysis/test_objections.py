from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from notecheck import Checker
from notecheck.analysis.objections import LEAST, SORTS, ObjectionFinder
from notecheck.document import Document
from notecheck.errors import ConfigError

TEXT = "Dear Ms. Rivera,\n\nOne thing. Another thing.\n\nKind regards,\nSam\n"


def finder(folder: Path, *, intercept: float) -> ObjectionFinder:
    """One that looks at the first number of a vector, for the sort ``rude``."""
    vector = np.zeros((3, len(SORTS)))
    vector[0, SORTS.index("rude")] = 1
    data = {"sorts": SORTS, "intercept": [intercept] * len(SORTS), "vector": vector.tolist()}
    path = folder / "weights.json"
    path.write_text(json.dumps(data))
    return ObjectionFinder(path)


def vectors(**first: float) -> dict[int, np.ndarray]:
    return {int(number[1:]): np.array([value, 0, 0], dtype=np.float32) for number, value in first.items()}


def test_a_sentence_is_told_with_its_sort_and_place(tmp_path: Path) -> None:
    document = Document(TEXT)
    (found,) = finder(tmp_path, intercept=-10).find(document, vectors(n1=0, n2=13))
    assert TEXT[found.start : found.end] == "Another thing."
    assert (found.sort, found.sort_share > 0.99) == ("rude", True)
    # The odds of rudeness are e to the power of 3, and eight other sorts have e to the power of -10 each.
    odds = np.exp(3.0) + 8 * np.exp(-10.0)
    assert found.confidence == pytest.approx(odds / (1 + odds), abs=0.001)


def test_what_is_more_likely_harmless_is_not_told(tmp_path: Path) -> None:
    assert finder(tmp_path, intercept=-10).find(Document(TEXT), vectors(n1=9.9)) == ()
    assert finder(tmp_path, intercept=-10).find(Document(TEXT), {}) == ()


def test_a_text_without_sentences_that_were_read_has_none(tmp_path: Path) -> None:
    quoted = Document("> All of it is quoted.\n")
    assert finder(tmp_path, intercept=10).find(quoted, vectors(n0=9)) == ()


def test_broken_weights_are_told_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "weights.json").write_text('{"sorts": ["charming"]}')
    with pytest.raises(ConfigError, match="other sorts"):
        ObjectionFinder(tmp_path / "weights.json").find(Document(TEXT), vectors(n1=0))
    with pytest.raises(ConfigError, match="cannot be read"):
        ObjectionFinder(tmp_path / "none.json").find(Document(TEXT), vectors(n1=0))


def test_objections_stand_in_the_report_and_come_from_the_shipped_weights() -> None:
    harm = "I expect double the pay you named, and I will not start before my holidays are granted."
    fine = "Thank you for the hour on Tuesday and for showing me the workshop."
    with Checker(grammar="off") as checker:
        report = checker.check(f"Dear Ms. Rivera,\n\n{fine} {harm}\n\nKind regards,\nSam Okafor\n")
    (found,) = report.tone.objections
    assert report.text[found.start : found.end] == harm
    assert LEAST <= found.confidence <= 1 and 0 <= found.sort_share <= 1
    assert found.sort == "demanding" and "demanding" in (report.tone.summary or "")
