"""How hard the body of a note is to read: textstat's formulas, and our own counts."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from notecheck.document import Document, Sentence
from notecheck.report import Metric

__all__ = ["FORMULA_WORDS", "READING_WORDS_PER_MINUTE", "measure_readability"]

FORMULA_WORDS = 100
"""The least words that a formula needs. Flesch (1948, A new readability yardstick) and Gunning (1952, The technique of
clear writing) fitted and apply theirs to samples of a hundred words; on less, chance decides."""

READING_WORDS_PER_MINUTE = 238
"""Adults reading English prose silently (Brysbaert 2019, How many words do we read per minute?)."""

_WORD = re.compile(r"[^\W_](?:\w|['’.,&@-](?=[^\W_]))*")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_DASH = re.compile(r"[/|\\‐‑–—―]|--+|\.{2,}|…")
_STOP_INSIDE = re.compile(r"[.!?]+")

_FORMULAS = {
    "flesch_reading_ease": "points",
    "flesch_kincaid_grade": "US school grade",
    "gunning_fog": "US school grade",
}
_LOADING = Lock()


def measure_readability(document: Document) -> dict[str, Metric]:
    """Readability of the body zone; greeting, sign-off, headers and quoted text do not count.

    Returns:
        ``flesch_reading_ease`` (about 0 to 100, higher is easier), ``flesch_kincaid_grade`` and ``gunning_fog`` (years
        of school), by textstat on our sentences; they are None below :data:`FORMULA_WORDS`. ``words``, ``sentences``,
        ``paragraphs``, ``words_per_sentence``, ``longest_sentence`` (words) and ``reading_seconds`` are our own counts.

    Our words are runs of letters and digits, with apostrophes, hyphens and stops inside; an address is one word.
    textstat leaves sentences of one or two words out when it counts sentences; it is not handed addresses.
    """
    text = document.clean
    sentences = [sentence for sentence in document.sentences if sentence.zone == "body"]
    lengths = [count for sentence in sentences if (count := _count_words(text[sentence.start : sentence.end]))]
    return {
        **_formulas(text, sentences, sum(lengths)),
        **_counts(lengths, len({sentence.paragraph for sentence in sentences})),
    }


def _count_words(text: str) -> int:
    return sum(1 for _ in _WORD.finditer(_ADDRESS.sub("address", text)))


def _counts(lengths: list[int], paragraphs: int) -> dict[str, Metric]:
    words = sum(lengths)
    none = None if lengths else "The note has no words between greeting and sign-off."
    return {
        "words": Metric(value=float(words), unit="words"),
        "sentences": Metric(value=float(len(lengths)), unit="sentences"),
        "paragraphs": Metric(value=float(paragraphs), unit="paragraphs"),
        "words_per_sentence": Metric(
            value=round(words / len(lengths), 1) if lengths else None, unit="words", reason=none
        ),
        "longest_sentence": Metric(value=float(max(lengths)) if lengths else None, unit="words", reason=none),
        "reading_seconds": Metric(value=round(60 * words / READING_WORDS_PER_MINUTE, 1), unit="seconds"),
    }


def _formulas(text: str, sentences: list[Sentence], words: int) -> dict[str, Metric]:
    if words < FORMULA_WORDS:
        reason = f"Not measurable: the formula needs {FORMULA_WORDS} words, and the body has {words}."
        return {name: Metric(value=None, unit=unit, reason=reason) for name, unit in _FORMULAS.items()}
    fed = " ".join(_as_one_sentence(text[sentence.start : sentence.end]) for sentence in sentences)
    with _LOADING:
        textstat = _textstat()
        return {
            name: Metric(value=round(getattr(textstat, name)(fed), 1), unit=unit) for name, unit in _FORMULAS.items()
        }


def _as_one_sentence(text: str) -> str:
    """The sentence as textstat has to see it: stops inside are no ends, and dashes part words."""
    text = _DASH.sub(" ", _ADDRESS.sub(" ", text)).replace("’", "'")
    words = " ".join(_STOP_INSIDE.sub("", text).split())
    return f"{words}." if words else ""


def _textstat() -> Any:
    """textstat with its dictionary in memory.

    The first formula reads the CMU dictionary, 126,000 entries of small lists: with Python's collector running over
    them again and again it takes over twice as long (0.8 s for 0.3 s, say), so the collector waits meanwhile.
    """
    import textstat

    with _no_collection():
        textstat.syllable_count("a")
    return textstat


@contextmanager
def _no_collection() -> Iterator[None]:
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
