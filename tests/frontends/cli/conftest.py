"""The command line with the analysis replaced, so that front-door tests take no model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from notecheck import api
from notecheck.analysis.twins import Twin
from notecheck.config import Settings
from notecheck.document import Context
from notecheck.errors import InputError
from notecheck.frontends.cli import process
from notecheck.report import Media, Report, Tone
from tests.render.reports import finding, report

Notecheck = Callable[..., Result]


class FakeChecker:
    """Flags the word ``just``; what it was asked is kept in ``seen``."""

    seen: list[dict[str, Any]]

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.closed = False

    def __enter__(self) -> FakeChecker:
        return self

    def __exit__(self, *_: object) -> None:
        self.seen.append({"closed": True})

    def start(self) -> None: ...

    def check(self, text: str, *, context: Context, path: str, media: Media, twins: tuple[Twin, ...]) -> Report:
        self.seen.append(
            {"text": text, "context": context, "path": path, "media": media, "twins": twins, "settings": self.settings}
        )
        if "Guten Tag" in text:
            raise InputError("the text is not English", remedy="Only English notes are checked.", place=path)
        if "crash" in text:
            raise RuntimeError("boom \x1b[31m")
        if "interrupt" in text:
            raise KeyboardInterrupt
        flagged = [finding(text, "just", message="“just” can go \x1b[31m.")] if "just" in text else []
        return report(text, flagged, path=path, media=media)

    def tone(self, text: str) -> Tone:
        return report(text, [], path=None, media="plain").tone


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the checker was asked, and whether it was closed."""
    FakeChecker.seen = []
    monkeypatch.setattr(api, "Checker", FakeChecker)
    return FakeChecker.seen


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, without anybody's configuration around it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("notecheck.config.loading.user_file", lambda: tmp_path / "none" / "notecheck.toml")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    for name in ("NO_COLOR", "NOTECHECK_TRACEBACK", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def notecheck(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Notecheck:
    """Run one command line, as the program does: ``notecheck("check", "draft.txt")``."""
    import click

    @click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
    @click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
    @click.pass_context
    def program(context: click.Context, arguments: tuple[str, ...]) -> None:
        context.exit(process.run(arguments))

    def run(*arguments: str, input: str | bytes | None = None) -> Result:
        return CliRunner().invoke(program, ["--", *arguments], input=input, color=True)

    return run
