"""Score all that is shipped, and write the cards but for that of tone, which its training writes: ``python models/evaluate.py DATA_DIR``.

Needs what ``models/train.py`` left in ``models/work``: the networks that saw no text of a fold's writers.
"""

from __future__ import annotations

from train import run

if __name__ == "__main__":
    run("pipeline/evaluate.py", "elements/evaluate.py")
