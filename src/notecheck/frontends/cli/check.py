"""``notecheck check``: the main job."""

from __future__ import annotations

import gc
import sys
from difflib import get_close_matches
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from notecheck.errors import NotecheckError
from notecheck.frontends.cli.context_options import context_options, contexts_from, taken
from notecheck.frontends.cli.options import (
    FAIL_ON,
    GRAMMAR,
    KIND,
    color_option,
    config_options,
    examples,
    names,
    output_option,
    settings_from,
)
from notecheck.frontends.cli.streams import Color, Look, say, wants_color, watched, write

if TYPE_CHECKING:
    from notecheck.report import Run

MOST_TOLD = 10
"""How many mismatches of notes and table are told one by one."""

FORMATS = ("terminal", "json", "sarif", "github", "rdjson", "junit", "html", "markdown")
"""Each is written by the module ``notecheck.render.to_NAME``."""


@click.command(
    short_help="Check notes; the default.",
    epilog=examples(
        "notecheck draft.txt",
        "notecheck check notes/ --fail-on error",
        "notecheck check 'notes/*.txt' --format json --output report.json",
        "notecheck check notes/ --format html --output report.html",
        "notecheck check draft.txt --ignore wording.filler-just,tone --grammar harper",
        "notecheck check draft.txt --interviewer 'Dr. Ana Ruiz' --company Acme --interviewed-on 2026-03-04",
        "notecheck check notes/ --contexts contexts.csv",
        "notecheck check - --stdin-filename draft.eml < draft.eml",
    ),
)
@click.argument("inputs", nargs=-1, required=True, metavar="NOTE...")
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="terminal", show_default=True,
    help="How the report is written: for people, for programs, for code review and CI.",
)  # fmt: skip
@output_option
@click.option(
    "--fail-on", type=click.Choice(FAIL_ON), help="Exit with 1 from this severity up; `never` ignores findings."
)
@click.option("--select", multiple=True, callback=names, metavar="RULES", help="Check only these: ids, groups, globs.")
@click.option("--ignore", multiple=True, callback=names, metavar="RULES", help="Leave these out: ids, groups, globs.")
@click.option("--kind", type=click.Choice(KIND), help="What the texts are; `auto` lets notecheck tell.")
@context_options
@click.option("--grammar", type=click.Choice(GRAMMAR), help="Which grammar and spelling engines run.")
@click.option(
    "--stdin-filename",
    default="<stdin>",
    metavar="NAME",
    help="What the note on standard input is called; its ending tells the kind.",
)
@color_option
@config_options
@click.pass_context
def check(
    context: click.Context,
    /,
    *,
    inputs: tuple[str, ...],
    format_: str,
    output: Path | None,
    stdin_filename: str,
    color: Color,
    **options: Any,
) -> None:
    """Check each NOTE: a file (.txt, .md, .eml, .docx), a folder, a glob, or - for standard input.

    What is known of an interview comes, key by key, from the first of these that says anything: the options, the row
    of --contexts, --context, NOTE.context.yaml beside the note, the configuration, the note's own mail headers. A list
    replaces another; they are not joined.

    Exit status: 0 if there is nothing at or above --fail-on, 1 if there is, 2 if something could not be checked.
    """
    # What is loaded stays: over and over again the collector would look through half a million objects.
    gc.set_threshold(100_000, 20, 100)
    _hint_at_keyboard(inputs)
    run, fail_on = _run(inputs, stdin_filename, color, options)
    for failure in run.errors:
        _tell(context, failure.path, f"{failure.message}. {failure.remedy}")
    from notecheck.frontends.cli.inputs import spare_inputs

    spare_inputs(output, run)
    _show(run, format_, output, color)

    from notecheck.api import exit_code

    context.exit(exit_code(run, fail_on))


def _run(inputs: tuple[str, ...], stdin_name: str, color: Color, options: dict[str, Any]) -> tuple[Run, Any]:
    from notecheck.frontends.cli.inputs import check_inputs
    from notecheck.report import Failure, Run

    told: list[str] = []
    known = taken(options)
    try:
        settings = settings_from(**options)
        check = partial(
            check_inputs,
            inputs,
            settings=settings,
            contexts=contexts_from(known, settings),
            stdin_name=stdin_name,
            tell=told.extend,
        )
        if not watched():
            run = check(doing=_ignore)
        else:
            from notecheck.render.to_terminal.progress import Activity

            with Activity(color=wants_color(color, sys.stderr), shown=True) as activity:
                run = check(doing=activity.say)
        _say_some(told)
        return run, settings.fail_on
    except NotecheckError as error:
        # A wrong configuration or rule stops every note, and the report is whole all the same.
        failure = Failure(path=error.place, message=error.message, remedy=error.remedy)
        return Run(documents=(), errors=(failure,)), "never"


def _say_some(lines: list[str]) -> None:
    for line in lines[:MOST_TOLD]:
        say(line)
    if len(lines) > MOST_TOLD:
        say(f"and {len(lines) - MOST_TOLD} more like these.")


def _show(run: Run, format_: str, output: Path | None, color: Color) -> None:
    if format_ != "terminal":
        write(import_module(f"notecheck.render.to_{format_}").render(run), output=output)
        return
    if not run.documents and output is None:
        return
    from notecheck.render import to_terminal

    look = Look.of_stdout(color) if output is None else Look(color=color == "always")
    write(to_terminal.render(run, **vars(look)), output=output, color=look.color)


def _tell(context: click.Context, path: str, problem: str) -> None:
    commands = getattr(context.find_root().command, "commands", {})
    near = get_close_matches(path, commands, 1) if not Path(path).exists() else []
    say((f"{path}: " if path else "") + problem + (f" If you mean the command: notecheck {near[0]}" if near else ""))


def _hint_at_keyboard(inputs: tuple[str, ...]) -> None:
    if "-" in inputs and watched() and sys.stdin is not None and sys.stdin.isatty():
        say("Write or paste the note, and end it with Ctrl-D (on Windows Ctrl-Z and Enter).")


def _ignore(doing: str) -> None:
    """Nobody watches."""
