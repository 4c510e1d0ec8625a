"""Find the configuration files and read the settings from them: the nearest wins."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from notecheck.config.settings import Settings
from notecheck.config.toml_file import line_of, read_toml
from notecheck.config.validation import override
from notecheck.errors import ConfigError

FILE_NAME = "notecheck.toml"


def load_settings(
    options: Mapping[str, Any] | None = None,
    *,
    config: Path | None = None,
    isolated: bool = False,
    folder: Path | None = None,
) -> Settings:
    """The settings in force: defaults, the user's file, the project's file, the options; each wins over those before.

    Args:
        options: Settings given on the spot; None values are left out.
        config: Read this file in place of the project's.
        isolated: Read no file but ``config``.
        folder: Where the search for the project's file begins; the current folder where None.

    Raises:
        ConfigError: A file is missing or not valid, or an option is not; the place carries file and line.
    """
    settings = Settings()
    for path in config_files(config=config, isolated=isolated, folder=folder):
        settings = _with_file(settings, path)
    given = {key: value for key, value in (options or {}).items() if value is not None}
    return override(settings, given, where=lambda *keys: f"option {'.'.join(keys)}")


def config_files(*, config: Path | None = None, isolated: bool = False, folder: Path | None = None) -> list[Path]:
    """The files that :func:`load_settings` reads, in that order."""
    files = [] if isolated or not user_file().is_file() else [user_file()]
    project = config or (None if isolated else project_file(folder or Path.cwd()))
    return files + ([project] if project and project not in files else [])


def user_file() -> Path:
    """The user's own file, whether or not it is there."""
    import platformdirs

    return Path(platformdirs.user_config_dir("notecheck", appauthor=False, roaming=True)) / FILE_NAME


def project_file(folder: Path) -> Path | None:
    """The nearest ``notecheck.toml``, or ``pyproject.toml`` with our table, in a folder or above it.

    The search ends at the user's home folder, or at the top. In one folder ``notecheck.toml`` wins.
    """
    home = Path(os.path.expanduser("~"))
    folder = Path(os.path.abspath(folder))
    for place in (folder, *folder.parents):
        # os.path answers False where it may not look; Path.is_file raises there before Python 3.12.
        if os.path.isfile(place / FILE_NAME):
            return place / FILE_NAME
        if os.path.isfile(place / "pyproject.toml") and _has_table(place / "pyproject.toml"):
            return place / "pyproject.toml"
        if place == home:
            return None
    return None


def _has_table(path: Path) -> bool:
    try:
        tool = read_toml(path)[0].get("tool", {})
    except ConfigError:
        return False  # Somebody else's file, and theirs to mend.
    return isinstance(tool, dict) and "notecheck" in tool


def _with_file(settings: Settings, path: Path) -> Settings:
    content, text = read_toml(path)
    data: Any = content
    table = ["tool", "notecheck"] if path.name == "pyproject.toml" else []
    for step in table:
        data = data.get(step, {}) if isinstance(data, dict) else {}
    if not isinstance(data, dict):
        place = f"{path}:{line_of(text, table)}"
        raise ConfigError(
            "tool.notecheck must be a table", remedy="Write [tool.notecheck] above the settings.", place=place
        )

    def where(*keys: str) -> str:
        return f"{path}:{line_of(text, [*table, *keys])}"

    return override(settings, data, where=where, folder=Path(os.path.abspath(path)).parent)
