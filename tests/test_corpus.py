"""The corpus is what its README and datasheet say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import pytest

from notecheck.report import ElementId, KindLabel

CORPUS = Path(__file__).parents[1] / "models" / "corpus"
LABELS = set(get_args(ElementId))


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CORPUS / "notes.jsonl").read_text(encoding="utf-8").splitlines()]


def test_the_datasheet_is_that_of_the_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(CORPUS))
    import datasheet

    assert datasheet.datasheet() == (CORPUS / "DATASHEET.md").read_text(encoding="utf-8")


def test_it_is_as_large_as_it_was_meant_to_be(rows: list[dict[str, Any]]) -> None:
    notes = [row for row in rows if row["kind"] == "post_interview_note"]
    assert len(notes) >= 600 and len(rows) - len(notes) >= 250
    assert sum(len(row["sentences"]) for row in rows) >= 6000
    for label in LABELS:
        lack = sum(not any(label in item["labels"] for item in row["sentences"]) for row in notes)
        assert lack >= len(notes) / 10, label


def test_every_place_lies_in_its_text(rows: list[dict[str, Any]]) -> None:
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert row["kind"] in get_args(KindLabel) and row["writer"] and row["labeller"]
        ends = 0
        for item in row["sentences"]:
            assert ends <= item["start"] < item["end"] <= len(row["text"])
            ends = item["end"]
            assert set(item["labels"]) <= LABELS
            assert set(item.get("weak", ())) <= set(item["labels"])
            assert 0 <= item.get("specificity", 0) <= 1
            for label, (start, end) in item.get("spans", {}).items():
                assert label in item["labels"] and item["start"] <= start < end <= item["end"]


def test_texts_that_follow_no_interview_have_neither_thanks_nor_callback(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        if row["kind"] == "other":
            assert not any({"thanks", "callback"} & set(item["labels"]) for item in row["sentences"]), row["id"]
