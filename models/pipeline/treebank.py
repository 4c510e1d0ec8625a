"""Universal Dependencies CoNLL-U (gzip) to spaCy ``Doc`` objects, with the running text and paragraphs kept."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from spacy.tokens import Doc
from spacy.vocab import Vocab


class Row(NamedTuple):
    """One syntactic word of a sentence; ``head`` is 0-based within the sentence, its own index at the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    space: bool


class Sentence(NamedTuple):
    """One sentence with its ``sent_id`` and the id of the paragraph that holds it."""

    sent_id: str
    paragraph: str
    rows: list[Row]


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a ``.conllu.gz`` file in order.

    Multiword tokens ("don't") become their syntactic words, spaced as in the text; empty nodes are dropped.
    """
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for block in "".join(lines).strip().split("\n\n"):
            yield _sentence(block)


def _sentence(block: str) -> Sentence:
    meta: dict[str, str] = {}
    rows: list[Row] = []
    fused_until, fused_space = 0, True
    for line in block.splitlines():
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            meta[key.strip()] = value.strip()
            continue
        ident, form, lemma, upos, xpos, feats, head, deprel, _deps, misc = line.split("\t")
        space = "SpaceAfter=No" not in misc
        if "-" in ident:
            fused_until, fused_space = int(ident.split("-")[1]), space
        elif "." not in ident:
            number = int(ident)
            if number < fused_until:
                space = False
            elif number == fused_until:
                space = fused_space
            index = int(head) - 1 if head != "0" else number - 1
            feats = "" if feats == "_" else feats
            rows.append(Row(form, lemma, upos, xpos, feats, index, deprel, space))
    # A paragraph id stands only on its first sentence in some releases, so the sentence id's document is the fallback.
    sent_id = meta["sent_id"]
    return Sentence(sent_id, meta.get("newpar id", sent_id.rpartition("-")[0]), rows)


def to_docs(sentences: Iterable[Sentence], vocab: Vocab) -> Iterator[Doc]:
    """Join the sentences of one source document, eight at most, into one ``Doc``, as the running text that a parser
    meets in use."""
    for _, group in groupby(sentences, key=lambda s: s.sent_id.rpartition("-")[0]):
        document = list(group)
        for start in range(0, len(document), 8):
            yield _doc(document[start : start + 8], vocab)


def _doc(sentences: list[Sentence], vocab: Vocab) -> Doc:
    rows, heads, starts = [], [], []
    for sentence in sentences:
        offset = len(rows)
        rows += sentence.rows
        heads += [offset + row.head for row in sentence.rows]
        starts += [index == 0 for index in range(len(sentence.rows))]
    return Doc(
        vocab,
        words=[row.form for row in rows],
        spaces=[row.space for row in rows],
        tags=[row.xpos for row in rows],
        pos=[row.upos for row in rows],
        morphs=[row.feats for row in rows],
        lemmas=[row.lemma for row in rows],
        heads=heads,
        deps=["ROOT" if row.deprel == "root" else row.deprel for row in rows],
        sent_starts=starts,
    )
