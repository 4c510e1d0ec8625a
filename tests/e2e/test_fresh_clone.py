"""The README's two commands, as written, in a fresh clone with a fresh environment."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
INSIDE = "NOTECHECK_TEST_INSIDE"


def commands(clone: Path) -> list[str]:
    """The lines of the README's first code block."""
    block = re.search(r"```(?:sh|console|bash)\n(.*?)```", (clone / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert block, "the README opens with a code block"
    return [line.partition("#")[0].strip() for line in block[1].splitlines() if line.strip()]


def run(command: str, clone: Path, variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        shell=True,
        cwd=clone,
        env=variables,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=1500,
    )


@pytest.mark.skipif(INSIDE in os.environ, reason="this run is the one that the test starts")
def test_both_commands_work_as_written(clone: Path, clean_environment: dict[str, str], tmp_path: Path) -> None:
    demo, test = commands(clone)
    assert (demo, test) == ("make demo", "make test")
    done = run(demo, clone, {**clean_environment, "NOTECHECK_DATA": str(tmp_path / "data")})
    assert done.returncode == 0, done.stdout + done.stderr
    assert "LanguageTool is ready" in done.stdout + done.stderr
    assert "of 100" in done.stdout
    assert "Not checked" not in done.stdout
    # The inner run leaves out what this run itself covers: building, installing, and starting servers.
    inner = {**clean_environment, INSIDE: "1", "PYTEST_ADDOPTS": "-m 'not slow and not languagetool' -q"}
    done = run(test, clone, inner)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    assert re.search(r"\d+ passed", done.stdout)


@pytest.mark.skipif(INSIDE in os.environ, reason="this run is the one that the test starts")
def test_without_java_the_demo_still_reports_and_says_what_was_not_checked(
    clone: Path, clean_environment: dict[str, str], tmp_path: Path
) -> None:
    """A folder of links stands for a PATH on which there is neither Java nor Maven."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for folder in clean_environment["PATH"].split(os.pathsep):
        for tool in Path(folder).glob("*") if Path(folder).is_dir() else ():
            if tool.name not in ("java", "mvn", "javac") and not (tools / tool.name).exists():
                (tools / tool.name).symlink_to(tool)
    variables = {
        key: value for key, value in clean_environment.items() if key not in ("JAVA_HOME", "NOTECHECK_LANGUAGETOOL")
    }
    # A link to Python is not enough to make an environment from.
    python = str(Path(sys.base_prefix) / "bin" / "python3")
    variables.update(PATH=str(tools), NOTECHECK_DATA=str(tmp_path / "data"), PYTHON=python, EXTRAS="")
    done = run("make demo", clone, variables)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "of 100" in done.stdout
    left_out = done.stdout.partition("Not checked")[2]
    assert "LanguageTool" in left_out
    assert "Java" in left_out
