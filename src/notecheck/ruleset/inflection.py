"""Regular English endings, so that a word list names each word once."""

from __future__ import annotations

_VOWELS = "aeiou"


def verb_forms(entry: str) -> frozenset[str]:
    """All forms of a verb: its base, followed by the past forms where they are irregular (``write wrote written``)."""
    base, *past = entry.split()
    stem = _doubled(base)
    if base.endswith("e"):
        stem = base[:-1]
    elif base.endswith("y") and base[-2] not in _VOWELS:
        past = past or [base[:-1] + "ied"]
    return frozenset({base, _third_person(base), *(past or [stem + "ed"]), _ing(base, stem)})


def noun_plural(noun: str) -> str:
    """The regular plural of a noun."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"


def _third_person(base: str) -> str:
    return base + "es" if base.endswith("o") else noun_plural(base)


def _ing(base: str, stem: str) -> str:
    return base + "ing" if base.endswith(("ee", "ye", "oe")) else stem + "ing"


def _doubled(base: str) -> str:
    """``cut`` → ``cutt``: one syllable that ends in consonant, vowel, consonant. Others are listed as irregular."""
    short = sum(letter in _VOWELS for letter in base) == 1 and len(base) >= 3
    closed = short and base[-1] not in _VOWELS + "wxy" and base[-2] in _VOWELS and base[-3] not in _VOWELS
    return base + base[-1] if closed else base
