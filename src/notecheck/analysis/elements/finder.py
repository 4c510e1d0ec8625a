"""Find the elements of documents: sentences, note, and kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from math import exp
from pathlib import Path

from notecheck.analysis.elements.decisions import SUREST, Calibration, Found, decide, load_calibration
from notecheck.analysis.elements.encoder import LABELS, Encoded, Floats
from notecheck.analysis.elements.facts import ElementFacts
from notecheck.analysis.elements.kind import kind, too_short, vouched
from notecheck.analysis.elements.layout import Unit, units
from notecheck.analysis.elements.model import Model, Reading
from notecheck.analysis.elements.presence import sum_up
from notecheck.document import Document
from notecheck.document.sentences import Sentence as TextSentence
from notecheck.report import ElementId, Evidence, Label, Sentence
from notecheck.ruleset.element_reasons import Reasons

INTERVIEW_ONLY: tuple[ElementId, ...] = ("thanks", "callback")
"""Elements that, by the guidelines, are about an interview or not there at all."""

SURELY_OTHER = 0.2
"""Below this chance of being a post-interview note, a text has none of those. Above it, the sentences speak for
themselves: the model has read each with the whole text in sight."""

Ranges = Sequence[tuple[int, int]]


class ElementFinder:
    """Finds elements with a trained model, which is loaded on first use. Safe to share between threads.

    Args:
        model: A folder with ``model.onnx``, ``tokenizer.json``, ``ngrams.npz`` and ``calibration.json``.
        reasons: What to say of each element.
    """

    def __init__(self, model: Path, reasons: Mapping[ElementId, Reasons]) -> None:
        self._folder = model
        self._reasons = reasons
        self._model = Model(model)

    def find(self, document: Document, *, placeholders: Ranges = (), is_note: bool = False) -> ElementFacts:
        """The elements of a document.

        Args:
            document: The text, with zones and sentences.
            placeholders: Half-open ranges of open slots; an element that rests on one is at best weak.
            is_note: It is known to be a post-interview note.

        Raises:
            ConfigError: The model cannot be loaded.
        """
        laid = units(document)
        reading = self._model.read(laid)
        return judged(document, laid, reading, self._calibration, self._reasons, placeholders, is_note=is_note)

    def vectors(self, document: Document) -> dict[int, Floats]:
        """What the encoder makes of each sentence that it reads, by number, for tone.

        Raises:
            ConfigError: The model cannot be loaded.
        """
        laid = units(document)
        return _vectors(laid, self._model.encode(laid))

    @cached_property
    def _calibration(self) -> Calibration:
        return load_calibration(self._folder / "calibration.json")


def judged(
    document: Document,
    laid: Sequence[Unit],
    reading: Reading,
    calibration: Calibration,
    reasons: Mapping[ElementId, Reasons],
    placeholders: Ranges = (),
    *,
    is_note: bool = False,
) -> ElementFacts:
    """What follows from a reading of a document's units; see :meth:`ElementFinder.find`."""
    rows = {unit.number: row for row, unit in enumerate(laid) if unit.zone != "header"}
    odds = calibration.log_odds(reading)
    read = {
        number: decide(reading.encoder, row, laid[row].text, odds[row], calibration) for number, row in rows.items()
    }
    said = {item.id for found in read.values() for item in found}
    chance = calibration.kind_chance(reading)
    told = too_short(document) or kind(chance, said)
    barred = INTERVIEW_ONLY if chance < SURELY_OTHER and not is_note else ()
    kept = {number: [item for item in found if item.id not in barred] for number, found in read.items()}
    slots = {number for number in rows if _overlaps(document.sentences[number], placeholders)}
    elements = []
    for at, label in enumerate(LABELS):
        found = [
            (SUREST if number in slots else item.weak, _evidence(document, document.sentences[number], item))
            for number, items in kept.items()
            for item in items
            if item.id == label
        ]
        likeliest = max((float(odds[row, at]) for row in rows.values()), default=None)
        here = 0.0 if likeliest is None or label in barred else calibration.note[label].chance(likeliest)
        elements.append(sum_up(label, reasons[label], found, chance=here))
    return ElementFacts(
        kind=vouched(told) if is_note else told,
        elements=tuple(elements),
        sentences=tuple(
            _sentence(document, item, kept.get(number, ()), reading.encoder, rows.get(number))
            for number, item in enumerate(document.sentences)
        ),
        vectors=_vectors(laid, reading.encoder),
    )


def _vectors(laid: Sequence[Unit], encoded: Encoded) -> dict[int, Floats]:
    return {unit.number: encoded.vectors[row] for row, unit in enumerate(laid)}


def _sentence(
    document: Document, sentence: TextSentence, found: Sequence[Found], encoded: Encoded, row: int | None
) -> Sentence:
    line, column = document.places.line_column(sentence.start)
    told = row is not None and sentence.zone in ("greeting", "body")
    return Sentence(
        start=sentence.start,
        end=sentence.end,
        line=line,
        column=column,
        zone=sentence.zone,
        labels=tuple(Label(id=item.id, confidence=item.confidence) for item in found),
        specificity=_specificity(float(encoded.specificity[row])) if told else None,
    )


def _evidence(document: Document, sentence: TextSentence, found: Found) -> Evidence:
    start, end = found.range
    return document.evidence(sentence.start + start, sentence.start + end)


def _overlaps(sentence: TextSentence, ranges: Ranges) -> bool:
    return any(start < sentence.end and sentence.start < end for start, end in ranges)


def _specificity(log_odds: float) -> float:
    return round(1 / (1 + exp(-log_odds)), 3)
