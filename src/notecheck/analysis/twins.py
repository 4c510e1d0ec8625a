"""Notes that are one text, sent to several people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from rapidfuzz import fuzz, process

from notecheck.document import Document
from notecheck.document.salutation import addressed

SAME_SENTENCE = 90.0
"""From this ``rapidfuzz.fuzz.ratio`` on, two sentences with their names masked are one: a word or two may differ."""

LEAST_SHARED_WORDS = 25
"""Fewer shared words than two usual sentences have ("Thank you for your time. I look forward to hearing from you.") are
what every note says, and make no two notes one."""

LEAST_SHARED_RUNS = 0.2
"""Notes that share fewer of their runs of four words are not compared sentence by sentence, which is far slower. Two
notes that are one by half share more."""

_RUN = 4
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_FIRST_PERSON = frozenset(("i", "i'm", "i've", "i'd", "i'll"))
_MASK = "_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """Another note that says the same.

    Attributes:
        other: Where the other note came from.
        similarity: The share of the words of both bodies that stand in shared sentences, from 0 to 1.
        sentences: Half-open ranges of the shared sentences in this note, in order.
    """

    other: str
    similarity: float
    sentences: tuple[tuple[int, int], ...]


def find_twins(documents: Sequence[Document], *, least: float = 0.5) -> tuple[tuple[Twin, ...], ...]:
    """For each note, those of the others that say the same to somebody else, the most similar first.

    Only bodies are compared, sentence by sentence, with each note's own names and all numbers masked. Two notes to the
    same people are drafts of one note, and where it is not known to whom a note is written, nothing is said of it.
    Every pair is looked at: sets of runs and rapidfuzz do 1,400 notes in four seconds, far less than checking them
    takes. MinHash would bring scipy along, and miss some.

    Args:
        documents: Notes, with ``path`` and what is known of the interview.
        least: The smallest similarity that is told.
    """
    notes = [_Note(document) for document in documents]
    found: list[list[Twin]] = [[] for _ in notes]
    for first, second in combinations(range(len(notes)), 2):
        pair = notes[first], notes[second]
        if not _may_be_one(*pair) or not _written_to_others(*pair):
            continue
        here, there = _shared(*pair), _shared(*reversed(pair))
        words = _count(pair[0], here) + _count(pair[1], there)
        similarity = words / (pair[0].size + pair[1].size)
        if similarity >= least and words >= 2 * LEAST_SHARED_WORDS:
            names = [note.document.path or f"note {at + 1}" for at, note in zip((first, second), pair, strict=True)]
            found[first].append(Twin(other=names[1], similarity=similarity, sentences=here))
            found[second].append(Twin(other=names[0], similarity=similarity, sentences=there))
    return tuple(tuple(sorted(twins, key=lambda twin: -twin.similarity)) for twins in found)


class _Note:
    """What is compared of a note."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def people(self) -> frozenset[str]:
        """Words that name those whom it is written to."""
        known = frozenset(word for person in self.document.context.interviewers for word in _words(person.name))
        greetings = self.document.zone("greeting")
        return known or frozenset().union(
            *(addressed(self.document.clean[zone.start : zone.end]) for zone in greetings)
        )

    @cached_property
    def company(self) -> frozenset[str]:
        return frozenset(_words(self.document.context.company or ""))

    @cached_property
    def sentences(self) -> dict[tuple[int, int], str]:
        """The masked words of each sentence of the body, by its range."""
        context = self.document.context
        told = [person.name for person in context.also_met] + [context.me or "", context.role or ""]
        names = self.people | self.company | {word for text in told for word in _words(text) if len(word) > 3}
        text = self.document.clean
        masked = {
            (item.start, item.end): _masked(text[item.start : item.end], names)
            for item in self.document.sentences
            if item.zone == "body"
        }
        return {place: words for place, words in masked.items() if words}

    @cached_property
    def size(self) -> int:
        return sum(len(words.split()) for words in self.sentences.values())

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Every run of words within a sentence."""
        sentences = [words.split() for words in self.sentences.values()]
        return frozenset(tuple(words[at : at + _RUN]) for words in sentences for at in range(len(words) - _RUN + 1))


def _words(text: str) -> list[str]:
    return [word.lower().replace("’", "'").removesuffix("'s") for word in _WORD.findall(text)]


def _masked(sentence: str, names: frozenset[str]) -> str:
    """The words in lower case, names and numbers masked: what the context names, and capitals inside the sentence."""
    words = _words(sentence)
    kept: list[str] = []
    for at, (word, written) in enumerate(zip(words, _WORD.findall(sentence), strict=True)):
        is_name = word in names or (at > 0 and written[0].isupper() and word not in _FIRST_PERSON)
        shown = _MASK if is_name or any(map(str.isdigit, word)) else word
        if shown != _MASK or kept[-1:] != [_MASK]:  # One name may have more words than another.
            kept.append(shown)
    return " ".join(kept)


def _may_be_one(one: _Note, other: _Note) -> bool:
    fewer = min(len(one.runs), len(other.runs))
    return fewer > 0 and len(one.runs & other.runs) >= LEAST_SHARED_RUNS * fewer


def _written_to_others(one: _Note, other: _Note) -> bool:
    if one.company and other.company and not one.company & other.company:
        return True
    return bool(one.people and other.people) and not one.people & other.people


def _shared(one: _Note, other: _Note) -> tuple[tuple[int, int], ...]:
    """The ranges of those sentences of one note that stand in another too."""
    there = list(other.sentences.values())
    exact = set(there)
    return tuple(
        place
        for place, words in one.sentences.items()
        if words in exact or process.extractOne(words, there, scorer=fuzz.ratio, score_cutoff=SAME_SENTENCE)
    )


def _count(note: _Note, places: tuple[tuple[int, int], ...]) -> int:
    return sum(len(note.sentences[place].split()) for place in places)
