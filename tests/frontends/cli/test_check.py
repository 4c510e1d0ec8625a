from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from notecheck.document import Context
from notecheck.frontends.cli.check import FORMATS
from notecheck.frontends.cli.options import FAIL_ON, GRAMMAR, KIND
from notecheck.render import json_schema
from tests.frontends.cli.conftest import Notecheck

pytestmark = pytest.mark.usefixtures("seen")

FINE = "Dear Ms. Chen,\n\nThank you for your time.\n"
FLAWED = "Dear Ms. Chen,\n\nI just wanted to thank you.\n"


@pytest.fixture(autouse=True)
def notes(folder: Path) -> None:
    (folder / "fine.txt").write_text(FINE)
    (folder / "flawed.txt").write_text(FLAWED)


def test_a_note_needs_no_command(notecheck: Notecheck) -> None:
    short, long = notecheck("fine.txt"), notecheck("check", "fine.txt")
    assert short.stdout == long.stdout
    assert "Score 93 of 100" in short.stdout
    assert (short.exit_code, short.stderr) == (0, "")


def test_options_may_come_before_the_note(notecheck: Notecheck) -> None:
    assert json.loads(notecheck("--format", "json", "fine.txt").stdout)["documents"][0]["path"] == "fine.txt"


@pytest.mark.parametrize(("fail_on", "status"), [("error", 0), ("warning", 1), ("hint", 1), ("never", 0)])
def test_exit_status_follows_fail_on(notecheck: Notecheck, fail_on: str, status: int) -> None:
    assert notecheck("flawed.txt", "--fail-on", fail_on).exit_code == status


def test_fail_on_may_stand_in_the_configuration(notecheck: Notecheck, folder: Path) -> None:
    assert notecheck("flawed.txt").exit_code == 1
    (folder / "notecheck.toml").write_text('fail_on = "error"\n')
    assert notecheck("flawed.txt").exit_code == 0
    assert notecheck("flawed.txt", "--isolated").exit_code == 1


def test_options_reach_the_settings(notecheck: Notecheck, seen: list[dict[str, Any]]) -> None:
    notecheck("fine.txt", "--grammar", "off", "--select", "wording,tone.*", "--select", "form", "--ignore", "tone")
    settings = seen[0]["settings"]
    assert settings.grammar == "off"
    assert settings.select == ("wording", "tone.*", "form")
    assert settings.ignore == ("tone",)


def test_one_bad_input_spoils_no_other(notecheck: Notecheck) -> None:
    result = notecheck("fine.txt", "gone.txt", "flawed.txt", "--format", "json")
    data = json.loads(result.stdout)
    jsonschema.validate(data, json_schema.schema())
    assert [item["path"] for item in data["documents"]] == ["fine.txt", "flawed.txt"]
    assert [item["path"] for item in data["errors"]] == ["gone.txt"]
    assert result.exit_code == 2
    assert result.stderr.startswith("gone.txt: there is no such file. ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.txt", b"", "empty"),
        ("binary.txt", b"\x00\x01\x02" * 50, "binary"),
        ("german.txt", b"Guten Tag", "not English"),
        ("crash.txt", b"crash", "notecheck failed on it (RuntimeError: boom"),
        ("empty", None, "no notes"),
    ],
)
def test_bad_inputs_get_one_line_each(
    notecheck: Notecheck, folder: Path, name: str, content: bytes | None, message: str
) -> None:
    if content is None:
        (folder / name).mkdir()
    else:
        (folder / name).write_bytes(content)
    result = notecheck(name, "fine.txt")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{name}: ")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert "Score 93 of 100" in result.stdout
    assert "Summary: 1 note checked, 1 input not checked" in result.stdout


def test_json_is_whole_also_where_the_configuration_is_wrong(notecheck: Notecheck, folder: Path) -> None:
    (folder / "notecheck.toml").write_text("\ngramar = 'off'\n")
    result = notecheck("fine.txt", "--format", "json")
    data = json.loads(result.stdout)
    jsonschema.validate(data, json_schema.schema())
    assert data["documents"] == []
    assert data["errors"][0]["path"] == f"{folder / 'notecheck.toml'}:2"
    assert result.stderr == f"{folder / 'notecheck.toml'}:2: unknown setting 'gramar'. Did you mean 'grammar'?\n"
    assert result.exit_code == 2


def test_a_slip_in_a_command_is_told_as_such(notecheck: Notecheck) -> None:
    assert "If you mean the command: notecheck explain" in notecheck("explian").stderr


def test_standard_input_has_the_kind_of_its_name(notecheck: Notecheck, seen: list[dict[str, Any]]) -> None:
    mail = "From: Dana Lee <dana@example.org>\nTo: Mei Chen <mei@example.org>\nSubject: Thanks\n\n" + FINE
    result = notecheck("-", "--stdin-filename", "draft.eml", input=mail)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("\x1b[1;4mdraft.eml") or result.stdout.startswith("draft.eml")
    assert seen[0]["media"] == "mail"
    assert seen[0]["context"].subject == "Thanks"


