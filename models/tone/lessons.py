"""What tone is learned from: graded sentences and texts, and public data on politeness, certainty and emotions."""

from __future__ import annotations

import csv
import gzip
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np

from notecheck.analysis.tone.weights import AXES

HERE = Path(__file__).parent
FOLDS = 5
EMOTIONS = 28
GRATITUDE = 15
OTHERS = 11_000
"""Comments without gratitude that are taken from GoEmotions, beside all with it."""

HEADS = {
    "graded": slice(0, len(AXES)),
    "politeness": slice(len(AXES), len(AXES) + 1),
    "certainty": slice(len(AXES) + 1, len(AXES) + 2),
    "emotions": slice(len(AXES) + 2, len(AXES) + 2 + EMOTIONS),
}
"""Which outputs each source teaches."""


@dataclass(frozen=True)
class Lesson:
    """One text to learn from.

    Attributes:
        head: A key of ``HEADS``.
        target: Grades less 4, by axis; politeness as published; certainty less 4; or 1 for each emotion that is there.
        group: Texts of one group lie in one fold: a mailbox's piece, a writer, a row.
        unit: ``sentence`` or ``text``.
        source: Where the text comes from.
    """

    text: str
    head: str
    target: np.ndarray
    group: str
    unit: str = "sentence"
    source: str = ""

    @property
    def fold(self) -> int:
        return crc32(self.group.encode()) % FOLDS


def lessons(data: Path, corpus: Path) -> list[Lesson]:
    """All of them, from the folder of public data and the project's corpus."""
    return [*graded(data, corpus), *politeness(data), *certainty(data), *emotions(data)]


def graded(data: Path, corpus: Path) -> Iterator[Lesson]:
    """The units of ``grades.jsonl``: two graders each, of their mean. The texts are looked up where they come from."""
    treebank, notes = _treebank(data), _corpus(corpus)
    rows = [json.loads(line) for line in (HERE / "grades.jsonl").read_text(encoding="utf-8").splitlines()]
    requests = [text for text, _ in _requests(data)]
    findings = [row["finding"] for row in _findings(data, "train")]
    comments = [line.partition("\t")[0] for line in _lines(data / "goemotions" / "train.tsv")]
    for row in rows:
        source, key = row["source"], row["id"]
        if source == "corpus":
            text, group = _of_corpus(notes, key), re.split(r"[-:]", key)[0]
        elif source == "ewt":
            text, group = _of_treebank(treebank, key), re.sub(r"-\d+$", "", key.split("..")[0])
        else:
            text, group = {"politeness": requests, "certainty": findings, "goemotions": comments}[source][int(key)], key
        target = np.mean(row["grades"], axis=0) - 4
        yield Lesson(text, "graded", target, group, row["unit"], source)


def politeness(data: Path) -> Iterator[Lesson]:
    """Requests of the Stanford Politeness Corpus as carried by TyDiP."""
    for number, (text, score) in enumerate(_requests(data)):
        yield Lesson(text, "politeness", np.array([score]), f"p{number}")


def certainty(data: Path) -> Iterator[Lesson]:
    """Sentences of Pei and Jurgens (2021), certainty from 1 to 6."""
    for part in ("train", "dev"):
        for row in _findings(data, part):
            yield Lesson(row["finding"], "certainty", np.array([row["sentence-level-certainty"] - 4]), f"c{row['id']}")


def emotions(data: Path) -> Iterator[Lesson]:
    """Comments of GoEmotions: all with gratitude, some of the others; the development split lies in the first fold."""
    draw = random.Random(1)
    rows = [
        (part, *line.split("\t")) for part in ("train", "dev") for line in _lines(data / "goemotions" / f"{part}.tsv")
    ]
    thankful = [row for row in rows if str(GRATITUDE) in row[2].split(",") or row[0] == "dev"]
    others = [row for row in rows if row not in set(thankful)]
    for part, text, labels, _ in thankful + draw.sample(others, OTHERS):
        target = np.zeros(EMOTIONS)
        target[[int(label) for label in labels.split(",")]] = 1
        yield Lesson(text, "emotions", target, _first_fold() if part == "dev" else _other_fold())


def _first_fold() -> str:
    return next(name for name in map(str, range(99)) if crc32(name.encode()) % FOLDS == 0)


def _other_fold() -> str:
    return next(name for name in map(str, range(99)) if crc32(name.encode()) % FOLDS != 0)


def _requests(data: Path) -> list[tuple[str, float]]:
    with (data / "politeness" / "en_train.csv").open(encoding="utf-8", newline="") as file:
        return [(text, float(score)) for text, score in list(csv.reader(file))[1:]]


def _findings(data: Path, part: str) -> list[dict]:
    return [json.loads(line) for line in _lines(data / "certainty" / f"{part}.jsonl")]


def _corpus(path: Path) -> dict[str, dict]:
    return {row["id"]: row for row in map(json.loads, _lines(path))}


def _of_corpus(notes: dict[str, dict], key: str) -> str:
    name, _, place = key.partition(":")
    if not place:
        return notes[name]["text"].strip()
    start, end = map(int, place.split(":"))
    return " ".join(notes[name]["text"][start:end].split())


def _treebank(data: Path) -> list[tuple[str, str, bool]]:
    """Each sentence with its id, and whether a paragraph begins with it."""
    found, opens, name = [], True, ""
    for part in ("train", "dev"):
        with gzip.open(data / "treebank" / f"en_ewt-{part}.conllu.gz", "rt", encoding="utf-8") as file:
            for line in file:
                if line.startswith(("# newdoc", "# newpar")):
                    opens = True
                elif line.startswith("# sent_id"):
                    name = line.split("=")[1].strip()
                elif line.startswith("# text ="):
                    found.append((name, line.split("=", 1)[1].strip(), opens))
                    opens = False
    return found


def _of_treebank(sentences: list[tuple[str, str, bool]], key: str) -> str:
    first, _, last = key.partition("..")
    names = [name for name, _, _ in sentences]
    chosen = sentences[names.index(first) : names.index(last or first) + 1]
    text = ""
    for number, (_, words, opens) in enumerate(chosen):
        text += (("\n\n" if opens else " ") if number else "") + words
    return text


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()
