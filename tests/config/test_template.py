from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from notecheck.config import Settings, load_settings, write_template
from notecheck.config.template import markdown_table, template
from notecheck.errors import ConfigError


def test_template_changes_nothing(tmp_path: Path) -> None:
    write_template(tmp_path / "notecheck.toml")
    assert load_settings(config=tmp_path / "notecheck.toml", isolated=True) == Settings()


@pytest.mark.parametrize("name", [item.name for item in fields(Settings)])
def test_each_line_of_the_template_can_be_uncommented(name: str, tmp_path: Path) -> None:
    lines = [line.removeprefix("# ") for line in template().splitlines() if line.startswith(f"# {name} = ")]
    path = tmp_path / "notecheck.toml"
    path.write_text("\n".join(lines))
    assert len(lines) == 1
    load_settings(config=path, isolated=True)


def test_template_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "notecheck.toml"
    path.write_text("mine")
    with pytest.raises(ConfigError, match="exists already"):
        write_template(path)
    assert path.read_text() == "mine"


def test_template_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be written"):
        write_template(tmp_path / "gone" / "notecheck.toml")


def test_every_setting_is_in_the_table_with_its_meaning() -> None:
    rows = {row.split("`")[1]: row for row in markdown_table().splitlines()[2:]}
    assert list(rows) == [item.name for item in fields(Settings)]
    assert all(item.metadata["help"] in rows[item.name] for item in fields(Settings))
