"""What the note has, and how surely, from hand-made findings."""

from __future__ import annotations

from notecheck.analysis.elements.presence import sum_up
from notecheck.report import Evidence
from notecheck.ruleset.element_reasons import Reasons

REASONS = Reasons(present="There.", weak="Weak.", missing="Not there.", doubtful="There?", overlooked="Not there?")


def bearing(start: int, *, weak: float) -> tuple[float, Evidence]:
    return weak, Evidence(start=start, end=start + 4, line=1, column=start + 1, text="word")


def test_one_strong_sentence_makes_it_present_and_is_the_evidence() -> None:
    element = sum_up("thanks", REASONS, [bearing(0, weak=0.9), bearing(9, weak=0.1)], chance=0.95)
    assert (element.status, element.reason) == ("present", "There.")
    assert [item.start for item in element.evidence] == [9]
    assert 0.8 < element.confidence < 0.95


def test_all_weak_is_weak() -> None:
    element = sum_up("thanks", REASONS, [bearing(0, weak=0.9), bearing(9, weak=0.8)], chance=0.95)
    assert (element.status, element.reason) == ("weak", "Weak.")
    assert len(element.evidence) == 2


def test_what_is_not_sure_is_asked() -> None:
    doubtful = sum_up("thanks", REASONS, [bearing(0, weak=0.1)], chance=0.6)
    assert (doubtful.reason, doubtful.sure) == ("There?", False)
    overlooked = sum_up("thanks", REASONS, [], chance=0.4)
    assert (overlooked.reason, overlooked.sure) == ("Not there?", False)
    missing = sum_up("thanks", REASONS, [], chance=0.05)
    assert (missing.status, missing.reason, missing.confidence) == ("missing", "Not there.", 0.95)
