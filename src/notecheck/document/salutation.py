"""Where the greeting in a line ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from notecheck.document.vocabulary import DISCOURSE_ADVERBS, NAME_PARTICLES, SENTENCE_OPENERS, TITLES, word_set

_LONGEST = 160  # Characters; a greeting that lists a whole panel stays below it.
_OPENER = re.compile(
    r"""[*_]{0,3}(?: (?:my\s+)?(?:dear|dearest|respected|esteemed) | hi(?:ya)? | hello | hullo | hey(?:a)? | howdy
    | greetings | salutations | g['’]day | hola | bonjour | namaste | aloha
    | (?:a\s+)?(?:very\s+)?good\s+(?:morning|afternoon|evening|day)
    | morning | afternoon | evening | to\s+whom(?:soever)?\s+it\s+may\s+concern
    | ladies\s+and\s+gentlemen | (?:sirs?|madams?)(?:\s*(?:/|or|and)\s*(?:sirs?|madams?))? )(?![\w'’])""",
    re.I | re.X,
)
_PIECE = re.compile(r"(?:\[[^\]\n]{0,60}\]|\{{1,2}[^}\n]{0,60}\}{1,2}|<[^>\n]{0,60}>)[^\s\w]*|\S+")
_AUDIENCE = word_set(
    """all everyone everybody folks there again both team teams friend friends hiring manager managers committee
    member members colleague colleagues panel recruiting recruiter recruiters recruitment search interview
    interviewer interviewers people talent department board staff selection admissions group guys or to you at
    for from new acquisition human resources hr office crew faculty principal director sirs"""
)
_AFTER_BARE_NAME = word_set(
    """thank thanks thx thankyou ty tysm i i'm im i've i'd it just hope hoping great nice good lovely we my
    really wanted appreciate sorry this so what"""
)
_THANKS = word_set("thank thanks thx thankyou ty tysm")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word with the marks around it. ``stop`` is the mark that ends it: a comma, another sign, or nothing."""

    core: str
    end: int
    stop: str
    capital: bool
    slot: bool

    @property
    def symbol(self) -> bool:
        return not self.core

    @property
    def opens_sentence(self) -> bool:
        return self.core in SENTENCE_OPENERS and self.core not in NAME_PARTICLES | _AUDIENCE

    @property
    def unknown(self) -> bool:
        """Whether it is a lower-case word that need not be part of a name."""
        return not (self.capital or self.slot or self.symbol or self.core in NAME_PARTICLES | _AUDIENCE | TITLES)

    @property
    def proper(self) -> bool:
        """Whether it reads as a part of a name or of a list of names."""
        return self.slot or self.core in NAME_PARTICLES or (self.capital and not self.opens_sentence)


def greeting_end(text: str) -> int | None:
    """How many characters of a line are its greeting, or None where it does not greet.

    All of "Dear Ms. Chen," is a greeting; of "Hi Tom, thanks for today." the first seven characters are.
    """
    head = text[:_LONGEST]
    opener = _OPENER.match(head)
    end = _after_opener(head, opener.end()) if opener else _name_alone(_pieces(head, 0))
    return None if end == _LONGEST < len(text) else end


def has_opener(text: str) -> bool:
    """Whether a line starts with a word of greeting, as against a bare name."""
    return bool(_OPENER.match(text[:_LONGEST]))


def addressed(text: str) -> frozenset[str]:
    """The words of a greeting that name somebody, lower-case: of "Dear Ms. Chen and team," it is "chen"."""
    opener = _OPENER.match(text[:_LONGEST])
    pieces = _pieces(text[:_LONGEST], opener.end() if opener else 0)
    nobody = NAME_PARTICLES | _AUDIENCE | TITLES | {"dear"}
    return frozenset(piece.core for piece in pieces if piece.capital and not piece.slot) - nobody - {""}


def _after_opener(text: str, start: int) -> int | None:
    mark = re.compile(r"[,:;!.]+").match(text, start)
    pieces = _pieces(text, mark.end() if mark else start)
    if mark:
        names = _listed(pieces, 0, full_stop=True)
        return pieces[names - 1].end if names else _past_symbols(pieces, 0, mark.end())
    if all(piece.symbol for piece in pieces):
        return pieces[-1].end if pieces else start
    word = text[:start].strip("*_")
    return _names(pieces, 0 if word.lower() in ("morning", "afternoon", "evening") else 4 if word.islower() else 2)


def _names(pieces: Sequence[_Piece], most_unknown: int) -> int | None:
    """The end of the names behind an opener, through the comma, colon or dash that closes them."""
    index, words = 0, 0
    while index < len(pieces):
        piece = pieces[index]
        if piece.symbol and piece.stop == "-":
            return piece.end
        if not piece.symbol:
            if piece.opens_sentence or words == 10:
                bare = 0 < words <= 4 and piece.core in _AFTER_BARE_NAME
                return pieces[index - 1].end if bare else None
            words += 1
            most_unknown -= piece.unknown
            if most_unknown < (piece.unknown and piece.stop in (".", "!")):
                return None
            if piece.stop:
                names = _listed(pieces, index + 1) if piece.stop == "," else index + 1
                return _past_symbols(pieces, max(names, index + 1), pieces[max(names, index + 1) - 1].end)
        index += 1
    return pieces[-1].end if words else None


def _listed(pieces: Sequence[_Piece], index: int, *, full_stop: bool = False) -> int:
    """The index behind further names that follow a comma, or 0 where something else follows it."""
    if _all_addressed(pieces[index:]):
        return len(pieces)
    found = 0
    words = 0
    while index < len(pieces):
        piece = pieces[index]
        words += 1
        if not piece.proper or words > 6:
            return found
        index += 1
        last = index == len(pieces)
        if last or piece.stop in (",", ":", "-") or (piece.stop and full_stop):
            found, words = index, 0
            if piece.stop != ",":
                return found
    return found


def _all_addressed(pieces: Sequence[_Piece]) -> bool:
    """Whether the rest of a line only goes on greeting: "dear Mr. Blank, dear all at the Marigold,"."""
    closed = bool(pieces) and pieces[-1].stop in (",", ":", "-")
    return (
        closed
        and len(pieces) <= 12
        and all(piece.symbol or piece.proper or piece.core in _AUDIENCE | TITLES | {"dear"} for piece in pieces)
    )


def _name_alone(pieces: Sequence[_Piece]) -> int | None:
    """ "Tom," or "Ms. Chen —" on a line of its own, or before a thank-you."""
    size = next((at for at, piece in enumerate(pieces[:6], start=1) if piece.stop), min(len(pieces), 6))
    name, rest = [piece for piece in pieces[:size] if not piece.symbol], pieces[size:]
    closing = pieces[size - 1].stop if size else ""
    if not name or closing not in (",", ":", "-", "!") or name[0].opens_sentence or name[0].core in DISCOURSE_ADVERBS:
        return None
    end = pieces[size - 1].end
    if not rest or all(piece.symbol for piece in rest):
        proper = all(piece.proper or piece.core in _AUDIENCE for piece in name)
        return pieces[-1].end if closing != "!" and (proper or len(name) == 1) else None
    titled = name[0].core in TITLES and len(name) > 1
    thanked = rest[0].core in _THANKS or (rest[0].symbol and len(rest) > 1 and rest[1].core in _THANKS)
    return end if all(piece.proper for piece in name) and (thanked or (titled and closing == ",")) else None


def _pieces(text: str, start: int) -> list[_Piece]:
    found = []
    for match in _PIECE.finditer(text, start):
        word = match.group()
        core = word.strip(',:;!?.–—-()"“”*_').lower().replace("’", "'")
        if not any(map(str.isalnum, core)):
            core = ""
        stop = re.search(r"([,:;!.–—-])[*_\"”]*\Z", word)
        mark = "-" if stop and stop[1] in "–—-" else stop[1] if stop else ""
        if mark == "." and (core in TITLES or core == "st" or len(core) == 1 or "." in core):
            mark = ""
        if not core and not re.fullmatch(r"[-–—]+|[,:;!]", word):
            mark = ""
        letters = word.lstrip("(\"“'*_")
        found.append(
            _Piece(core, match.end(), mark, letters[:1].isupper() or not letters[:1].islower(), word[0] in "[{<")
        )
    return found


def _past_symbols(pieces: Sequence[_Piece], index: int, end: int) -> int:
    """``end`` moved past emoji and emoticons that follow it."""
    while index < len(pieces) and pieces[index].symbol:
        end = pieces[index].end
        index += 1
    return end
