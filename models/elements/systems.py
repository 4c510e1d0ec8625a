"""The systems that are compared: each takes training notes and gives predictions for others."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import network as deep
import numpy as np
import spacy
from corpus import Note
from metrics import Predicted
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from spacy.tokens import Doc, Span
from spacy.training import Example

from notecheck.analysis.elements import layout
from notecheck.analysis.elements.encoder import LABELS
from notecheck.analysis.elements.layout import Unit, Window

System = Callable[[Sequence[Note], Sequence[Note]], list[Predicted]]


def tfidf(train: Sequence[Note], test: Sequence[Note]) -> list[Predicted]:
    """Words and pairs of words of the sentence alone, one logistic regression a label; of the whole text for kind."""
    vectors = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2, token_pattern=r"\w+|[^\w\s]")
    x = vectors.fit_transform([item.unit.text for note in train for item in note.sentences])
    xt = vectors.transform([item.unit.text for note in test for item in note.sentences])
    rows = np.zeros((xt.shape[0], len(LABELS)))
    for at, label in enumerate(LABELS):
        y = [label in item.labels for note in train for item in note.sentences]
        rows[:, at] = LogisticRegression(C=10, max_iter=1000).fit(x, y).predict_proba(xt)[:, 1]
    whole = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
    fitted = LogisticRegression(C=10, max_iter=1000).fit(
        whole.fit_transform([note.text for note in train]), [note.is_note for note in train]
    )
    kinds = fitted.predict_proba(whole.transform([note.text for note in test]))[:, 1]
    return _by_note(test, rows, kinds)


def frozen(train: Sequence[Note], test: Sequence[Note]) -> list[Predicted]:
    """Sentence vectors of the encoder as it comes, with those of the neighbours, and TF-IDF; logistic regressions."""
    import torch

    plain = deep.Network().eval().encoder
    made = deep.tokenizer()

    def vectors(notes: Sequence[Note]) -> np.ndarray:
        out = []
        with torch.inference_mode():
            for note in notes:
                own = []
                for item in note.sentences:
                    ids = torch.tensor([made.encode(item.unit.text).ids[:256]])
                    hidden = plain(input_ids=ids, attention_mask=torch.ones_like(ids)).last_hidden_state[0].mean(0)
                    own.append((hidden / hidden.norm()).numpy())
                size = len(own)
                zero = np.zeros(deep.Network.SIZE, dtype=np.float32)
                for at in range(size):
                    place = np.array([at / size, (size - at) / size, at == 0, at == size - 1], dtype=np.float32)
                    before, after = own[at - 1] if at else zero, own[at + 1] if at + 1 < size else zero
                    out.append(np.concatenate([own[at], before, after, place]))
        return np.array(out)

    x, xt = vectors(train), vectors(test)
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2, token_pattern=r"\w+|[^\w\s]")
    x = hstack([x * 3, words.fit_transform([i.unit.text for n in train for i in n.sentences])]).tocsr()
    xt = hstack([xt * 3, words.transform([i.unit.text for n in test for i in n.sentences])]).tocsr()
    rows = np.zeros((xt.shape[0], len(LABELS)))
    for at, label in enumerate(LABELS):
        y = [label in item.labels for note in train for item in note.sentences]
        rows[:, at] = LogisticRegression(C=3, max_iter=2000).fit(x, y).predict_proba(xt)[:, 1]
    kinds = [item.kind for item in tfidf(train, test)]
    return _by_note(test, rows, kinds)


def whole_note(epochs: int = 6, rate: float = 2e-4, frozen_layers: int = 2, seed: int = 1) -> System:
    """The encoder fine-tuned on whole notes: a sentence is read with all of its note."""

    def system(train: Sequence[Note], test: Sequence[Note]) -> list[Predicted]:
        network = deep.train(train, epochs=epochs, rate=rate, frozen=frozen_layers, seed=seed)
        return deep.read(network, test)

    return system


def neighbours(epochs: int = 3, rate: float = 2e-4) -> System:
    """The encoder fine-tuned on a sentence with the one before and the one after it."""

    def system(train: Sequence[Note], test: Sequence[Note]) -> list[Predicted]:
        def lay_out(units: Sequence[Unit], made: layout.Tokenizer) -> list[Window]:
            out = []
            for at in range(len(units)):
                for window in layout.lay_out(units[max(0, at - 1) : at + 2], made)[:1]:
                    pieces = tuple(
                        layout.Piece(p.number, p.start, p.end, p.offsets, p.number == units[at].number)
                        for p in window.pieces
                    )
                    out.append(Window(window.ids, pieces))
            return out

        usual = deep.lay_out
        deep.lay_out = lay_out
        try:
            network = deep.train(train, epochs=epochs, rate=rate, batch=24)
            return deep.read(network, test)
        finally:
            deep.lay_out = usual

    return system


def spancat(static: bool, epochs: int = 12) -> System:
    """spaCy's span categorizer over whole sentences, its embedding with or without static vectors of the encoder."""

    def system(train: Sequence[Note], test: Sequence[Note]) -> list[Predicted]:
        nlp = spacy.blank("en")
        if static:
            _add_vectors(nlp, train)
        width = 96
        model = {
            "@architectures": "spacy.SpanCategorizer.v1",
            "reducer": {"@layers": "spacy.mean_max_reducer.v1", "hidden_size": 128},
            "scorer": {"@layers": "spacy.LinearLogistic.v1", "nO": None, "nI": None},
            "tok2vec": {
                "@architectures": "spacy.Tok2Vec.v2",
                "embed": {
                    "@architectures": "spacy.MultiHashEmbed.v2",
                    "width": width,
                    "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
                    "rows": [5000, 1000, 2500, 2500],
                    "include_static_vectors": static,
                },
                "encode": {
                    "@architectures": "spacy.MaxoutWindowEncoder.v2",
                    "width": width,
                    "window_size": 1,
                    "maxout_pieces": 3,
                    "depth": 4,
                },
            },
        }
        suggester = {"@misc": "notecheck.sentence_suggester.v1"}
        settings = {"spans_key": "sc", "threshold": 0.0, "model": model, "suggester": suggester}
        pipe = nlp.add_pipe("spancat", config=settings)
        for label in LABELS:
            pipe.add_label(label)
        examples = [Example(_doc(nlp, note, gold=False), _doc(nlp, note, gold=True)) for note in train]
        nlp.initialize(lambda: examples)
        draw = random.Random(1)
        for _ in range(epochs):
            draw.shuffle(examples)
            for batch in spacy.util.minibatch(examples, 8):
                nlp.update(batch, drop=0.2)
        rows = []
        for note in test:
            doc = pipe(_doc(nlp, note, gold=False))
            at = {(s.start, s.end): number for number, s in enumerate(doc.sents)}
            table = np.zeros((len(note.sentences), len(LABELS)))
            group = doc.spans["sc"]
            for span, score in zip(group, group.attrs["scores"], strict=True):
                number = at[span.start, span.end]
                table[number, LABELS.index(span.label_)] = max(table[number, LABELS.index(span.label_)], score)
            rows.append(table)
        kinds = [item.kind for item in tfidf(train, test)]
        return [Predicted(table, kind) for table, kind in zip(rows, kinds, strict=True)]

    return system


