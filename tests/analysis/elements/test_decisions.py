"""Labels, chances and carrying words, from readings made by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from notecheck.analysis.elements.decisions import SUREST, Found, Scale, decide, load_calibration
from notecheck.analysis.elements.model import Reading
from notecheck.errors import ConfigError
from tests.analysis.elements.readings import CALIBRATION, reading

LONG = "Thank you for the tour, and I would love to run that kiln myself, so tell me when you know more."


def found_in(said: Reading, text: str) -> tuple[Found, ...]:
    return decide(said.encoder, 0, text, CALIBRATION.log_odds(said)[0], CALIBRATION)


def test_a_sentence_carries_what_reaches_its_threshold() -> None:
    said = reading([LONG], {(0, "thanks"): 2.0, (0, "interest"): 0.1, (0, "close"): -0.1})
    assert [item.id for item in found_in(said, LONG)] == ["thanks", "interest"]


def test_the_ngrams_have_their_say() -> None:
    said = reading([LONG], {(0, "thanks"): 1.0, (0, "close"): -1.0})
    said.ngrams[0] = [-9, -2, -9, -9, -9, -9, 2, -9]
    assert [item.id for item in found_in(said, LONG)] == ["close"]


def test_each_label_points_to_its_own_clause() -> None:
    clauses = {"thanks": "Thank you for the tour", "interest": "I would love to run that kiln myself"}
    said = reading(
        [LONG], {(0, label): 2.0 for label in clauses}, words={(0, label): part for label, part in clauses.items()}
    )
    found = {item.id: LONG[slice(*item.range)] for item in found_in(said, LONG)}
    assert found == clauses


def test_the_words_reach_to_the_end_of_their_clause_if_it_is_near() -> None:
    text = "It was good of you to show me the old kiln by the river, and then the new one."
    said = reading([text], {(0, "thanks"): 2.0}, words={(0, "thanks"): "good of you to show me"})
    (found,) = found_in(said, text)
    assert text[slice(*found.range)] == "good of you to show me the old kiln by the river"
    text = "I want to learn " + "very " * 9 + "much."
    said = reading([text], {(0, "interest"): 2.0}, words={(0, "interest"): "I want to learn"})
    (found,) = found_in(said, text)
    assert text[slice(*found.range)] == "I want to learn"


def test_where_no_words_stand_out_the_sentence_is_the_evidence_without_its_stop() -> None:
    text = "Thanks a lot!"
    (found,) = found_in(reading([text], {(0, "thanks"): 2.0}), text)
    assert text[slice(*found.range)] == "Thanks a lot"


def test_one_word_alone_is_no_evidence() -> None:
    text = "I want this job."
    said = reading([text], {(0, "interest"): 2.0}, words={(0, "interest"): "want"})
    (found,) = found_in(said, text)
    assert text[slice(*found.range)] == "I want this job"


def test_weakness_has_a_chance_of_its_own() -> None:
    said = reading(["Thanks again."], {(0, "thanks"): 2.0}, weak={(0, "thanks"): 3.0})
    (found,) = found_in(said, "Thanks again.")
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
