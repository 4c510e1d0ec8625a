"""Find the files that a user means by paths, folders and globs."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from glob import has_magic, iglob

from notecheck.errors import InputError

STDIN = "-"
NOTE_SUFFIXES = (".txt", ".md", ".eml", ".docx")


def expand(inputs: Sequence[str]) -> Iterator[str | InputError]:
    """The files that the inputs name, in order, each once; failures come in their place and are not raised.

    Args:
        inputs: Paths of files, folders (searched recursively for notes; hidden files and folders are skipped), globs
            (``**`` crosses folders; a file whose name is the pattern itself comes first), and ``-`` for standard input.

    Yields:
        A path for :func:`notecheck.sources.read` (``-`` stands for standard input), or an error: no such file, a
        folder without notes, a folder that may not be listed.
    """
    seen: set[str] = set()
    for name in inputs:
        for found in _named(name):
            if isinstance(found, InputError):
                yield found
                continue
            key = found if found == STDIN else os.path.realpath(found)
            if key not in seen:
                seen.add(key)
                yield found


def _named(name: str) -> Iterator[str | InputError]:
    if name == STDIN:
        yield name
    elif not name or "\0" in name:
        yield InputError(
            "the name of an input is not a path",
            remedy="Name a file, a folder, or - for standard input.",
            place=repr(name),
        )
    elif os.path.isdir(name):
        yield from _in_folder(name)
    elif os.path.lexists(name) or not has_magic(name):
        yield name
    else:
        yield from _matching(name)


def _matching(pattern: str) -> Iterator[str | InputError]:
    found = sorted(iglob(pattern, recursive=True))
    if not found:
        yield InputError("no file matches", remedy="Check the pattern, and put it in quotes.", place=pattern)
    for path in found:
        if not os.path.isdir(path):
            yield path
        elif "**" not in pattern:
            yield from _in_folder(path)


def _in_folder(folder: str) -> Iterator[str | InputError]:
    failures: list[OSError] = []
    empty = True
    for root, folders, files in os.walk(folder, onerror=failures.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(NOTE_SUFFIXES) and not name.startswith((".", "~$")):
                empty = False
                yield os.path.join(root, name)
    for failure in failures:
        yield InputError(
            f"the folder cannot be listed ({failure.strerror})",
            remedy="Give yourself permission to read it, or name the files.",
            place=str(failure.filename),
        )
    if empty and not failures:
        kinds = ", ".join(f"*{suffix}" for suffix in NOTE_SUFFIXES)
        yield InputError("the folder holds no notes", remedy=f"Notes are files named {kinds}.", place=folder)
