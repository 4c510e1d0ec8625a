"""Right names raise nothing, misspellings beside them are found, near misses are caught: on a part of the benchmark."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
LEAST_CAUGHT = 0.98


@pytest.fixture(scope="module")
def printed() -> str:
    """What the benchmark prints of 66 names, one of each origin, with Harper and without an engine."""
    command = [sys.executable, "benchmarks/names.py", "--names", "66", "--grammar", "harper"]
    done = subprocess.run(command, cwd=TOP, capture_output=True, text=True, encoding="utf-8", check=True)
    return done.stdout


def test_names_are_of_many_origins(printed: str) -> None:
    count, origins = map(int, re.findall(r"^(\d+) names of (\d+) origins", printed, re.MULTILINE)[0])
    assert (count, origins >= 40) == (66, True)


@pytest.mark.parametrize("context", ["with", "without"])
def test_no_right_name_raises_an_alarm(printed: str, context: str) -> None:
    assert f"harper, {context} context: 0 false alarms in 66 notes" in printed, printed


def test_every_misspelling_beside_names_is_found(printed: str) -> None:
    assert "harper: 66 of 66 misspellings found" in printed, printed


def test_near_misses_are_caught_and_named_right(printed: str) -> None:
    caught, made = map(int, re.findall(r"near misses caught (\d+) of (\d+)", printed)[0])
    assert made > 500
    assert caught / made >= LEAST_CAUGHT, printed
