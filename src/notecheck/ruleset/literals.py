"""What a text must hold for a regular expression to match in it: seen in a moment, where compiling takes a millisecond.

The text is looked at as ``Document.squeezed``: its ASCII letters and digits in lower case, all else as blanks. So one
string can tell of several words, and a blank at its end of a word that is whole. An expression needs each of its
clauses, and a clause is a set of alternatives: a string, or clauses of its own.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Union

with warnings.catch_warnings():
    # The parser of the standard library has no public name since Python 3.11.
    warnings.simplefilter("ignore", DeprecationWarning)
    try:
        from re import _constants as codes  # type: ignore[attr-defined]
        from re import _parser as parser  # type: ignore[attr-defined]
    except ImportError:
        import sre_constants as codes
        import sre_parse as parser

Clause = frozenset[Union[str, "Clauses"]]
Clauses = tuple[Clause, ...]

_PROPERTY = re.compile(r"\\[pP]\{[^{}]*\}|\\.", re.DOTALL)
"""A Unicode property, which the parser does not know, or another escape."""

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_")


@lru_cache(maxsize=4096)
def needed(expression: str) -> Clauses:
    """The clauses of an expression, the most telling first; none where the parser does not know its syntax."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            parsed = parser.parse(_PROPERTY.sub(_any_word_character, expression))
    except (re.error, RecursionError, OverflowError):
        return ()
    reading = _Reading()
    reading.read(parsed)
    return reading.clauses()


def may_match(clauses: Clauses, text: str) -> bool:
    """Whether a squeezed text has what the clauses need."""
    return all(
        any(item in text if isinstance(item, str) else may_match(item, text) for item in clause) for clause in clauses
    )


def grams_of(clauses: Clauses) -> tuple[frozenset[str], ...]:
    """For each clause that is long enough, stretches of three or four characters of which a text needs one.

    Looked up in ``Document.grams``, they settle most expressions at once, however long the text.
    """
    found = [frozenset(map(_gram, _strings((clause,)))) for clause in clauses]
    return tuple(grams for grams in found if min(map(len, grams)) >= 3)


class _Reading:
    """Reads a parsed sequence from left to right. ``run`` is what the text must hold right before the place reached."""

    def __init__(self, run: str = "") -> None:
        self._found: set[Clause] = set()
        self._run = run

    def clauses(self) -> Clauses:
        self._end_run()
        return tuple(sorted(self._found, key=_dullness))

    def read(self, sequence: Sequence[Any], *, bounded: bool = False) -> None:
        """Read on; ``bounded`` tells that a blank or a word boundary follows the sequence."""
        for place, item in enumerate(sequence):
            last = place + 1 == len(sequence)
            self._item(*item, bounded=bounded if last else _is_blank(*sequence[place + 1]))
        if bounded:
            self._blank()

    def _item(self, code: Any, argument: Any, *, bounded: bool) -> None:
        if code is codes.LITERAL and chr(argument).lower() in _PLAIN:
            self._run += chr(argument).lower()
        elif _is_blank(code, argument):
            self._blank()
        elif code is codes.SUBPATTERN:
            self.read(argument[-1], bounded=bounded)
        elif code is codes.BRANCH:
            self._branch(argument[1], bounded=bounded)
        elif code in (codes.MAX_REPEAT, codes.MIN_REPEAT) and argument[0] >= 1:
            self._repeat(argument[2])
        elif code not in (codes.ASSERT, codes.ASSERT_NOT):
            self._end_run()

    def _blank(self) -> None:
        if not self._run.endswith(" "):
            self._run += " "

    def _end_run(self, run: str = "") -> None:
        if self._run.strip():
            self._found.add(frozenset((self._run,)))
        self._run = run

    def _branch(self, branches: Sequence[Sequence[Any]], *, bounded: bool) -> None:
        alternatives: set[str | Clauses] = set()
        for branch in branches:
            reading = _Reading(self._run)
            reading.read(branch, bounded=bounded)
            clauses = reading.clauses()
            alternatives.add(_simplified(clauses))
        if () in alternatives:
            self._end_run()
        else:
            self._found.add(frozenset(alternatives))
            self._run = ""

    def _repeat(self, content: Sequence[Any]) -> None:
        before = len(self._run)
        self.read(content)
        # What follows the last round is known of plain characters only.
        self._end_run(self._run[before:] if all(code is codes.LITERAL for code, _ in content) else "")


def _simplified(clauses: Clauses) -> str | Clauses:
    """The string alone where the clauses are but one."""
    if len(clauses) == 1 and len(clauses[0]) == 1:
        return next(iter(clauses[0]))
    return clauses


def _any_word_character(escape: re.Match[str]) -> str:
    """In place of a property, which tells nothing about strings; other escapes stay."""
    return r"\w" if len(escape[0]) > 2 else escape[0]


def _is_blank(code: Any, argument: Any) -> bool:
    """Whether a squeezed text has a blank there, or had one before."""
    if code is codes.LITERAL:
        # Letters beyond ASCII may have several partners in the other case.
        return chr(argument).lower() not in _PLAIN and not chr(argument).isalpha()
    if code is codes.AT:
        return argument is not codes.AT_NON_BOUNDARY
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
        return argument[0] >= 1 and len(argument[2]) == 1 and _is_blank(*argument[2][0])
    if code is codes.IN:
        return all(_is_blank(*item) for item in argument)
    return code is codes.CATEGORY and argument is codes.CATEGORY_SPACE


def _strings(clauses: Clauses) -> list[str]:
    """The strings of the most telling clause, the best of each alternative."""
    if not clauses:
        return []
    return [text for item in clauses[0] for text in ([item] if isinstance(item, str) else _strings(item))]


def _dullness(clause: Clause) -> tuple[int, int, str]:
    strings = sorted(_strings((clause,)))
    return -min(len(text.strip()) for text in strings), len(strings), " ".join(strings)


def _gram(text: str) -> str:
    """Four characters from the start of the longest word."""
    start = text.index(max(text.split(), key=len))
    return text[start : start + 4] if len(text) - start >= 3 else text[-4:]
