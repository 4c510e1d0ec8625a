"""Errors in rule and rubric files name the file, the line and the remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from notecheck.errors import RuleError
from notecheck.ruleset import load_rubric, load_rules
from notecheck.ruleset.rules import RULE
from notecheck.ruleset.yaml_file import load

GOOD = """\
id: wording.example
title: Example
kind: existence
severity: warning
message: Hm.
why: Because.
advice: Do better.
phrases: [touch base]
examples:
  fires: [Let us touch base.]
  passes: [Let us talk.]
"""


def write(folder: Path, text: str, name: str = "example.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_rule_loads(tmp_path: Path) -> None:
    rule = load(write(tmp_path, GOOD), RULE)
    assert rule.id == "wording.example"
    assert rule.examples.fires[0].text == "Let us touch base."


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("severity: warning", "severity: awful", 4, "severity"),
        ("severity: warning", "sevrity: warning", 1, "'severity' is missing. You wrote 'sevrity'"),
        ("why: Because.", "why: Because.\nwhat: No.", 7, "unknown key 'what'"),
        ("kind: existence", "kind: existance", 1, "existence"),
        ("phrases: [touch base]", "phrases: ['']", 8, "must not be blank"),
        ("phrases: [touch base]", "regex: ['(']", 8, "no valid regular expression"),
        ("phrases: [touch base]", "unless: [x]", 1, "needs `phrases` or `regex`"),
        ("  fires: [Let us touch base.]\n", "", 9, "'fires' is missing"),
        ("title: Example", "title: Example\ntitle: Twice", 3, "stands twice"),
        ("title: Example", "title: [Example", 3, "no valid YAML"),
        ("id: wording.example", "id: Example", 1, "id"),
    ],
)
def test_a_bad_rule_names_its_place(tmp_path: Path, old: str, new: str, line: int, words: str) -> None:
    path = write(tmp_path, GOOD.replace(old, new))
    with pytest.raises(RuleError) as caught:
        load(path, RULE)
    assert words in str(caught.value)
    assert caught.value.place.startswith(f"{path}:")
    if "no valid YAML" not in words:  # A parser notices an open bracket only where it hits something else.
        assert caught.value.place == f"{path}:{line}"


@pytest.mark.parametrize("text", ["", "# nothing\n"])
def test_an_empty_file_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(RuleError, match="empty"):
        load(write(tmp_path, text), RULE)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RuleError, match="cannot be read"):
        load(path, RULE)


def test_an_id_may_stand_once_in_a_folder_and_a_later_folder_wins(tmp_path: Path) -> None:
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    for folder in (mine, theirs):
        folder.mkdir()
        write(folder, GOOD)
    write(mine, GOOD.replace("title: Example", "title: Mine"))
    (rule,) = load_rules([theirs, mine])
    assert rule.title == "Mine"
    write(mine, GOOD, "again.yaml")
    with pytest.raises(RuleError, match="also that of"):
        load_rules([mine])
    with pytest.raises(RuleError, match="no such folder"):
        load_rules([tmp_path / "nowhere"])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("of: 15, element: thanks", "of: 14, element: thanks"), "add up to 99 points"),
        (("{least: 0, name", "{least: 5, name"), "end at 0"),
    ],
)
def test_a_rubric_adds_up(tmp_path: Path, change: tuple[str, str], words: str) -> None:
    shipped = Path(__file__).parents[2] / "rules" / "rubrics" / "default.yaml"
    with pytest.raises(RuleError, match=words):
        load_rubric(write(tmp_path, shipped.read_text(encoding="utf-8").replace(*change)))


@pytest.mark.parametrize("text", ["id: &a [*a]\n", "title: 2026-13-45\n", "? [a]\n: b\n", "id: " + "[" * 100_000])
def test_odd_yaml_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(RuleError):
        load(write(tmp_path, text), RULE)
