"""What is known about the elements of one note."""

from __future__ import annotations

from dataclasses import dataclass

from notecheck.report import Element, Kind, Sentence


@dataclass(frozen=True, kw_only=True)
class ElementFacts:
    """``elements`` holds all eight, in the order of the guidelines; ``sentences`` one for each of the document's."""

    kind: Kind
    elements: tuple[Element, ...]
    sentences: tuple[Sentence, ...]
