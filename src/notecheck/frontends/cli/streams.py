"""Standard output and error: what they can show, and writing to them. Results go to the one, talk to the other."""

from __future__ import annotations

import codecs
import os
import shutil
import sys
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import Literal, TextIO

import click

from notecheck.errors import ConfigError
from notecheck.render.visible import one_line

Color = Literal["auto", "always", "never"]
PLAIN = {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": ".", "·": "-", "\u00a0": " "}
SIGNS = "✓✗─│→…·█░“”"


@dataclass(frozen=True, kw_only=True)
class Look:
    """What a place of output can show; the arguments of the terminal renderer."""

    width: int = 80
    color: bool = False
    unicode: bool = True

    @classmethod
    def of_stdout(cls, color: Color) -> Look:
        """Standard output, by its terminal, its encoding, ``NO_COLOR`` and the option."""
        width = shutil.get_terminal_size((80, 24)).columns if _is_terminal(sys.stdout) else 80
        return cls(width=min(width, 100), color=wants_color(color, sys.stdout), unicode=_can_show(sys.stdout))


def wants_color(color: Color, stream: TextIO) -> bool:
    """Whether a stream gets colours. ``NO_COLOR`` and a dumb terminal turn them off, unless ``always`` is asked for."""
    if color != "auto":
        return color == "always"
    return _is_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def watched() -> bool:
    """Whether a person watches stderr, so that signs of life are welcome."""
    return _is_terminal(sys.stderr) and os.environ.get("TERM") != "dumb"


def make_lenient() -> None:
    """Let both streams write any text: what their encoding lacks becomes the nearest sign it has, or ``?``."""
    codecs.register_error("notecheck", _nearest)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="notecheck")


def say(message: str) -> None:
    """One line of talk, made safe to show."""
    click.echo(one_line(message), file=sys.stderr)


def write(text: str, *, output: Path | None, color: bool = False) -> None:
    """Write a result to stdout, or whole to a file.

    Raises:
        ConfigError: The file cannot be written; what it held is untouched.
    """
    if output is None:
        click.echo(text, file=sys.stdout, nl=False, color=color)  # Without `file`, Click takes ASCII for UTF-8.
        return
    try:
        _replace(output, text)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ConfigError(f"cannot be written ({reason})", remedy="Name another file.", place=str(output)) from error


def _nearest(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError), "only writing goes through here"
    # One sign for one, so that carets still stand under their words.
    missing = error.object[error.start : error.end]
    return "".join(PLAIN.get(character, "?") for character in missing), error.end


def _replace(path: Path, text: str) -> None:
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="") as device:  # /dev/stdout, a FIFO; a folder is an error.
            device.write(text)
        return
    target = Path(os.path.realpath(path))
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with fresh.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
        if target.exists():
            shutil.copymode(target, fresh)
        fresh.replace(target)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def _is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except (AttributeError, ValueError):
        return False


def _can_show(stream: TextIO) -> bool:
    try:
        SIGNS.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
