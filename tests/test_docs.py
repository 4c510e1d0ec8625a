from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_generated_documentation_is_up_to_date() -> None:
    script = Path(__file__).parents[1] / "docs" / "generate.py"
    done = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
