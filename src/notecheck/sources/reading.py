"""Read one input to a text with its media and context."""

from __future__ import annotations

import errno
import os
import stat
import sys
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import IO

from notecheck.document.context import Context
from notecheck.errors import InputError
from notecheck.report import Media
from notecheck.sources.decoding import decode
from notecheck.sources.discovery import STDIN
from notecheck.sources.signatures import refuse_foreign, sniff

MAX_BYTES = 5_000_000
"""The largest input that is read; a note has some 2,000 bytes, a Word file with a picture some 500,000."""

_WHY = {
    errno.ENOENT: ("there is no such file", "Check the path."),
    errno.ENOTDIR: ("there is no such file", "Check the path: a part of it is a file, not a folder."),
    errno.ELOOP: ("the link points to itself", "Name the file that is meant."),
    errno.EACCES: ("it may not be read", "Give yourself permission to read it, or copy it to a place of yours."),
    errno.EPERM: ("it may not be read", "Give yourself permission to read it, or copy it to a place of yours."),
    errno.ENAMETOOLONG: ("the path is too long", "Check the path."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What was read: ``text`` as given (for mail and Word as extracted, see the modules), never blank.

    ``context`` holds what a mail's headers tell, and is empty for other media. ``path`` is for messages and reports.
    """

    text: str = field(repr=False)
    media: Media
    context: Context
    path: str


def read(path: str | os.PathLike[str]) -> Source:
    """Read a file, or standard input where ``path`` is the string ``-``.

    Raises:
        InputError: The file is missing, not a regular file, may not be read, is too large, empty, binary, damaged,
            encrypted or in no known encoding. It never blocks on a FIFO or device.
    """
    name = os.fspath(path)
    return read_stdin() if name == STDIN else read_bytes(load(name), name)


def read_stdin(stream: IO[bytes] | None = None, *, name: str = "<stdin>") -> Source:
    """Read standard input, or another binary stream, up to the limit; the suffix of ``name`` tells its kind.

    Raises:
        InputError: As for :func:`read`.
    """
    stdin = stream or getattr(sys.stdin, "buffer", None)
    if stdin is None:
        raise InputError("there is no standard input", remedy="Name a file.", place=name)
    try:
        data = stdin.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise InputError(f"standard input cannot be read ({error})", remedy="Name a file.", place=name) from error
    return read_bytes(data or b"", name)


def read_bytes(data: bytes, name: str) -> Source:
    """Read the content of a file; the suffix of ``name`` tells its kind, and without a suffix its first bytes.

    Raises:
        InputError: As for :func:`read`.
    """
    if len(data) > MAX_BYTES:
        raise _too_large(name)
    if not data:
        raise InputError("the file is empty", remedy="Write the note first, and save it.", place=name)
    media = _media(data, name)
    refuse_foreign(data, name, media)
    context = Context()
    if media == "mail":
        from notecheck.sources.mail import read_mail

        text, context = read_mail(data, name)
    elif media == "word":
        from notecheck.sources.word import read_word

        text = read_word(data, name)
    else:
        text = decode(data, name)
    if not text.strip():
        raise InputError("there is nothing but white space", remedy="Write the note first, and save it.", place=name)
    return Source(text=text, media=media, context=context, path=name)


def _media(data: bytes, name: str) -> Media:
    suffix = PurePath(name).suffix.lower()
    if suffix == ".eml":
        return "mail"
    if suffix in (".docx", ".docm"):
        return "word"
    if suffix in (".md", ".markdown", ".mdown"):
        return "markdown"
    return "plain" if suffix else sniff(data)


def load(name: str) -> bytes:
    """The bytes of a regular file, at most one more than the limit.

    Raises:
        InputError: The file is missing, not a regular file, or may not be read.
    """
    try:
        _require_regular(os.stat(name), name)
        # Not blocking, in case the file became a FIFO since: opening that would wait for a writer.
        handle = os.open(name, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            _require_regular(os.fstat(file.fileno()), name)
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        why, remedy = _WHY.get(
            error.errno or 0, (f"it cannot be read ({error.strerror})", "Check the file and the disk it is on.")
        )
        raise InputError(why, remedy=remedy, place=name) from error
    except ValueError as error:  # A path with a NUL or a lone surrogate.
        raise InputError("the name is not a path", remedy="Check the path.", place=name) from error


def _require_regular(status: os.stat_result, name: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise InputError("it is a folder", remedy="Name the files in it.", place=name)
    if not stat.S_ISREG(status.st_mode):
        raise InputError(
            "it is a device, pipe or socket, not a file",
            remedy="Save the note to a file, or pass it as standard input with -.",
            place=name,
        )
    if status.st_size > MAX_BYTES:
        raise _too_large(name)


def _too_large(name: str) -> InputError:
    return InputError(
        f"it is larger than {MAX_BYTES // 1_000_000} MB",
        remedy="Pass the note alone, without pictures or attachments.",
        place=name,
    )
