"""The notation of token patterns: ``@i ..3 @want&VERB a|the? @job``.

A pattern is a row of items between blanks, each for one token:

- ``word``: the token as written, in lower case, with straight apostrophes;
- ``@name``: a word of the class of that name;
- ``NOUN``, ``VBD``: a universal part of speech or a Penn Treebank tag;
- ``#subject``, ``#object``: what the token is to its verb; ``#mine``, ``#yours``, ``#theirs``: a predicate by its
  subject ("I", "you", another); ``#negated``: a predicate under "not". No token has a role where nothing was parsed;
- ``a|b``: one of several; ``a&b``: both; ``!a``: not; ``&`` binds tighter than ``|``;
- ``item?``: may be absent;
- ``..3``: up to three tokens of any sort, none of which ends a clause (``. ; : ! ?`` and dashes);
- ``^`` and ``$``: the start and the end of the sentence, which are no tokens; marks may follow the end.

The notation exists beside spaCy's Matcher because elements need bounded gaps and large word classes: the Matcher tries
every way to skip the optional tokens of a gap, and calls Python for every class at every token.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator

MAX_GAP = 12
"""The longest gap, in tokens, that a pattern may have."""

ROLES = frozenset(["#subject", "#object", "#negated", "#mine", "#yours", "#theirs"])
"""Names for what a token is in the parse."""

_TERM = re.compile(r"(!?)(@[a-z][a-z_]*|#[a-z]+|[A-Z]+\$?|[^\s@|&!?A-Z]+)$")


@dataclass(frozen=True, slots=True)
class Term:
    """One condition on a token; ``name`` starts with ``@`` for a class and ``#`` for a role; capitals are tags."""

    name: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A token that fits all terms of one of ``any_of``; or a gap of up to ``gap`` tokens, where ``any_of`` is empty."""

    any_of: tuple[tuple[Term, ...], ...] = ()
    optional: bool = False
    gap: int = 0


@dataclass(frozen=True, slots=True)
class TokenPattern:
    """A parsed pattern; ``at_start`` and ``at_end`` tie it to the first and the last token of a sentence."""

    source: str
    items: tuple[Item, ...]
    at_start: bool = False
    at_end: bool = False

    @property
    def names(self) -> frozenset[str]:
        """Every name that the pattern uses: words, classes (with ``@``), parts of speech and tags."""
        return frozenset(term.name for item in self.items for terms in item.any_of for term in terms)


def parse_pattern(source: str) -> TokenPattern:
    """Read one pattern.

    Raises:
        ValueError: It is not in the notation, or no token of it is required.
    """
    words = source.split()
    at_start = bool(words) and words[0] == "^"
    at_end = words[-1:] == ["$"]
    items = tuple(_item(word, source) for word in words[at_start : len(words) - at_end])
    if not any(item.any_of and not item.optional for item in items):
        raise ValueError(f"the pattern {source!r} requires no token")
    if (items[0].gap and not at_start) or (items[-1].gap and not at_end):
        raise ValueError(f"the pattern {source!r} starts or ends with a gap")
    return TokenPattern(source, items, at_start, at_end)


def _item(word: str, source: str) -> Item:
    if word.startswith(".."):
        if not word[2:].isdigit() or not 1 <= int(word[2:]) <= MAX_GAP:
            raise ValueError(f"a gap is written ..1 to ..{MAX_GAP}, not {word!r}, in {source!r}")
        return Item(gap=int(word[2:]))
    optional = word.endswith("?") and len(word) > 1
    body = word[:-1] if optional else word
    return Item(tuple(_terms(part, source) for part in body.split("|")), optional)


def _terms(part: str, source: str) -> tuple[Term, ...]:
    terms = []
    for term in part.split("&"):
        match = _TERM.match(term)
        if match is None or (match[2].startswith("#") and match[2] not in ROLES):
            raise ValueError(f"{term!r} is no word, @class, #role, part of speech or tag, in {source!r}")
        terms.append(Term(match[2], bool(match[1])))
    return tuple(terms)


def _read(value: Any) -> TokenPattern:
    if not isinstance(value, str):
        raise ValueError("a pattern is written as text")
    return parse_pattern(value)


Pattern = Annotated[TokenPattern, BeforeValidator(_read)]
"""A token pattern in a YAML file."""
