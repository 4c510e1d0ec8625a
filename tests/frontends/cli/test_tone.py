from __future__ import annotations

import json
from pathlib import Path

from tests.frontends.cli.conftest import Notecheck


def test_the_tone_of_a_mail_is_shown(notecheck: Notecheck, tmp_path: Path) -> None:
    (tmp_path / "mail.txt").write_text(
        "Could you please send me the report?\n\nYou never answer, and I am tired of it!\n"
    )
    shown = notecheck("tone", str(tmp_path / "mail.txt"))
    assert shown.exit_code == 0
    assert "Politeness" in shown.stdout and "Sentences that stand out" in shown.stdout and "line 3" in shown.stdout


def test_the_tone_as_json(notecheck: Notecheck, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Thanks for the quick answer!\n")
    (tmp_path / "two.txt").write_text("...\n")
    shown = notecheck("tone", str(tmp_path), "--format", "json")
    assert shown.exit_code == 0
    one, two = json.loads(shown.stdout)["documents"]
    assert 0 <= one["tone"]["axes"]["politeness"]["score"] <= 100
    assert one["tone"]["sentences"][0]["axes"]["warmth"]["evidence"]
    assert two["tone"]["axes"]["politeness"]["score"] is None and two["tone"]["axes"]["politeness"]["reason"]


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(notecheck: Notecheck, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Thanks for the quick answer!\n")
    shown = notecheck("tone", str(tmp_path / "one.txt"), str(tmp_path / "none.txt"))
    assert shown.exit_code == 2
    assert "none.txt" in shown.stderr and "Politeness" in shown.stdout


def test_a_register_that_is_not_there_is_told(notecheck: Notecheck, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Thanks for the quick answer!\n")
    shown = notecheck("tone", str(tmp_path / "one.txt"), "--register", "fromal")
    assert shown.exit_code == 2
    assert "Did you mean 'formal'?" in shown.stderr


def test_a_text_is_never_overwritten_by_what_is_told_of_it(notecheck: Notecheck, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Thanks for the quick answer!\n")
    shown = notecheck("tone", str(tmp_path / "one.txt"), "--output", str(tmp_path / "one.txt"))
    assert shown.exit_code == 2 and "would overwrite" in shown.stderr
    assert (tmp_path / "one.txt").read_text() == "Thanks for the quick answer!\n"
