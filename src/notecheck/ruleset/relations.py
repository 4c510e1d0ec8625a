"""What a note can mention, and how a mention can stand to what is known of the interview."""

from __future__ import annotations

from typing import Literal

Subject = Literal["addressee", "person", "sender", "company", "role", "day"]
"""``addressee`` is a person whom the note speaks to, ``person`` one whom it speaks of."""

Relation = Literal[
    "exact",
    "marks",
    "capitals",
    "near",
    "nickname",
    "swapped",
    "half",
    "gender",
    "title",
    "given-name",
    "other",
    "unlisted",
    "two-ways",
    "two-named",
    "weekday",
    "other-day",
    "relative",
    "two-days",
]
"""``exact`` is right. Names: ``marks`` differs in accents or hyphens, ``capitals`` in capitals, ``near`` by a slip;
``nickname`` is short for it, ``swapped`` has given and family name in the other order, ``half`` has one of them
right, ``gender`` and ``title`` have a title other than the known one, ``given-name`` has a title before the given
name; ``other`` is none that is known, ``unlisted`` one beside those that are; ``two-ways`` and ``two-named``
contradict the greeting, or an earlier claim. Days: ``weekday`` is not that of its date, ``other-day`` not the
interview's, ``relative`` wrong as counted from the day of sending, ``two-days`` not that of an earlier mention.
"""
