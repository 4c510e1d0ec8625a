"""The kind of a text in words."""

from __future__ import annotations

import pytest

from notecheck.analysis.elements.kind import kind, too_short, vouched
from notecheck.document import Document


@pytest.mark.parametrize("text", ["Hi Ana,\n\nSam\n", "Dear Ms. Chen,\n\nThanks.\n\nBest,\nSam\n"])
def test_too_little_text_is_no_note(text: str) -> None:
    found = too_short(Document(text))
    assert found and found.label == "other" and "too little" in found.reason


def test_a_sentence_is_enough() -> None:
    assert too_short(Document("Hi Ana,\n\nthank you for the interview today.\n\nSam\n")) is None


def test_the_reason_names_what_was_found() -> None:
    found = kind(0.9, {"thanks", "callback", "close"})
    assert (found.label, found.confidence) == ("post_interview_note", 0.9)
    assert found.reason.endswith(
        "thanks for a conversation, recalls what was talked about and looks ahead to what happens next."
    )
    assert "of an interview" in kind(0.9, set()).reason


def test_confidence_is_of_the_label() -> None:
    assert kind(0.2, {"thanks"}).confidence == 0.8
    assert kind(0.2, {"thanks"}).label == "other"


def test_the_users_word_counts_and_is_told_as_such() -> None:
    told = vouched(kind(0.1, {"close"}))
    assert (told.label, told.reason) == ("post_interview_note", "You said that it is one.")
    assert vouched(kind(0.9, {"thanks"})) == kind(0.9, {"thanks"})


def test_what_is_not_sure_is_asked() -> None:
    assert kind(0.3, set()).reason.startswith("Does it follow an interview?")
    assert "?" not in kind(0.2, set()).reason
