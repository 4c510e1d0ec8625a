"""Settings from a mapping: every key known, every value of its type, errors with place and remedy."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

from notecheck.config.settings import Settings
from notecheck.document.context import Context
from notecheck.errors import ConfigError, ContextError

Where = Callable[..., str]
"""From the name of a setting, or of a table and a key in it, to the place it was set: ``notecheck.toml:3``."""


def override(settings: Settings, values: Mapping[str, Any], *, where: Where, folder: Path | None = None) -> Settings:
    """``settings`` with some replaced; ``context`` is merged key by key.

    Args:
        values: From setting to value, of JSON's types, ``Path`` and ``date``.
        where: Names the place of a setting in error messages.
        folder: What relative paths are relative to; None leaves them as they are.

    Raises:
        ConfigError: A key is unknown, or a value not of its type.
    """
    known = [item.name for item in fields(Settings)]
    checked: dict[str, Any] = {}
    for key, value in values.items():
        if key not in known:
            raise ConfigError(f"unknown setting {key!r}", remedy=_remedy(key, known), place=where(key))
        checked[key] = _context(value, where) if key == "context" else _value(key, value, where(key))
    if folder is not None:
        checked.update(_beside(folder, checked))
    if "context" in checked:
        checked["context"] = {**settings.context, **checked["context"]}
    return replace(settings, **checked)


def _remedy(key: str, known: list[str]) -> str:
    near = get_close_matches(key.replace("-", "_").lower(), known, 1)
    return f"Did you mean {near[0]!r}?" if near else f"Known settings: {', '.join(known)}."


def _context(value: Any, where: Where) -> dict[str, Any]:
    try:
        Context.from_mapping(value, place="context")
    except ContextError as error:
        place = where("context", *map(str, error.keys[:1]))
        raise ConfigError(f"{error.place}: {error.message}", remedy=error.remedy, place=place) from error
    return dict(value)


def _value(key: str, value: Any, place: str) -> Any:
    from pydantic import ValidationError

    try:
        # Strict JSON is the form in which lists are tuples and text is a path, but "5" is no number and 1 no truth.
        return _adapter(key).validate_json(json.dumps(value, default=_json), strict=True)
    except ValidationError as error:
        raise ConfigError(f"{key}: {_reason(error)}", remedy=_form(key), place=place) from error
    except TypeError as error:
        raise ConfigError(
            f"{key}: {type(value).__name__} is no value for a setting", remedy=_form(key), place=place
        ) from error


def _json(value: Any) -> Any:
    if isinstance(value, Path):
        return str(value)
    raise TypeError(type(value).__name__)


@cache
def _adapter(key: str) -> Any:
    from typing import Annotated

    from pydantic import Field, TypeAdapter

    least = next(item for item in fields(Settings) if item.name == key).metadata["least"]
    hint = get_type_hints(Settings)[key]
    return TypeAdapter(hint if least is None else Annotated[hint, Field(ge=least, allow_inf_nan=False)])


def _reason(error: Any) -> str:
    first = error.errors()[0]
    index = "".join(f"item {step + 1}: " for step in first["loc"] if isinstance(step, int))
    message = str(first["msg"]).replace("a valid array", "a list").replace("Input should be", "expected")
    if first["type"] != "missing" and isinstance(first["input"], (str, int, float, bool)):
        message += f", not {first['input']!r}"
    return index + message


def _form(key: str) -> str:
    item = next(item for item in fields(Settings) if item.name == key)
    return f"For example: {key} = {item.metadata['example'] or json.dumps(item.default)}"


def _beside(folder: Path, values: Mapping[str, Any]) -> dict[str, Any]:
    paths: dict[str, Any] = {}
    if "rules" in values:
        paths["rules"] = tuple(folder / path.expanduser() for path in values["rules"])
    for key in ("languagetool_folder", "java"):
        if values.get(key):
            paths[key] = folder / values[key].expanduser()
    # These are names or paths; a name stays as it is.
    for key in ("rubric", "register", "pipeline"):
        value = values.get(key)
        if value and (folder / Path(value).expanduser()).exists():
            paths[key] = str(folder / Path(value).expanduser())
    return paths
