"""How a sentence is made, in numbers that tell of tone whatever its words are.

The traits are those of studies of formality (Heylighen and Dewaele 2002; Pavlick and Tetreault 2016) and of politeness
(Danescu-Niculescu-Mizil et al. 2013): length of sentence and words, word classes, persons, modals, sentence type,
punctuation and case.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from math import log, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["TRAITS", "Word", "form"]


class Word(NamedTuple):
    """A token as spaCy tags it: its text, Penn tag, universal part of speech and dependency."""

    text: str
    tag: str
    pos: str
    dep: str


class _Made:
    """What the traits are computed from: a sentence's tokens, those that are words, and its text."""

    def __init__(self, tokens: Sequence[Word], text: str) -> None:
        self.tokens, self.text = tokens, text.strip()
        self.words = [token for token in tokens if any(sign.isalnum() for sign in token.text)]
        self.count = max(1, len(self.words))
        # A name is no word: May and Will are no modals, and a long name makes no learned sentence.
        self.common = [word for word in self.words if word.pos != "PROPN"]
        self.lower = [token.text.lower().replace("’", "'") for token in tokens if token.pos != "PROPN"]
        self.classes = Counter(token.pos for token in tokens)
        self.tags = Counter(token.tag for token in tokens)
        self.first = self.words[0] if self.words else Word("", "", "", "")

    def per_word(self, number: float) -> float:
        return number / self.count

    def scaled(self, number: float) -> float:
        """By the root of the length: a second one in a long sentence says less than the first."""
        return number / sqrt(self.count)

    def any_of(self, *words: str) -> float:
        return self.scaled(sum(word in words for word in self.lower))

    def of_classes(self, *classes: str) -> int:
        return sum(self.classes[one] for one in classes)

    def has(self, pattern: str) -> float:
        return float(bool(re.search(pattern, self.text)))


_DEEP = ("NOUN", "PROPN", "ADJ", "ADP", "DET")
_SHALLOW = ("PRON", "VERB", "ADV", "INTJ", "AUX")
_THIRD = ("he", "she", "they", "him", "her", "them", "his", "their", "it", "its")
_NEGATIVE = ("not", "n't", "never", "no", "none", "nothing", "neither", "nor", "without", "hardly")
_CONTRACTED = re.compile(r"(n't|'(s|re|ve|ll|d|m))\Z")
_NOMINAL = re.compile(r"(tion|ment|ance|ence|ity|ness)s?\Z")

TRAITS: dict[str, Callable[[_Made], float]] = {
    "length": lambda made: log(made.count + 1),
    "few-words": lambda made: float(made.count <= 4),
    "word-length": lambda made: sum(len(word.text) for word in made.common) / max(1, len(made.common)),
    "long-words": lambda made: made.per_word(sum(len(word.text) >= 7 for word in made.common)),
    "nominal-style": lambda made: made.per_word(made.of_classes(*_DEEP) - made.of_classes(*_SHALLOW)),
    "nominalisations": lambda made: made.scaled(sum(bool(_NOMINAL.search(word)) for word in made.lower)),
    "nouns": lambda made: made.per_word(made.classes["NOUN"]),
    "names": lambda made: made.per_word(made.classes["PROPN"]),
    "adjectives": lambda made: made.per_word(made.classes["ADJ"]),
    "adverbs": lambda made: made.per_word(made.classes["ADV"]),
    "prepositions": lambda made: made.per_word(made.classes["ADP"]),
    "interjection": lambda made: float(made.classes["INTJ"] > 0),
    "subordination": lambda made: min(2.0, made.classes["SCONJ"]),
    "coordination": lambda made: min(2.0, made.classes["CCONJ"]),
    "past-tense": lambda made: made.scaled(made.tags["VBD"]),
    "present-tense": lambda made: made.scaled(made.tags["VBP"] + made.tags["VBZ"]),
    "superlatives": lambda made: made.scaled(made.tags["JJS"] + made.tags["RBS"]),
    "comparatives": lambda made: made.scaled(made.tags["JJR"] + made.tags["RBR"]),
    "passive": lambda made: float(any(":pass" in token.dep or token.dep.endswith("pass") for token in made.tokens)),
    "no-verb": lambda made: float(made.of_classes("VERB", "AUX") == 0),
    "no-subject": lambda made: float(not any("subj" in token.dep for token in made.tokens)),
    "imperative": lambda made: float(made.first.tag == "VB" and made.first.dep.lower() == "root"),
    "please-imperative": lambda made: float(
        len(made.words) > 1 and made.first.text.lower() == "please" and made.words[1].tag == "VB"
    ),
    "starts-with-why": lambda made: float(made.first.text.lower() == "why"),
    "starts-with-question-word": lambda made: float(
        made.first.text.lower() in ("why", "what", "how", "when", "where", "who", "which")
    ),
    "first-person": lambda made: made.any_of("i", "me", "my", "mine"),
    "second-person": lambda made: made.any_of("you", "your", "yours", "u", "ya"),
    "we": lambda made: made.any_of("we", "us", "our", "ours"),
    "third-person": lambda made: made.any_of(*_THIRD),
    "negation": lambda made: made.any_of(*_NEGATIVE),
    "could-would-might": lambda made: made.any_of("could", "would", "might", "may"),
    "can": lambda made: made.any_of("can"),
    "will": lambda made: made.any_of("will", "shall", "'ll"),
    "should-must": lambda made: made.any_of("should", "must", "need"),
    "contractions": lambda made: made.scaled(sum(bool(_CONTRACTED.match(word)) for word in made.lower)),
    "question": lambda made: made.has(r"\?"),
    "exclamation": lambda made: made.has("!"),
    "trailing-dots": lambda made: made.has(r"\.\.|…"),
    "commas": lambda made: min(3.0, made.text.count(",")),
    "dashes": lambda made: made.has(r" - |--|—"),
    "parentheses": lambda made: made.has(r"\("),
    "capitals": lambda made: made.per_word(sum(word.text.isupper() and len(word.text) > 2 for word in made.words)),
    "numbers": lambda made: made.per_word(sum(any(sign.isdigit() for sign in word.text) for word in made.words)),
    "starts-lower-case": lambda made: made.has(r"\A[a-z]"),
    "no-full-stop": lambda made: float(not re.search(r"[.!?:;,)\"”’']\Z", made.text)),
}
"""Each trait by name; a number of 0 or more, but for ``nominal-style``, which runs from -1 to 1."""


def form(tokens: Sequence[Word], text: str) -> NDArray[np.float32]:
    """The traits of a sentence, ``[len(TRAITS)]``, in their order."""
    made = _Made([token for token in tokens if token.text.strip()], text)
    return np.array([trait(made) for trait in TRAITS.values()], dtype=np.float32)
