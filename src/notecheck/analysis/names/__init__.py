"""Names that must stay as they are, and slots that were left open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from notecheck.analysis.names.placeholders import find_placeholders
from notecheck.analysis.names.protected import find_protected
from notecheck.document import Document

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["NameFacts", "find_names"]


@dataclass(frozen=True, kw_only=True)
class NameFacts:
    """Half-open ranges of code points, in order and without overlaps.

    Attributes:
        protected: Words that are names of people, companies, products and places, or written as such.
        placeholders: Open slots.
    """

    protected: tuple[tuple[int, int], ...]
    placeholders: tuple[tuple[int, int], ...]


def find_names(document: Document, doc: Doc) -> NameFacts:
    """Names and open slots of a document outside its quoted zones.

    A name is what greeting, sign-off or context give as one, what is written like one (an inner capital, an acronym, an
    address, a file name), or a capitalised word that neither its place nor a slip of a frequent word explains.

    Args:
        document: The draft.
        doc: The same text, tagged.
    """
    return NameFacts(protected=find_protected(document, doc), placeholders=find_placeholders(document))
