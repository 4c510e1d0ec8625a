"""What the note as a whole has, from what its sentences do."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from notecheck.report import Element, ElementId, Evidence
from notecheck.ruleset.element_reasons import Reasons

SURE = 0.75
"""A verdict with less than this chance of being right is put as a question. Our own judgement: one in four is wrong."""


def sum_up(id_: ElementId, reasons: Reasons, found: Sequence[tuple[float, Evidence]], *, chance: float) -> Element:
    """The status of one element.

    Args:
        id_: The element.
        reasons: What to say of it.
        found: The sentences that carry it, in order: the chance that it is weak there, and its words.
        chance: That the note has it, in [0, 1].
    """
    if not found:
        confidence = 1 - chance
        sure = confidence >= SURE
        reason = reasons.missing if sure else reasons.overlooked
        return Element(id=id_, status="missing", confidence=round(confidence, 3), reason=reason, sure=sure)
    strong = [item for item in found if item[0] < 0.5]
    # Weak is claimed only if it is the best there is, so the evidence is that of the status.
    bearing = strong or found
    all_weak = prod(weak for weak, _ in found)
    confidence = chance * (1 - all_weak if strong else all_weak)
    verdict = reasons.present if strong else reasons.weak
    return Element(
        id=id_,
        status="present" if strong else "weak",
        confidence=round(confidence, 3),
        reason=verdict if chance >= SURE else reasons.doubtful,
        evidence=tuple(evidence for _, evidence in bearing),
        sure=chance >= SURE,
    )
