"""Learn which sentences count against their writer: ``python models/objections/train.py``; a minute or two on one core.

Reads ``labels.jsonl`` (by note of the corpus, for each reader: sentence number → weight of the mark and sort), and the vectors
that the shipped model of the elements has for tone. Writes ``models/notecheck_objections``: the weights, and the card
with what was measured on writers that nothing was learned from. Run it again whenever tone is trained. Needs
``pip install -r models/requirements.txt``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, cohen_kappa_score
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

from notecheck import Checker
from notecheck.document import Document
from notecheck.report import ObjectionSort
from notecheck.rule_examples import NOTE

HERE = Path(__file__).parent
CORPUS = HERE.parent / "corpus" / "notes.jsonl"
OUTPUT = HERE.parent / "notecheck_objections"

NONE = "none"
SORTS = (NONE, *get_args(ObjectionSort))
FOLDS = 8
STRENGTH = 0.005
"""The inverse strength of the penalty, over standardized vectors; the best of 0.005, 0.01 and 0.02 on held-out writers."""

SLIGHT = 0.5
"""How much a sentence counts whose mark says no more than "take that out"."""

BOUNDS = (0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True)
class Row:
    """One sentence of a note that was read."""

    note: str
    writer: str
    text: str
    vector: np.ndarray
    alone: np.ndarray
    """The vector of the same sentence as the body of a note of its own: harm must not be told by its neighbours only."""
    marks: tuple[tuple[int, str] | None, ...]
    share: float
    """How many notes of the corpus this one stands for: notes that were meant to harm were all read, others in part."""

    @property
    def mark(self) -> tuple[int, str]:
        return max((mark for mark in self.marks if mark), default=(0, NONE))


def rows() -> list[Row]:
    """Every sentence that the encoder read, of the notes that were read by people or models."""
    corpus = {row["id"]: row for row in map(json.loads, CORPUS.read_text(encoding="utf-8").splitlines())}
    notes = [row for row in corpus.values() if row["kind"] == "post_interview_note"]
    labels = [json.loads(line) for line in (HERE / "labels.jsonl").read_text(encoding="utf-8").splitlines()]
    shares = _shares(notes, [corpus[label["id"]] for label in labels])
    found = []
    with Checker(grammar="off") as checker:
        for label in labels:
            note = corpus[label["id"]]
            document = Document(note["text"])
            vectors = checker.analyse(document).elements.vectors
            numbers = {number: sentence for number, sentence in enumerate(document.sentences) if number in vectors}
            for at, sentence in enumerate(note["sentences"]):
                number = next((n for n, one in numbers.items() if one.start <= sentence["start"] < one.end), None)
                if number is None:
                    continue
                marks = tuple(tuple(mark[str(at)]) if str(at) in mark else None for mark in label["readers"])
                text = note["text"][sentence["start"] : sentence["end"]]
                share = shares[_plan(note)]
                alone = _alone(checker, text)
                found.append(Row(note["id"], note["writer"], text, vectors[number], alone, marks, share))
    return found


def _alone(checker: Checker, text: str) -> np.ndarray:
    document = Document(NOTE.format(" ".join(text.split())))
    vectors = checker.analyse(document).elements.vectors
    body = [vector for number, vector in vectors.items() if document.sentences[number].zone == "body"]
    return np.mean(body or list(vectors.values()), axis=0)


def _plan(note: dict[str, Any]) -> str:
    quality = str(note["plan"].get("quality"))
    return quality if quality in ("harmful to the writer", "weak, generic") else "others"


def _shares(all_notes: Sequence[dict[str, Any]], read: Sequence[dict[str, Any]]) -> dict[str, float]:
    plans = {_plan(note) for note in read}
    return {p: sum(_plan(n) == p for n in all_notes) / sum(_plan(n) == p for n in read) for p in plans}


def fit(train: Sequence[Row]) -> dict[str, np.ndarray]:
    """Multinomial logistic regression over the vectors: ``intercept`` [sorts], ``vector`` [size, sorts]."""
    vectors = np.array([row.vector for row in train] + [row.alone for row in train])
    scale = StandardScaler().fit(vectors)
    model = LogisticRegression(C=STRENGTH, max_iter=5000)
    sorts, weights = [row.mark[1] for row in train], [_weight(row) for row in train]
    model.fit(scale.transform(vectors), sorts * 2, sample_weight=weights * 2)
    order = [list(model.classes_).index(sort) for sort in SORTS]
    vector = (model.coef_[order] / scale.scale_).T
    return {"intercept": model.intercept_[order] - scale.mean_ @ vector, "vector": vector}


def _weight(row: Row) -> float:
    return row.share * (SLIGHT if row.mark[0] == 1 else 1)


def told(weights: dict[str, np.ndarray], test: Sequence[Row]) -> np.ndarray:
    """Probabilities ``[rows, sorts]``."""
    odds = weights["intercept"] + np.array([row.vector for row in test]) @ weights["vector"]
    grown = np.exp(odds - odds.max(axis=1, keepdims=True))
    return grown / grown.sum(axis=1, keepdims=True)


def measured(found: Sequence[Row]) -> dict[str, str]:
    """What the card tells, each sentence judged by what other writers' sentences taught."""
    ours, plain = np.zeros((len(found), len(SORTS))), np.zeros(len(found))
    for train, test in GroupKFold(FOLDS).split(found, groups=[row.writer for row in found]):
        taught, asked = [found[at] for at in train], [found[at] for at in test]
        ours[test] = told(fit(taught), asked)
        plain[test] = _tfidf(taught, asked)
    marked = np.array([row.mark[0] > 0 for row in found])
    shares = np.array([row.share for row in found])
    sure = 1 - ours[:, 0]
    sorts = np.array(SORTS)[1 + ours[:, 1:].argmax(axis=1)]
    gold = np.array([row.mark[1] for row in found])
    firm = ours[:, 1:].max(axis=1) / np.maximum(sure, 1e-9) >= 0.6
    lines = []
    for bound in BOUNDS:
        flagged = sure >= bound
        right = np.average(marked[flagged], weights=shares[flagged])
        share = (shares * (flagged & marked)).sum() / (shares * marked).sum()
        named = flagged & marked & firm
        correct = (sorts[named] == gold[named]).mean() if named.any() else float("nan")
        lines.append(f"| {bound:g} | {flagged.sum()} | {right:.2f} | {share:.2f} | {correct:.2f} of {named.sum()} |")
    pairs = [row.marks for row in found if len(row.marks) == 2]
    kappa = cohen_kappa_score([bool(one) for one, _ in pairs], [bool(two) for _, two in pairs])
    by_note = {row.note for row in found}
    return {
        "bounds": "\n".join(lines),
        "ours": f"{average_precision_score(marked, sure, sample_weight=shares):.2f}",
        "tfidf": f"{average_precision_score(marked, plain, sample_weight=shares):.2f}",
        "chance": f"{np.average(marked, weights=shares):.3f}",
        "kappa": f"{kappa:.2f}",
        "sentences": f"{len(found):,}",
        "marked": f"{marked.sum():,}",
        "notes": f"{len(by_note):,}",
        "folds": str(FOLDS),
    }


def _tfidf(train: Sequence[Row], test: Sequence[Row]) -> np.ndarray:
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
    model = LogisticRegression(C=5, max_iter=1000)
    model.fit(
        words.fit_transform([row.text for row in train]),
        [row.mark[0] > 0 for row in train],
        sample_weight=[_weight(row) for row in train],
    )
    return model.predict_proba(words.transform([row.text for row in test]))[:, 1]


def main() -> None:
    found = rows()
    card = (HERE / "card.md").read_text(encoding="utf-8")
    for name, value in measured(found).items():
        card = card.replace("{{" + name + "}}", value)
    weights = fit(found)
    OUTPUT.mkdir(exist_ok=True)
    (OUTPUT / "README.md").write_text(card, encoding="utf-8")
    data = {
        "sorts": list(SORTS[1:]),
        "intercept": np.round(weights["intercept"] - weights["intercept"][0], 4)[1:].tolist(),
        "vector": np.round(weights["vector"] - weights["vector"][:, :1], 4)[:, 1:].tolist(),
    }
    (OUTPUT / "weights.json").write_text(json.dumps(data) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
