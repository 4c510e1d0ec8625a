"""Patterns in rules and lexicons: plain phrases and bounded regular expressions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Any

import regex
from pydantic import AfterValidator, ValidationInfo

MATCH_SECONDS = 0.5
"""How long one pattern may run on one text. Ours take microseconds; a runaway one is stopped here."""


class Runaway(Exception):
    """A pattern ran out of its time."""


def _phrase(value: str) -> str:
    if not value.strip():
        raise ValueError("a phrase must not be blank")
    return " ".join(value.split())


def _expression(value: str, info: ValidationInfo) -> str:
    if (info.context or {}).get("trusted"):  # Compiling all of the shipped rules would take a second at each start.
        return value
    try:
        regex.compile(value)
    except regex.error as error:
        raise ValueError(f"no valid regular expression: {error}") from error
    return value


Phrase = Annotated[str, AfterValidator(_phrase)]
"""Words as written, matched whole: blanks match any white space, straight and curly apostrophes match each other."""

Regex = Annotated[str, AfterValidator(_expression)]
"""A regular expression of the ``regex`` library; ``^`` and ``$`` match at line ends."""


def phrase_to_regex(phrase: str) -> str:
    """The regular expression that matches a phrase as whole words."""
    body = r"\s+".join(regex.escape(word) for word in phrase.split())
    body = regex.sub(r"\\?['’]", "['’]", body)
    left = r"(?<!\w)" if phrase[0].isalnum() else ""
    right = r"(?!\w)" if phrase[-1].isalnum() else ""
    return f"{left}{body}{right}"


@lru_cache(maxsize=4096)
def compile_patterns(
    phrases: tuple[str, ...], expressions: tuple[str, ...] = (), *, case_sensitive: bool = False
) -> Any:
    """One compiled pattern for many phrases and expressions; longer phrases win over shorter ones at the same place."""
    ordered = sorted(phrases, key=len, reverse=True)
    parts = [f"(?:{item})" for item in (*map(phrase_to_regex, ordered), *expressions)]
    flags = regex.MULTILINE | (0 if case_sensitive else regex.IGNORECASE)
    return regex.compile("|".join(parts), flags)


def find(pattern: Any, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Non-empty matches in ``text[start:end]``, as ranges of ``text``.

    Raises:
        Runaway: The pattern took longer than :data:`MATCH_SECONDS`.
    """
    try:
        for match in pattern.finditer(text, start, len(text) if end is None else end, timeout=MATCH_SECONDS):
            if match.end() > match.start():
                yield match.start(), match.end()
    except TimeoutError as error:
        raise Runaway from error
