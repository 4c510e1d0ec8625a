"""``notecheck tone``: how any text sounds, a note or not."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notecheck.frontends.cli.options import color_option, config_options, examples, output_option, settings_from
from notecheck.frontends.cli.streams import Color, Look, say, write

if TYPE_CHECKING:
    from notecheck.config import Settings
    from notecheck.report import ToneRun


@click.command(
    short_help="Say how any text sounds.",
    epilog=examples(
        "notecheck tone draft.txt",
        "notecheck tone draft.txt --format json",
        "notecheck tone - --register formal < draft.eml",
    ),
)
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "format_", type=click.Choice(("terminal", "json")), default="terminal", show_default=True)
@click.option("--register", metavar="NAME", help="In which words tone is told: a shipped register, or a file.")
@output_option
@color_option
@config_options
@click.pass_context
def tone(
    context: click.Context,
    /,
    *,
    inputs: tuple[str, ...],
    format_: str,
    register: str | None,
    output: Path | None,
    color: Color,
    config: Path | None,
    isolated: bool,
) -> None:
    """Say how each FILE sounds on seven axes from 0 to 100, as a whole and by sentence, and what moved it.

    Any text in English will do: mail, a single sentence, a post; as files, folders, globs, or - for standard input.

    Exit status: 0, or 2 if something could not be read.
    """
    from notecheck.frontends.cli.inputs import spare_inputs

    run = _measured(inputs, settings_from(config=config, isolated=isolated, register=register))
    for failure in run.errors:
        say(f"{failure.path}: {failure.message}. {failure.remedy}")
    spare_inputs(output, run)
    if format_ == "json":
        from notecheck.render import to_json

        write(to_json.render(run), output=output)
    elif run.documents:
        from notecheck.render import to_terminal

        look = Look.of_stdout(color) if output is None else Look(color=color == "always")
        write(to_terminal.render_tone(run, **vars(look)), output=output, color=look.color)
    context.exit(2 if run.errors else 0)


def _measured(inputs: Iterable[str], settings: Settings) -> ToneRun:
    from notecheck.api import Checker
    from notecheck.contexts import Contexts
    from notecheck.frontends.cli.inputs import read_all
    from notecheck.report import Failure, ToneReport, ToneRun

    documents, errors = [], []
    with Checker(settings) as checker:
        for item in read_all(inputs, contexts=Contexts(), stdin_name="<stdin>"):
            if isinstance(item, Failure):
                errors.append(item)
            else:
                note = item.document
                documents.append(ToneReport(path=note.path, text=note.text, tone=checker.tone(note.text)))
    return ToneRun(documents=tuple(documents), errors=tuple(errors))
