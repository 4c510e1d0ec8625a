"""The file beside a note that says what is known of its interview."""

from __future__ import annotations

import os

from notecheck.errors import ContextError

SUFFIXES = (".context.yaml", ".context.yml", ".context.json")


def find_sidecar(note: str) -> str | None:
    """The sidecar of a note, or None: for ``draft.txt``, ``draft.txt.context.yaml`` or ``draft.context.yaml``.

    The longer name is for folders that hold ``draft.txt`` and ``draft.md``; where it is there, it alone is read.

    Raises:
        ContextError: There are two that differ only in their ending.
    """
    for stem in dict.fromkeys((note, os.path.splitext(note)[0])):
        found = [stem + suffix for suffix in SUFFIXES if os.path.lexists(stem + suffix)]
        if len(found) > 1:
            other = os.path.basename(found[1])
            raise ContextError(f"{other} stands beside it", remedy="Keep one of the two.", place=found[0])
        if found:
            return found[0]
    return None
