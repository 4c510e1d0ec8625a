"""The commented configuration file that ``notecheck init`` writes, and the table of settings in the documentation."""

from __future__ import annotations

import json
import textwrap
import types
from dataclasses import MISSING, Field, fields
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from notecheck.config.settings import Settings
from notecheck.errors import ConfigError

_HEAD = """\
# Settings of notecheck. Everything is commented out, and shows the default, or an example where there is none.
# Paths are relative to this file. An unknown name is an error.
"""


def template() -> str:
    """A ``notecheck.toml`` that changes nothing until a line is uncommented."""
    parts = [_HEAD]
    for item in fields(Settings):
        help_lines = textwrap.wrap(item.metadata["help"].replace("`", ""), 100)
        values = choices(item.name)
        if values:
            help_lines.append("One of: " + ", ".join(values) + ".")
        parts.append("".join(f"# {line}\n" for line in help_lines) + f"# {item.name} = {_shown(item)}\n")
    return "\n".join(parts)


def write_template(path: Path) -> None:
    """Write the template to a new file.

    Raises:
        ConfigError: The file exists already, or cannot be written.
    """
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(template())
    except FileExistsError as error:
        raise ConfigError(
            "the file exists already", remedy="Edit it, or move it away first.", place=str(path)
        ) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ConfigError(
            f"cannot be written ({reason})", remedy="Choose a folder you may write to.", place=str(path)
        ) from error


def markdown_table() -> str:
    """The settings as a Markdown table: name, values, default, meaning."""
    rows = ["| setting | values | default | meaning |", "| --- | --- | --- | --- |"]
    for item in fields(Settings):
        default = _default(item)
        shown = f"`{_toml(default)}`" if default is not None else "none"
        rows.append(f"| `{item.name}` | {_values(item)} | {shown} | {item.metadata['help']} |")
    return "\n".join(rows) + "\n"


def choices(name: str) -> tuple[str, ...]:
    """The words a setting may be, in order; empty where it is not one of a few words."""
    hint = get_type_hints(Settings)[name]
    return tuple(map(str, get_args(hint))) if get_origin(hint) is Literal else ()


def _values(item: Field[Any]) -> str:
    words = choices(item.name)
    if words:
        return ", ".join(f"`{word}`" for word in words)
    hint = get_type_hints(Settings)[item.name]
    is_union = get_origin(hint) in (Union, types.UnionType)
    return " or ".join(_kind(kind) for kind in (get_args(hint) if is_union else (hint,)) if kind is not type(None))


def _kind(hint: Any) -> str:
    if get_origin(hint) is tuple:
        return f"list: {_kind(get_args(hint)[0])}"
    if get_origin(hint) is dict:
        return "table"
    return {str: "text", int: "whole number", float: "number", Path: "path"}[hint]


def _default(item: Field[Any]) -> Any:
    value = item.default_factory() if item.default_factory is not MISSING else item.default
    return list(value) if isinstance(value, tuple) else value


def _shown(item: Field[Any]) -> str:
    default = _default(item)
    return str(item.metadata["example"]) if default in (None, [], {}) else _toml(default)


def _toml(value: Any) -> str:
    # Text, numbers and empty lists and tables are written alike in TOML and JSON.
    return json.dumps(value)
