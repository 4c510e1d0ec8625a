"""How matches become labels, statuses and confidences."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

from notecheck.analysis.elements.features import Features
from notecheck.analysis.elements.labelling import SUREST, Found, Labeller
from notecheck.analysis.elements.matching import PatternIndex
from notecheck.analysis.elements.presence import sum_up
from notecheck.report import Evidence
from notecheck.ruleset.element_patterns import ElementFile

VOCAB = spacy.blank("en").vocab
REASONS = {"present": "There.", "weak": "Thin.", "missing": "Gone."}


def file(**keys: Any) -> ElementFile:
    return ElementFile.model_validate({"id": "thanks", "reasons": REASONS, **keys})


def label(element: ElementFile, text: str, *, near_end: bool = False, specificity: float = 0.0) -> Found | None:
    doc = Doc(VOCAB, words=text.split())
    features = Features({}, {name for pattern in element.patterns for name in pattern.names})
    index = PatternIndex(features)
    labeller = Labeller({"thanks": element}, index)
    found = labeller.label(index.place(features.of(doc), 0, len(doc)), near_end=near_end, specificity=specificity)
    return found[0] if found else None


def group(*patterns: str, **keys: Any) -> dict[str, Any]:
    return {"name": patterns[0], "any": list(patterns), **keys}


def test_no_match_is_no_label() -> None:
    assert label(file(groups=[group("thanks")]), "no word of it") is None


def test_evidence_is_the_matched_words_and_overlaps_are_one() -> None:
    found = label(file(groups=[group("many thanks", "thanks for"), group("time")]), "so many thanks for the time")
    assert found is not None
    assert found.ranges == ((1, 4), (5, 6))


@pytest.mark.parametrize(("text", "labelled"), [("no thanks", False), ("thanks", True), ("no thanks but thanks", True)])
def test_a_veto_drops_only_what_it_overlaps(text: str, labelled: bool) -> None:
    assert (label(file(groups=[group("thanks")], vetoes=["no thanks"]), text) is not None) == labelled


def test_unless_belongs_to_its_group() -> None:
    element = file(groups=[group("thanks", unless=["no thanks"]), group("thanks again")])
    assert label(element, "no thanks") is None
    assert label(element, "no thanks again") is not None


def test_needs_must_match_somewhere() -> None:
    element = file(groups=[group("thanks", needs=["you"])])
    assert label(element, "thanks all") is None
    assert label(element, "thanks to all of you") is not None


def test_near_end_counts_only_there() -> None:
    element = file(groups=[group("soon", near_end=True)])
    assert label(element, "soon") is None
    assert label(element, "soon", near_end=True) is not None


@pytest.mark.parametrize(("text", "weak"), [("thanks", True), ("thanks because", False), ("thanks much", False)])
def test_a_strong_group_or_a_lift_makes_it_strong(text: str, weak: bool) -> None:
    element = file(groups=[group("thanks", strength="weak"), group("thanks much")], lifts=["because"])
    found = label(element, text)
    assert found is not None
    assert found.weak == weak


def test_specificity_lifts_where_the_file_says_so() -> None:
    element = file(groups=[group("thanks", strength="weak")], specific=0.5)
    low, high = label(element, "thanks", specificity=0.49), label(element, "thanks", specificity=0.5)
    assert low is not None
    assert low.weak
    assert high is not None
    assert not high.weak


def test_groups_are_independent_witnesses() -> None:
    element = file(groups=[group("thanks", confidence=0.8), group("much", confidence=0.5)])
    one, two = label(element, "thanks"), label(element, "thanks much")
    assert one is not None
    assert one.confidence == 0.8
    assert two is not None
    assert two.confidence == 0.9


def test_confidence_has_a_ceiling() -> None:
    found = label(file(groups=[group("a", confidence=0.98), group("b", confidence=0.98)]), "a b")
    assert found is not None
    assert found.confidence == SUREST


def sentence(weak: bool, confidence: float, text: str) -> tuple[Found, tuple[Evidence, ...]]:
    evidence = Evidence(start=0, end=len(text), line=1, column=1, text=text)
    return Found(id="thanks", weak=weak, confidence=confidence, ranges=((0, 1),)), (evidence,)


def test_one_strong_sentence_makes_the_element_present() -> None:
    element = sum_up(file(), [sentence(True, 0.9, "weak"), sentence(False, 0.7, "strong")], unlabelled=0)
    assert (element.status, element.confidence, element.reason) == ("present", 0.7, "There.")
    assert [item.text for item in element.evidence] == ["strong"]


def test_only_weak_sentences_make_it_weak() -> None:
    element = sum_up(file(), [sentence(True, 0.6, "a"), sentence(True, 0.9, "b")], unlabelled=0)
    assert (element.status, element.confidence, element.reason) == ("weak", 0.9, "Thin.")
    assert [item.text for item in element.evidence] == ["a", "b"]


def test_missing_has_no_evidence_and_is_less_sure_where_more_was_not_understood() -> None:
    sure, unsure = sum_up(file(), [], unlabelled=0), sum_up(file(), [], unlabelled=10)
    assert sure.status == unsure.status == "missing"
    assert sure.evidence == ()
    assert 0.5 <= unsure.confidence < sure.confidence <= SUREST
    assert sure.reason == "Gone."


def test_otherwise_counts_only_where_nothing_else_is_found() -> None:
    element = file(groups=[group("thanks"), group("time", otherwise=True)])
    alone, beside = label(element, "the time"), label(element, "thanks time")
    assert alone is not None
    assert alone.otherwise
    assert beside is not None
    assert not beside.otherwise
    assert beside.ranges == ((0, 1),)
