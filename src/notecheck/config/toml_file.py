"""Read a TOML file, and find the line of a key in it."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from notecheck.errors import ConfigError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

MAX_BYTES = 1_000_000


def read_toml(path: Path) -> tuple[dict[str, Any], str]:
    """The data of a TOML file, and its text.

    Raises:
        ConfigError: The file cannot be read, is not UTF-8, or is no TOML; the place carries the line.
    """
    if not path.is_file():
        what = "is no regular file" if path.exists() else "does not exist"
        raise ConfigError(f"the configuration file {what}", remedy="Correct the path.", place=str(path))
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ConfigError(
            f"the configuration cannot be read ({reason})", remedy="Make it readable.", place=str(path)
        ) from error
    if len(raw) > MAX_BYTES:
        raise ConfigError("the configuration is larger than 1 MB", remedy="Keep only settings in it.", place=str(path))
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise ConfigError(
            "the configuration is not UTF-8", remedy="Save it as UTF-8.", place=f"{path}:{line}"
        ) from error
    try:
        return tomllib.loads(text), text
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _syntax_error(error, text, path) from error


def _syntax_error(error: Exception, text: str, path: Path) -> ConfigError:
    # The line stands in the message only, and a document that ends too early has none.
    found = re.search(r"\s*\(at line (\d+), column \d+\)", str(error))
    line = int(found[1]) if found else text.count("\n") + 1
    reason = str(error).split(" (at ")[0]
    reason = reason[:1].lower() + reason[1:]
    return ConfigError(
        f"no valid TOML: {reason}", remedy="Text goes in quotes, lists in [brackets].", place=f"{path}:{line}"
    )


def line_of(text: str, keys: Sequence[str]) -> int:
    """The line, from 1, on which the statement that first sets ``keys`` begins; 1 where none does.

    The text must be valid TOML. It is parsed up to and from each line that could be the one, so that every way of
    writing a key is understood: tables, dotted and quoted keys, inline tables.
    """
    lines = text.split("\n")
    last = keys[-1]
    for number, line in enumerate(lines):
        if last not in line or _holds("\n".join(lines[:number]), keys) is not False:
            continue
        for end in range(number + 1, len(lines) + 1):
            held = _holds("\n".join(lines[:end]), keys)
            if held is not None:
                break
        if held:
            return number + 1
    return 1


def _holds(text: str, keys: Sequence[str]) -> bool | None:
    """Whether the text sets the key; None where it is no whole TOML."""
    try:
        data: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None
    for key in keys:
        if not isinstance(data, dict) or key not in data:
            return False
        data = data[key]
    return True
