"""Words that an engine does not know: which of them are misspelt, and which are just rare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from notecheck.analysis.mechanics.matches import Match

if TYPE_CHECKING:
    from harper import Linter

SHORT_WORD = 5
"""Letters up to which a misspelling is one edit from the word that was meant; in longer words it may be two.

Damerau (1964) found four of five misspellings to be a single insertion, omission, substitution or transposition, and
later counts put nearly all of the rest at two.
"""


class UnknownWords:
    """Tells misspellings from rare words. Threads may share it.

    Args:
        any_variety: Whether a word that is right in some variety of English is right. The dialects that Harper knows
            are loaded when the first unknown word is looked up.
    """

    def __init__(self, *, any_variety: bool) -> None:
        self._any_variety = any_variety
        self._lock = Lock()

    def misspelt(self, matches: Sequence[Match], text: str) -> tuple[Match, ...]:
        """The matches, without those on an unknown word that is no misspelling; what is nearest is offered first.

        It is none where some dialect knows it, or where nothing that the engines offer for it is near: then it is a
        term of a trade, or a word of another language, and no engine can tell how it is spelt.
        """
        wrong = (item for item in matches if not (item.is_unknown_word and self._is_right(item, text)))
        return tuple(_nearest_first(item, text) if item.is_unknown_word else item for item in wrong)

    def _is_right(self, match: Match, text: str) -> bool:
        word = text[match.start : match.end]
        if not word.isalpha():
            return False
        if len(word) == 1:  # An initial, or part of a name ("Ó Dálaigh").
            return True
        return not _has_near(word, match.replacements) or (self._any_variety and self._is_known(word))

    def _is_known(self, word: str) -> bool:
        # A sentence, so that the word is not read as a heading.
        with self._lock:
            return any(not linter.lint(f"It is {word} now.", language="plaintext") for linter in self._dialects)

    @cached_property
    def _dialects(self) -> list[Linter]:
        from harper import Dialect, Linter

        linters = [Linter(dialect) for dialect in Dialect]
        for linter in linters:
            linter.set_lint_config({rule: rule == "SpellCheck" for rule in linter.get_lint_config()})
        return linters


def _nearest_first(match: Match, text: str) -> Match:
    """Of equally near words, those with the same first letter come first: it is seldom the one that is wrong."""
    word = text[match.start : match.end].lower()

    def distance(new: str) -> tuple[int, bool]:
        return OSA.distance(word, new.lower()), word[:1] != new[:1].lower()

    return replace(match, replacements=tuple(sorted(match.replacements, key=distance)))


def _has_near(word: str, replacements: Sequence[str]) -> bool:
    most = 1 if len(word) <= SHORT_WORD else 2
    return any(OSA.distance(word.lower(), new.lower(), score_cutoff=most) <= most for new in replacements)
