"""The words and patterns of a text that move its tone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from threading import Lock
from typing import TYPE_CHECKING

from notecheck.document import Document
from notecheck.document.sentences import Sentence
from notecheck.ruleset.phrase_scan import PhraseScan, Scanned
from notecheck.ruleset.phrases import Runaway, compile_patterns, find
from notecheck.ruleset.tone_features import ToneFeature

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.tokens import Doc, Token
    from spacy.vocab import Vocab

__all__ = ["FeatureFinder"]

Range = tuple[int, int]

_NEGATION_WORDS = """
not no never n't don't doesn't didn't isn't wasn't aren't weren't won't can't cannot couldn't wouldn't without
hardly neither nor
"""
_NEGATIONS = frozenset(_NEGATION_WORDS.split())
_REACH = 3
"""How many words before a match a negation may stand."""

_TITLES = frozenset(["mr", "ms", "mrs", "mx", "miss", "dr", "prof", "professor", "doctor", "sir", "madam"])

_BREAK = frozenset(',.;:!?—–()"“”')


class FeatureFinder:
    """Finds features of tone.

    Args:
        features: What moves which axis; their order is that of the evidence at the same place.
    """

    def __init__(self, features: Sequence[ToneFeature]) -> None:
        self._features = tuple(features)
        exceptions = {_exception(f.id): f.unless for f in features}
        self._scan = PhraseScan({**{f.id: f.phrases for f in features}, **exceptions})
        self._regexes = [(f.id, compile_patterns((), f.regex, case_sensitive=True)) for f in features if f.regex]
        self._matchers = _Matchers([f for f in features if f.patterns])

    def find(self, document: Document, doc: Doc, sentences: Sequence[Sentence]) -> list[tuple[ToneFeature, Range]]:
        """Every match that counts in the sentences, feature by feature, from left to right.

        Args:
            document: The text.
            doc: The same text, tagged.
            sentences: Those that are measured, in order.
        """
        scanned = Scanned(document.clean, sentences)
        matches = self._matches(document, doc, scanned, sentences)
        names = _name_places(document, doc)
        found = []
        for feature in self._features:
            exceptions = matches.get(_exception(feature.id), [])
            for span in _apart(matches.get(feature.id, [])):
                if _counts(feature, span, exceptions, scanned, names):
                    found.append((feature, span))
        return found

    def _matches(
        self, document: Document, doc: Doc, scanned: Scanned, sentences: Sequence[Sentence]
    ) -> dict[str, list[Range]]:
        found = self._scan.find(scanned)
        measured = {sentence.zone for sentence in sentences}
        for feature, pattern in self._regexes:
            for zone in document.zones:
                if zone.name in measured:
                    found.setdefault(feature, []).extend(_found(pattern, document.clean, zone.start, zone.end))
        for feature, span in self._matchers.find(doc):
            found.setdefault(feature, []).append(span)
        return found


class _Matchers:
    """Token patterns, compiled for the vocabulary of the docs that come."""

    def __init__(self, features: Sequence[ToneFeature]) -> None:
        self._features = features
        self._lock = Lock()
        self._vocab: Vocab | None = None
        self._matcher: Matcher | None = None

    def find(self, doc: Doc) -> Iterator[tuple[str, Range]]:
        if not self._features:
            return
        for key, start, end in self._for(doc.vocab)(doc):
            yield doc.vocab.strings[key], (doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))

    def _for(self, vocab: Vocab) -> Matcher:
        with self._lock:
            if self._matcher is None or self._vocab is not vocab:
                from spacy.matcher import Matcher

                self._vocab, self._matcher = vocab, Matcher(vocab)
                for feature in self._features:
                    self._matcher.add(feature.id, list(feature.patterns), greedy="LONGEST")
            return self._matcher


def _exception(feature: str) -> str:
    """The key of a feature's exceptions in the one scan for all phrases."""
    return f"not {feature}"


def _found(pattern: object, text: str, start: int, end: int) -> list[Range]:
    try:
        return list(find(pattern, text, start, end))
    except Runaway:
        # One pattern too slow for one text must not cost the writer the others.
        return []


def _apart(spans: Sequence[Range]) -> list[Range]:
    """Matches of one feature from left to right without overlaps, the longest of those that start together."""
    kept: list[Range] = []
    for span in sorted(set(spans), key=lambda item: (item[0], -item[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _counts(
    feature: ToneFeature, span: Range, exceptions: Sequence[Range], scanned: Scanned, names: frozenset[int]
) -> bool:
    zone = scanned.zone_at(span[0])
    if zone not in feature.zones or (zone == "body" and span[0] in names) or _meets(span, exceptions):
        return False
    return not (feature.negatable and _is_negated(span, scanned))


def _meets(span: Range, others: Sequence[Range]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _is_negated(span: Range, scanned: Scanned) -> bool:
    place = scanned.index_at(span[0])
    for word in reversed(scanned.words[max(scanned.sentence_start(place), place - _REACH) : place]):
        if word in _BREAK or word == "only":
            return False
        if word in _NEGATIONS:
            return True
    return False


def _name_places(document: Document, doc: Doc) -> frozenset[int]:
    """Where names start, so that Grace and Joy move nothing: proper nouns within sentences, names of the context."""
    context = document.context
    texts = [person.name for person in (*context.interviewers, *context.also_met)] + [
        context.company or "",
        context.me or "",
    ]
    known = {word for text in texts for word in text.split()}
    return frozenset(token.idx for token in doc if token.text[0].isupper() and _is_proper(token, known))


def _is_proper(token: Token, known: set[str]) -> bool:
    if token.text in known and (token.pos_ == "PROPN" or not token.is_sent_start):
        return True
    return (
        token.pos_ == "PROPN"
        and not token.is_sent_start
        and token.text[1:].islower()
        and token.lower_.rstrip(".") not in _TITLES
    )
