"""What the grammar and spelling engines found, in one form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from notecheck.report import NotChecked

Category = Literal["spelling", "grammar", "punctuation", "typography", "casing", "repetition", "style"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One thing an engine flagged, in code points of the document; ``engine_rule`` is the engine's own id.

    Each of ``replacements`` stands for ``[start, end)`` as a whole, the likeliest first; an empty one removes it.
    """

    engine: str
    engine_rule: str
    category: Category
    message: str
    start: int
    end: int
    replacements: tuple[str, ...] = ()

    @property
    def is_unknown_word(self) -> bool:
        """Whether the engine does not know the word, rather than taking it for a slip of another word."""
        return self.engine_rule == "SpellCheck" or self.engine_rule.startswith("MORFOLOGIK_RULE")

    def overlaps(self, other: Match) -> bool:
        """Whether both flag some of the same words."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, kw_only=True)
class MechanicsFacts:
    """Matches in order of place, one for the same words; ``engines`` that ran; and what could not run, and why."""

    matches: tuple[Match, ...]
    engines: tuple[str, ...] = ()
    not_checked: tuple[NotChecked, ...] = ()
