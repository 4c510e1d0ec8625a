"""Words that no spelling engine may correct."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from notecheck.analysis.names.given import given_names
from notecheck.analysis.names.likeness import MARKS, folded, is_near
from notecheck.analysis.names.nearness import is_common, is_frequent, slips_of
from notecheck.analysis.names.written_forms import ADDRESS, LITERAL, is_name_shaped
from notecheck.document import Document
from notecheck.document.vocabulary import CALENDAR, word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["find_protected"]

Range = tuple[int, int]

_WORD = re.compile(r"[^\W_](?:[\w&]|['’.](?=[^\W_]))*")
_OTHER_SCRIPT = re.compile(rf"[\u0370-\u1dbf\u2de0-\u2dff\u3040-\ua6ff\ua840-\ud7ff\uf900-\ufdff][\w{MARKS}'’-]*")
"""A word that is not in Latin letters can only be a name in an English note."""

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_POSSESSIVE = re.compile(r"['’][sS]?$")
_LONGEST_WORD = 60
_LONG = 7
"""From this length on, a capitalised word one slip from a frequent word is a misspelling sooner than a name."""

_NAME_PARTICLES = """
van von der den de la le del della di da do dos das du al el bin ibn binti ten ter af av zu zur y e an
"""
_PARTICLES = frozenset(_NAME_PARTICLES.split())
_BETWEEN = rf"(?:[ \t]+(?:{'|'.join(sorted(_PARTICLES))}))*[ \t]+"
_GAP = re.compile(_BETWEEN, re.IGNORECASE)
_NAME_BEFORE = re.compile(rf"(?P<name>\w){_BETWEEN}$", re.IGNORECASE)
_AND_I = re.compile(r"[ \t]+and[ \t]+I\b")
_PLACED = re.compile(r"\b(?:at|about|with|from|to|join|joining)[ \t]+$", re.IGNORECASE)
_CAPITAL = re.compile(r"[ \t]+[A-Z]")
_OPENING = re.compile(r"[\s\"'“”‘’«(\[*_#>•·–—:-]*$")
_AFTER_STOP = re.compile(r"[:.!?…]\s*[\"'“‘(\[]?$")
_SMALL_WORDS = """
the that this then than they their there these those them thing what when where which who with will would was were
you your yours and any are for from had has have her here his how its just not our out she should some such too very
well both but can could did does each even ever every him into may might more most much must never now off once one
only other over own same since so still though through under until upon while yet also thank thanks hope
"""
_FUNCTION_WORDS = frozenset(_SMALL_WORDS.split())


_BEFORE_NAMES = word_set(
    """with when what where after before during if that then though although while until both also even like from for
    thank thanks hello dear hope the this yesterday today last next since because and but as meeting speaking talking
    seeing hearing perhaps maybe only given"""
)
_DAYS = CALENDAR - word_set("march april may june july august")
"""Days and months that are nobody's name."""


def find_protected(document: Document, doc: Doc) -> tuple[Range, ...]:
    """Ranges of words that are names or written as such, in order, without overlaps; parts of one name are joined."""
    text = document.clean
    given = given_names(document)
    words = list(_telling_words(document, doc, given))
    evident = {word.core for word in words if word.capitalised and not word.initial and _is_name_within(word)}
    names = {word.start: word.end for word in words if folded(word.core) in given or _is_name(word, evident)}
    plain = {word.start: word.end for word in words if word.start in names and not is_frequent(word.core)}
    # In the greeting only what is given is a name: its first word may be a misspelt "Hello".
    greeting = [range(zone.start, zone.end) for zone in document.zone("greeting")]
    beside = [word for word in words if not any(word.start in zone for zone in greeting)]
    names |= {word.start: word.end for word in beside if _beside_name(word, text, plain)}
    found = {match.span() for pattern in (ADDRESS, LITERAL, _OTHER_SCRIPT) for match in pattern.finditer(text)}
    found.update((word.start, word.end) for word in words if word.start in names)
    return _joined(text, sorted(found))


@dataclass(frozen=True, slots=True)
class _Word:
    """A word that may be a name.

    Attributes:
        core: The word without a possessive ending.
        start: Where it starts in the text.
        initial: It stands where any word has a capital.
        shouted: It stands among words in capitals.
        token: The token that starts with it, if one does.
    """

    core: str
    start: int
    initial: bool
    shouted: bool
    token: Token | None

    @property
    def end(self) -> int:
        return self.start + len(self.core)

    @property
    def capitalised(self) -> bool:
        return self.core[0].isupper() and not (len(self.core) > 1 and self.core.isupper())

    @property
    def proper(self) -> bool:
        return self.token is not None and self.token.pos_ == "PROPN"

    @property
    def acts(self) -> bool:
        """Whether it is the subject of the verb right after it."""
        token = self.token
        return token is not None and token.dep_ == "nsubj" and token.head.pos_ == "VERB" and token.head.i == token.i + 1


def _is_name(word: _Word, evident: set[str]) -> bool:
    if is_name_shaped(word.core, shouted=word.shouted):
        return True
    if not word.capitalised:
        return False
    return (word.core in evident or _is_name_at_start(word)) if word.initial else _is_name_within(word)


