"""Our component in a spaCy user's pipeline."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from notecheck.analysis import spacy_component
from notecheck.document import MAX_CHARACTERS
from notecheck.errors import ConfigError, InputError

NOTE = (
    "Dear Ana,\n\nThank you for the interview on Monday. I want this job.\n\n"
    "I look forward to hearing from you.\n\nBest,\nSam\n"
)


def test_it_labels_sentences_in_a_blank_pipeline() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("notecheck_elements")
    doc = nlp(NOTE)
    group = doc.spans[spacy_component.KEY]
    labels = {(span.label_, span.text) for span in group}
    assert ("thanks", "Thank you for the interview on Monday.") in labels
    assert ("interest", "I want this job.") in labels
    assert ("close", "I look forward to hearing from you.") in labels
    assert {"greeting", "signoff"} <= {label for label, _ in labels}
    assert len(group.attrs["scores"]) == len(group)
    assert all(0 <= score <= 1 for score in group.attrs["scores"])


def test_it_sets_no_extension_and_survives_empty_texts() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("notecheck_elements")
    doc = nlp("")
    assert len(doc.spans[spacy_component.KEY]) == 0
    assert not Doc.has_extension("notecheck_elements")


def test_it_works_in_a_pipe_and_round_trips(tmp_path) -> None:  # type: ignore[no-untyped-def]
    nlp = spacy.blank("en")
    nlp.add_pipe("notecheck_elements")
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    first, second = (list(each.pipe([NOTE, NOTE])) for each in (nlp, again))
    spans = [[(span.start, span.end, span.label_) for span in doc.spans[spacy_component.KEY]] for doc in first + second]
    assert spans[0]
    assert all(item == spans[0] for item in spans)


def test_its_errors_are_ours() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("notecheck_elements")
    nlp.max_length = 10**7
    with pytest.raises(InputError):
        nlp("a " * MAX_CHARACTERS)
    elsewhere = spacy.blank("en")
    elsewhere.add_pipe("notecheck_elements", config={"model": "/nowhere"})
    with pytest.raises(ConfigError, match="cannot be loaded"):
        elsewhere(NOTE)
