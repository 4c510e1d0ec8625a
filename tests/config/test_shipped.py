from __future__ import annotations

from pathlib import Path

import pytest

from notecheck.config import asset, rubric_path
from notecheck.errors import ConfigError


def test_rules_and_models_are_there() -> None:
    assert (asset("rules") / "rubrics").is_dir()
    assert asset("models").is_dir()


def test_rubric_by_name_and_by_path(tmp_path: Path) -> None:
    assert rubric_path("default") == asset("rules") / "rubrics" / "default.yaml"
    own = tmp_path / "own.yaml"
    own.write_text("x")
    assert rubric_path(str(own)) == own


def test_unknown_rubric_says_which_was_meant() -> None:
    with pytest.raises(ConfigError, match="Did you mean 'default'"):
        rubric_path("defualt")


def test_a_name_cannot_leave_the_folder() -> None:
    with pytest.raises(ConfigError):
        rubric_path("../rubrics/default")
