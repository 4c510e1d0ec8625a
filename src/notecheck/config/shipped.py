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
    shipped = asset("rules") / "rubrics" / f"{rubric}.yaml"
    if _is_name(rubric) and shipped.is_file():
        return shipped
    if Path(rubric).is_file():
        return Path(rubric)
    known = sorted(path.stem for path in shipped.parent.glob("*.yaml"))
    near = get_close_matches(rubric, known, 1)
    remedy = f"Did you mean {near[0]!r}?" if near else f"Name a file, or one of: {', '.join(known)}."
    raise ConfigError(f"there is no rubric {rubric!r}", remedy=remedy, place="rubric")


def _is_name(rubric: str) -> bool:
    return Path(rubric).name == rubric
