"""Train all that is shipped, anew: ``python models/train.py DATA_DIR``; a morning on two cores.

``DATA_DIR`` holds ``treebank/``, for the pipeline, ``request/``, ``politeness/`` and ``goemotions/``, from which the
model of the elements learns what is no note (all else it learns from ``models/corpus``), and ``certainty/``, which with
these teaches tone. Needs ``pip install -r models/requirements.txt``.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def run(*scripts: str) -> None:
    """Run scripts of this folder on the data folder, in order."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder that holds treebank/ and the others")
    options = parser.parse_args()
    for script in scripts:
        subprocess.run([sys.executable, HERE / script, options.data], check=True)


if __name__ == "__main__":
    run("pipeline/train.py", "elements/train.py", "tone/train.py", "objections/train.py")
