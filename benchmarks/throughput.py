"""Notes a second, warm, against the bare spaCy pipeline on the same text, and the time of a note, one core.

``python benchmarks/throughput.py [-n 200] [--engine off] [--words LEAST MOST]``: the samples, or notes of the corpus
with so many words, over and over, in one process. Both sides are timed in alternation, so that a busy machine slows
them alike.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

from notecheck import Checker
from notecheck.sources import read

TOP = Path(__file__).parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=200, help="notes on each side")
    parser.add_argument("--engine", choices=("off", "harper", "languagetool", "auto"), default="off")
    parser.add_argument("--words", type=int, nargs=2, metavar=("LEAST", "MOST"), help="notes of the corpus, by length")
    options = parser.parse_args()

    texts = of_length(*options.words) if options.words else samples()
    with Checker(grammar=options.engine) as checker:
        nlp = checker._pipeline.nlp
        for text in texts:
            checker.check(text)
            nlp(text)
        ours, bare = list[float](), list[float]()
        for number in range(options.n):
            text = texts[number % len(texts)]
            bare.append(seconds(lambda text=text: nlp(text)))
            ours.append(seconds(lambda text=text: checker.check(text)))
    words = sum(len(text.split()) for text in texts) / len(texts)
    print(f"{len(texts)} notes of {words:.0f} words on average, --grammar {options.engine}")
    print(f"bare pipeline {options.n / sum(bare):6.1f} notes/s")
    print(f"notecheck     {options.n / sum(ours):6.1f} notes/s, {sum(bare) / sum(ours):.2f} of the bare pipeline")
    print(f"median time of a note {1000 * statistics.median(ours):.0f} ms")


def samples() -> list[str]:
    paths = sorted(path for path in (TOP / "samples").rglob("*") if path.suffix in (".txt", ".eml", ".docx"))
    return [read(path).text for path in paths if "other" not in path.parts]


def of_length(least: int, most: int) -> list[str]:
    rows = (TOP / "models" / "corpus" / "notes.jsonl").read_text(encoding="utf-8").splitlines()
    notes = [row["text"] for row in map(json.loads, rows) if row["kind"] == "post_interview_note"]
    return [text for text in notes if least <= len(text.split()) <= most][:40]


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
