"""Which words are a valediction, and which a writer's name."""

from __future__ import annotations

import re

from notecheck.document.lines import starts_item
from notecheck.document.vocabulary import FUNCTION_WORDS, NAME_PARTICLES, SENTENCE_OPENERS, TITLES, word_set

_MARKS = ',:;!?.–—-~*_"“”()'
_HEADS = word_set(
    """regards regard sincerely best bests cheers yours respectfully cordially warmly warmest kindly kindest
    gratefully appreciatively faithfully truly wishes love xo xoxo rgds br kr fondly sincerest respects ciao
    cordialement greetings salutations hugs blessings vty professionally thankfully"""
)
_NEEDS_COMMA = word_set("truly love kindly thankfully professionally hugs regard yours blessings")
_COMPANIONS = word_set(
    """best kind warm warmest kindest my our with very all the many and & in sincere most deepest high highest
    great personal fond fondest friendly again always ever gratitude appreciation thanks thank you thx to your
    from for now much so good professional hearty heartfelt lots loads of a bit both"""
)
_SOFT = re.compile(
    r"""(?:(?:many|much|big|warm|with|my|our|sincere|huge|all|a\s+million)\s+)*
        (?:thanks|thx|tks|thank\s*you|ty|tysm|gratitude|appreciation)
        (?:\s+(?:again|once\s+(?:again|more)|so|very|much|kindly|a\s+(?:lot|million|bunch)|in\s+advance|always|all|and|&|best|regards
        |sincerely|many|times|with))*
    | (?:talk|speak|chat|see\s+y(?:ou|a)|meet|more|back)\s+(?:to\s+you\s+)?(?:soon|then|later|again(?:\s+soon)?)
    | take\s+(?:good\s+)?care | (?:until|till)\s+(?:then|next\s+time|soon|we\s+meet(?:\s+again)?) | as\s+(?:ever|always)
    | bye(?:\s+for\s+now)? | onwards? | all\s+(?:the|my)\s+best
    | be\s+well | stay\s+(?:safe|well) | enjoy\s+(?:your|the)\s+\w+
    | have\s+a\s+(?:\w+\s+){1,2}(?:day|week|weekend|evening|one|time|holiday|summer|winter|spring|fall)
    | thanking\s+you(?:\s+(?:again|once\s+(?:again|more)|in\s+(?:advance|anticipation)|kindly|all|both))*
    | yours\s+in\s+\w+
    | in\s+(?:gratitude|appreciation|thanks) | your\s+(?:\w+\s+)?(?:friend|servant|student)""",
    re.I | re.X,
)
_BARE_THANKS = re.compile(
    r"(?:many\s+|with\s+)?(?:thanks|thx|thank\s*you|ty|tysm)(?:\s+(?:so|very)\s+much|\s+kindly)?\W*", re.I
)
_EMOTICON = re.compile(r"\s+(?:[:;]-?[)D]|<3|x{1,3}o?x?o?)\s*\Z")
_LONGEST = 80


def is_valediction(text: str, *, above_name: bool) -> bool:
    """Whether a line is a valediction and nothing else: "Best regards,", "With warm wishes".

    Words that also make a sentence ("Thank you", "Talk soon", "Take care") count only directly above the name
    (``above_name``), and but for bare thanks only without a full stop or exclamation mark.
    """
    words = [word.strip(_MARKS).lower() for word in text[:_LONGEST].split()]
    words = [word for word in words if word and any(map(str.isalnum, word))]
    if not words or len(words) > 8 or len(text) >= _LONGEST:
        return False
    if any(word in _HEADS for word in words) and all(word in _HEADS | _COMPANIONS for word in words):
        return above_name or _stands_alone(words, text)
    if not above_name or (words[0] in ("thank", "thanks") and "for" in words):
        return False
    closed = bool(re.search(r"[.!?]\W*\Z", text))
    plain = _EMOTICON.sub("", text).strip(_MARKS + " ")
    if _SOFT.fullmatch(plain):
        return not closed or bool(_BARE_THANKS.fullmatch(text))
    return _is_odd_valediction(text, words)


def is_name(text: str, *, lower: bool = False) -> bool:
    """Whether a line can be the writer's name: "Dana Lee", "— Dana", "J. K. Lee, RN", "[Your Name]".

    ``lower`` allows one or two small-letter words, as in a note that has no capitals at all.
    """
    plain = re.sub(r"\([^()]{0,30}\)", "", text[:_LONGEST]).strip("-–—~*_ ,")
    plain = re.sub(r"^(?i:from|your\s+friend)\s+(?=[A-ZÀ-Þ])", "", plain)
    if not plain or len(text) > 50 or re.search(r"[?:;@|/=]|[!.]{2}|\d", plain) or starts_item(text.lstrip("-–— ")):
        return False
    if re.fullmatch(r"\[[^\]]+\]|\{\{?[^}]+\}\}?|<[^>]+>", plain):
        return True
    words = [word.strip(",.!\"“”'’") for word in plain.split()]
    words = [word for word in words if word and (word[0].isalpha() or word[0] in "[{<")]
    if not 1 <= len(words) <= 6:
        return False
    lowered = [word.lower() for word in words]
    if any(word in SENTENCE_OPENERS - NAME_PARTICLES for word in lowered) or lowered[0] in TITLES - {
        "dr",
        "prof",
        "rev",
        "professor",
        "fr",
    }:
        return False
    if (
        lowered[0] in _HEADS
        or any(word in _HEADS - {"love", "best"} for word in lowered)
        or (plain[-1] in ".!" and len(words) > 2)
    ):
        return False
    small = [word for word in words if word[0].islower() and word.lower() not in NAME_PARTICLES]
    return not small or (lower and len(words) <= 2 and plain[-1] not in ".!")


def _stands_alone(words: list[str], text: str) -> bool:
    """Whether words of valediction are one: not "Thank you for your love" nor "Truly." """
    if words[0] in ("thank", "thanks", "thx") and "for" in words:
        return False
    return len(words) > 1 or words[0] not in _NEEDS_COMMA or text.rstrip().endswith(",")


def _is_odd_valediction(text: str, words: list[str]) -> bool:
    """One to three unlisted words and a comma, as in "Optimistically," or "Go Bears,"."""
    if not text.endswith(",") or len(words) > 3 or not text[0].isalpha():
        return False
    return not any(
        word in SENTENCE_OPENERS | FUNCTION_WORDS | {"eager", "excited", "grateful", "keen", "ready", "hear", "soon"}
        for word in words
    )
