"""Score the pipeline and write its card: ``python models/pipeline/evaluate.py DATA_DIR [--pipeline
models/notecheck_en]``.

Scores are on the development split of UD English EWT 2.16, with raw text in and our own tokenizer: on all of it, and
on the sentences that come from e-mail. A test compares the card with the scores kept in the pipeline's ``meta.json``.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import spacy
from spacy.training import Example
from treebank import Sentence, read_sentences, to_docs

HERE = Path(__file__).parent
ROWS = {
    "token_f": "Tokens, F",
    "tag_acc": "Fine-grained tags, accuracy",
    "pos_acc": "Parts of speech, accuracy",
    "lemma_acc": "Lemmas, accuracy",
    "dep_uas": "Unlabelled attachment (UAS)",
    "dep_las": "Labelled attachment (LAS)",
    "sents_f": "Sentence boundaries, F (the parser's own; notecheck sets its own)",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder that holds treebank/")
    parser.add_argument("--pipeline", type=Path, default=HERE.parent / "notecheck_en")
    options = parser.parse_args()

    nlp = spacy.load(options.pipeline)
    sentences = list(read_sentences(options.data / "treebank" / "en_ewt-dev.conllu.gz"))
    mail = [sentence for sentence in sentences if sentence.sent_id.startswith("email-")]
    performance = {"all": score(nlp, sentences), "mail": score(nlp, mail)}

    path = options.pipeline / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta["performance"] = performance
    path.write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    card = HERE.parent / "README.md"
    card.write_text(fill((HERE / "card.md").read_text(encoding="utf-8"), performance), encoding="utf-8")
    print(table(performance))


def score(nlp: spacy.Language, sentences: list[Sentence]) -> dict[str, float]:
    """Each score in [0, 1] on running text, and the numbers of sentences and tokens."""
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in to_docs(sentences, nlp.vocab)]
    scores = nlp.evaluate(examples)
    return {key: round(float(scores[key]), 4) for key in ROWS} | {
        "sentences": len(sentences),
        "tokens": sum(len(sentence.rows) for sentence in sentences),
    }


def table(performance: dict[str, dict[str, float]]) -> str:
    """The scores as a Markdown table, in percent."""
    everything, mail = performance["all"], performance["mail"]
    lines = [
        f"| | all ({everything['sentences']:,.0f} sentences) | e-mail ({mail['sentences']:,.0f} sentences) |",
        "| --- | ---: | ---: |",
    ]
    lines += [f"| {name} | {100 * everything[key]:.1f} | {100 * mail[key]:.1f} |" for key, name in ROWS.items()]
    return "\n".join(lines)


def fill(template: str, performance: dict[str, dict[str, float]]) -> str:
    """The card with its table of scores."""
    return template.replace("{{scores}}", table(performance))


if __name__ == "__main__":
    main()
