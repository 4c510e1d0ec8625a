"""The model that is shipped, on notes that nobody who made it had read."""

from __future__ import annotations

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from notecheck.analysis.elements import ElementFinder
from notecheck.config import asset
from notecheck.document import Document
from notecheck.errors import ConfigError
from notecheck.report import ElementId
from notecheck.ruleset import load_element_reasons

TOP = Path(__file__).parents[3]
FOUR: tuple[ElementId, ...] = ("thanks", "interest", "qualifications", "close")
NOTE = (
    "Dear Ms. Okonkwo,\n\nThank you for walking me through the archive on Tuesday, and for the question about the "
    "water damage, which I answered badly. What I should have said: freeze first, sort later. In six years at the "
    "county records office I did so twice, and lost no box.\n\nI would love to take over the map room, because you let "
    "one person see a job through. You spoke of a decision by the ninth; I can be reached all week.\n\n"
    "Kind regards,\nDana Lee\n"
)


@pytest.fixture(scope="module")
def finder() -> ElementFinder:
    reasons = load_element_reasons(asset("rules") / "elements" / "reasons.yaml")
    return ElementFinder(asset("models") / "notecheck_elements", reasons)


@pytest.fixture(scope="module")
def held_out() -> list[dict[str, Any]]:
    lines = (TOP / "benchmarks" / "data" / "held_out.jsonl").read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["kind"] == "post_interview_note"]


def test_a_note_with_everything(finder: ElementFinder) -> None:
    facts = finder.find(Document(NOTE))
    assert facts.kind.label == "post_interview_note" and facts.kind.confidence > 0.75
    assert {item.id for item in facts.elements if item.status == "missing"} == set()
    for element in facts.elements:
        for words in element.evidence:
            assert NOTE[words.start : words.end] == words.text
            assert len(words.text.split()) < 30


def test_evidence_is_the_clause_that_does_the_job(finder: ElementFinder) -> None:
    texts = (
        "Hi Tom, thanks for the hour yesterday, the bit about the night trains has stuck with me, and as I ran a depot "
        "of forty people for three years I would love to join you.\n\nSam\n",
        "Hi Tom, thanks for the hour yesterday, and I look forward to hearing from you.\n\nSam\n",
    )
    found = [
        {item.id: " ".join(words.text for words in item.evidence) for item in finder.find(Document(text)).elements}
        for text in texts
    ]
    assert "thanks" in found[0]["thanks"] and "depot" not in found[0]["thanks"]
    assert "depot" in found[0]["qualifications"] and "thanks" not in found[0]["qualifications"]
    assert "night trains" in found[0]["callback"]
    assert "look forward" in found[1]["close"] and "hour" not in found[1]["close"]


@pytest.mark.parametrize("label", FOUR)
def test_an_element_whose_sentences_are_deleted_is_told_missing(
    finder: ElementFinder, held_out: list[dict[str, Any]], label: ElementId
) -> None:
    right = []
    for row in held_out:
        if any(label in item["labels"] for item in row["sentences"]):
            text = row["text"]
            for item in reversed(row["sentences"]):
                if label in item["labels"]:
                    text = text[: item["start"]] + text[item["end"] :]
            if Document(text).sentences:
                status = {item.id: item.status for item in finder.find(Document(text)).elements}
                right.append(status[label] == "missing")
    assert len(right) > 25
    assert sum(right) / len(right) >= 0.93


def test_names_move_no_decision(
    finder: ElementFinder, held_out: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(TOP / "models" / "elements"))
    import fairness

    assert len(fairness.ORIGINS) == 40
    same = total = 0
    renamed = [[fairness.renamed(row["text"], name) for name in fairness.ORIGINS.values()] for row in held_out]
    for texts in [texts for texts in renamed if len(set(texts)) > 30][:8]:
        first, *others = (fairness.decisions(finder, text) for text in texts)
        same += sum(a == b for other in others for a, b in zip(first, other, strict=False))
        total += len(first) * len(others)
    assert same / total >= 0.99
    for module in ("fairness", "corpus"):
        sys.modules.pop(module, None)


def test_threads_share_a_finder(finder: ElementFinder) -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: finder.find(Document(NOTE)), range(8)))
    assert all(facts == found[0] for facts in found)


def test_an_open_slot_makes_an_element_weak(finder: ElementFinder) -> None:
    text = "Dear Ana,\n\nThank you for the interview about the [job title] post.\n\nBest,\nSam\n"
    start = text.index("[")
    facts = finder.find(Document(text), placeholders=[(start, start + len("[job title]"))])
    assert next(item.status for item in facts.elements if item.id == "thanks") == "weak"


def test_a_long_text_and_an_empty_one_are_read(finder: ElementFinder) -> None:
    assert finder.find(Document(NOTE * 20)).elements
    assert finder.find(Document("> quoted only\n")).kind.label == "other"
    assert finder.find(Document("word " * 5000)).sentences


def test_a_missing_model_is_told(tmp_path: Path) -> None:
    reasons = load_element_reasons(asset("rules") / "elements" / "reasons.yaml")
    with pytest.raises(ConfigError, match="cannot be loaded"):
        ElementFinder(tmp_path, reasons).find(Document(NOTE))
