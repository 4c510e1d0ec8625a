"""What is known of the interview, from wherever a user says it: files, tables, the command line, the configuration."""

from __future__ import annotations

from notecheck.contexts.known import Contexts, Known, Said
from notecheck.contexts.reading import read_context
from notecheck.contexts.schema import render_schema
from notecheck.contexts.sidecar import find_sidecar
from notecheck.contexts.table import Row, Table, read_table
from notecheck.contexts.template import markdown_table, template

__all__ = [
    "Contexts",
    "Known",
    "Row",
    "Said",
    "Table",
    "find_sidecar",
    "markdown_table",
    "read_context",
    "read_table",
    "render_schema",
    "template",
]
