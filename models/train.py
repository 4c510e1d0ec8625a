"""Train all that is shipped, anew: ``python models/train.py DATA_DIR``; a morning on two cores.

``DATA_DIR`` holds ``treebank/``, for the pipeline, and ``request/``, ``politeness/`` and ``goemotions/``, from which the
model of the elements learns what is no note; all else it learns from ``models/corpus``. Needs
``pip install -r models/requirements.txt``.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def run(script: str) -> None:
    """Run ``pipeline/SCRIPT`` on the data folder, then ``elements/SCRIPT``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder that holds treebank/ and the others")
    options = parser.parse_args()
    subprocess.run([sys.executable, HERE / "pipeline" / script, options.data], check=True)
    subprocess.run([sys.executable, HERE / "elements" / script, options.data], check=True)


if __name__ == "__main__":
    run("train.py")