@spacy.registry.misc("notecheck.sentence_suggester.v1")
def _sentence_suggester() -> Callable[..., object]:
    from thinc.types import Ragged

    def suggest(docs: Sequence[Doc], *, ops=None):  # type: ignore[no-untyped-def]
        from thinc.api import get_current_ops

        ops = ops or get_current_ops()
        spans = [[s.start, s.end] for doc in docs for s in doc.sents]
        lengths = [len(list(doc.sents)) for doc in docs]
        return Ragged(ops.asarray2i(spans), ops.asarray1i(lengths))

    return suggest


def _doc(nlp: spacy.Language, note: Note, *, gold: bool) -> Doc:
    words, starts = [], []
    bounds = []
    for item in note.sentences:
        tokens = [token.text for token in nlp.make_doc(item.unit.text) if not token.is_space] or ["."]
        bounds.append((len(words), len(words) + len(tokens)))
        words += tokens
        starts += [True] + [False] * (len(tokens) - 1)
    doc = Doc(nlp.vocab, words=words, sent_starts=starts)
    if gold:
        doc.spans["sc"] = [
            Span(doc, *bound, label=label)
            for bound, item in zip(bounds, note.sentences, strict=True)
            for label in item.labels
        ]
    return doc


def _add_vectors(nlp: spacy.Language, train: Sequence[Note]) -> None:
    from model2vec.distill import distill

    texts = [item.unit.text for note in train for item in note.sentences]
    words = sorted({token.text.lower() for text in texts for token in nlp.make_doc(text) if token.is_alpha})
    small = distill(model_name=str(deep.encoder_folder()), vocabulary=words, pca_dims=128)
    table = small.encode(words)
    from spacy.vectors import Vectors

    nlp.vocab.vectors = Vectors(shape=(len(words) + 1, table.shape[1]))
    for word, vector in zip(words, table, strict=True):
        nlp.vocab.set_vector(word, vector)
        nlp.vocab.set_vector(word.title(), vector)


def _by_note(notes: Sequence[Note], rows: np.ndarray, kinds: Sequence[float]) -> list[Predicted]:
    out, done = [], 0
    for note, kind in zip(notes, kinds, strict=True):
        out.append(Predicted(rows[done : done + len(note.sentences)], float(kind)))
        done += len(note.sentences)
    return out
