"""Load a spaCy pipeline and parse documents with it."""

from __future__ import annotations

import warnings
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from notecheck.document import Document, Sentence
from notecheck.errors import ConfigError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span


_NEEDED = {
    "tagger": {"tagger"},
    "morphologizer or attribute ruler": {"morphologizer", "attribute_ruler"},
    "lemmatizer": {"lemmatizer", "trainable_lemmatizer"},
    "parser": {"parser"},
}
"""What rules rest on, and the components of which one must give it."""


class Pipeline:
    """A spaCy pipeline, loaded on first use and shared by threads.

    Args:
        name: A folder with a saved pipeline, or the name of an installed one (``en_core_web_sm``). It must tag,
        lemmatize
            and parse English.
    """

    def __init__(self, name: str | Path) -> None:
        self._name = name
        self._lock = Lock()
        self._nlp: Language | None = None

    @property
    def nlp(self) -> Language:
        """The loaded pipeline.

        Raises:
            ConfigError: There is no such pipeline, or it lacks a tagger, lemmatizer or parser.
        """
        with self._lock:
            if self._nlp is None:
                self._nlp = _load(self._name)
        return self._nlp

    def parse(self, document: Document) -> Doc:
        """Tokens of the whole text, parsed within our own sentence boundaries.

        Tokens keep their place: ``token.idx`` is an offset into ``document.text``. Quoted and header zones are
        tokenized and parsed too, so that offsets hold; callers pick sentences by zone.
        """
        nlp = self.nlp
        doc = nlp.make_doc(document.clean)
        starts = {sentence.start for sentence in document.sentences}
        # Setting `is_sent_start` token by token takes quadratic time.
        marks = [1 if token.i == 0 or token.idx in starts else -1 for token in doc]
        doc.from_array(["SENT_START"], np.array(marks, dtype=np.int64).astype(np.uint64).reshape(-1, 1))  # type: ignore[arg-type]
        with self._lock:
            return nlp(doc)


def sentence_span(doc: Doc, sentence: Sentence) -> Span:
    """The tokens of one of our sentences.

    A token that crosses an end belongs to the sentence it starts in.
    """
    span = doc.char_span(sentence.start, sentence.end, alignment_mode="expand")
    assert span is not None, "a sentence starts and ends on a non-blank character"
    return span


def _load(name: str | Path) -> Language:
    import spacy

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # A pipeline of another spaCy minor version warns and works.
            nlp = spacy.load(name)
    except OSError as error:
        raise ConfigError(
            f"there is no spaCy pipeline {str(name)!r}",
            remedy="Install it, or leave out the setting `pipeline` to use the one that comes with notecheck.",
            place="pipeline",
        ) from error
    missing = [part for part, names in _NEEDED.items() if not names & set(nlp.pipe_names)]
    if nlp.lang != "en" or missing:
        lack = f"it lacks a {', a '.join(missing)}" if missing else f"its language is {nlp.lang!r}"
        raise ConfigError(
            f"the spaCy pipeline {str(name)!r} cannot serve: {lack}",
            remedy="Use one like en_core_web_sm, or leave out the setting `pipeline`.",
            place="pipeline",
        )
    return nlp
