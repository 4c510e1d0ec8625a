"""What a text must hold for a regular expression to match in it: seen in a moment, where compiling takes a millisecond.

A clause is a set of strings of which one must occur, in lower case; an expression needs all of its clauses.
"""

from __future__ import annotations

import re
import warnings
from functools import lru_cache
from typing import Any

with warnings.catch_warnings():
    # The parser of the standard library has no public name since Python 3.11.
    warnings.simplefilter("ignore", DeprecationWarning)
    try:
        from re import _constants as codes  # type: ignore[attr-defined]
        from re import _parser as parser  # type: ignore[attr-defined]
    except ImportError:
        import sre_constants as codes
        import sre_parse as parser

Clause = frozenset[str]

_MOST_STRINGS = 64
"""A clause of more strings is dropped: looking for them all would cost more than it saves."""


@lru_cache(maxsize=4096)
def needed(expression: str) -> tuple[Clause, ...]:
    """The clauses of an expression, the longest strings first; none where the parser does not know its syntax."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            parsed = parser.parse(expression)
    except (re.error, RecursionError, OverflowError):
        return ()
    clauses = {clause for clause in _clauses(parsed) if "" not in clause and len(clause) <= _MOST_STRINGS}
    return tuple(sorted(clauses, key=lambda clause: (-min(map(len, clause)), len(clause), sorted(clause))))


def may_match(clauses: tuple[Clause, ...], lowered: str) -> bool:
    """Whether a text, given in lower case, has what the clauses need."""
    return all(any(item in lowered for item in clause) for clause in clauses)


def _clauses(sequence: Any) -> list[Clause]:
    found: list[Clause] = []
    run = ""
    for code, argument in sequence:
        if code is codes.LITERAL and _is_plain(argument):
            run += chr(argument).lower()
            continue
        found += [frozenset((run,))] if run else []
        run = ""
        found += _of_item(code, argument)
    return found + ([frozenset((run,))] if run else [])


def _of_item(code: Any, argument: Any) -> list[Clause]:
    if code is codes.SUBPATTERN:
        return _clauses(argument[-1])
    if code is codes.BRANCH:
        return _of_branches(argument[1])
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT) and argument[0] >= 1:
        return _clauses(argument[2])
    return []


def _of_branches(branches: Any) -> list[Clause]:
    """One clause that holds a string of each branch: the best that each has."""
    union: set[str] = set()
    for branch in branches:
        clauses = [clause for clause in _clauses(branch) if "" not in clause]
        if not clauses:
            return []
        union |= max(clauses, key=lambda clause: (min(map(len, clause)), -len(clause)))
    return [frozenset(union)]


def _is_plain(code: int) -> bool:
    """Whether lower case settles the matter: letters beyond ASCII may have several partners in the other case."""
    return code < 128 or not chr(code).isalpha()
