"""Train all that is shipped, anew: ``python models/train.py DATA_DIR``; a morning on two cores.

``DATA_DIR`` holds ``treebank/``, for the pipeline. The model of the elements learns from ``models/corpus`` alone. Needs
``pip install -r models/requirements.txt``.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def run(script: str, *, data_for_elements: bool = False) -> None:
    """Run ``pipeline/SCRIPT`` on the data folder, then ``elements/SCRIPT`` on the corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder that holds treebank/")
    options = parser.parse_args()
    subprocess.run([sys.executable, HERE / "pipeline" / script, options.data], check=True)
    more = ["--data", options.data] if data_for_elements else []
    subprocess.run([sys.executable, HERE / "elements" / script, *more], check=True)


if __name__ == "__main__":
    run("train.py")
