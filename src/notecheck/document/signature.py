"""Which lines below a name belong to the sign-off: job titles, contact data, footers."""

from __future__ import annotations

import re

from notecheck.document.lines import starts_item
from notecheck.document.valediction import is_name
from notecheck.document.vocabulary import FUNCTION_WORDS, NAME_PARTICLES

_DEVICE = re.compile(
    r"""\W{0,2}(?:(?:sent|written|typed|composed)\s+(?:from|via|with|by|on|using)\b | (?:get|download)\s+\w+\s+for\s+\w+
    | (?:please\s+)?(?:excuse|forgive|pardon)\b.{0,40}\b(?:typos?|brevity|errors?|thumbs))""",
    re.I | re.X,
)
_CONTACT = re.compile(
    r"""\S@\S+\.\w | https?:// | \bwww\. | \b[\w-]{2,60}\.(?:com|org|net|io|dev|me|edu|co|ai|app)\b
    | \+?\(?\d[\d\s().–-]{5,20}\d | \b\d{3}[-.\s]\d{4}\b""",
    re.I | re.X,
)
_LABEL = re.compile(
    r"""(?:e-?mail|phone|tel(?:ephone)?|mobile|cell|linkedin|github|portfolio|website|web|pronouns|address|fax|twitter|blog
    |[mptwec])\s*[:.|]""",
    re.I | re.X,
)
_DISCLAIMER = re.compile(
    r"\bconfidential\b.{0,80}\b(?:mail|message|recipient|intended)|\b(?:mail|message)\b.{0,120}\bconfidential"
    r"|\bintended recipient|\bthink before you print|\bconsider the environment before",
    re.I,
)
_PRONOUN = re.compile(r"\b(?:i|i'm|i've|i'd|i'll|you|your|we|me|my|our|us|it|it's|this|they|them)\b", re.I)
_POSTSCRIPT = re.compile(r"[*_]{0,2}p\.?\s?(?:p\.?\s?)?s(?![\w'’])\.?(?=[\s:;,.–—-])", re.I)
_STOP = re.compile(r"[.!?][\"”’')]*\Z")


def is_signature(text: str) -> bool:
    """Whether a line below a sign-off can belong to it: a name, a job title, contact data, a mail program's footer."""
    if _DEVICE.match(text) or _DISCLAIMER.search(text[:400]):
        return True
    if is_postscript(text) or len(text) > 160:
        return False
    words = text.split()
    if not any(map(str.isalnum, text)) or _LABEL.match(text):
        return True
    if _CONTACT.search(text):
        return not (_PRONOUN.search(text) and len(words) > 3) and len(words) <= 14
    if is_name(text):
        return True
    return not _is_prose(text, words)


def is_delimiter(text: str) -> bool:
    """The ``--`` line above a mail signature."""
    return text in ("--", "—")


def is_device_line(text: str) -> bool:
    """A mail program's footer, such as "Sent from my phone"."""
    return bool(_DEVICE.match(text))


def is_disclaimer(text: str) -> bool:
    """A company's legal footer; what follows it belongs to it."""
    return bool(_DISCLAIMER.search(text[:400]))


def is_postscript(text: str) -> bool:
    """Whether a line starts a P.S."""
    return bool(_POSTSCRIPT.match(text))


def _is_prose(text: str, words: list[str]) -> bool:
    if starts_item(text) or (_PRONOUN.search(text) and len(words) > 1):
        return True
    if len(words) <= 3:
        return False
    small = sum(word[0].islower() and word.lower() not in NAME_PARTICLES | FUNCTION_WORDS for word in words)
    return bool(_STOP.search(text)) or len(words) > 12 or 2 * small > len(words)
