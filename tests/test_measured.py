"""What docs/measured.md says of elements and kind is what its benchmark prints now."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).parents[1]
COMMAND = "python benchmarks/elements.py benchmarks/data/held_out.jsonl"
ROW = re.compile(r"^(\w+) +P ([\d.]+) R ([\d.]+) F1 ([\d.]+) +present or missing right ([\d.]+)", re.MULTILINE)


def test_the_table_of_elements_is_what_the_benchmark_prints() -> None:
    page = (TOP / "docs" / "measured.md").read_text("utf-8")
    assert f"`{COMMAND}`" in page
    script, *arguments = COMMAND.split()[1:]
    done = subprocess.run(
        [sys.executable, script, *arguments], cwd=TOP, capture_output=True, text=True, encoding="utf-8", check=True
    )
    rows = ROW.findall(done.stdout)
    assert len(rows) == 8
    for label, *numbers in rows:
        shown = " | ".join(f"{float(number):.2f}" for number in numbers)
        assert f"| {label.replace('signoff', 'sign-off')} | {shown} |" in page
    four, eight = re.findall(r"mean F1 of the four ([\d.]+), of all eight ([\d.]+)", done.stdout)[0]
    assert f"Mean F1 of the four that every note must have {float(four):.2f}, of all eight {float(eight):.2f}" in page
    assert "post_interview_note read as post_interview_note: 43" in done.stdout
    assert "other read as other: 12" in done.stdout
