"""One run of the program: whatever happens ends in an exit status and at most a few plain lines."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import NoReturn

import click

from notecheck.errors import NotecheckError
from notecheck.frontends.cli.streams import make_lenient, say

TRACEBACK_VARIABLE = "NOTECHECK_TRACEBACK"
COMPLETE_VARIABLE = "_NOTECHECK_COMPLETE"

COULD_NOT_CHECK = 2
INTERRUPTED = 128 + 2
PIPE_CLOSED = 128 + 13
TERMINATED = 128 + 15


def main() -> NoReturn:
    """The program ``notecheck``."""
    signal.signal(signal.SIGTERM, _terminate)
    status = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        status = _pipe_closed()
    sys.exit(status)


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit status: 0, 1, 2, or 128 and the number of a signal."""
    make_lenient()
    try:
        return _run(list(arguments))
    except click.exceptions.Exit as done:
        return done.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        return _pipe_closed()
    except click.ClickException as error:
        return _usage(error)
    except Exception as error:  # A person must never see a traceback unasked.
        return _failed(error)


def _run(arguments: list[str]) -> int:
    from notecheck.frontends.cli.app import app

    if instruction := os.environ.get(COMPLETE_VARIABLE):
        from click.shell_completion import shell_complete

        return shell_complete(app, {}, "notecheck", COMPLETE_VARIABLE, instruction)
    with app.make_context("notecheck", arguments) as context:
        app.invoke(context)
    return 0


def _usage(error: click.ClickException) -> int:
    message = error.format_message()
    context = error.ctx if isinstance(error, click.UsageError) else None
    help_line = f" `{context.command_path} --help` shows how." if context else ""
    say(message + ("" if message.endswith((".", "?")) else ".") + help_line)
    return COULD_NOT_CHECK


def _failed(error: Exception) -> int:
    if os.environ.get(TRACEBACK_VARIABLE):
        import traceback

        for part in traceback.format_exception(type(error), error, error.__traceback__):
            for line in part.splitlines():
                say(line)
    say(_told(error))
    return COULD_NOT_CHECK


def _told(error: Exception) -> str:
    if isinstance(error, NotecheckError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    kind = f"{type(error).__name__}: {error}".rstrip(".: ")
    return f"notecheck failed ({kind}). Please report it; with {TRACEBACK_VARIABLE}=1 it tells more."


def _pipe_closed() -> int:
    # Python flushes stdout once more on its way out, and would complain then.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PIPE_CLOSED


def _terminate(number: int, frame: FrameType | None) -> None:
    # Unlike the signal's default, this lets the grammar server be closed.
    sys.exit(TERMINATED)
