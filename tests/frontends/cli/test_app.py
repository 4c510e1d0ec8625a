from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from notecheck import __version__, installation
from notecheck.config import asset
from notecheck.errors import EngineError, SetupError
from notecheck.frontends.cli.app import app
from notecheck.installation import LanguageTool, Progress, Step
from notecheck.render import json_schema
from tests.frontends.cli.conftest import Notecheck

NOTE = "Dear Ms. Chen,\n\nI just wanted to thank you.\n"


def commands(command: click.Command = app, path: str = "notecheck") -> Iterator[tuple[str, click.Command]]:
    yield path, command
    for name, inner in getattr(command, "commands", {}).items():
        yield from commands(inner, f"{path} {name}")


COMMANDS = dict(commands())
EXAMPLES = [line.strip() for command in COMMANDS.values() for line in (command.epilog or "").split("\n")[2:]]


@pytest.fixture
def engines(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with nothing to install."""
    found = LanguageTool(source="a test", folder=Path("lt"))

    def install(settings: Any, *, listen: Any) -> LanguageTool:
        listen(Progress(doing="Fetching \x1b[31m", done=1, total=2))
        return found

    monkeypatch.setattr(installation, "install", install)
    monkeypatch.setattr(installation, "plan", lambda settings: [Step(name="mirror", state="todo", text="Download it")])


def test_bare_command_shows_help_and_is_a_mistake(notecheck: Notecheck) -> None:
    result = notecheck()
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Usage: notecheck ")


def test_version(notecheck: Notecheck) -> None:
    assert notecheck("--version").stdout == f"notecheck {__version__}\n"


@pytest.mark.parametrize("path", COMMANDS)
def test_every_command_has_help_with_examples(notecheck: Notecheck, path: str) -> None:
    result = notecheck(*path.split()[1:], "--help")
    assert result.exit_code == 0
    assert "Examples:\n" in result.stdout
    assert COMMANDS[path].epilog
    assert "..." not in result.stdout.split("Commands:")[-1] or "Commands:" not in result.stdout


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.usefixtures("engines")
def test_every_example_of_the_help_runs(
    notecheck: Notecheck, folder: Path, example: str, request: pytest.FixtureRequest
) -> None:
    if not example.startswith("notecheck rules test"):  # Rules are proved by the real checker.
        request.getfixturevalue("seen")
    (folder / "notes").mkdir()
    (folder / "my-rules").mkdir()
    (folder / "my-rules" / "begging.yaml").write_bytes((asset("rules") / "tone" / "begging.yaml").read_bytes())
    for name in ("draft.txt", "notes/draft.txt"):
        (folder / name).write_text(NOTE)
    (folder / "contexts.csv").write_text("path,company\nnotes/draft.txt,Acme\n")
    (folder / "draft.eml").write_text("Subject: Thanks\n\n" + NOTE)
    if example.startswith("eval "):
        example = example.removeprefix('eval "$(').removesuffix(')"')
    words = shlex.split(example.partition(" < ")[0])
    assert words[0] == "notecheck"
    given = (folder / "draft.eml").read_text() if " < " in example else None
    result = notecheck(*words[1:], input=given)
    assert result.exit_code in ((0, 1) if any("draft" in word or "notes" in word for word in words) else (0,)), (
        result.stderr
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (["check"], "Missing argument 'NOTE...'. `notecheck check --help` shows how."),
        (["check", "x", "--fromat", "json"], "Did you mean '--format'? `notecheck check --help` shows how."),
        (["x", "--format", "yaml"], "'yaml' is not one of"),
        (["explain"], "Missing argument 'RULE'."),
        (["completion", "tcsh"], "'tcsh' is not one of"),
        (["rules", "tset"], "tset"),
        (["check", "x", "--\x1b[31m"], "No such option"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(notecheck: Notecheck, line: list[str], message: str) -> None:
    result = notecheck(*line)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


def test_explain_knows_ids_and_near_ones(notecheck: Notecheck) -> None:
    shown = notecheck("explain", "tone.begging")
    assert shown.exit_code == 0
    assert "tone.begging" in shown.stdout
    assert "Fires on" in shown.stdout
    assert "# " in notecheck("explain", "tone.begging", "--format", "markdown").stdout
    for slip in ("begging", "tone.beging", "Tone.Begging"):
        missed = notecheck("explain", slip)
        assert missed.exit_code == 2
        assert "Did you mean 'tone.begging'?" in missed.stderr


def test_rules_lists_each_once(notecheck: Notecheck) -> None:
    shown = notecheck("rules").stdout
    assert shown.count("tone.begging ") == 1
    assert "\ntone\n" in shown


def test_rules_of_a_bad_folder(notecheck: Notecheck, folder: Path) -> None:
    (folder / "mine").mkdir()
    assert notecheck("rules", "test", "gone").exit_code == 2
    empty = notecheck("rules", "test", "mine")
    assert (empty.exit_code, empty.stderr) == (2, "mine: there are no rules. A rule is a file that ends in .yaml.\n")
    (folder / "mine" / "bad.yaml").write_text("id: a.b\nkind: existence\n")
    bad = notecheck("rules", "test", "mine")
    assert bad.exit_code == 2
    assert bad.stderr.startswith(f"{Path('mine') / 'bad.yaml'}:1: ")


def test_rules_prove_their_examples(notecheck: Notecheck, folder: Path) -> None:
    shipped = asset("rules") / "tone" / "begging.yaml"
    (folder / "mine").mkdir()
    own = folder / "mine" / "begging.yaml"
    own.write_text(shipped.read_text("utf-8"), "utf-8")
    good = notecheck("rules", "test", "mine")
    assert (good.exit_code, good.stdout) == (0, "")
    assert good.stderr.endswith("mistakes: 0.\n")
    own.write_text(shipped.read_text("utf-8").replace("  passes:\n", "  passes:\n    - Please hire me.\n"), "utf-8")
    bad = notecheck("rules", "test", "mine")
    assert bad.exit_code == 1
    assert bad.stdout.startswith("tone.begging: must not fire")


def test_schema_is_that_of_the_types(notecheck: Notecheck) -> None:
    assert notecheck("schema").stdout == json_schema.render()


def test_init_writes_once(notecheck: Notecheck, folder: Path) -> None:
    assert notecheck("init").exit_code == 0
    assert (folder / "notecheck.toml").is_file()
    again = notecheck("init")
    assert again.exit_code == 2
    assert "exists already" in again.stderr


@pytest.mark.parametrize(("shell", "word"), [("bash", "complete "), ("zsh", "compdef"), ("fish", "complete ")])
def test_completion_scripts(notecheck: Notecheck, shell: str, word: str) -> None:
    shown = notecheck("completion", shell).stdout
    assert word in shown
    assert "_NOTECHECK_COMPLETE" in shown


@pytest.mark.usefixtures("engines")
def test_setup_tells_what_it_does_without_a_terminal(notecheck: Notecheck) -> None:
    result = notecheck("setup")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "Fetching ␛[31m\nLanguageTool is ready: lt (a test).\n"


@pytest.mark.usefixtures("engines")
def test_dry_run_shows_the_plan(notecheck: Notecheck) -> None:
    assert "next     Download it" in notecheck("setup", "--dry-run").stdout


def test_setup_that_fails_is_one_line(notecheck: Notecheck, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(settings: Any, *, listen: Any) -> LanguageTool:
        raise SetupError("no way works", remedy="Look at the network.")

    monkeypatch.setattr(installation, "install", fail)
    result = notecheck("setup")
    assert (result.exit_code, result.stderr) == (2, "no way works. Look at the network.\n")


@pytest.fixture
def quick_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("notecheck.frontends.cli.doctor._pipeline", lambda settings: "a pipeline")


@pytest.mark.usefixtures("quick_pipeline")
def test_doctor_says_why_not_and_what_mends_it(notecheck: Notecheck, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(settings: Any) -> LanguageTool:
        raise EngineError("LanguageTool is not set up", remedy="Run `notecheck setup`.")

    monkeypatch.setattr(installation, "find_languagetool", none)
    result = notecheck("doctor")
    assert result.exit_code == 0
    assert "missing  LanguageTool: LanguageTool is not set up" in result.stdout
    assert "Run `notecheck setup`." in result.stdout
    assert "A check runs Harper." in result.stdout


@pytest.mark.usefixtures("quick_pipeline")
def test_doctor_survives_everything(notecheck: Notecheck, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(settings: Any) -> LanguageTool:
        raise RuntimeError("\x1b[31mbroken")

    monkeypatch.setattr(installation, "find_java", broken)
    monkeypatch.setattr(installation, "find_languagetool", broken)
    (folder / "notecheck.toml").write_text("gramar = 1\n")
    result = notecheck("doctor")
    assert result.exit_code == 2
    assert "unknown setting 'gramar'" in " ".join(result.stdout.split())
    assert "Java: RuntimeError: ␛[31mbroken" in result.stdout
    assert "\x1b" not in result.stdout


def test_last_resort_shows_no_traceback(notecheck: Notecheck, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> str:
        raise RuntimeError("boom")

    monkeypatch.setattr(json_schema, "render", broken)
    result = notecheck("schema")
    assert result.exit_code == 2
    assert result.stderr.startswith("notecheck failed (RuntimeError: boom). ")
    assert result.stderr.count("\n") == 1
    monkeypatch.setenv("NOTECHECK_TRACEBACK", "1")
    assert "Traceback" in notecheck("schema").stderr
