"""Public texts that follow no interview, so that kind holds in the world outside the corpus."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from corpus import Note, Sentence

from notecheck.analysis.elements.layout import units
from notecheck.document import Document

EACH = 700
"""Texts made of each source."""


def texts(data: Path) -> Iterator[str]:
    """One to eight sentences of a source in a row, as one text: mail (ParaKweet EmailIntent, Apache-2.0), requests on
    Wikipedia (Stanford Politeness Corpus in TyDiP, CC BY 4.0) and comments on Reddit (GoEmotions, Apache-2.0)."""
    draw = random.Random(1)
    with (data / "politeness" / "en_train.csv").open(encoding="utf-8", newline="") as file:
        requests = [row[0] for row in csv.reader(file)][1:]
    sources = (
        [line.partition("\t")[2].rstrip() for line in _lines(data / "request" / "train.tsv")],
        requests,
        [line.partition("\t")[0] for line in _lines(data / "goemotions" / "train.tsv")],
    )
    for sentences in sources:
        at = 0
        for _ in range(EACH):
            size = draw.randint(1, 8)
            yield draw.choice((" ", "\n")).join(sentences[at : at + size]) + "\n"
            at = (at + size) % (len(sentences) - 8)


@lru_cache(maxsize=1)
def others(data: Path) -> list[Note]:
    """These texts as near misses without labels."""
    found = []
    for number, text in enumerate(texts(data)):
        sentences = [Sentence(unit, frozenset(), frozenset(), None, {}) for unit in units(Document(text))]
        if sentences:
            found.append(Note(f"public-{number}", "public", "", False, text, {}, sentences))
    return found


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()
