"""The commented YAML that ``notecheck context init`` writes, and the table of keys in the documentation."""

from __future__ import annotations

import types
from dataclasses import fields
from datetime import date
from typing import Any, Union, get_args, get_origin, get_type_hints

from notecheck.document.context import Context
from notecheck.document.people import Person

_HEAD = """\
# What notecheck may know of the interview; it never guesses. Everything is commented out: uncomment what you know.
# Beside a note draft.txt, this file is called draft.context.yaml, and is read along with the note.
"""


def template() -> str:
    """A context in YAML that says nothing until a line is uncommented."""
    return "\n".join(
        [
            _HEAD,
            *(
                f"# {item.metadata['help']}\n# {item.name}: {item.metadata['example']}\n"
                for item in fields(Context)
                if item.name != "subject"  # A mail has its own, and no other note has any.
            ),
        ]
    )


def markdown_table() -> str:
    """The keys as a Markdown table: key, value, meaning."""
    hints = get_type_hints(Context)
    rows = [f"| `{item.name}` | {_kind(hints[item.name])} | {item.metadata['help']} |" for item in fields(Context)]
    return "\n".join(["| key | value | meaning |", "| --- | --- | --- |", *rows]) + "\n"


def _kind(hint: Any) -> str:
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(kind for kind in get_args(hint) if kind is not type(None))
    if get_origin(hint) is tuple:
        return {Person: "list of people", str: "list of texts"}[get_args(hint)[0]]
    return {str: "text", date: "date"}[hint]
