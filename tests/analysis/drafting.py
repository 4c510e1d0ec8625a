"""Documents with known zones and docs with known tags, so that facts are tested without zone finder and model."""

from __future__ import annotations

import re
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from notecheck.document import Context, Document, Sentence, Zone
from notecheck.report import ZoneName

_SENTENCE = re.compile(r"\S[^\n]*?(?:[.!?]+(?=\s|$)|(?=\n)|$)")


def draft(
    body: str = "", *, greeting: str = "", signoff: str = "", quoted: str = "", context: Context | None = None
) -> Document:
    """A document made of the parts given, one blank line between them; paragraphs are split at blank lines."""
    parts: list[tuple[ZoneName, str]] = [
        ("greeting", greeting),
        ("body", body),
        ("signoff", signoff),
        ("quoted", quoted),
    ]
    parts = [(name, part) for name, part in parts if part.strip()]
    document = Document("\n\n".join(part for _, part in parts), context=context or Context())
    zones, sentences, start = [], [], 0
    for name, part in parts:
        zones.append(Zone(name, start, start + len(part)))
        sentences += [_sentence(match, name, start, document.text) for match in _SENTENCE.finditer(part)]
        start += len(part) + 2
    document.__dict__.update(zones=tuple(zones), sentences=tuple(sentences))
    return document


def _sentence(match: re.Match[str], zone: ZoneName, offset: int, text: str) -> Sentence:
    start = match.start() + offset
    return Sentence(start, start + len(match[0].rstrip()), zone, text.count("\n\n", 0, start))


@lru_cache(maxsize=1)
def tokenizer() -> Language:
    return spacy.blank("en")


def tagged(document: Document, **tags: str) -> Doc:
    """The document's tokens; ``tags`` gives the part of speech of words, all others are X."""
    plain = tokenizer().make_doc(document.clean)
    starts = {sentence.start for sentence in document.sentences}
    return Doc(
        plain.vocab,
        words=[token.text for token in plain],
        spaces=[bool(token.whitespace_) for token in plain],
        pos=[tags.get(token.text, "X") for token in plain],
        sent_starts=[token.i == 0 or token.idx in starts for token in plain],
    )
