"""Notes a second of the analysis without grammar, against the bare spaCy pipeline on the same text, one core.

``python benchmarks/throughput.py [-n 200] [--engine off]``: the samples, over and over, in one process. Both sides are
timed in alternation, so that a busy machine slows them alike.
"""

from __future__ import annotations

import argparse
import os
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
    options = parser.parse_args()

    paths = sorted(path for path in (TOP / "samples").rglob("*") if path.suffix in (".txt", ".eml", ".docx"))
    texts = [read(path).text for path in paths if "other" not in path.parts]
    with Checker(grammar=options.engine) as checker:
        nlp = checker._pipeline.nlp
        for text in texts:
            checker.check(text)
            nlp(text)
        ours = bare = 0.0
        for number in range(options.n):
            text = texts[number % len(texts)]
            bare += seconds(lambda text=text: nlp(text))
            ours += seconds(lambda text=text: checker.check(text))
    words = sum(len(text.split()) for text in texts) / len(texts)
    print(f"{len(texts)} notes of {words:.0f} words on average, --grammar {options.engine}")
    print(f"bare pipeline {options.n / bare:6.1f} notes/s")
    print(f"notecheck     {options.n / ours:6.1f} notes/s, {bare / ours:.2f} of the bare pipeline")


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
