"""``notecheck doctor``: what is installed, what would run, and why not."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notecheck.errors import NotecheckError
from notecheck.frontends.cli.options import color_option, config_options, examples
from notecheck.frontends.cli.streams import Color, Look, write

if TYPE_CHECKING:
    from notecheck.config import Settings
    from notecheck.render.to_terminal import Item

Probe = Callable[[], str]


@click.command(short_help="Say what would run, and what would mend the rest.", epilog=examples("notecheck doctor"))
@color_option
@config_options
@click.pass_context
def doctor(context: click.Context, color: Color, config: Path | None, isolated: bool) -> None:
    """Say what is installed, what would run, and what would mend the rest.

    Exit status: 0 if notes can be checked, 2 if not.
    """
    from notecheck.config import Settings, load_settings
    from notecheck.render.to_terminal import render_checklist

    settings = Settings()

    def configuration() -> str:
        nonlocal settings
        settings = load_settings(config=config, isolated=isolated)
        return _configuration(config, isolated)

    base = [_here(), _probe("Configuration", configuration)]
    analysis = [
        _probe("Pipeline", lambda: _pipeline(settings)),
        _probe("Model of the elements", _elements),
        _probe("Rules", lambda: _rules(settings)),
        _probe("Rubric", lambda: _rubric(settings)),
    ]
    engines = [
        _probe("Harper", _harper, state="missing"),
        _probe("Java", lambda: _java(settings), state="missing"),
        _probe("LanguageTool", lambda: _languagetool(settings), state="missing"),
    ]
    sections = {
        "notecheck": base,
        "Analysis": analysis,
        f"Grammar and spelling ({settings.grammar})": [
            *engines,
            _verdict(settings, [item.state == "ok" for item in engines]),
        ],
    }
    look = Look.of_stdout(color)
    write(render_checklist(sections, **vars(look)), output=None, color=look.color)
    context.exit(2 if any(item.state == "failed" for items in sections.values() for item in items) else 0)


def _probe(name: str, probe: Probe, *, state: str = "failed") -> Item:
    from notecheck.render.to_terminal import Item

    try:
        return Item(state="ok", text=f"{name}: {probe()}")
    except NotecheckError as error:
        where = f" ({error.place})" if error.place else ""
        return Item(state=state, text=f"{name}: {error.message}{where}", remedy=error.remedy)  # type: ignore[arg-type]
    except Exception as error:  # A doctor that dies of the patient's illness is of no use.
        return Item(state="failed", text=f"{name}: {type(error).__name__}: {error}", remedy="Install notecheck anew.")


def _here() -> Item:
    import platform

    from notecheck import __version__
    from notecheck.render.to_terminal import Item

    python = f"Python {platform.python_version()} ({sys.executable})"
    return Item(state="ok", text=f"notecheck {__version__}, {python}, {platform.system()} {platform.machine()}")


def _configuration(config: Path | None, isolated: bool) -> str:
    from notecheck.config import config_files, user_file

    files = config_files(config=config, isolated=isolated)
    if files:
        return ", ".join(map(str, files))
    return "no files are read" if isolated else f"none found from the current folder upward, nor {user_file()}"


def _pipeline(settings: Settings) -> str:
    from notecheck.analysis.pipeline import Pipeline
    from notecheck.config import asset

    folder = asset("models") / "notecheck_en"
    meta = Pipeline(settings.pipeline or folder).nlp.meta
    return f"{meta['lang']}_{meta['name']} {meta['version']} ({settings.pipeline or folder})"


def _elements() -> str:
    from notecheck.analysis.elements.decisions import load_calibration
    from notecheck.analysis.elements.model import Model
    from notecheck.config import asset

    folder = asset("models") / "notecheck_elements"
    Model(folder).read([])
    load_calibration(folder / "calibration.json")
    return str(folder)


def _rules(settings: Settings) -> str:
    from notecheck.ruleset.selection import rules_in_force

    folders = f", with those in {', '.join(map(str, settings.rules))}" if settings.rules else ""
    return f"{len(rules_in_force(settings))}{folders}"


def _rubric(settings: Settings) -> str:
    from notecheck.config import rubric_path
    from notecheck.ruleset import load_rubric

    path = rubric_path(settings.rubric)
    return f"{load_rubric(path).title} ({path})"


def _harper() -> str:
    from importlib.metadata import PackageNotFoundError, version

    from notecheck.errors import EngineError

    try:
        return version("harper-py")
    except PackageNotFoundError as error:
        raise EngineError("the package harper-py is not installed", remedy="Run `pip install harper-py`.") from error


def _java(settings: Settings) -> str:
    from notecheck.installation import find_java

    java = find_java(settings)
    return f"{java.version} ({java.program}, by {java.source})"


def _languagetool(settings: Settings) -> str:
    from notecheck.installation import find_languagetool

    found = find_languagetool(settings)
    return f"{found.url or found.folder} (by {found.source})"


def _verdict(settings: Settings, ok: list[bool]) -> Item:
    from notecheck.render.to_terminal import Item

    harper, java, languagetool = ok
    languagetool = languagetool and (java or bool(settings.languagetool_url))
    have = {"Harper": harper, "LanguageTool": languagetool}
    wanted = {"auto": ("LanguageTool", "Harper"), "languagetool": ("LanguageTool",), "harper": ("Harper",), "off": ()}
    running = [name for name in wanted[settings.grammar] if have[name]]
    if running:
        return Item(state="ok", text=f"A check runs {' and '.join(running)}.")
    if settings.grammar == "off":
        return Item(state="note", text="A check runs no grammar engine, as the configuration says.")
    return Item(state="missing", text="A check runs no grammar engine, and says so in the report.")
