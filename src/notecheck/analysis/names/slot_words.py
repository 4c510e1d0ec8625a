"""What the text inside brackets says when it is a slot to fill, and not an aside."""

from __future__ import annotations

import re

__all__ = ["SLOT_NOUN", "is_slot", "names_a_slot"]

SLOT_NOUN = (
    r"(?:(?:first|last|full|sur|sir|fore|given|nick|user|middle|company)?[ _-]?names?|titles?|company"
    r"|compan(?:ies|y['’]s)|organi[sz]ation"
    r"|employer|firm|department|division|team|role|position|job|interviewers?|recruiters?|recipients?|manager"
    r"|addressee|sender|date|day"
    r"|time|month|year|week|timeline|deadline|location|city|place|address|phone|telephone|mobile|number|e-?mail"
    r"|linkedin|url|link|website"
    r"|portfolio|salary|amount|skills?|qualifications?|strengths?|experiences?|achievements?|accomplishments?"
    r"|results?|metrics?|projects?|initiatives?"
    r"|products?|topics?|subjects?|points?|details?|examples?|specifics?|reasons?|values?|challenges?|goals?"
    r"|fields?|industry|degree|major"
    r"|university|school|signature|pronouns?|something|thing|placeholder|mention(?:ed)?|discuss(?:ed|ion)?"
    r"|specific|x+|n+|tbd|tk|blank)"
)
"""What a thank-you note's slots are called."""

_HAS_NOUN = re.compile(rf"(?<![^\W_]){SLOT_NOUN}(?:['’]s)?(?![^\W_])", re.IGNORECASE)
_INSTRUCTION = re.compile(
    r"(?:please )?(?:insert|add|enter|fill|your|their|mention|describe|specify|choose|select|include|name of)\b",
    re.IGNORECASE,
)
_IDENTIFIER = re.compile(r"[A-Za-z]+(?:_[A-Za-z]+)+\d?|[a-z]+(?:[A-Z][a-z]+)+")
_TITLE_WORD = re.compile(r"[A-Z][\w'’./&-]*")
_SMALL_WORD = re.compile(r"(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with|/|&|-|\d{1,2})")
_NO_SLOT = re.compile(
    r"(?:sic|edit(?:ed)?|update[ds]?|external|internal|ext|bcc|attach(?:ed|ments?)|image|images?\b.*"
    r"|inline image.*|logo|photo|picture|video|audio"
    r"|gif|pdf|cid:.*|laughs?|smiles?|grin|sigh|wink|pause|applause|redacted|removed|deleted|snip(?:ped)?|ok"
    r"|todo|done|important|urgent|action required"
    r"|spam|bulk|confidential|encrypted|secure|note|notes|source|citation needed|emphasis added|see .*|editor.*"
    r"|translat.*|[a-z]+-\d+|[ivxlcdm]+|[a-z])",
    re.IGNORECASE,
)


def names_a_slot(content: str) -> bool:
    """Whether the words name what a note has to be filled with, or tell the writer to fill it in."""
    return bool(_HAS_NOUN.search(content) or _INSTRUCTION.match(content) or _IDENTIFIER.fullmatch(content))


def is_slot(content: str) -> bool:
    """Whether bracketed words are a slot: they name one, or are written as one, in title case or capitals."""
    content = content.strip(" *_")
    if not re.search(r"[^\W\d_]", content) or _NO_SLOT.fullmatch(content):
        return False
    if names_a_slot(content):
        return True
    words = content.split()
    titled = [bool(_TITLE_WORD.fullmatch(word)) for word in words]
    return titled[0] and all(good or _SMALL_WORD.fullmatch(word) for good, word in zip(titled, words, strict=True))
