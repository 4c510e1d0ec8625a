"""The words that greeting, sign-off and context give as names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notecheck.analysis.names.likeness import folded
from notecheck.analysis.names.nearness import is_common, is_frequent
from notecheck.document import Context, Document, Zone

__all__ = ["given_names"]

_WORD = re.compile(r"[^\W\d_][\w’']*")
_POSSESSIVE = re.compile(r"['’]s?$")

_SALUTATIONS_AND_CLOSINGS = """
dear hi hello hey hiya howdy greetings good morning afternoon evening day to whom it may concern and or the all
everyone everybody both there team folks sir sirs madam ma'am miss mr mrs ms mx dr prof professor doctor rev
reverend hon honorable captain colonel hiring recruiting recruitment talent acquisition search selection interview
interviewing panel committee board department human resources hr manager managers recruiter recruiters group members
friends colleagues ladies gentlemen sincerely respectfully faithfully truly yours cordially warmly gratefully
regards regard best kind kindest warm warmest wishes thanks thank you many much again cheers love respect
appreciation gratitude with in advance sent from my iphone ipad android phone tel mobile cell email linkedin website
address street avenue road senior junior engineer director assistant associate looking forward talk soon take care
"""
_NOT_A_NAME = frozenset(_SALUTATIONS_AND_CLOSINGS.split())


def given_names(document: Document) -> frozenset[str]:
    """Words in lower case that are names by what greeting, sign-off and context say."""
    words = {folded(word) for zone in document.zone("greeting") for word in _greeted(document.clean, zone)}
    words.update(folded(word) for zone in document.zone("signoff") for word in _signed(document.clean, zone))
    words.update(folded(word) for text in _context_texts(document.context) for word in _words(text))
    words.update(
        folded(word) for text in _described(document.context) for word in _words(text) if not is_frequent(word)
    )
    return frozenset(word for word in words - _NOT_A_NAME if len(word) > 1)


def _words(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text):
        yield _POSSESSIVE.sub("", match[0])


def _context_texts(context: Context) -> Iterator[str]:
    for person in (*context.interviewers, *context.also_met):
        yield person.name
    yield context.company or ""
    yield context.me or ""


def _described(context: Context) -> Iterator[str]:
    """Texts of the context that mix names with ordinary words."""
    for person in (*context.interviewers, *context.also_met):
        yield from (person.title or "", person.role or "")
    yield context.role or ""
    yield from context.topics


def _greeted(text: str, zone: Zone) -> Iterator[str]:
    words = list(_words(text[zone.start : zone.end]))
    for place, word in enumerate(words):
        # The salutation itself may be misspelt ("Deer", "Helo"); a name comes after it or stands alone.
        names_somebody = (place > 0 or len(words) == 1) and word[0].isupper()
        if names_somebody or ((place > 0 or word[0].isupper()) and not is_common(word)):
            yield word


def _signed(text: str, zone: Zone) -> Iterator[str]:
    lines = [line for line in text[zone.start : zone.end].splitlines() if line.strip()]
    for place, line in enumerate(lines):
        _, comma, after = line.partition(",")
        signed = after if place == 0 and (comma or len(lines) > 1) else line
        short = place <= 1 and len(signed.split()) <= 2
        for word in _words(signed):
            if (word[0].isupper() and (_is_name_line(signed, first=place <= 1) or not is_common(word))) or (
                short and word.islower() and not is_common(word)
            ):
                yield word


def _is_name_line(line: str, *, first: bool) -> bool:
    """Whether a line of a signature is a person's name: up to five words, all capitalised but particles.

    In the ``first`` line below the valediction, a word may be an ordinary one, too (Grace, Song).
    """
    words = line.replace(".", " ").split()
    ordinary = [is_frequent(word) for word in words]
    return 0 < len(words) <= 5 and words[0][:1].isupper() and not (all(ordinary) if first else any(ordinary))
