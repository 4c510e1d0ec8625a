from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from notecheck.errors import InputError
from notecheck.sources import expand


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b.txt", "a.MD", "sub/c.eml", "sub/d.docx", ".hidden/e.txt", ".f.txt", "~$d.docx", "g.png", "[x].txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(*inputs: str) -> list[str]:
    return [found.message if isinstance(found, InputError) else Path(found).as_posix() for found in expand(inputs)]


def test_a_folder_is_searched(folder: Path) -> None:
    assert names(".") == ["[x].txt", "a.MD", "b.txt", "sub/c.eml", "sub/d.docx"]


def test_files_come_in_order_and_once(folder: Path) -> None:
    assert names("sub", "b.txt", "./b.txt", str(folder / "b.txt"), "-", "-", "g.png") == [
        "sub/c.eml",
        "sub/d.docx",
        "b.txt",
        "-",
        "g.png",
    ]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("*.txt", ["[x].txt", "b.txt"]),
        ("s*", ["sub/c.eml", "sub/d.docx"]),
        ("**/*.eml", ["sub/c.eml"]),
        ("[x].txt", ["[x].txt"]),
        ("?.txt", ["b.txt"]),
        ("*.pdf", ["no file matches"]),
        ("empty", ["the folder holds no notes"]),
        ("", ["the name of an input is not a path"]),
        ("missing.txt", ["missing.txt"]),
    ],
)
def test_patterns(folder: Path, pattern: str, found: list[str]) -> None:
    assert names(pattern) == found


def test_a_failure_does_not_stop_the_rest(folder: Path) -> None:
    found = list(expand(["empty", "b.txt"]))
    assert isinstance(found[0], InputError)
    assert (found[0].place, found[0].remedy != "", found[1]) == ("empty", True, "b.txt")


def test_a_folder_that_may_not_be_listed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    assert names("sub") == ["the folder cannot be listed (Permission denied)"]


@pytest.mark.skipif(sys.platform == "win32", reason="links")
def test_links_make_no_loop(folder: Path) -> None:
    (folder / "sub" / "up").symlink_to(folder)
    (folder / "z.txt").symlink_to(folder / "b.txt")
    assert names(".") == ["[x].txt", "a.MD", "b.txt", "sub/c.eml", "sub/d.docx"]
