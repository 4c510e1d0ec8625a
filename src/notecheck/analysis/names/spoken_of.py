"""Words of the body that name a known person, rightly or nearly so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from notecheck.analysis.names.known_people import Fit, KnownPerson
from notecheck.analysis.names.likeness import folded, plain
from notecheck.analysis.names.name_words import WORD, Name, Word, runs
from notecheck.analysis.names.nearness import is_common, is_frequent
from notecheck.analysis.names.titles import TITLES
from notecheck.analysis.names.written_forms import ADDRESS, LITERAL
from notecheck.document import Context, Document
from notecheck.document.vocabulary import CALENDAR, word_set

__all__ = ["known_words", "spoken_of"]

_TITLE_BEFORE = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, sorted(TITLES)))})\.?[ \t]+$", re.IGNORECASE)
_WITH_A_PERSON = word_set(
    """with met meet meeting by from thank to and for seeing saw told asked let colleague manager director hearing like
    as speaking between introduced"""
)
_DOES = word_set(
    """said says mentioned explained told showed asked described suggested gave walked took led spoke talked shared
    pointed offered made asks raised introduced put and who also drew brought joined"""
)
_CALENDAR = CALENDAR | word_set("easter christmas")
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class _Place:
    """A run of words and what surrounds it."""

    run: list[Word]
    start: int
    clean: str
    proper: frozenset[int]

    def titled(self, index: int) -> Word | None:
        before = self.clean[max(0, self.run[index].start - 14) : self.run[index].start]
        match = _TITLE_BEFORE.search(before)
        return Word(match[1], self.run[index].start - len(before) + match.start(1)) if match else None

    def initial(self, index: int) -> bool:
        return not WORD.search(self.clean, self.start, self.run[index].start)

    def framed(self, index: int, last: int) -> bool:
        """Whether the words around say that a person is named."""
        before = self.run[index - 1].text.casefold() if index else ""
        after = self.run[last + 1].text.casefold() if last + 1 < len(self.run) else ""
        return before in _WITH_A_PERSON or after in _DOES or self.titled(index) is not None


def spoken_of(
    document: Document, known: tuple[KnownPerson, ...], taken: frozenset[int], proper: frozenset[int]
) -> Iterator[Name]:
    """Names in the body, other than those that start at ``taken``, that fit a known person.

    A word that is only nearly right counts where it is written as a name is, is no ordinary word, and is not right as
    a word of something else that the context names.
    """
    right = known_words(document.context)
    literal = tuple(match.span() for pattern in (ADDRESS, LITERAL) for match in pattern.finditer(document.clean))
    for sentence in document.sentences:
        if sentence.zone == "body":
            for run in runs(document, sentence, literal):
                yield from _names(_Place(run, sentence.start, document.clean, proper), known, right, taken)


def known_words(context: Context) -> frozenset[str]:
    """Every word that the context uses, folded: none of them is a misspelling."""
    people = (*context.interviewers, *context.also_met)
    texts = [*(person.name for person in people), *(person.role or "" for person in people), *context.topics]
    texts += [context.company or "", context.role or "", context.me or ""]
    return frozenset(folded(match[0]) for text in texts for match in WORD.finditer(text))


def _names(
    place: _Place, known: tuple[KnownPerson, ...], right: frozenset[str], taken: frozenset[int]
) -> Iterator[Name]:
    index = 0
    while index < len(place.run):
        last = None if place.run[index].start in taken else _last(place, index, known, right)
        if last is None:
            index += 1
            continue
        yield Name(tuple(place.run[index : last + 1]), place.titled(index))
        index = last + 1


def _last(place: _Place, index: int, known: tuple[KnownPerson, ...], right: frozenset[str]) -> int | None:
    """The index of the last word of the longest name that starts here, or None."""
    longest: tuple[int, int] | None = None
    if place.run[index].text.casefold() in TITLES:
        return None
    for person in known:
        if person.fit((place.run[index].text,)).words[0][0] < 0:
            continue
        last = index
        while last + 1 < len(place.run) and person.fit(_texts(place.run, index, last + 1)).words[-1][0] >= 0:
            last += 1
        last = _half(place, person, index, last)
        fit = person.fit(_texts(place.run, index, last))
        if _plausible(place, index, last, person, fit, right):
            candidate = (last, -fit.cost)
            longest = candidate if longest is None else max(longest, candidate)
    return longest[0] if longest else None


def _half(place: _Place, person: KnownPerson, index: int, last: int) -> int:
    """One word more where a name that is half right has a capital, as in "with Maria Lopez" for Maria Chen."""
    if last > index or len(person.words) < 2 or last + 1 >= len(place.run) or not place.framed(index, last):
        return last
    fit, after = person.fit((place.run[index].text,)).words[0], place.run[last + 1]
    given = fit == (0, "same") and after.capital and not is_frequent(after.text) and after.start in place.proper
    followed = last + 2 < len(place.run) and place.run[last + 2].capital
    return last + 1 if given and not followed and folded(after.text) not in person.folded_words else last


def _texts(run: list[Word], first: int, last: int) -> tuple[str, ...]:
    return tuple(word.text for word in run[first : last + 1])


def _plausible(place: _Place, index: int, last: int, person: KnownPerson, fit: Fit, right: frozenset[str]) -> bool:
    sure = any(how in ("same", "marks") for _, how in fit.words)
    after = place.run[last + 1] if last + 1 < len(place.run) else None
    if (
        after
        and len(after.text) > 1
        and after.capital
        and not is_frequent(after.text)
        and {how for _, how in fit.words} != {"same"}
    ):
        return False  # Jurgen Klopp is not Jürgen Groß.
    for number, (at, how) in enumerate(fit.words, index):
        if how in ("near", "nickname", "initial"):
            word = place.run[number]
            if folded(word.text) in right or not (word.capital or place.clean.islower()):
                return False
            if not (sure or _is_slip(place, number, last, how, person.words[at])):
                return False
    return sure or "initial" not in {how for _, how in fit.words}


def _is_slip(place: _Place, index: int, last: int, how: str, meant: str) -> bool:
    """Whether a word alone, which is nearly that of a person, can only be meant for it."""
    word = place.run[index]
    if word.text.casefold() in _CALENDAR:
        return False
    if how == "near" and place.titled(index):
        return True
    if len(word.text) < _SHORTEST or (place.initial(index) and is_common(word.text)):
        return False
    framed = place.framed(index, last) and word.capital
    if is_frequent(word.text):
        return framed and word.start in place.proper and not place.initial(index)
    # Misspellings hardly ever touch the first letter; Austin is no slip for Justin.
    return framed or how == "nickname" or (word.start in place.proper and plain(word.text)[:1] == plain(meant)[:1])
