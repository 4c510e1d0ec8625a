"""Options that several commands share, and the settings they make."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from notecheck.config import Settings

Command = TypeVar("Command", bound=Callable[..., Any])

# Written out, because importing the settings would cost every `--help` and `--version`; a test compares.
KIND = ("auto", "post_interview_note")
GRAMMAR = ("auto", "languagetool", "harper", "off")
FAIL_ON = ("error", "warning", "info", "hint", "never")


def config_options(command: Command) -> Command:
    """``--config`` and ``--isolated``."""
    command = click.option(
        "--isolated", is_flag=True, help="Read no configuration file, but for the one that --config names."
    )(command)
    return click.option(
        "--config",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Read this configuration file in place of the one found from the current folder upward.",
    )(command)


def color_option(command: Command) -> Command:
    """``--color``."""
    return click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="When to use colours. `auto` uses them on a terminal unless NO_COLOR is set.",
    )(command)


def output_option(command: Command) -> Command:
    """``--output``."""
    return click.option(
        "--output",
        "-o",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Write the result to this file, whole or not at all, in place of standard output.",
    )(command)


def settings_from(*, config: Path | None, isolated: bool, **options: Any) -> Settings:
    """The settings by files and options; an option that was not given is None or empty."""
    from notecheck.config import load_settings

    return load_settings({key: value for key, value in options.items() if value}, config=config, isolated=isolated)


def names(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The values of an option that may be repeated and may hold several, parted by commas."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def examples(*lines: str) -> str:
    """The end of a help text: command lines that can be copied. A test runs each of them."""
    return "\n".join(["\b", "Examples:", *(f"  {line}" for line in lines)])
