"""A draft as given, with its zones, sentences and context. Model-free: everything here is read off the characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from notecheck.document.context import Context, Person
from notecheck.document.places import Places
from notecheck.document.sentences import Sentence, split_sentences
from notecheck.document.zones import Zone, find_zones
from notecheck.errors import InputError
from notecheck.report import Evidence, Media, ZoneName

__all__ = ["MAX_CHARACTERS", "Context", "Document", "Person", "Places", "Sentence", "Zone"]

MAX_CHARACTERS = 100_000
"""The longest text that is checked, in code points: some forty pages, where a note has one."""


@dataclass(frozen=True)
class Document:
    """A text and what can be read off it without a model.

    Attributes:
        text: The text as given; every place is a half-open range of its code points.
        media: What the text came from.
        path: Where it came from, or None.
        context: What is known of the interview.
        zones: Non-overlapping, in order; together they hold every character that is not blank.
        sentences: In order; each lies within one zone and starts and ends on a non-blank character.
    """

    text: str
    media: Media = "plain"
    path: str | None = None
    context: Context = field(default_factory=Context)

    def __post_init__(self) -> None:
        if len(self.text) > MAX_CHARACTERS:
            raise InputError(
                f"the text has {len(self.text):,} characters, more than the {MAX_CHARACTERS:,} that are checked",
                remedy="Pass the note alone, without attachments or a mail thread.",
                place=self.path or "",
            )

    @cached_property
    def clean(self) -> str:
        """``text`` with each lone surrogate and control character but tab and line ends replaced, one for one."""
        return self.text.translate(_CLEAN)

    @cached_property
    def squeezed(self) -> str:
        """The text in lower case, every run of other characters than ASCII letters and digits as one blank.

        A blank stands at both ends. The long s is an s, and the Turkish letters are an i, as where case is ignored.
        """
        return _NOT_PLAIN.sub(" ", f" {self._lowered} ")

    @cached_property
    def grams(self) -> frozenset[str]:
        """Every stretch of three and of four characters of ``squeezed``."""
        text = self.squeezed
        return frozenset([text[at : at + size] for size in (3, 4) for at in range(len(text))])

    @cached_property
    def words(self) -> frozenset[str]:
        """Every run of letters and digits in the text, in lower case."""
        return frozenset(_WORD.findall(self._lowered))

    @cached_property
    def _lowered(self) -> str:
        return self.clean.translate(_FOLDED).lower()

    @cached_property
    def zones(self) -> tuple[Zone, ...]:
        return find_zones(self.clean)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return split_sentences(self.clean, self.zones)

    def view(self, names: tuple[ZoneName, ...]) -> str:
        """The sentences of some zones, one a line, all else blanked: as long as ``text``, so that every offset holds.

        In it ``^`` and ``$`` (multi-line) mean the start and end of a sentence.
        """
        if names not in self._views:
            self._views[names] = "".join(self._view(names))
        return self._views[names]

    def _view(self, names: tuple[ZoneName, ...]) -> Iterator[str]:
        done = 0
        for sentence in self.sentences:
            if sentence.zone in names:
                yield "\n" * (sentence.start - done)
                yield self.clean[sentence.start : sentence.end].translate(_LINE_ENDS_TO_BLANKS)
                done = sentence.end
        yield "\n" * (len(self.text) - done)

    @cached_property
    def _views(self) -> dict[tuple[ZoneName, ...], str]:
        return {}

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds an offset, or None between sentences."""
        index = bisect_right(self._sentence_starts, offset) - 1
        if index < 0 or offset >= self.sentences[index].end:
            return None
        return self.sentences[index]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def places(self) -> Places:
        return Places(self.text)

    def zone(self, name: ZoneName) -> tuple[Zone, ...]:
        """The zones of one name, in order."""
        return tuple(zone for zone in self.zones if zone.name == name)

    def evidence(self, start: int, end: int) -> Evidence:
        """The words at ``[start, end)`` with their place."""
        line, column = self.places.line_column(start)
        return Evidence(start=start, end=end, line=line, column=column, text=self.text[start:end])


_LINE_ENDS_TO_BLANKS = str.maketrans("\r\n\x85", "   ")
_CONTROLS = {code: " " for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\r\x85"}
_CLEAN = _CONTROLS | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_FOLDED = str.maketrans("ſİı", "sii")
_NOT_PLAIN = re.compile(r"[^a-z0-9_]+")
_WORD = re.compile(r"\w+")
