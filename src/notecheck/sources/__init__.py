"""Where notes come from: files, folders, globs, mail, Word and standard input, each read to a text with its context.

``expand`` turns what a user names into files, and ``read``, ``read_stdin`` and ``read_bytes`` turn one of them into a
``Source``. Each input that cannot be read is one ``InputError`` with place and remedy.
"""

from __future__ import annotations

from notecheck.sources.discovery import STDIN, expand
from notecheck.sources.reading import MAX_BYTES, Source, load, read, read_bytes, read_stdin

__all__ = ["MAX_BYTES", "STDIN", "Source", "expand", "load", "read", "read_bytes", "read_stdin"]