def _beside_name(word: _Word, text: str, names: Mapping[int, int]) -> bool:
    """Whether a capitalised word, none that is frequent, stands beside a name as its part, or beside "and I".

    At the start of a sentence it may also be a slip of a word that comes before names: "Wehn Maria".

    Args:
        word: The word.
        text: The whole text.
        names: Starts and ends of the words that are names.
    """
    if not word.capitalised or is_frequent(word.core) or _is_misspelt_day(word.core):
        return False
    before = _NAME_BEFORE.search(text, max(0, word.start - 40), word.start)
    if before and before.end("name") in names.values():
        return True
    if word.initial:
        after = _GAP.match(text, word.end)
        follows = (after is not None and after.end() in names) or bool(_AND_I.match(text, word.end))
        return follows and not slips_of(word.core) & _BEFORE_NAMES
    placed = bool(_PLACED.search(text, max(0, word.start - 12), word.start)) and len(word.core) < _LONG
    after = _GAP.match(text, word.end)
    follows = (after is not None and after.end() in names) or bool(_AND_I.match(text, word.end))
    return follows or (placed and bool(_CAPITAL.match(text, word.end)))


def _is_name_within(word: _Word) -> bool:
    """A capitalised word inside a sentence is a name, unless it is an ordinary word and not used as a name."""
    if len(word.core) < 3:
        return word.proper and len(word.core) == 2
    if _is_misspelt_day(word.core):
        return False
    if word.proper:
        return len(word.core) < _LONG or is_frequent(word.core) or not slips_of(word.core)
    return not is_common(word.core) or (not is_frequent(word.core) and _acts_as_name(word))


def _is_misspelt_day(word: str) -> bool:
    """Whether a word is a slip of a weekday or of a month with a long name; Frida is none of Friday."""
    lowered = word.lower()
    return any(
        lowered != day and lowered[0] == day[0] and is_near(lowered, day) and not day.startswith(lowered)
        for day in _DAYS
    )


def _is_name_at_start(word: _Word) -> bool:
    """Where every word has a capital, only the tagger and the spelling speak."""
    if is_frequent(word.core) or len(word.core) < 3 or not (word.proper or word.acts):
        return False
    slips = slips_of(word.core)
    if not word.proper:
        return not slips
    return not slips or _acts_as_name(word)


def _acts_as_name(word: _Word) -> bool:
    """Whether a short word does something, and is no slip of a small word: "Pero gave me an example"."""
    return word.acts and len(word.core) < _LONG and not slips_of(word.core) & _FUNCTION_WORDS


def _telling_words(document: Document, doc: Doc, given: frozenset[str]) -> Iterator[_Word]:
    """The words outside quoted zones that have a capital, or are given as names."""
    tokens = {token.idx: token for token in doc}
    for sentence in document.sentences:
        if sentence.zone == "quoted":
            continue
        text = document.clean[sentence.start : sentence.end]
        titled, loud = _is_titled(text), _loud_words(text)
        for match in _WORD.finditer(text):
            core = _core(match[0])
            if not core or len(core) > _LONGEST_WORD or core.startswith(("I'", "I’")):
                continue
            if core.islower() and (folded(core) not in given or is_frequent(core)):
                continue
            start = sentence.start + match.start()
            initial = titled or _starts_afresh(text, match.start())
            yield _Word(core, start, initial=initial, shouted=match.start() in loud, token=tokens.get(start))


def _core(word: str) -> str:
    dotted = "." in word and word.isupper()
    return word if dotted else _POSSESSIVE.sub("", word).rstrip(".'’")


def _starts_afresh(text: str, start: int) -> bool:
    """Whether the word at ``start`` opens the sentence, or follows a colon or a stop inside it."""
    before = text[max(0, start - 50) : start]
    return (
        bool(_AFTER_STOP.search(before))
        if start > len(before)
        else bool(_OPENING.match(before) or _AFTER_STOP.search(before))
    )


def _is_titled(text: str) -> bool:
    """Whether the sentence is a heading in title case: nearly all words but the smallest have a capital."""
    telling = [word for word in re.findall(r"[^\W\d_]{3,}", text) if word.lower() not in _FUNCTION_WORDS]
    return (
        len(telling) >= 2
        and text[-1] not in ".!?"
        and sum(word[0].isupper() for word in telling) / len(telling) >= 0.75
    )


def _loud_words(text: str) -> frozenset[int]:
    """Starts of words in capitals next to an ordinary word in capitals: shouting, not acronyms."""
    words = list(_LETTERS.finditer(text))
    loud = [word[0].isupper() for word in words]
    if not any(loud):
        return frozenset()
    ordinary = [high and len(word[0]) > 2 and is_frequent(word[0]) for word, high in zip(words, loud, strict=True)]
    starts = set()
    for place, word in enumerate(words):
        near = range(max(0, place - 1), min(len(words), place + 2))
        if loud[place] and (any(ordinary[other] for other in near) or sum(loud) > max(2, 0.6 * len(words))):
            starts.add(word.start())
    return frozenset(starts)


def _joined(text: str, spans: list[Range]) -> tuple[Range, ...]:
    """Spans merged where they overlap, or where only a hyphen, an ampersand or particles of a name lie between."""
    merged: list[Range] = []
    for start, end in spans:
        gap = text[merged[-1][1] : start] if merged else ""
        if merged and (start <= merged[-1][1] or (len(gap) <= 16 and _is_bridge(gap))):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _is_bridge(gap: str) -> bool:
    return gap in ("-", "‐", "‑", "&", "/", "'", "’") or (
        gap[:1] == " " and gap[-1:] == " " and gap.strip() != "" and set(gap.split()) <= _PARTICLES
    )
