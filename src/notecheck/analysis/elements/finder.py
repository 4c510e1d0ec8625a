"""Find the elements of a document: sentences, note, and kind."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from notecheck.analysis.elements.facts import ElementFacts
from notecheck.analysis.elements.features import Features
from notecheck.analysis.elements.kind import KindFinder
from notecheck.analysis.elements.labelling import SUREST, Found, Labeller
from notecheck.analysis.elements.matching import PatternIndex, Place
from notecheck.analysis.elements.presence import all_elements
from notecheck.analysis.elements.specificity import CUES, Specificity
from notecheck.document import Document
from notecheck.document.sentences import Sentence as TextSentence
from notecheck.report import ElementId, Evidence, Label, Sentence, ZoneName
from notecheck.ruleset.element_patterns import ElementPatterns

if TYPE_CHECKING:
    from spacy.tokens import Doc

INTERVIEW_ONLY: tuple[ElementId, ...] = ("thanks", "callback")
"""Elements that, by the guidelines, are about an interview or not there at all."""

SLOT = "@slot"

Reading = tuple[tuple[Found, ...], "float | None"]
"""The elements of a sentence and its specificity."""


class ElementFinder:
    """Finds elements by patterns, which are compiled on first use. Safe to share between threads.

    Args:
        patterns: From :func:`notecheck.ruleset.element_patterns.load_element_patterns`.
    """

    def __init__(self, patterns: ElementPatterns) -> None:
        self._patterns = patterns
        self._lock = Lock()
        self._ready: _Compiled | None = None

    def find(self, document: Document, doc: Doc, *, placeholders: Sequence[tuple[int, int]] = ()) -> ElementFacts:
        """The elements of a document.

        Args:
            document: The text, with zones and sentences.
            doc: Its tokens, as from ``Pipeline.parse``; tags and lemmas are used where there are any.
            placeholders: Half-open ranges of open slots; an element that rests on one is at best weak.
        """
        compiled = self._compiled()
        bits = compiled.features.of(doc, placeholders)
        # Tokens of white space, as at the ends of wrapped lines, would stand between words that belong together.
        words = [number for number, item in enumerate(bits) if item]
        row = [bits[number] for number in words]
        offsets = doc.to_array("IDX").tolist()
        starts = [offsets[number] for number in words]
        # A token that crosses the start of a sentence is in it, as in `sentence_span`, which is slower.
        bounds = (
            (max(0, bisect_right(starts, item.start) - 1), bisect_left(starts, item.end)) for item in document.sentences
        )
        places = [compiled.index.place(row, start, end) for start, end in bounds]
        zones = [item.zone for item in document.sentences]
        last = [number for number, zone in enumerate(zones) if zone == "body"][-2:]
        zoned = list(zip(places, zones, strict=True))
        read = [compiled.read(place, zone, number in last) for number, (place, zone) in enumerate(zoned)]
        kind = compiled.kind.find(zoned, {found.id for labels, _ in read for found in labels if not found.otherwise})
        if kind.label == "other":
            read = [(tuple(item for item in labels if item.id not in INTERVIEW_ONLY), rest) for labels, rest in read]
        found = [
            (item, _evidence(document, doc, words, item, sentence))
            for sentence, (labels, _) in zip(document.sentences, read, strict=True)
            for item in labels
        ]
        unlabelled = sum(zone == "body" and not labels for zone, (labels, _) in zip(zones, read, strict=True))
        return ElementFacts(
            kind=kind,
            elements=all_elements(self._patterns.elements, found, unlabelled=unlabelled),
            sentences=tuple(_sentence(document, *pair) for pair in zip(document.sentences, read, strict=True)),
        )

    def _compiled(self) -> _Compiled:
        with self._lock:
            if self._ready is None:
                self._ready = _Compiled(self._patterns)
        return self._ready


class _Compiled:
    """Everything made of the patterns, at once: the index must know them all before it is asked."""

    def __init__(self, patterns: ElementPatterns) -> None:
        every = [pattern for file in patterns.elements.values() for pattern in file.patterns]
        every += [pattern for sign in patterns.kind.signs for pattern in (*sign.any, *sign.unless)]
        self.features = Features(patterns.words, {name for pattern in every for name in pattern.names} | {*CUES, SLOT})
        self.index = PatternIndex(self.features)
        self.labeller = Labeller(patterns.elements, self.index)
        self.kind = KindFinder(patterns.kind, self.index)
        self._specificity = Specificity(self.features)
        self._slot = self.features.bit(SLOT)

    def read(self, place: Place, zone: ZoneName, near_end: bool) -> Reading:
        if zone == "signoff":
            return (_whole("signoff", place, weak=False),), None
        if zone not in ("greeting", "body"):
            return (), None
        specificity = self._specificity.of(place.bits, place.start, place.end)
        open_slot = any(item & self._slot for item in place.bits[place.start : place.end])
        if zone == "greeting":
            return (_whole("greeting", place, weak=open_slot),), specificity
        found = self.labeller.label(place, specificity=specificity, near_end=near_end)
        return tuple(replace(item, weak=True) for item in found) if open_slot else found, specificity


def _whole(id_: ElementId, place: Place, *, weak: bool) -> Found:
    return Found(id=id_, weak=weak, confidence=SUREST, ranges=((place.start, place.end),))


def _evidence(
    document: Document, doc: Doc, words: Sequence[int], found: Found, sentence: TextSentence
) -> tuple[Evidence, ...]:
    # A token may reach over the end of its sentence; evidence does not.
    tokens = ((doc[words[start]], doc[words[end - 1]]) for start, end in found.ranges)
    ends = ((first.idx, last.idx + len(last)) for first, last in tokens)
    return tuple(document.evidence(max(sentence.start, start), min(sentence.end, end)) for start, end in ends)


def _sentence(document: Document, sentence: TextSentence, reading: Reading) -> Sentence:
    labels, specificity = reading
    line, column = document.places.line_column(sentence.start)
    return Sentence(
        start=sentence.start,
        end=sentence.end,
        line=line,
        column=column,
        zone=sentence.zone,
        labels=tuple(Label(id=found.id, confidence=found.confidence) for found in labels),
        specificity=specificity,
    )
