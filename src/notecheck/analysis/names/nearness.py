"""Whether a word is a frequent English one, or one slip of the fingers away from it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from string import ascii_lowercase

from notecheck.analysis.names.frequent_words import FREQUENT_WORDS

__all__ = ["is_common", "is_frequent", "slips_of"]


def is_frequent(word: str) -> bool:
    """Whether the word, in any case, is a frequent one."""
    return word.lower() in FREQUENT_WORDS


@lru_cache(maxsize=1024)  # A name stands in a note several times, and is asked about more than once.
def slips_of(word: str) -> frozenset[str]:
    """The frequent words that one slip turns into ``word``: a letter too many, too few or wrong, or two swapped.

    The first letter counts as right unless swapped with the second: few misspellings touch it (Yannakoudakis and
    Fawthrop 1983, The rules of spelling errors).
    """
    return FREQUENT_WORDS.intersection(_one_edit(word.lower()))


def is_common(word: str) -> bool:
    """Whether the word is frequent or one slip away from a frequent one."""
    return is_frequent(word) or bool(slips_of(word))


def _one_edit(word: str) -> Iterator[str]:
    for place in range(len(word)):
        yield word[:place] + word[place + 1 : place + 2] + word[place : place + 1] + word[place + 2 :]
        if place:
            yield word[:place] + word[place + 1 :]
        for letter in ascii_lowercase:
            if place:
                yield word[:place] + letter + word[place + 1 :]
            yield word[: place + 1] + letter + word[place + 1 :]
