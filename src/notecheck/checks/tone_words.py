"""The tone of a text in words that a person would use, and the sentence that harms it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from notecheck.document import Document
from notecheck.report import Axis, AxisId, Objection, Tone
from notecheck.ruleset.registers import Bounds, Register

__all__ = ["in_words"]

MOST = 2
"""How many words praise a text at most."""

SURE = 0.8
"""The confidence from which on an objection is said of a text, as in the rule ``tone.counts-against-you``."""


def in_words(tone: Tone, register: Register, document: Document, *, objections: tuple[Objection, ...] = ()) -> Tone:
    """A tone with its objections and its summary: "warm and confident, but reads as pleading in line 7"."""
    if any(axis.score is None for axis in tone.axes.values()):
        return tone
    kind = [band.word for band in register.bands if not band.harmful and _fits(band.when, tone.axes)][:MOST]
    told = [fault for fault in (_objected(objections, document), _fault(tone, register)) if fault][:1]
    said = " and ".join(kind) or ("" if told else register.otherwise)
    return replace(tone, objections=objections, summary=", but ".join([said] * bool(said) + told))


def _objected(objections: Sequence[Objection], document: Document) -> str | None:
    """The sort of the surest objection, and every line that has one of that sort."""
    sure = [one for one in objections if one.confidence >= SURE]
    if not sure:
        return None
    worst = max(sure, key=lambda one: one.confidence)
    lines = sorted({document.places.line_column(one.start)[0] for one in sure if one.sort == worst.sort})
    where = "line" if len(lines) == 1 else "lines"
    return f"reads as {worst.sort} in {where} {', '.join(map(str, lines))}"


def _fault(tone: Tone, register: Register) -> str | None:
    words = (band.word for band in register.bands if band.harmful and _fits(band.when, tone.axes))
    return next((f"reads as {word}" for word in words), None)


def _fits(when: Mapping[AxisId, Bounds], axes: Mapping[AxisId, Axis]) -> bool:
    return all(bounds.hold(axes[axis].score or 0.0) for axis, bounds in when.items())
