"""What is generated is up to date, and the picture stands on its own."""

from __future__ import annotations

import re
import subprocess
import sys
from html import unescape
from pathlib import Path

from notecheck.render.to_terminal import draw

DOCS = Path(__file__).parents[1] / "docs"


def test_generated_documentation_is_up_to_date() -> None:
    command = [sys.executable, str(DOCS / "generate.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_picture_refers_to_nothing_outside_itself() -> None:
    picture = (DOCS / "report.svg").read_text("utf-8")
    assert re.findall(r"https?://[^\"'\s]*", picture) == ["http://www.w3.org/2000/svg"]
    assert set(re.findall(r"url\((.)", picture)) == {"#"}
    assert "@font-face" not in picture and "<script" not in picture
    assert len(picture.encode()) < 60_000


def test_picture_shows_what_matters_of_a_report() -> None:
    shown = words((DOCS / "report.svg").read_text("utf-8"))
    for part in ("Score", "Do this first", "Elements", "Tone", "Readability", "Findings", "Better:"):
        assert part in shown


def test_picture_of_a_long_report_tells_how_much_is_left_out() -> None:
    report = "\n".join(f"\x1b[1mline {number}\x1b[0m\nits end\n" for number in range(9))
    shown = words(draw(report, title="title", most_lines=10))
    assert "line 2 its end … and 12 more lines" in shown
    assert "line 3" not in shown
    assert "line 8 its end" in words(draw(report, title="title"))
    assert "more lines" not in words(draw(report, title="title"))


def words(picture: str) -> str:
    texts = re.findall(r"<text[^>]*>(.*?)</text>", picture, re.DOTALL)
    return " ".join(unescape(" ".join(texts)).split())
