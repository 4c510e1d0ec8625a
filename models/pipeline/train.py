"""Train the shipped pipeline: ``python models/pipeline/train.py DATA_DIR [--output models/notecheck_en]``.

``DATA_DIR`` holds ``treebank/en_ewt-train.conllu.gz`` and ``treebank/en_ewt-dev.conllu.gz`` (UD English EWT 2.16).
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import spacy
from spacy.cli.train import train
from spacy.tokens import DocBin
from treebank import read_sentences, to_docs

HERE = Path(__file__).parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder that holds treebank/")
    parser.add_argument("--output", type=Path, default=HERE.parent / "notecheck_en")
    options = parser.parse_args()

    vocab = spacy.blank("en").vocab
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        for split in ("train", "dev"):
            sentences = read_sentences(options.data / "treebank" / f"en_ewt-{split}.conllu.gz")
            DocBin(docs=to_docs(sentences, vocab)).to_disk(work / f"{split}.spacy")
        train(
            HERE / "config.cfg",
            work / "out",
            overrides={"paths.train": str(work / "train.spacy"), "paths.dev": str(work / "dev.spacy")},
        )
        finish(work / "out" / "model-best", options.output)


def finish(trained: Path, output: Path) -> None:
    """Save a trained pipeline under its own name and licence, without the paths it was trained from."""
    nlp = spacy.load(trained)
    nlp.meta.update(
        name="notecheck",
        version="1.0.0",
        spacy_version=">=3.8.4,<3.9.0",
        description="Tags, lemmas, dependencies and sentences for short English business mail.",
        author="The notecheck authors",
        license="CC BY-SA 4.0",
        sources=[{"name": "UD English EWT 2.16", "license": "CC BY-SA 4.0"}],
    )
    nlp.config["paths"] = {"train": None, "dev": None}
    shutil.rmtree(output, ignore_errors=True)
    nlp.to_disk(output)


if __name__ == "__main__":
    main()
