"""How like a written name is to the right one: the same, the same but for accents, nearly the same, or another."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

import jellyfish
from rapidfuzz.distance import OSA

__all__ = ["MARKS", "Likeness", "folded", "is_near", "likeness", "plain"]

Likeness = Literal["same", "marks", "near", "other"]

MARKS = (
    r"\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0970-\u0dff\u0e31-\u0e4e\u1000-\u103f"
)
"""For a character class: accents and vowel signs that belong to a word, and that ``\\w`` leaves out."""

LONG = 8
"""Letters from which a slip may be of two edits; below, of one (Damerau 1964: four in five have one)."""

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "e"}
)
_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_JOINTS = re.compile(r"[\s'’ʼʻ`´.‐‑-]+")

_SOUND_ALIKES = """
sean shaun shawn
jeff geoff
jeffrey geoffrey
steven stephen
phillip philip filip
mohammed muhammad mohamed muhammed mohammad mehmet
caitlin kaitlyn katelyn kaitlin
catherine katherine kathryn cathryn katharine catharine
lee leigh li
lindsay lindsey linsey
ashley ashleigh ashlee
bryan brian brien
kristina christina
kristin kirsten kristen
christian kristian
erik eric erich
nicolas nicholas nikolas
zoe zoey
elliot eliot elliott
graeme graham
alan allen allan
marc mark
carl karl
claire clare
deborah debra
rebecca rebekah
sarah sara
teresa theresa
laurence lawrence
isabel isobel isabelle
madeleine madeline madelyn
aidan aiden
jaime jamie
neil neal
stuart stewart
tracy tracey
yusuf yousef joseph
ahmad ahmed
reed reid read
smith smyth
johnson johnston johnstone
thompson thomson
clark clarke
browne brown
meyer meier maier mayer
schmidt schmitt
macdonald mcdonald
hansen hanson
peterson petersen
anderson andersen
davis davies
hughes hewes
pearce pierce
"""
_GROUPS = tuple(frozenset(line.split()) for line in _SOUND_ALIKES.split("\n") if line)
"""Names that sound alike and are mixed up, further apart in spelling than a slip of the fingers is."""


def folded(text: str) -> str:
    """A name without regard to case, the kind of apostrophe and hyphen, and how accents are encoded."""
    composed = unicodedata.normalize("NFC", text).casefold()
    return composed.replace("’", "'").replace("ʼ", "'").replace("‑", "-").replace("‐", "-")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A folded name without accents, apostrophes, hyphens, full stops and blanks."""
    bare = unicodedata.normalize("NFD", folded(text).translate(_LETTERS))
    return _JOINTS.sub("", "".join(letter for letter in bare if not unicodedata.combining(letter)))


def likeness(written: str, right: str) -> Likeness:
    """How like a word is to the right form of a name.

    ``marks``: only accents, apostrophes or hyphens differ, or an umlaut is written as two letters. ``near``: a slip of
    the fingers, or a name that sounds the same.
    """
    if folded(written) == folded(right):
        return "same"
    if _spellings(written) & _spellings(right):
        return "marks"
    return "near" if is_near(plain(written), plain(right)) else "other"


@lru_cache(maxsize=65536)
def is_near(written: str, right: str) -> bool:
    """Whether two plain words are a slip apart, or sound the same and are at most three edits apart."""
    length = min(len(written), len(right))
    if length < 2 or abs(len(written) - len(right)) > 3:
        return False
    distance = OSA.distance(written, right, score_cutoff=3)
    if distance <= (1 if len(right) < LONG else 2):
        return True
    if any(written in group and right in group for group in _GROUPS):
        return True
    return distance <= (2 if length < LONG - 1 else 3) and length >= 5 and _sounds(written) == _sounds(right) != ""


@lru_cache(maxsize=4096)
def _sounds(word: str) -> str:
    return jellyfish.metaphone(word) if word.isascii() else ""


def _spellings(text: str) -> set[str]:
    composed = folded(text)
    return {plain(composed), plain(composed.translate(_TWO_LETTERS))}
