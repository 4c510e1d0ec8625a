"""Where the shipped rules, rubrics and models lie: inside the installed package, or at the top of a checkout."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Literal

from notecheck.errors import ConfigError

_PACKAGE = Path(__file__).parents[1]


def asset(name: Literal["rules", "models"]) -> Path:
    """The folder of shipped rules or models."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parents[1] / name


def rubric_path(rubric: str) -> Path:
    """The file of a rubric, from the name of a shipped one or a path.

    Raises:
        ConfigError: There is none.
    """
    return _named(rubric, "rubric")


def register_path(register: str) -> Path:
    """The file of a register, like :func:`rubric_path`."""
    return _named(register, "register")


def _named(name: str, what: Literal["rubric", "register"]) -> Path:
    folder = asset("rules") / f"{what}s"
    shipped = folder / f"{name}.yaml"
    if Path(name).name == name and shipped.is_file():
        return shipped
    if Path(name).is_file():
        return Path(name)
    known = sorted(path.stem for path in folder.glob("*.yaml"))
    near = get_close_matches(name, known, 1)
    remedy = f"Did you mean {near[0]!r}?" if near else f"Name a file, or one of: {', '.join(known)}."
    raise ConfigError(f"there is no {what} {name!r}", remedy=remedy, place=what)
