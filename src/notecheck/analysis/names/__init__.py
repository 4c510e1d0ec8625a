"""Names that must stay as they are, slots that were left open, and mentions measured against what is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from notecheck.analysis.names.companies import find_companies
from notecheck.analysis.names.days import find_days
from notecheck.analysis.names.gaps import find_gaps
from notecheck.analysis.names.mention import Mention
from notecheck.analysis.names.people import People, find_people
from notecheck.analysis.names.placeholders import find_placeholders
from notecheck.analysis.names.protected import find_protected
from notecheck.analysis.names.roles import find_roles
from notecheck.document import Document

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Mention", "NameFacts", "find_names"]


@dataclass(frozen=True, kw_only=True)
class NameFacts:
    """Half-open ranges of code points, in order; protected words, slots and gaps without overlaps.

    Attributes:
        protected: Words that are names of people, companies, products and places, or written as such.
        placeholders: Open slots.
        gaps: Where a name or noun must stand and nothing does.
        mentions: People, companies, roles and days, and how they stand to what is known.
    """

    protected: tuple[tuple[int, int], ...]
    placeholders: tuple[tuple[int, int], ...]
    gaps: tuple[tuple[int, int], ...] = ()
    mentions: tuple[Mention, ...] = ()


def find_names(document: Document, doc: Doc) -> NameFacts:
    """Names and open slots of a document outside its quoted zones.

    A name is what greeting, sign-off or context give as one, what is written like one (an inner capital, an acronym, an
    address, a file name), or a capitalised word that neither its place nor a slip of a frequent word explains.

    Args:
        document: The draft.
        doc: The same text, tagged.
    """
    slots = find_placeholders(document)
    proper = frozenset(token.idx for token in doc if token.pos_ == "PROPN")
    people = People(document, slots, proper)
    mentions = [*find_people(document, people, proper), *find_companies(document), *find_roles(document)]
    mentions += find_days(document)
    return NameFacts(
        protected=find_protected(document, doc),
        placeholders=slots,
        gaps=find_gaps(document),
        mentions=tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end))),
    )
