"""Tokens as bit sets: one bit for every word, class, part of speech and tag that a pattern asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from notecheck.analysis.elements.syntax import roles
from notecheck.ruleset.element_patterns import WordClass
from notecheck.ruleset.token_notation import ROLES

if TYPE_CHECKING:
    from spacy.tokens import Doc

CLAUSE_ENDS = frozenset([".", ";", ":", "!", "?", "--", "–", "—", "…", "..."])
"""No gap of a pattern reaches over one of these."""

_LINK = re.compile(r"(https?://|www\.)\S|[\w-]+(\.[a-z]{2,})+/\S")
_WORD = 2
_COMMON = 10_000
_CACHED_WORDS = 50_000


class Features:
    """Bits of tokens, for the names that patterns use.

    A token belongs to a class if its form is listed there, or its lemma among the verbs and nouns.

    Args:
        words: The word classes.
        names: What the patterns ask for: words, ``@classes``, ``#roles``, parts of speech and tags.
    """

    def __init__(self, words: Mapping[str, WordClass], names: Iterable[str]) -> None:
        self._words = words
        self._forms = {name: entry.forms() for name, entry in words.items()}
        self._lemmas = {name: entry.lemmas() for name, entry in words.items()}
        self._bits = {name: 1 << (place + 2) for place, name in enumerate(sorted(set(names)))}
        self._wanted_classes = [name for name in self._bits if name.startswith("@")]
        self._roles = {name: bit for name, bit in self._bits.items() if name in ROLES}
        self._sizes = {bit: self._size(name) for name, bit in self._bits.items()}
        self._cache: dict[tuple[int, int, int, int], int] = {}

    def bit(self, name: str) -> int:
        """The bit of a name; one that was not announced has none."""
        return self._bits.get(name, 0)

    def size(self, bit: int) -> int:
        """How common tokens with a bit are, roughly: by the law of abbreviation, short words are the common ones."""
        return self._sizes.get(bit, 1)

    @property
    def clause_end(self) -> int:
        """The bit of tokens that end a clause."""
        return 1

    def of(self, doc: Doc, slots: Sequence[tuple[int, int]] = ()) -> list[int]:
        """The bits of each token, 0 for white space; those inside an open slot count as nouns and names too."""
        keys = list(map(tuple, doc.to_array(["LOWER", "LEMMA", "POS", "TAG"]).tolist()))
        if len(self._cache) > _CACHED_WORDS:
            self._cache.clear()
        strings, cache = doc.vocab.strings, self._cache
        bits = []
        for key in keys:
            known = cache.get(key)
            if known is None:
                known = cache[key] = self._compute(*(strings[item] for item in key))
            bits.append(known)
        if self._roles:
            for number, role in roles(doc):
                bits[number] |= self._roles.get(role, 0) if bits[number] else 0
        if slots:
            self._fill(doc, bits, slots)
        return bits

    def _size(self, name: str) -> int:
        if not name.startswith("@"):
            return _COMMON if name.isupper() or name in ROLES else 4 ** max(0, 6 - len(name))
        entry = self._words[name[1:]]
        listed = sum(map(self._size, self._forms[name[1:]])) + sum(self._size(f"@{other}") for other in entry.classes)
        return listed or _COMMON

    def _fill(self, doc: Doc, bits: list[int], slots: Sequence[tuple[int, int]]) -> None:
        filled = self._compute("", "", "PROPN", "NNP") | self._compute("", "", "NOUN", "NN") | self.bit("@slot")
        for start, end in slots:
            for token in doc:
                if start < token.idx + len(token) and token.idx < end:
                    bits[token.i] = (bits[token.i] | filled) & ~self.clause_end

    def _compute(self, lower: str, lemma: str, pos: str, tag: str) -> int:
        if lower.isspace():
            return 0
        lower = lower.replace("’", "'")
        lemma = lemma.lower()
        bits = _WORD | (self.clause_end if lower in CLAUSE_ENDS else 0)
        link = "LINK" if _LINK.match(lower) else ""
        for name in (lower, pos, tag):
            bits |= 0 if name[:1] in ("@", "#") else self._bits.get(name, 0)  # "#mine" may be a word of the text.
        for name in self._wanted_classes:
            if self._belongs(name[1:], lower, lemma, link or pos, tag):
                bits |= self._bits[name]
        return bits

    def _belongs(self, name: str, lower: str, lemma: str, pos: str, tag: str) -> bool:
        entry = self._words[name]
        forms = self._forms[name]
        if entry.pos and pos not in entry.pos and tag not in entry.pos:
            return False
        if any(self._belongs(other, lower, lemma, pos, tag) for other in entry.but):
            return False
        if not forms and not entry.classes:
            return True
        if lower in forms or lemma in self._lemmas[name]:
            return True
        return any(self._belongs(other, lower, lemma, pos, tag) for other in entry.classes)
