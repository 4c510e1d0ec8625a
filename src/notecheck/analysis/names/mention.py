"""What a mention of a person, company, role or day is, measured against what is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

__all__ = ["RELATIONS", "SUBJECTS", "Mention", "Relation", "Subject"]

Subject = Literal["addressee", "person", "sender", "company", "role", "day"]
SUBJECTS: tuple[Subject, ...] = get_args(Subject)

Relation = Literal[
    "exact", "marks", "capitals", "near", "nickname", "swapped", "half", "gender", "title", "given-name", "other",
    "unlisted", "two-ways", "two-named", "weekday", "other-day", "relative", "two-days",
]  # fmt: skip
RELATIONS: tuple[Relation, ...] = get_args(Relation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A half-open range of the note that names somebody or something, and how it stands to what is known.

    Attributes:
        subject: ``addressee`` is a person whom the note speaks to, ``person`` one whom it speaks of.
        relation: ``exact`` is right. Names: ``marks`` differs in accents or hyphens, ``capitals`` in capitals,
            ``near`` by a slip, ``nickname`` by being short for it; ``swapped`` has given and family name in the other
            order, ``half`` one of them right, ``gender`` and ``title`` a title other than the known one,
            ``given-name`` a title before the given name; ``other`` is none that is known, ``unlisted`` one beside those
            that are; ``two-ways`` and ``two-named`` contradict an earlier mention. Days: ``weekday`` is not that of its
            date, ``other-day`` not the interview's, ``relative`` wrong as counted from the day of sending,
            ``two-days`` not that of an earlier mention.
        right: What should stand in the range, or empty where that is not known.
        known: What the mention is measured against, in words for the reader.
    """

    subject: Subject
    relation: Relation
    start: int
    end: int
    right: str = ""
    known: str = ""
