"""A mention of a person, company, role or day, measured against what is known."""

from __future__ import annotations

from dataclasses import dataclass

from notecheck.ruleset.relations import Relation, Subject

__all__ = ["Mention", "Relation", "Subject"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A half-open range of the note that names somebody or something, and how it stands to what is known.

    Attributes:
        subject: Who or what is named.
        relation: How it stands to what is known; see :data:`~notecheck.ruleset.relations.Relation`.
        right: What should stand in the range, or empty where that is not known.
        known: What the mention is measured against, in words for the reader.
    """

    subject: Subject
    relation: Relation
    start: int
    end: int
    right: str = ""
    known: str = ""
