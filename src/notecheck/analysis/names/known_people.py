"""The people of the context, taken apart into title, given and family names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from notecheck.analysis.names.likeness import MARKS, folded, likeness, plain
from notecheck.analysis.names.nearness import is_frequent
from notecheck.analysis.names.nicknames import is_short_form
from notecheck.analysis.names.titles import TITLES
from notecheck.document import Person
from notecheck.document.vocabulary import word_set

__all__ = ["Fit", "KnownPerson", "known_people"]

_SUFFIX = re.compile(
    r",?\s+(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|mba|rn|cpa|esq|dds|pe|obe|mbe|frcs|msc|bsc|ma|ba|pmp|sphr|phr)\.?(?=,|\s|$)",
    re.IGNORECASE,
)
_WORD = re.compile(rf"[^\W\d_][\w{MARKS}'’ʼ‑‐-]*\.?")
_OFFICES = word_set(
    """team hr human resources careers career recruiting recruitment recruiter talent acquisition hiring jobs job
    people office admissions department panel committee board info contact no-reply noreply hello admin support
    staff reception mail mailbox service services group university school hospital company"""
)


@dataclass(frozen=True, slots=True)
class Fit:
    """How the words of a mention stand to a person's: for each, the index of that person's word and the likeness.

    ``likeness`` is ``initial`` and ``nickname`` besides those of :mod:`likeness`; the index is -1 for ``other``.
    """

    words: tuple[tuple[int, str], ...]

    @property
    def cost(self) -> int:
        weights = {"same": 0, "initial": 0, "marks": 1, "nickname": 1, "near": 2, "other": 6}
        return sum(weights[how] for _, how in self.words)

    @property
    def alike(self) -> bool:
        """Whether some word is of this person."""
        return any(how != "other" for _, how in self.words)


@dataclass(frozen=True)
class KnownPerson:
    """A person by name.

    Attributes:
        title: Mr, Dr, …, as given, or None.
        words: The parts of the name in order, without title and suffixes; at least one.
        listed: An interviewer, to whom the note may be written.
    """

    title: str | None
    words: tuple[str, ...]
    listed: bool = True

    @property
    def name(self) -> str:
        return " ".join(self.words)

    @property
    def formal(self) -> str:
        """The name with its title, if that is known."""
        return f"{self.title} {self.name}" if self.title else self.name

    @cached_property
    def folded_words(self) -> frozenset[str]:
        return frozenset(folded(word) for word in self.words)

    def fit(self, mention: tuple[str, ...]) -> Fit:
        """How the words of a mention stand to the name; each word of the name is used once, the best first."""
        pairs = sorted(
            ((*self._like(word, at), place, at) for place, word in enumerate(mention) for at in range(len(self.words))),
        )
        found: dict[int, tuple[int, str]] = {}
        used: set[int] = set()
        for _, how, place, at in pairs:
            if how != "other" and place not in found and at not in used:
                found[place] = (at, how)
                used.add(at)
        return Fit(tuple(found.get(place, (-1, "other")) for place in range(len(mention))))

    def _like(self, word: str, at: int) -> tuple[int, str]:
        right = self.words[at]
        how: str = likeness(word, right)
        if how in ("near", "other"):
            first, second = sorted((plain(word), plain(right)), key=len)
            if len(first) == 1 and second.startswith(first):
                how = "initial"
            elif at == 0 and is_short_form(plain(word), plain(right)):
                how = "nickname"
        return ["same", "initial", "marks", "nickname", "near", "other"].index(how), how


def known_people(people: tuple[Person, ...], *, listed: bool = True) -> tuple[KnownPerson, ...]:
    """People whose names can be told: a mailbox of an office has none."""
    known = (_known(person, listed) for person in people)
    return tuple(person for person in known if person)


def _known(person: Person, listed: bool) -> KnownPerson | None:
    name = _SUFFIX.sub("", person.name.strip())
    before, comma, after = name.partition(",")
    words = _WORD.findall(f"{after} {before}" if comma else name)
    titles = [word for word in words[:-1] if word.casefold().rstrip(".") in TITLES]
    words = [word if len(word) == 2 else word.rstrip(".") for word in words if word not in titles]
    office = any(word.casefold() in _OFFICES for word in words) or (len(words) > 1 and all(map(is_frequent, words)))
    if office or not words or words[-1].casefold().rstrip(".") in TITLES:
        return None
    given = (person.title or "").strip()
    honorific = given if given.casefold().rstrip(".") in TITLES else titles[0] if titles else None
    return KnownPerson(honorific, tuple(words), listed)
