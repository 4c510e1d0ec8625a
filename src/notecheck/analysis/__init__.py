"""Facts about a document, one sort a module. Nothing here judges: that is for ``checks``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from notecheck.analysis.elements import ElementFacts
from notecheck.analysis.mechanics import MechanicsFacts
from notecheck.analysis.names import NameFacts
from notecheck.analysis.twins import Twin
from notecheck.document import Document
from notecheck.report import Metric, Objection, Tone

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, kw_only=True)
class Analysis:
    """All facts about one document.

    ``doc`` holds the tokens; ``token.idx`` is an offset into the text. ``twins`` are known only where several
    notes were compared.
    """

    document: Document
    doc: Doc
    elements: ElementFacts
    tone: Tone
    readability: Mapping[str, Metric]
    names: NameFacts
    mechanics: MechanicsFacts
    objections: tuple[Objection, ...] = ()
    twins: tuple[Twin, ...] = ()

    @cached_property
    def words(self) -> Mapping[str, frozenset[str]]:
        """The lower-case forms and the lemmas of all tokens, by spaCy's names of these attributes."""
        strings = self.doc.vocab.strings
        return {
            name: frozenset(strings[key] for key in {int(key) for key in self.doc.to_array(name)})
            for name in ("LOWER", "LEMMA")
        }
