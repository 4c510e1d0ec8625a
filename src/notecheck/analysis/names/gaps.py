"""Slots that were emptied and not filled: "Dear Ms. ,", "the position at .", "at  and"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notecheck.analysis.names.written_forms import ADDRESS
from notecheck.document import Document

__all__ = ["find_gaps"]

Range = tuple[int, int]

_TITLE = r"(?:Mr|Mrs|Ms|Mx|Miss|Mister|Dr|Prof|Professor)"
_GREETED = re.compile(
    rf"^\W*(?P<gap>(?:dear|hi|hello|hey|good\s+(?:morning|afternoon|evening))[ \t]+"
    rf"(?:{_TITLE}\b\.?(?:[ \t]*[,:;–—-]+)?|[,:;]))[ \t]*$"
    r"|^\W*(?P<bare>dear[ \t]*[,:])[ \t]*$",
    re.IGNORECASE,
)
_TITLED = re.compile(r"(?<!\w)(?:Mr|Mrs|Ms|Mx|Dr|Prof)\b\.?[ \t]+[,;:](?=\s|$)|(?<!\w)(?:Mr|Mrs|Ms|Mx)\b\.?,(?=\s)")
_PREPOSITION = r"(?:at|of|with|for|from|as|to|by|about|on|in)"
_DETERMINER = r"(?:the|an|my|your|our|their)"
_BEFORE_STOP = re.compile(rf"(?<![\w'’-])(?:{_PREPOSITION}|{_DETERMINER})[ \t]+[.,;](?=\s|$)", re.IGNORECASE)
_BEFORE_WORD = re.compile(
    rf"(?<![\w'’-])(?:{_PREPOSITION}[ \t]{{2,}}(?:and|or|but|is|was|has|because|which)"
    rf"|{_DETERMINER}[ \t]+(?:and|or|is|was|of|at|[.,;])"
    rf"|(?:at|of|with|for|as)[ \t]{{2,}}(?:on|at|for|with|of|in|as))(?![\w'’-])",
    re.IGNORECASE,
)
_OWNER = re.compile(rf"(?<![\w'’-])(?:{_PREPOSITION}|the|,)[ \t]+['’]s(?=[ \t])", re.IGNORECASE)
_SPACED_STOP = re.compile(r"\w[ \t]+[.,;](?=\s|$)")


def find_gaps(document: Document) -> tuple[Range, ...]:
    """Places outside quoted text where a name or noun must stand and nothing does, in order, without overlaps.

    A note that puts a blank before other stops, too, is taken to be written that way, and not to lack a word there.
    """
    kept: list[Range] = []
    spaced = _spaces_stops(document)
    for sentence in document.sentences:
        if sentence.zone in ("quoted", "header"):
            continue
        text = ADDRESS.sub(lambda match: "@" * len(match[0]), document.clean[sentence.start : sentence.end])
        for start, end in sorted(_gaps(text, spaced=spaced)):
            if not kept or sentence.start + start >= kept[-1][1]:
                kept.append((sentence.start + start, sentence.start + end))
    return tuple(kept)


def _gaps(text: str, *, spaced: bool) -> Iterator[Range]:
    greeted = _GREETED.search(text)
    if greeted:
        yield greeted.span("gap" if greeted["gap"] else "bare")
    for pattern in (_TITLED, _BEFORE_WORD, _OWNER, *([] if spaced else [_BEFORE_STOP])):
        yield from (match.span() for match in pattern.finditer(text))


def _spaces_stops(document: Document) -> bool:
    spaced = {match.start() for match in _SPACED_STOP.finditer(document.clean)}
    empty = {match.end() for pattern in (_BEFORE_STOP, _TITLED) for match in pattern.finditer(document.clean)}
    return any(document.clean[at + 1 :].lstrip()[:1] and not any(at < end <= at + 12 for end in empty) for at in spaced)
