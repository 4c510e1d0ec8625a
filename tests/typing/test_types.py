"""The public API is typed as documented: mypy, strict, over ``api.py`` and over the Python of the pages."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.documentation import TOP, blocks


def test_documented_usage_is_typed(tmp_path: Path) -> None:
    scripts = [Path(__file__).with_name("api.py")]
    for page in {block.page for block in blocks("python")}:
        scripts.append(tmp_path / f"{Path(page).stem.lower()}_page.py")
        scripts[-1].write_text("\n".join(block.text for block in blocks("python") if block.page == page), "utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", "pyproject.toml", *map(str, scripts)]
    variables = {**os.environ, "MYPYPATH": "src"}
    done = subprocess.run(command, cwd=TOP, env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
