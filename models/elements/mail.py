"""Real mail that follows no interview: paragraphs of the e-mails in the treebank that the pipeline is trained on."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

LEAST = 25
"""Words; a shorter paragraph says too little of what it belongs to."""


def paragraphs(folder: Path) -> Iterator[str]:
    """The paragraphs of ``en_ewt-*.conllu.gz`` in a folder that come from e-mail, a sentence a line."""
    for path in sorted(folder.glob("en_ewt-*.conllu.gz")):
        mail, lines = False, list[str]()
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in [*file, "# newpar"]:
                if line.startswith(("# newdoc", "# newpar")):
                    text = "\n".join(lines)
                    if mail and len(text.split()) >= LEAST:
                        yield text + "\n"
                    lines = []
                if line.startswith("# newdoc"):
                    mail = "email-" in line
                if line.startswith("# text = "):
                    lines.append(line.removeprefix("# text = ").strip())
