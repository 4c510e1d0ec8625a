"""The tone of a text in words that a person would use, and the sentence that harms it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from notecheck.document import Document
from notecheck.report import Axis, AxisId, Tone
from notecheck.ruleset.registers import Band, Bounds, Register

__all__ = ["in_words"]

MOST = 2
"""How many words praise a text at most."""


def in_words(tone: Tone, register: Register, document: Document) -> Tone:
    """A tone with its summary: "warm and confident, but reads as pleading in line 7"."""
    if any(axis.score is None for axis in tone.axes.values()):
        return tone
    kind = [band.word for band in register.bands if not band.harmful and _fits(band.when, tone.axes)][:MOST]
    faults = [_fault(band, tone, document) for band in register.bands if band.harmful]
    told = [fault for fault in faults if fault][:1]
    said = " and ".join(kind) or ("" if told else register.otherwise)
    return replace(tone, summary=", but ".join([said] * bool(said) + told))


def _fault(band: Band, tone: Tone, document: Document) -> str | None:
    guilty = [one for one in tone.sentences if _fits(band.sentence or band.when, one.axes)]
    if not (guilty or _fits(band.when, tone.axes)):
        return None
    if not guilty or len(tone.sentences) == 1:
        return f"reads as {band.word}"
    lines = sorted({document.places.line_column(one.start)[0] for one in guilty})
    where = "line" if len(lines) == 1 else "lines"
    return f"reads as {band.word} in {where} {', '.join(map(str, lines))}"


def _fits(when: Mapping[AxisId, Bounds], axes: Mapping[AxisId, Axis]) -> bool:
    return all(bounds.hold(axes[axis].score or 0.0) for axis, bounds in when.items())
