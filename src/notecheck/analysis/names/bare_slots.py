"""Slots without brackets: words in capitals ("Dear NAME"), and dots where a word must stand ("Dear …", "on … .")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notecheck.analysis.names.slot_words import SLOT_NOUN

__all__ = ["find_bare_slots"]

Range = tuple[int, int]

_OF_WHOM = (
    r"(?:YOUR|FULL|FIRST|LAST|COMPANY|INTERVIEWER|RECRUITER|MANAGER|PREVIOUS|CURRENT|FORMER|PHONE|JOB|TEAM|SPECIFIC"
    r"|INTERVIEW|HIRING|CLIENT|CUSTOMER|PROJECT|PRODUCT|SCHOOL|CITY|SAMPLE)"
)
# "X", "N" and "TK" are other patterns' business; "DATE:" is a label; capitals beside capitals are a heading or a cry.
_CAPITALS = re.compile(
    rf"(?<![\w'’&/@#.-])(?:{_OF_WHOM}(?:['’]S)?[ _-]){{0,2}}(?!(?:X+|N+|TBD|TK)\b)"
    rf"(?=[A-Z]{{3}})(?i:{SLOT_NOUN})(?:['’][sS])?(?![\w&/@#:-])"
)
_CRIED = re.compile(r"\b[A-Z]{2,}[.,!?]?[ \t]+$"), re.compile(r"^[.,!?]?[ \t]+[A-Z]{2,}\b")
_GREETED = re.compile(r"(?im)^[ \t]*(?:dear|hello|hi|hey)(?:[ \t]+(?:mr|ms|mrs|mx|dr)\b\.?)?[ \t]+$")
_SLOT_BESIDE = re.compile(rf"\b(?:{_OF_WHOM}|(?i:{SLOT_NOUN}))\b|\b(?:MR|MS|MRS|MX|DR|OF)\b")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SHOUTED = 0.2
"""The share of words in capitals, slots aside, from which on capitals mean nothing; our own choice."""

_DOTS = r"(?:…|\.\.\.)(?![.…])"
_AFTER_OPENING = re.compile(
    rf"^[ \t]*(?:dear|hello|hi|hey)(?:[ \t]+(?:mr|ms|mrs|mx|dr)\b\.?)?[ \t]+(?P<gap>{_DOTS})", re.I | re.M
)
_ALONE = re.compile(rf"^[ \t]*(?P<gap>{_DOTS}(?:[ \t]+{_DOTS})?)[ \t]*$", re.M)
_GOVERNED = re.compile(
    r"(?<![\w'’-])(?:at|of|for|with|from|on|in|as|about|by|under|since|to|the|a|an|my|your|our|his|her|their|mr\.?|mrs\.?|ms\.?|dr\.?)"
    rf"[ \t]+(?P<gap>{_DOTS})(?=[ \t,;:)]|\.(?:\s|$)|['’]s|day\b|$)",
    re.I | re.M,
)
LEAST = 2
"""How many dotted gaps a text has that is a template; one alone may be a pause."""


def find_bare_slots(text: str) -> Iterator[Range]:
    """Ranges of words in capitals that name what belongs in their place, and of dots that a word must replace.

    Args:
        text: The whole text, quoted parts blotted out.
    """
    yield from _capitals(text)
    yield from _dots(text)


def _capitals(text: str) -> Iterator[Range]:
    found = [match for match in _CAPITALS.finditer(text) if not _cried(text, match)]
    words = _WORD.findall("".join(_between(text, found)))
    if not found or sum(word.isupper() for word in words) > _SHOUTED * len(words):
        return
    several = len({match[0] for match in found}) >= LEAST
    for match in found:
        before, after = text[: match.start()].rpartition("\n")[2], text[match.end() :].partition("\n")[0]
        if several or _GREETED.search(before) or not (before + after).strip(" \t,.:;!"):
            yield match.span()


def _cried(text: str, match: re.Match[str]) -> bool:
    """Whether its neighbour is in capitals, too, and is no slot."""
    if not match[0].replace("’s", "").replace("'s", "").isupper():
        return True
    before, after = text[max(0, match.start() - 20) : match.start()], text[match.end() : match.end() + 20]
    return any(
        beside and not _SLOT_BESIDE.search(beside[0]) for beside in (_CRIED[0].search(before), _CRIED[1].search(after))
    )


def _between(text: str, found: list[re.Match[str]]) -> Iterator[str]:
    at = 0
    for match in found:
        yield text[at : match.start()]
        at = match.end()
    yield text[at:]


def _dots(text: str) -> Iterator[Range]:
    yield from (match.span("gap") for match in _AFTER_OPENING.finditer(text))
    governed = [match.span("gap") for match in _GOVERNED.finditer(text)]
    if len(governed) >= LEAST:
        yield from governed
        yield from (match.span("gap") for match in _ALONE.finditer(text))
