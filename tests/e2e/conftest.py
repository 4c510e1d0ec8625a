"""A copy of the checkout as a fresh clone would have it, and environments apart from this one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What git tracks, or would track, in a folder of its own."""
    target = tmp_path_factory.mktemp("clone") / "notecheck"
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=TOP, check=True, capture_output=True).stdout.decode().split("\0")
    for name in filter(None, listed):
        if (TOP / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(TOP / name, target / name)
    return target


@pytest.fixture(scope="session")
def clean_environment() -> dict[str, str]:
    """Environment variables without what ties a process to this one's Python."""
    dropped = ("VIRTUAL_ENV", "PYTHONPATH", "PYTHONHOME", "PYTEST_CURRENT_TEST", "PYTEST_ADDOPTS")
    variables = {key: value for key, value in os.environ.items() if key not in dropped}
    own = str(Path(sys.executable).parent)
    variables["PATH"] = os.pathsep.join(item for item in variables["PATH"].split(os.pathsep) if item != own)
    return variables


@pytest.fixture(scope="session")
def wheel(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that ``python -m build`` makes of a fresh clone, by way of the source distribution."""
    output = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", str(output), str(clone)], check=True)
    (built,) = output.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def installed(wheel: Path, clean_environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``bin`` folder of a clean environment outside the checkout, with the wheel installed."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    command = [str(scripts / "python"), "-m", "pip", "install", "--quiet", str(wheel)]
    subprocess.run(command, check=True, env=clean_environment, cwd=folder)
    return scripts
