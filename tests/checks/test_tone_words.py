from __future__ import annotations

from pathlib import Path

import pytest

from notecheck.checks.tone_words import in_words
from notecheck.config import asset
from notecheck.document import Document
from notecheck.errors import RuleError
from notecheck.report import Axis, AxisId, Objection, ObjectionSort, Tone
from notecheck.ruleset import Register, load_register

REGISTERS = asset("rules") / "registers"
MIDDLE: dict[AxisId, float] = {
    "politeness": 55,
    "warmth": 55,
    "confidence": 55,
    "formality": 55,
    "positivity": 55,
    "enthusiasm": 30,
    "pressure": 10,
}
TEXT = "One line.\nAnother line.\n"


def register(name: str = "standard") -> Register:
    return load_register(REGISTERS / f"{name}.yaml", REGISTERS)


def axes(**scores: float) -> dict[AxisId, Axis]:
    return {axis: Axis(score=scores.get(axis, value), base=50.0) for axis, value in MIDDLE.items()}


def said(name: str = "standard", *, objections: tuple[Objection, ...] = (), **scores: float) -> str | None:
    tone = in_words(Tone(axes=axes(**scores)), register(name), Document(TEXT), objections=objections)
    assert tone.objections == objections
    return tone.summary


def objection(start: int, confidence: float, sort: ObjectionSort) -> Objection:
    return Objection(start=start, end=start + 5, confidence=confidence, sort=sort, sort_share=0.9)


@pytest.mark.parametrize("path", sorted(REGISTERS.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_register_reads_and_has_a_source(path: Path) -> None:
    found = load_register(path, REGISTERS)
    assert found.id == path.stem and found.bands and found.source


def test_words_go_from_the_most_telling_down() -> None:
    assert said(warmth=80, confidence=90) == "warm and confident"
    assert said() == "matter-of-fact"


def test_a_harmful_sentence_is_named_by_its_line() -> None:
    assert said(objections=(objection(10, 0.9, "pleading"),)) == "reads as pleading in line 2"
    both = (objection(0, 0.85, "pushy"), objection(10, 0.9, "pushy"))
    assert said(objections=both, warmth=80) == "warm, but reads as pushy in lines 1, 2"
    assert said(objections=(*both, objection(10, 0.95, "rude"))) == "reads as rude in line 2"


def test_a_doubtful_objection_is_no_word_for_a_text() -> None:
    assert said(objections=(objection(10, 0.7, "pleading"),)) == "matter-of-fact"


def test_a_text_may_be_harmful_as_a_whole() -> None:
    assert said(politeness=10) == "reads as rude"


def test_a_register_moves_the_words() -> None:
    assert said("formal", formality=30) == "relaxed, but reads as too casual"
    assert said("informal", formality=30) == "easy-going"
    assert said("law", formality=30) == said("formal", formality=30)


def test_what_was_not_measured_is_not_put_in_words() -> None:
    tone = Tone(axes={axis: Axis(score=None, base=50.0, reason="Nothing there.") for axis in MIDDLE})
    assert in_words(tone, register(), Document("")).summary is None


def test_a_wrong_register_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(
        "id: mine\ntitle: t\nsource: s\nbands:\n  - {word: x, when: {charm: {above: 3}}}\n"
    )
    with pytest.raises(RuleError, match="charm") as raised:
        load_register(tmp_path / "mine.yaml", REGISTERS)
    assert "mine.yaml:5" in str(raised.value)
