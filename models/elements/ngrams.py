"""Learn what words and pairs of words say of a sentence; see ``notecheck.analysis.elements.ngrams``."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log

import numpy as np
from corpus import Note
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from notecheck.analysis.elements.encoder import LABELS
from notecheck.analysis.elements.finder import INTERVIEW_ONLY
from notecheck.analysis.elements.ngrams import Weights, grams, places, vector

WRITERS = 3
"""A gram that fewer writers use is a name, a topic or a habit of theirs."""

STRENGTH = 20.0
"""Inverse strength of the L2 penalty; on one fold, 3 was worse and 30 no better."""


def learn(notes: Sequence[Note]) -> Weights:
    """The weights learnt from some notes."""
    sentences = [grams(item.unit.text) for note in notes for item in note.sentences]
    writers = [note.writer for note in notes for _ in note.sentences]
    users: dict[str, set[str]] = defaultdict(set)
    for found, writer in zip(sentences, writers, strict=True):
        for gram in found:
            users[gram].add(writer)
    often = Counter(gram for found in sentences for gram in set(found))
    names = sorted(gram for gram, who in users.items() if len(who) >= WRITERS)
    # Smoothed, as if one more sentence held every gram.
    idf = {
        name: (at, float(np.float32(log((1 + len(sentences)) / (1 + often[name])) + 1)))
        for at, name in enumerate(names)
    }
    words = _table(sentences, idf)
    where = np.concatenate([places([item.unit for item in note.sentences]) for note in notes])
    features = hstack([words, csr_matrix(where)]).tocsr()
    in_notes = np.array([note.is_note for note in notes for _ in note.sentences])
    weights = np.zeros((features.shape[1], len(LABELS)))
    intercepts = np.zeros(len(LABELS))
    for at, label in enumerate(LABELS):
        gold = np.array([label in item.labels for note in notes for item in note.sentences])
        # In other texts thanks are none by definition, whatever their words.
        asked = in_notes if label in INTERVIEW_ONLY else np.ones(len(gold), dtype=bool)
        fitted = LogisticRegression(C=STRENGTH, max_iter=1000, solver="liblinear", random_state=1)
        fitted.fit(features[asked], gold[asked])
        weights[:, at], intercepts[at] = fitted.coef_[0], fitted.intercept_[0]
    at = len(names)
    kind, kind_intercept = _kind(notes, idf)
    return Weights(
        idf,
        weights[:at].astype(np.float32),
        weights[at:].astype(np.float32),
        intercepts.astype(np.float32),
        kind.astype(np.float32),
        kind_intercept,
    )


def _kind(notes: Sequence[Note], idf: dict[str, tuple[int, float]]) -> tuple[np.ndarray, float]:
    texts = [[gram for item in note.sentences for gram in grams(item.unit.text)] for note in notes]
    fitted = LogisticRegression(C=STRENGTH, max_iter=1000, solver="liblinear", random_state=1)
    fitted.fit(_table(texts, idf), [note.is_note for note in notes])
    return fitted.coef_[0], float(fitted.intercept_[0])


def _table(texts: Sequence[list[str]], idf: dict[str, tuple[int, float]]) -> csr_matrix:
    rows, columns, values = [], [], []
    for row, found in enumerate(texts):
        mine, weights = vector(found, idf)
        rows += [row] * len(mine)
        columns += mine
        values += weights
    return csr_matrix((values, (rows, columns)), shape=(len(texts), len(idf)))
