"""Labels, chances and carrying words, from readings made by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from notecheck.analysis.elements.decisions import SUREST, Scale, decide, load_calibration
from notecheck.errors import ConfigError
from tests.analysis.elements.readings import CALIBRATION, reading

LONG = "Thank you for the tour, and I would love to run that kiln myself, so tell me when you know more."


def test_a_sentence_carries_what_reaches_its_threshold() -> None:
    said = reading([LONG], {(0, "thanks"): 2.0, (0, "interest"): 0.1, (0, "close"): -0.1})
    assert [item.id for item in decide(said, 0, LONG, CALIBRATION)] == ["thanks", "interest"]


def test_each_label_points_to_its_own_clause() -> None:
    clauses = {"thanks": "Thank you for the tour", "interest": "I would love to run that kiln myself"}
    said = reading(
        [LONG], {(0, label): 2.0 for label in clauses}, words={(0, label): part for label, part in clauses.items()}
    )
    found = {item.id: LONG[slice(*item.range)] for item in decide(said, 0, LONG, CALIBRATION)}
    assert found == clauses


def test_where_no_words_stand_out_the_sentence_is_the_evidence_without_its_stop() -> None:
    text = "Thanks a lot!"
    (found,) = decide(reading([text], {(0, "thanks"): 2.0}), 0, text, CALIBRATION)
    assert text[slice(*found.range)] == "Thanks a lot"


def test_one_word_alone_is_no_evidence() -> None:
    text = "I want this job."
    said = reading([text], {(0, "interest"): 2.0}, words={(0, "interest"): "want"})
    (found,) = decide(said, 0, text, CALIBRATION)
    assert text[slice(*found.range)] == "I want this job"


def test_weakness_has_a_chance_of_its_own() -> None:
    said = reading(["Thanks again."], {(0, "thanks"): 2.0}, weak={(0, "thanks"): 3.0})
    (found,) = decide(said, 0, "Thanks again.", CALIBRATION)
    assert found.weak > 0.9


def test_chances_are_never_certain() -> None:
    assert Scale(1, 0).chance(90) == SUREST
    assert Scale(1, 0).chance(-90) == pytest.approx(1 - SUREST)
    assert Scale(2, 1).chance(0) == pytest.approx(0.731)


def test_a_broken_calibration_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load_calibration(tmp_path / "calibration.json")
    (tmp_path / "calibration.json").write_text(json.dumps({"sentence": {}}))
    with pytest.raises(ConfigError, match="greeting"):
        load_calibration(tmp_path / "calibration.json")
