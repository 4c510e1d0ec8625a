"""Read a context from a YAML or JSON file; every error names the file, line and column."""

from __future__ import annotations

import json
import os
import re
from pathlib import PurePath
from typing import Any

import yaml

from notecheck.document.context import Context
from notecheck.errors import ContextError, InputError
from notecheck.ruleset.yaml_file import compose
from notecheck.sources import load

_UTF8 = "Save it as UTF-8 (in Excel: CSV UTF-8)."


def read_context(path: str | os.PathLike[str]) -> Context:
    """The context in a file: JSON where its name ends in ``.json``, and YAML otherwise.

    In YAML every plain value is text, so that a company may be called 42 or Yes. An empty file says nothing.

    Raises:
        ContextError: The file is not there or cannot be read, is no UTF-8, no YAML or JSON, no mapping, has a key that
            is unknown or stands twice, or a value of the wrong sort.
    """
    name = os.fspath(path)
    suffix = PurePath(name).suffix.lower()
    if suffix in (".csv", ".tsv"):
        raise ContextError("this is a table", remedy="Name it with --contexts.", place=name)
    text = read_text(name)
    data, node = _json(text, name) if suffix == ".json" else _yaml(text, name)
    try:
        return Context.from_mapping({} if data is None else data, place=name)
    except ContextError as error:
        trail = error.place.removeprefix(name).removeprefix(": ")
        message = f"{trail}: {error.message}" if trail else error.message
        raise ContextError(message, remedy=error.remedy, place=_place(name, node, error.keys)) from error


def read_text(name: str) -> str:
    """The text of a UTF-8 file, without its byte order mark.

    Raises:
        ContextError: The file is not there or cannot be read, or is no UTF-8: an encoding is not guessed, because a
            wrong guess would garble names.
    """
    try:
        data = load(name)
    except InputError as error:
        there = os.path.lexists(name)
        remedy = "Name a file that says what is known of the interview." if there else error.remedy
        raise ContextError(error.message, remedy=remedy, place=name) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ContextError("it is not valid UTF-8", remedy=_UTF8, place=f"{name}:{line}") from error


_RARE = re.compile(r"[^\x20-\x7e\r\n]")
_HALF = re.compile(r"(?<!\\)((?:\\\\)*)\\u[dD][89a-fA-F][0-9a-fA-F]{2}")


def _json(text: str, name: str) -> tuple[Any, yaml.Node | None]:
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        place = f"{name}:{error.lineno}:{error.colno}"
        remedy = "Check quotes, commas and brackets."
        raise ContextError(f"no valid JSON: {error.msg}", remedy=remedy, place=place) from error
    except (RecursionError, ValueError) as error:  # Nested too deep, or a number of thousands of digits.
        raise ContextError("no valid JSON for a context", remedy="Write a flat mapping.", place=name) from error
    # For the places of keys: JSON is YAML, but for tabs between its signs, rare characters, and halves of characters.
    plain = _HALF.sub(r"\1??????", _RARE.sub("?", text.replace("\t", " ")))
    return data, compose(plain, name, ContextError)


def _yaml(text: str, name: str) -> tuple[Any, yaml.Node | None]:
    node = compose(text, name, ContextError)
    return (None if node is None else _plain(node, name, 0)), node


_DEEPEST = 4
"""A context is a mapping of lists of mappings of text."""


def _plain(node: yaml.Node, name: str, depth: int) -> Any:
    """The data of a node, with every scalar as the text that stands there, and None where nothing does."""
    if depth > _DEEPEST:
        raise ContextError(
            "too deeply nested", remedy="Write a mapping of texts and lists.", place=_at(name, node.start_mark)
        )
    if isinstance(node, yaml.MappingNode):
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise ContextError(
                    "a key must be a word", remedy="For example company: Acme", place=_at(name, key.start_mark)
                )
        return {key.value: _plain(value, name, depth + 1) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, name, depth + 1) for item in node.value]
    return None if node.tag == "tag:yaml.org,2002:null" else node.value


def _place(name: str, node: yaml.Node | None, keys: tuple[str | int, ...]) -> str:
    """The place of a key or item, as far as the nodes go."""
    mark = node and node.start_mark
    for step in keys:
        if isinstance(node, yaml.MappingNode):
            mark, node = next(((key.start_mark, value) for key, value in node.value if key.value == step), (mark, None))
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
            mark = node.start_mark
    return _at(name, mark) if mark else name


def _at(name: str, mark: Any) -> str:
    return f"{name}:{mark.line + 1}:{mark.column + 1}"
