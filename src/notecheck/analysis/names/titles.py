"""Forms of address, and what they say of the person who bears them."""

from __future__ import annotations

from typing import Literal

__all__ = ["TITLES", "Gender", "gender_of", "title_key", "titles_agree"]

Gender = Literal["m", "f"]

_MASCULINE = "mr mister sir sr señor herr monsieur"
_FEMININE = "ms mrs miss madam ma'am sra señora frau madame mme"
_COURTESY = frozenset(f"{_MASCULINE} {_FEMININE} mx".split())
_RANKS = """
dr doctor prof professor rev reverend father fr pastor rabbi imam hon judge gov governor sen senator rep gen general col
colonel maj major cpt capt captain lt lieutenant sgt sergeant engr dean chief officer
"""
_LONG_FORMS = {
    "mister": "mr", "doctor": "dr", "professor": "prof", "reverend": "rev", "father": "fr", "governor": "gov",
    "senator": "sen", "general": "gen", "colonel": "col", "major": "maj", "captain": "capt", "cpt": "capt",
    "lieutenant": "lt", "sergeant": "sgt",
}  # fmt: skip

TITLES = _COURTESY | frozenset(_RANKS.split())
"""Lower case, without a full stop."""


def title_key(word: str) -> str:
    """A title in the one form in which titles are compared: "Professor" and "Prof." are the same."""
    plain = word.casefold().replace("’", "'").rstrip(".")
    return _LONG_FORMS.get(plain, plain)


def gender_of(title: str) -> Gender | None:
    """The gender that a title gives, or None for one that gives none."""
    key = title_key(title)
    return "m" if key in _MASCULINE.split() else "f" if key in _FEMININE.split() else None


def titles_agree(used: str, right: str) -> bool:
    """Whether two titles can be the same person's in the same letter."""
    return title_key(used) == title_key(right) or {title_key(used), title_key(right)} == {"dr", "prof"}
