"""Every pattern file proves itself, through the pipeline that ships."""

from __future__ import annotations

from pathlib import Path

import pytest

from notecheck.analysis.elements import ElementFinder
from notecheck.analysis.pipeline import Pipeline
from notecheck.config import asset
from notecheck.document import Document
from notecheck.errors import RuleError
from notecheck.report import ElementId, Status
from notecheck.ruleset.element_patterns import ELEMENT_IDS, load_element_patterns

FOLDER = asset("rules") / "elements"
PATTERNS = load_element_patterns(FOLDER)
BY_PLACE = ("greeting", "signoff")
CASES: list[tuple[ElementId, Status, str]] = [
    (id_, status, text)
    for id_, file in PATTERNS.elements.items()
    for status, texts in (
        ("present", file.examples.present),
        ("weak", file.examples.weak),
        ("missing", file.examples.none),
    )
    for text in texts
]
NOTE = "Dear Ana,\n\nThe interview was on Monday.\n\n{}\n\nThe sun was out at last.\n\nBest regards,\nSam Lee\n"


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return Pipeline(asset("models") / "notecheck_en")


@pytest.mark.parametrize(("id_", "status", "text"), CASES, ids=[f"{case[0]}-{case[1]}: {case[2]}" for case in CASES])
def test_example(id_: ElementId, status: Status, text: str, finder: ElementFinder, pipeline: Pipeline) -> None:
    document = Document(NOTE.format(text))
    facts = finder.find(document, pipeline.parse(document))
    assert next(element for element in facts.elements if element.id == id_).status == status


@pytest.mark.parametrize("example", PATTERNS.kind.examples, ids=lambda example: example.text[:40])
def test_kind_example(example, finder: ElementFinder, pipeline: Pipeline) -> None:  # type: ignore[no-untyped-def]
    document = Document(example.text)
    assert finder.find(document, pipeline.parse(document)).kind.label == example.label


@pytest.mark.parametrize("id_", [id_ for id_ in ELEMENT_IDS if id_ not in BY_PLACE])
def test_every_file_has_examples_of_both_sorts(id_: ElementId) -> None:
    examples = PATTERNS.elements[id_].examples
    assert examples.present
    assert examples.none


def test_no_pattern_is_a_sentence_in_disguise() -> None:
    for file in PATTERNS.elements.values():
        for pattern in file.patterns:
            single_words = [
                item for item in pattern.items if len(item.any_of) == 1 and item.any_of[0][0].name.islower()
            ]
            assert sum(not item.any_of[0][0].name.startswith("@") for item in single_words) <= 4, pattern.source


@pytest.mark.parametrize(
    ("name", "old", "new", "problem"),
    [
        ("thanks.yaml", "id: thanks", "id: interest", "the file is about 'interest'"),
        ("thanks.yaml", "@thank ..6 for|4|fer", "@thnk ..6 for", "unknown word class '@thnk'"),
        ("thanks.yaml", "strength: weak", "strength: feeble", "groups"),
        ("kind.yaml", "prior:", "prio:", "prior"),
        ("words.yaml", "but: [vague_number]", "but: [nowhere]", "unknown word class '@nowhere'"),
    ],
)
def test_what_is_wrong_in_a_file_is_named_with_its_place(
    tmp_path: Path, name: str, old: str, new: str, problem: str
) -> None:
    for path in FOLDER.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        if path.name == name:
            assert old in text
            text = text.replace(old, new, 1)
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_element_patterns(tmp_path)
    assert problem in caught.value.message
    assert name in caught.value.place
    assert caught.value.remedy


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"words\.yaml"):
        load_element_patterns(tmp_path)
