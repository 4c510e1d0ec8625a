"""The card of tone: what was measured on the fold that nothing was learned from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from lessons import GRATITUDE, HEADS
from scipy.stats import spearmanr
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression, Ridge
from tone_network import POINTS, Item, ToneNetwork, told

from notecheck.analysis.tone.weights import AXES

HERE = Path(__file__).parent


def card(network: ToneNetwork, train: list[Item], test: list[Item], learned: dict[str, Any], *, folds: int) -> str:
    """``card.md`` with its numbers: rank correlation by axis and source, beside TF-IDF with ridge regression."""
    lines = [_row(*row) for row in _rows(network, train, test, learned)]
    text = (HERE / "card.md").read_text(encoding="utf-8")
    numbers = {"table": "\n".join(lines), "folds": str(folds), "gratitude": _gratitude(network, train, test, learned)}
    for name, value in numbers.items():
        text = text.replace("{{" + name + "}}", value)
    return text


def _rows(
    network: ToneNetwork, train: list[Item], test: list[Item], learned: dict[str, Any]
) -> list[tuple[str, str, float, float, int]]:
    found = []
    for unit in ("sentence", "text"):
        for source in ("all", "ewt"):
            mine = [
                item
                for item in test
                if item.lesson.head == "graded" and item.lesson.unit == unit and source in ("all", item.lesson.source)
            ]
            taught = [item for item in train if item.lesson.head == "graded"]
            for at, axis in enumerate(AXES):
                gold = [item.lesson.target[at] for item in mine]
                ours, base = scores(network, mine, axis, learned), _tfidf(taught, mine, at)
                where = f"{unit}s" + (" of the treebank" if source == "ewt" else "")
                found.append((axis, where, _rank(ours, gold), _rank(base, gold), len(mine)))
    for axis, head in (("politeness", "politeness"), ("confidence", "certainty")):
        mine = [item for item in test if item.lesson.head == head]
        taught = [item for item in train if item.lesson.head == head]
        gold = [float(item.lesson.target[0]) for item in mine]
        ours, base = scores(network, mine, axis, learned), _tfidf(taught, mine, 0)
        found.append((axis, f"published {head}", _rank(ours, gold), _rank(base, gold), len(mine)))
    return found


def scores(network: ToneNetwork, items: list[Item], axis: str, learned: dict[str, Any]) -> list[float]:
    """The points of each text as the product gives them, but for rounding and 8-bit arithmetic."""
    at, sign = AXES.index(axis), -1 if axis == "pressure" else 1
    out = []
    for outputs, _ in told(network, items):
        mine = outputs[:, at]
        worst = sign * (sign * mine).min()
        out.append(float(50 + POINTS * (mine.mean() + learned["worst"][axis] * (worst - mine.mean()))))
    return out


def _gratitude(network: ToneNetwork, train: list[Item], test: list[Item], learned: dict[str, Any]) -> str:
    mine = [item for item in test if item.lesson.head == "emotions"]
    taught = [item for item in train if item.lesson.head == "emotions"]
    at = HEADS["emotions"].start + GRATITUDE
    gold = np.array([item.lesson.target[GRATITUDE] > 0 for item in mine])
    odds = np.array([outputs[:, at].max() for outputs, _ in told(network, mine)])
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
    plain = LogisticRegression(C=10, max_iter=1000).fit(
        words.fit_transform([item.lesson.text for item in taught]),
        [item.lesson.target[GRATITUDE] > 0 for item in taught],
    )
    base = plain.predict(words.transform([item.lesson.text for item in mine]))
    ours = odds > learned["gratitude"]["threshold"]
    return f"{_f1(gold, ours):.3f} (TF-IDF {_f1(gold, base):.3f}; {len(mine):,} comments, {gold.sum()} with gratitude)"


def _tfidf(train: list[Item], test: list[Item], at: int) -> np.ndarray:
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2, token_pattern=r"\w+|[^\w\s]")
    table = words.fit_transform([item.lesson.text for item in train])
    fitted = Ridge(alpha=1.0).fit(table, [item.lesson.target[at] for item in train])
    return fitted.predict(words.transform([item.lesson.text for item in test]))


def _rank(ours: Any, gold: Any) -> float:
    return float(spearmanr(ours, gold)[0])


def _f1(gold: np.ndarray, ours: np.ndarray) -> float:
    return float(2 * (gold & ours).sum() / max(1, gold.sum() + ours.sum()))


def _row(axis: str, where: str, ours: float, base: float, count: int) -> str:
    return f"| {axis} | {where} | {ours:.2f} | {base:.2f} | {count} |"
