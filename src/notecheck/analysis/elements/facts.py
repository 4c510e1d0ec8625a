"""What is known about the elements of one note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from notecheck.analysis.elements.encoder import Floats
from notecheck.report import Element, Kind, Sentence


@dataclass(frozen=True, kw_only=True)
class ElementFacts:
    """``elements`` holds all eight, in the order of the guidelines; ``sentences`` one for each of the document's;
    ``vectors`` what the encoder makes of each sentence that it read, by number, for tone."""

    kind: Kind
    elements: tuple[Element, ...]
    sentences: tuple[Sentence, ...]
    vectors: Mapping[int, Floats] = field(default_factory=dict, compare=False, repr=False)
