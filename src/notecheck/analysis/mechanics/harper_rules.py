"""Harper's kinds of lints in our words, and the rules of it that we leave off."""

from __future__ import annotations

from collections.abc import Iterable

from notecheck.analysis.mechanics.matches import Category

_KINDS: dict[str, Category] = {
    "Spelling": "spelling",
    "Typo": "spelling",
    "Eggcorn": "spelling",
    "Malapropism": "spelling",
    "BoundaryError": "spelling",
    "Capitalization": "casing",
    "Punctuation": "punctuation",
    "Formatting": "typography",
    "Repetition": "repetition",
    "Style": "style",
    "Enhancement": "style",
    "Readability": "style",
    "Redundancy": "style",
    "Regionalism": "style",
}

_DISABLED = frozenset(
    {
        # Ours to judge, by rules of our own that give reasons: wording and the length of sentences.
        "FillerWords",
        "Hedging",
        "LongSentences",
        "AvoidCurses",
        # A matter of house style, right either way in a note.
        "NoFrenchSpaces",
        "OxfordComma",
        "NoOxfordComma",
        "Dashes",
        "UseEllipsisCharacter",
        "NumericRangeEnDash",
        "SpelledNumbers",
        # Good English either way: initialisms, "OK", "all of the", "cell phone".
        "AsSoonAsPossible",
        "ForYourInformation",
        "OkToOkay",
        "CondenseAllThe",
        "CompoundNouns",
        # Glue or cut words that happen to make others ("'s training" to "straining", "intrested" to "int rested").
        "MergeWords",
        "SplitWords",
        "DisjointPrefixes",
        # Guess from the form of a word, and err on "mean reversion" and "paid to terminated employees".
        "MissingTo",
        "InflectedVerbAfterTo",
        # Take the sign of inches for a quotation.
        "UnclosedQuotes",
        # Writes to standard error as it works (Harper 2.13).
        "LookingForwardTo",
        # Takes short lines, such as a sign-off or a postal address, for headings.
        "UseTitleCase",
    }
)


def category(kind: str) -> Category:
    """Our category for a kind of lint; Agreement, Usage, Word Choice ("would of") and what is new count as grammar."""
    return _KINDS.get(kind, "grammar")


def disabled(known: Iterable[str]) -> list[str]:
    """The rules to switch off, of those that this Harper has."""
    return sorted(_DISABLED.intersection(known))