def test_context_of_the_configuration_reaches_the_checker(
    notecheck: Notecheck, folder: Path, seen: list[dict[str, Any]]
) -> None:
    (folder / "notecheck.toml").write_text('context = { company = "Acme" }\n')
    notecheck("fine.txt")
    assert seen[0]["context"] == Context(company="Acme")


def test_checker_is_closed_whatever_happens(notecheck: Notecheck, folder: Path, seen: list[dict[str, Any]]) -> None:
    (folder / "interrupt.txt").write_text("interrupt")
    result = notecheck("fine.txt", "interrupt.txt")
    assert seen[-1] == {"closed": True}
    assert (result.exit_code, result.stdout, result.stderr) == (130, "", "")


def test_report_goes_whole_to_a_file(notecheck: Notecheck, folder: Path) -> None:
    result = notecheck("flawed.txt", "--output", "out.json", "--format", "json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(json.loads((folder / "out.json").read_text())["documents"]) == 1
    assert sorted(path.name for path in folder.iterdir()) == ["fine.txt", "flawed.txt", "out.json"]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written(notecheck: Notecheck, folder: Path, name: str) -> None:
    shown = notecheck("flawed.txt", "gone.txt", "--format", name)
    written = notecheck("flawed.txt", "gone.txt", "--format", name, "--output", "report")
    assert (shown.exit_code, written.exit_code, written.stdout) == (2, 2, "")
    assert shown.stderr == written.stderr
    assert shown.stderr.startswith("gone.txt: there is no such file. ")
    assert (folder / "report").read_bytes() == shown.stdout_bytes
    assert "can go" in shown.stdout and "gone.txt" in shown.stdout


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "terminal"])
def test_every_format_is_whole_also_where_the_configuration_is_wrong(
    notecheck: Notecheck, folder: Path, name: str
) -> None:
    (folder / "notecheck.toml").write_text("\ngramar = 'off'\n")
    result = notecheck("fine.txt", "--format", name)
    assert result.exit_code == 2
    assert "nknown setting" in result.stdout


def test_report_file_keeps_its_mode_and_its_link(notecheck: Notecheck, folder: Path) -> None:
    (folder / "real.txt").write_text("old")
    (folder / "real.txt").chmod(0o640)
    (folder / "link.txt").symlink_to("real.txt")
    notecheck("fine.txt", "-o", "link.txt")
    assert (folder / "link.txt").is_symlink()
    assert "Score 93" in (folder / "real.txt").read_text()
    assert stat.S_IMODE((folder / "real.txt").stat().st_mode) == 0o640


def test_report_never_replaces_the_note(notecheck: Notecheck, folder: Path) -> None:
    result = notecheck("fine.txt", "-o", "./fine.txt")
    assert result.exit_code == 2
    assert "would overwrite the note" in result.stderr
    assert (folder / "fine.txt").read_text() == FINE


@pytest.mark.parametrize("name", ["gone/report.txt", "."])
def test_a_file_that_cannot_be_written(notecheck: Notecheck, name: str) -> None:
    result = notecheck("fine.txt", "-o", name)
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
    assert result.stderr.count("\n") == 1


def test_broken_write_leaves_the_old_file(notecheck: Notecheck, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "out.txt").write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    monkeypatch.setattr(Path, "replace", full)
    result = notecheck("fine.txt", "-o", "out.txt")
    assert result.exit_code == 2
    assert "No space left" in result.stderr
    assert (folder / "out.txt").read_text() == "old"
    assert not list(folder.glob(".out*"))


def test_colour_is_as_asked(notecheck: Notecheck, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in notecheck("flawed.txt").stdout
    assert "\x1b" not in notecheck("flawed.txt", "--color", "never").stdout
    assert "\x1b[" in notecheck("flawed.txt", "--color", "always").stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" in notecheck("flawed.txt", "--color", "always").stdout


def test_control_characters_reach_neither_stream(notecheck: Notecheck, folder: Path) -> None:
    (folder / "just\x1b]0;x\x07.txt").write_text("just")
    result = notecheck("just\x1b]0;x\x07.txt", "gone\x1b2J.txt", "--select", "wording")
    assert "\x1b" not in result.stdout + result.stderr
    assert "\x07" not in result.stdout + result.stderr
    assert "gone␛2J.txt: there is no such file" in result.stderr


def test_choices_are_those_of_the_settings() -> None:
    from notecheck.config.template import choices

    assert choices("kind") == KIND
    assert choices("grammar") == GRAMMAR
    assert choices("fail_on") == FAIL_ON
