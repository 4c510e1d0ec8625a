"""Where one sentence ends and the next starts in running text."""

from __future__ import annotations

import re

from notecheck.document.vocabulary import CALENDAR, SENTENCE_OPENERS, TITLES, word_set

_STOP = re.compile(r"[.!?…。！？‽]+[\"'”’»)\]}*_]*")
_EMOJI = (
    r"[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\u3030\u303d\U0001f000-\U0001faff\ufe0f\u200d\u20e3\U000e0020-\U000e007f]"
)
_SYMBOLS = re.compile(
    rf"(?:[^\S\r\n]*(?:{_EMOJI}|[:;]['-]?[)D(P3](?!\w)|<3(?!\w)|\^\^)(?=\s|\Z|[.!?]|{_EMOJI}))+[.!?]*"
)
_LONE_SYMBOLS = re.compile(rf"(?<!{_EMOJI}){_EMOJI}+(?=\s)|(?<=\s)[:;]-?[)D](?=\s)")
_GLUED = re.compile(r"(?<=[a-z]{2})[.!?](?=([A-Z][a-z']*)\s)")
_BLANKS = re.compile(r"\s+")
_OPENING = "\"'“‘«([{*_¿¡"
_WORD = re.compile(r"[^\W_][\w'’]*")
_LOOK_BACK = 32  # Characters before a stop in which its word starts; the longest abbreviation is far shorter.

_NEVER = word_set("mr mrs ms mx dr drs prof messrs ps p.s p.p.s pps e.g eg i.e ie vs cf c.f viz approx incl esp")
_BEFORE_NUMBER = word_set(
    """no nos fig figs p pp vol vols ch sec art approx ca st ft jan feb mar apr jun jul aug sep sept oct nov dec ext
    tel room rm apt"""
)
_EITHER = TITLES | word_set(
    """inc ltd co corp llc plc gmbh bros jr sr dept univ assn assoc ave blvd rd hwy bldg esq est min mins max hr hrs
    sq lb lbs oz jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    mgr asst admin temp misc ext tel intl natl govt acct yr yrs mo mos wk wks st ft mt al v"""
)
_CLOCK = word_set("a.m p.m am pm etc")
_AFTER_CLOCK = CALENDAR | word_set(
    """est edt et pst pdt pt cst cdt ct mst mdt mt gmt utc bst cet cest ist
    eastern pacific central mountain"""
)
_INITIAL = re.compile(r"[A-Z]\.")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}\Z")


def sentence_starts(text: str) -> list[int]:
    """Offsets in ``text``, other than 0, at which a new sentence starts; each is of a non-blank character.

    ``text`` is one paragraph, list item or line. A stop needs blanks behind it, so that decimals, addresses and file
    names stay whole; closing quotes, brackets, emoji and emoticons behind a stop belong to the sentence it ends.
    """
    starts = []
    behind = 0
    for stop in _STOP.finditer(text):
        if stop.start() < behind:
            continue
        end = _past_symbols(text, stop.end())
        blanks = _BLANKS.match(text, end)
        if blanks and blanks.end() < len(text) and _ends(text, stop, blanks.end(), symbols=end > stop.end()):
            starts.append(blanks.end())
        behind = end
    starts.extend(glued.end() for glued in _GLUED.finditer(text) if glued[1].lower() in SENTENCE_OPENERS)
    for symbol in _LONE_SYMBOLS.finditer(text):
        blanks = _BLANKS.match(text, symbol.end())
        if blanks and _opens(text, blanks.end()):
            starts.append(blanks.end())
    return sorted(set(starts))


def ends_sentence(text: str) -> bool:
    """Whether a line closes with a stop, or with a stop and closing marks or emoji; a colon counts."""
    tail = text[-24:]
    plain = re.sub(rf"(?:\s*(?:{_EMOJI}+|[:;]-?[)D(]))+\Z", "", tail)
    if plain != tail:
        return True
    match = re.search(r"[.!?…:。！？][\"'”’»)\]}*_]*\Z", plain)
    return (
        bool(match) and _core(text[: len(text) - len(tail) + match.start()][-_LOOK_BACK:]) not in _NEVER
        if match
        else False
    )


def _ends(text: str, stop: re.Match[str], following: int, *, symbols: bool) -> bool:
    marks = stop.group()
    plain_end = marks.rstrip("\"'”’»)]}*_")
    closed = len(plain_end) < len(marks)
    after = text[following : following + 40].lstrip(_OPENING)
    small = after[:1].islower()
    if symbols:
        return True
    # Before a comma or the like, dots are a slot to be filled: "an answer by … , and".
    if not after or after[0] in ".!?…,;:":
        return False
    if set(plain_end) & set("!?。！？‽"):
        return not (small and closed)
    if len(plain_end) > 1 or plain_end == "…":
        return not small
    return _full_stop_ends(text, stop.start(), after, small=small, closed=closed)


def _full_stop_ends(text: str, at: int, after: str, *, small: bool, closed: bool) -> bool:
    """Whether a single full stop at ``at`` ends a sentence, or only an abbreviation, an initial or a list's number."""
    before = text[max(0, at - _LOOK_BACK) : at]
    core = _core(before)
    following = _WORD.match(after)
    word = following.group().lower().replace("’", "'") if following else ""
    name_follows = bool(_INITIAL.match(after))
    initial = len(core) == 1 and before[-1:].isupper()
    if (
        core in _NEVER
        or (core in _BEFORE_NUMBER and after[:1].isdigit())
        or (core.isdigit() and before.strip("( ") == core and at < 6)
    ):
        return False
    if core in _CLOCK:
        return not small and word not in _AFTER_CLOCK and not after[:1].isdigit()
    if core in _EITHER or initial or _DOTTED.match(core):
        return not small and not name_follows and (word in SENTENCE_OPENERS or (initial and core == "i"))
    return not (small and closed)


def _core(before: str) -> str:
    pieces = before.split()
    if not pieces or before[-1:].isspace():
        return ""
    # Of "Mr./Ms." the last counts.
    return pieces[-1].lower().rsplit("/", 1)[-1].lstrip("\"'“‘«([{*_-–—").replace("’", "'")


def _opens(text: str, at: int) -> bool:
    word = _WORD.match(text, at)
    return bool(word) and text[at].isupper() and text[at : word.end()].lower() in SENTENCE_OPENERS if word else False


def _past_symbols(text: str, end: int) -> int:
    match = _SYMBOLS.match(text, end)
    return match.end() if match else end
