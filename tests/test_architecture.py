"""The map of the house is true: its layers are those enforced, its parts are there, and each library has its home."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from notecheck.config.toml_file import read_toml

TOP = Path(__file__).parents[1]
SOURCE = TOP / "src" / "notecheck"
PAGE = (TOP / "docs" / "architecture.md").read_text("utf-8")
MAP = PAGE.split("```text\n")[1].split("```")[0]


@pytest.fixture(scope="module")
def contracts() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read_toml(TOP / "pyproject.toml")[0]["tool"]["importlinter"]["contracts"]
    return found


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Each module that a file imports, and whether it does so when it runs, not for the type checker alone."""
    tree = ast.parse(path.read_text("utf-8"))
    unreal = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for branch in node.body
        for inner in ast.walk(branch)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node not in unreal) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module, node not in unreal


def test_layers_are_those_enforced(contracts: list[dict[str, Any]]) -> None:
    (enforced,) = (contract["layers"] for contract in contracts if contract["type"] == "layers")
    told = re.findall(r"^\d+\. (.*)$", PAGE.split("<!-- layers -->")[1].split("<!-- /layers -->")[0], re.MULTILINE)
    wanted = [", ".join(f"`{name.removeprefix('notecheck.')}`" for name in layer.split(" | ")) for layer in enforced]
    assert told == wanted


def test_every_part_has_a_layer_and_a_place_on_the_map(contracts: list[dict[str, Any]]) -> None:
    (enforced,) = (contract["layers"] for contract in contracts if contract["type"] == "layers")
    layered = {name.removeprefix("notecheck.") for layer in enforced for name in layer.split(" | ")}
    parts = {path.name for path in SOURCE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    parts -= {"__init__.py", "__main__.py"}
    assert {name.removesuffix(".py") for name in parts} == layered
    assert [name for name in parts if not re.search(rf"^   {re.escape(name)}/?\s", MAP, re.MULTILINE)] == []
    facts = {path.name for path in (SOURCE / "analysis").iterdir() if not path.name.startswith("__")}
    assert [name for name in facts if not re.search(rf"│  {re.escape(name)}/?\s", MAP)] == []


def test_what_the_page_names_is_there() -> None:
    drawn_only = {"document.py", "edits.py"}
    named = set(re.findall(r"[\w/]+(?:\.py\b|/(?=[\s`,)]))", PAGE)) - drawn_only
    places = [TOP, SOURCE, *(path for path in SOURCE.rglob("*") if path.is_dir())]
    assert len(named) > 30
    assert [name for name in named if not any((place / name).exists() for place in places)] == []


def test_every_library_has_its_home(contracts: list[dict[str, Any]]) -> None:
    homed = {name for contract in contracts for name in contract.get("forbidden_modules", [])}
    used = {name.partition(".")[0] for path in SOURCE.rglob("*.py") for name, _ in imports(path)}
    third_party = used - set(sys.stdlib_module_names) - {"notecheck", "tomllib"}
    assert len(third_party) > 10
    assert third_party - homed == set()


def test_only_the_pipeline_loads_a_pipeline() -> None:
    loading = [path.name for path in SOURCE.rglob("*.py") if ("spacy", True) in set(imports(path))]
    assert loading == ["pipeline.py"]


def test_only_the_set_up_and_the_loopback_server_can_reach_a_network() -> None:
    modules = {"requests", "urllib.request", "http.client", "socket", "ssl", "ftplib", "smtplib"}
    users = {
        path.relative_to(SOURCE).parent.as_posix()
        for path in SOURCE.rglob("*.py")
        for name, real in imports(path)
        if real and name in modules
    }
    assert users <= {"installation", "analysis/mechanics"}


def test_no_file_is_a_cut_in_the_wrong_place() -> None:
    assert [path for path in SOURCE.rglob("*") if path.stem in ("utils", "helpers", "common", "core", "misc")] == []
