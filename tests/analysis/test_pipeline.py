"""The shipped pipeline and one of the user's own; sentence boundaries are ours."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from notecheck import Checker
from notecheck.analysis.pipeline import Pipeline, sentence_span
from notecheck.config import asset
from notecheck.document import Document
from notecheck.errors import ConfigError

TEXT = "Dear Ms. Chen,\n\nThank you for your time 😀 on Tuesday\nI liked Dr. Wu's lab\n\nBest,\nSam\n"


def test_tokens_keep_their_place_and_our_sentences_stand() -> None:
    document = Document(TEXT)
    doc = Pipeline(asset("models") / "notecheck_en").parse(document)
    assert all(TEXT[token.idx : token.idx + len(token)] == token.text for token in doc)
    starts = {token.idx for token in doc if token.is_sent_start and not token.is_space}
    assert starts >= {sentence.start for sentence in document.sentences}
    spans = [sentence_span(doc, sentence).text for sentence in document.sentences]
    assert spans == [TEXT[item.start : item.end] for item in document.sentences]
    assert {token.lemma_ for token in doc} >= {"thank", "like"}


def test_a_pipeline_of_the_users_own_serves(tmp_path: Path) -> None:
    nlp = spacy.load(asset("models") / "notecheck_en")
    nlp.add_pipe("sentencizer", first=True)
    nlp.to_disk(tmp_path / "mine")
    with Checker(grammar="off", pipeline=str(tmp_path / "mine")) as checker:
        report = checker.check(TEXT)
    assert {element.id: element.status for element in report.elements}["thanks"] == "present"


@pytest.mark.parametrize("part", ["tagger", "morphologizer", "trainable_lemmatizer", "parser"])
def test_a_pipeline_that_lacks_a_part_is_refused(tmp_path: Path, part: str) -> None:
    nlp = spacy.load(asset("models") / "notecheck_en")
    nlp.remove_pipe(part)
    nlp.to_disk(tmp_path / "mine")
    with pytest.raises(ConfigError, match=f"it lacks a {part.removeprefix('trainable_')}"):
        _ = Pipeline(tmp_path / "mine").nlp


def test_a_pipeline_of_another_language_is_refused(tmp_path: Path) -> None:
    spacy.blank("de").to_disk(tmp_path / "blank")
    with pytest.raises(ConfigError, match="cannot serve"):
        _ = Pipeline(tmp_path / "blank").nlp


def test_a_pipeline_that_is_not_there_is_refused() -> None:
    with pytest.raises(ConfigError, match="there is no spaCy pipeline 'no_such_pipeline'"):
        _ = Pipeline("no_such_pipeline").nlp
