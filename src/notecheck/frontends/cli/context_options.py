"""Options that say what is known of the interview."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from notecheck.errors import ContextError

if TYPE_CHECKING:
    from notecheck.config import Settings
    from notecheck.contexts import Contexts

Command = TypeVar("Command", bound=Callable[..., Any])

# Option, key of a context, whether it may be repeated, placeholder, help.
_KEYS = (
    ("--interviewer", "interviewers", True, "PERSON", "Somebody you write to: Ana Ruiz, Dr. Ana Ruiz <ana@x.example>."),
    ("--company", "company", False, "NAME", "Where the job is."),
    ("--role", "role", False, "NAME", "The job."),
    ("--me", "me", False, "NAME", "Your own name, as you sign."),
    ("--interviewed-on", "interviewed_on", False, "DATE", "The day of the interview, as YYYY-MM-DD."),
    ("--sent-on", "sent_on", False, "DATE", "The day you send the note, as YYYY-MM-DD."),
    ("--topic", "topics", True, "TEXT", "What you talked about."),
    ("--also-met", "also_met", True, "PERSON", "Somebody whom the note may name, but is not written to."),
)  # fmt: skip


def context_options(command: Command) -> Command:
    """``--context``, ``--contexts``, and an option for each key."""
    for option, key, many, metavar, text in reversed(_KEYS):
        said = f"{text} May be repeated." if many else text
        command = click.option(option, key, multiple=many, metavar=metavar, help=said)(command)
    file = click.Path(path_type=Path)
    command = click.option(
        "--contexts", type=file, metavar="FILE",
        help="What is known of each note's interview: a CSV or TSV file with a column `path`.",
    )(command)  # fmt: skip
    return click.option(
        "--context", type=file, metavar="FILE",
        help="What is known of the interview, in YAML or JSON; `notecheck context init` writes a template.",
    )(command)  # fmt: skip


def taken(options: dict[str, Any]) -> dict[str, Any]:
    """Those of a command's options that are :func:`context_options`, taken out of the rest."""
    return {name: options.pop(name) for name in ("context", "contexts", *(key for _, key, *_ in _KEYS))}


def contexts_from(options: dict[str, Any], settings: Settings) -> Contexts:
    """All that the options, the files that they name and the settings say of the interviews.

    Raises:
        ContextError: A file cannot be read, or it or a value is not valid; the place is the option, or file and line.
    """
    from notecheck.contexts import Contexts, Said, read_context, read_table
    from notecheck.document import Context

    said = dict(options)
    file, table = said.pop("context"), said.pop("contexts")
    try:
        given = Context.from_mapping(said)
    except ContextError as error:
        option = next(name for name, key, *_ in _KEYS if key == error.keys[0])
        raise ContextError(error.message, remedy=error.remedy, place=option) from error
    return Contexts(
        options=given,
        table=read_table(table) if table else None,
        file=Said(origin=str(file), context=read_context(file)) if file else None,
        configuration=Context.from_mapping(settings.context),
    )
