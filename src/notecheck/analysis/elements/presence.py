"""What the note as a whole has, from what its sentences do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from notecheck.analysis.elements.labelling import SUREST, Found
from notecheck.report import Element, ElementId, Evidence
from notecheck.ruleset.element_patterns import ElementFile

UNREAD_RISK = 0.03
"""The chance that a body sentence without a label carries a given missing element in words that no pattern knows."""


def sum_up(
    file: ElementFile,
    found: Sequence[tuple[Found, tuple[Evidence, ...]]],
    *,
    unlabelled: int,
) -> Element:
    """The status of one element.

    Args:
        file: Holds the reasons.
        found: The sentences that carry its label, with their evidence, in order.
        unlabelled: How many body sentences carry no label at all, and may hide the element.
    """
    strong = [item for item in found if not item[0].weak]
    if not found:
        confidence = max(0.5, SUREST * (1 - UNREAD_RISK) ** unlabelled)
        return Element(id=file.id, status="missing", confidence=round(confidence, 3), reason=file.reasons.missing)
    # Weak is claimed only if it is the best there is, so the evidence is that of the status.
    bearing = strong or found
    return Element(
        id=file.id,
        status="present" if strong else "weak",
        confidence=max(item.confidence for item, _ in bearing),
        reason=file.reasons.present if strong else file.reasons.weak,
        evidence=tuple(evidence for _, spans in bearing for evidence in spans),
    )


def all_elements(
    files: Mapping[ElementId, ElementFile],
    found: Sequence[tuple[Found, tuple[Evidence, ...]]],
    *,
    unlabelled: int,
) -> tuple[Element, ...]:
    """Every element, in the order of the guidelines."""
    return tuple(
        sum_up(file, [item for item in found if item[0].id == id_], unlabelled=unlabelled)
        for id_, file in files.items()
    )
