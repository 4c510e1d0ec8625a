"""What its written form alone marks as no ordinary word: addresses, file names, handles, inner capitals, acronyms."""

from __future__ import annotations

import re

from notecheck.analysis.names.nearness import is_common

__all__ = ["ADDRESS", "LITERAL", "is_name_shaped"]

_TOP_LEVEL = r"(?:com|org|net|io|ai|dev|edu|gov|app|info|me|co(?:\.[a-z]{2})?|ac\.[a-z]{2})"
_FILE_TYPE = (
    r"(?:pdf|docx?|xlsx?|pptx?|txt|md|csv|tsv|json|ya?ml|xml|html?|css|jsx?|tsx?|py|ipynb|java|cpp|rs|go|rb|php|sql|sh|png|jpe?g"
    r"|gif|svg|zip|key|pages|eml|net)"
)

ADDRESS = re.compile(
    rf"""
    (?:https?://|ftp://|mailto:|tel:|www\.)[^\s<>"'«»]{{1,2000}}             # a URL
    | [\w.+%'-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,6}}                # an e-mail address
    | (?<![\w.@/-])(?:[\w-]{{1,63}}\.){{1,4}}{_TOP_LEVEL}(?![\w@])(?:/[^\s<>"']{{0,500}})?   # a bare domain
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""E-mail addresses, URLs and bare domains."""

LITERAL = re.compile(
    rf"""
    (?<![\w@/.])[\w-]{{1,80}}(?:\.[\w-]{{1,40}}){{0,3}}\.{_FILE_TYPE}(?!\w)     # report-v2.pdf, Node.js
    | (?<![\w/@.])[@#][A-Za-z][\w.-]{{0,60}}                                 # a handle or hashtag
    | (?<![\w`])`[^`\n]{{1,200}}`                                            # code
    | (?<!\w)\.NET\b | (?<!\w)[A-Z][+#]{{1,2}}(?!\w)                           # .NET, C++, C#
    """,
    re.VERBOSE,
)
"""File names, handles, hashtags and code."""

_ACRONYM = re.compile(r"[A-Z](?:[A-Z&]|\d)+(?:s|['’]s)?|(?:[A-Z]\.){2,}|[A-Z]{1,4}\d+[A-Z]?")
_INNER_CAPITAL = re.compile(r"[^\W\d_]*[a-zß-ÿ][^\W\d_]*[A-Z][^\W_]*|[A-Z]{2,}[a-z]{2,}[^\W_]*")
_WITH_DIGIT = re.compile(r"(?=.*\d)(?=.*[A-Z])[\w-]+")
_SHORT = 4
"""Up to this length, acronyms lie within one letter of some frequent word by mere chance (AWS and was)."""


def is_name_shaped(word: str, *, shouted: bool) -> bool:
    """Whether the capitals and digits of a word mark a name, product or acronym.

    Args:
        word: One word.
        shouted: It stands among words in capitals, which then mean nothing.
    """
    if _ACRONYM.fullmatch(word):
        plain = word.removesuffix("s").rstrip("'’")
        return not shouted and (len(plain) <= _SHORT or not is_common(plain))
    if _INNER_CAPITAL.fullmatch(word):
        return not is_common(word) and not is_common(word.lower().removesuffix("s"))
    return bool(_WITH_DIGIT.fullmatch(word))
