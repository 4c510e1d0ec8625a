"""Time from the shell to a report, against the bare sum of its parts: ``python benchmarks/cold_start.py [NOTE] [-n
5]``.

The parts are measured in fresh interpreters in the same run: the interpreter itself, importing spaCy, loading the
pipeline, and building Harper's linter with its first call. Every number is a median; the ratios are what to compare
between machines. Peak memory is of the process and its children, LanguageTool's included.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil

TOP = Path(__file__).parents[1]
PIPELINE = TOP / "models" / "notecheck_en"
SPACY = f"import spacy; spacy.load({str(PIPELINE)!r})"
HARPER = "import pathlib, sys; from harper import Linter; Linter().lint(pathlib.Path(sys.argv[1]).read_text('utf-8'))"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("note", nargs="?", type=Path, default=TOP / "samples" / "strong" / "teacher-letter.txt")
    parser.add_argument("-n", type=int, default=5, help="runs of each")
    options = parser.parse_args()
    python, note = [sys.executable], str(options.note)

    def median(*command: str) -> float:
        return statistics.median(run(list(command))[0] for _ in range(options.n))

    bare = median(*python, "-c", "pass")
    spacy = median(*python, "-c", SPACY) - bare
    harper = median(*python, "-c", HARPER, note) - bare
    parts = bare + spacy + harper
    print(f"interpreter {bare:.2f} s, spaCy with pipeline {spacy:.2f} s, Harper {harper:.2f} s: sum {parts:.2f} s")
    version = median(*python, "-m", "notecheck", "--version")
    print(f"notecheck --version: {version - bare:.2f} s over the bare interpreter")
    for engine in ("off", "harper", "languagetool", "auto"):
        command = [*python, "-m", "notecheck", "--fail-on", "never", "--grammar", engine, note]
        runs = [run(command) for _ in range(options.n)]
        seconds = statistics.median(item[0] for item in runs)
        peak = max(item[1] for item in runs)
        print(f"--grammar {engine:13} {seconds:6.2f} s  {seconds / parts:5.2f} x the sum  peak {peak / 2**20:6.0f} MB")


def run(command: list[str]) -> tuple[float, int]:
    """Wall seconds, and the peak of resident bytes of the process tree sampled every 20 ms."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak, done = 0, threading.Event()

    def watch() -> None:
        nonlocal peak
        while not done.wait(0.02):
            peak = max(peak, resident(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    code = process.wait()
    seconds = time.perf_counter() - start
    done.set()
    watcher.join()
    if code:
        raise SystemExit(f"{command} ended with {code}")
    return seconds, peak


def resident(pid: int) -> int:
    """Resident bytes of a process and all below it; those that ended meanwhile count nothing."""
    total = 0
    try:
        family = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    except psutil.Error:
        return 0
    for member in family:
        try:
            total += member.memory_info().rss
        except psutil.Error:
            continue
    return total


if __name__ == "__main__":
    main()
