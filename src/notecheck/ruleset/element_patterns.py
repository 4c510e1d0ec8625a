"""What elements look like: word classes and one file of patterns an element, read from ``rules/elements``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from pydantic import Field, TypeAdapter

from notecheck.errors import RuleError
from notecheck.report import ElementId, KindLabel, ZoneName
from notecheck.ruleset.inflection import noun_plural, verb_forms
from notecheck.ruleset.token_notation import Pattern, TokenPattern
from notecheck.ruleset.yaml_file import Strict, load

ELEMENT_IDS: tuple[ElementId, ...] = get_args(ElementId)
"""The eight elements in the order of the guidelines."""


class WordClass(Strict):
    """Words that do the same work in a sentence.

    ``words`` stand as written; ``nouns`` and ``verbs`` stand for all their regular forms (irregular past forms follow
    the base); ``classes`` adds the words of other classes. ``pos`` restricts the class to parts of speech or tags, and
    alone makes a class of them; ``but`` takes out the members of other classes.
    """

    words: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    pos: tuple[str, ...] = ()
    but: tuple[str, ...] = ()

    def lemmas(self) -> frozenset[str]:
        """The base forms that a lemma may be; ``words`` have none, for the lemma of "me" is "I"."""
        return frozenset(verb.split()[0] for verb in self.verbs) | frozenset(self.nouns)

    def forms(self) -> frozenset[str]:
        """Every form of the words of this class, without those of ``classes``."""
        verbs = (form for verb in self.verbs for form in verb_forms(verb))
        plurals = (noun_plural(noun) for noun in self.nouns)
        return frozenset(map(str.lower, (*self.words, *self.nouns, *plurals, *verbs)))


class Group(Strict):
    """Patterns that say the same thing equally strongly.

    ``confidence`` is a judgement of how often a sentence with such a match deserves the label: set by hand, and lowered
    where 34 notes of our own showed it too high. Groups that agree are combined as if independent, which they are not
    quite: in those notes 92 % of the labels given at 0.9 and above were right, about 70 % of those from 0.7 to 0.9, and
    few of the rest. It is a rank more than a rate.

    A match is dropped where a pattern of ``unless`` overlaps it, and where ``needs`` is given and none of it matches in
    the sentence. With ``near_end`` the group counts only in the last two sentences of the body, where the same words
    say more; with ``otherwise`` only where nothing else is found in the sentence, and then it is no sign of the kind of
    the text.
    """

    name: str
    strength: Literal["present", "weak"] = "present"
    confidence: float = Field(default=0.9, gt=0, lt=1)
    any: tuple[Pattern, ...] = Field(min_length=1)
    unless: tuple[Pattern, ...] = ()
    needs: tuple[Pattern, ...] = ()
    near_end: bool = False
    otherwise: bool = False


class Reasons(Strict):
    """What to tell the writer, in plain words, for each status of the element in the note."""

    present: str
    weak: str
    missing: str


class ElementExamples(Strict):
    """Sentences that prove the file: with the label and strong, with the label but weak, and without it."""

    present: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    none: tuple[str, ...] = ()


class ElementFile(Strict):
    """One element. ``vetoes`` drop any match that they overlap; ``lifts`` make a weak sentence strong.

    ``specific`` makes a weak sentence strong too, where its specificity is at least this.
    """

    id: ElementId
    groups: tuple[Group, ...] = ()
    vetoes: tuple[Pattern, ...] = ()
    lifts: tuple[Pattern, ...] = ()
    specific: float | None = Field(default=None, gt=0, le=1)
    reasons: Reasons
    examples: ElementExamples = ElementExamples()

    @property
    def patterns(self) -> tuple[TokenPattern, ...]:
        """Every pattern in the file."""
        groups = (pattern for group in self.groups for pattern in (*group.any, *group.unless, *group.needs))
        return (*self.vetoes, *self.lifts, *groups)


class Sign(Strict):
    """Evidence of the kind of a text: ``weight`` (in log-odds, positive for a note) counts once, where any pattern
    matches or the ``element`` is there."""

    name: str
    weight: float
    zones: tuple[ZoneName, ...] = ("greeting", "body", "signoff")
    any: tuple[Pattern, ...] = ()
    element: ElementId | None = None
    unless: tuple[Pattern, ...] = ()
    reason: str


class KindExample(Strict):
    """A whole text and its kind."""

    label: KindLabel
    text: str


class KindFile(Strict):
    """How post-interview notes are told from other texts; ``prior`` is in log-odds."""

    prior: float
    signs: tuple[Sign, ...] = Field(min_length=1)
    examples: tuple[KindExample, ...] = ()


class WordsFile(Strict):
    """Word classes by name; names are in small letters and underscores."""

    classes: dict[str, WordClass]


@dataclass(frozen=True)
class ElementPatterns:
    """All that ``rules/elements`` holds."""

    words: dict[str, WordClass]
    elements: dict[ElementId, ElementFile]
    kind: KindFile


_WORDS: TypeAdapter[WordsFile] = TypeAdapter(WordsFile)
_ELEMENT: TypeAdapter[ElementFile] = TypeAdapter(ElementFile)
_KIND: TypeAdapter[KindFile] = TypeAdapter(KindFile)


def load_element_patterns(folder: Path) -> ElementPatterns:
    """Read ``words.yaml``, ``kind.yaml`` and one file for each element.

    Raises:
        RuleError: A file is missing or not valid, or a pattern names a class that is not defined.
    """
    words = load(folder / "words.yaml", _WORDS).classes
    elements = {id_: _element(folder / f"{id_}.yaml", id_) for id_ in ELEMENT_IDS}
    kind = load(folder / "kind.yaml", _KIND)
    for name, entry in words.items():
        for other in (*entry.classes, *entry.but):
            _known(f"@{other}", words, folder / "words.yaml", name)
    for id_, file in elements.items():
        _check(file.patterns, words, folder / f"{id_}.yaml")
    _check((p for sign in kind.signs for p in (*sign.any, *sign.unless)), words, folder / "kind.yaml")
    return ElementPatterns(words, elements, kind)


def _element(path: Path, id_: ElementId) -> ElementFile:
    file = load(path, _ELEMENT)
    if file.id != id_:
        raise RuleError(
            f"the file is about {file.id!r}", remedy=f"Write `id: {id_}`, or rename the file.", place=str(path)
        )
    return file


def _check(patterns: Iterable[TokenPattern], words: dict[str, WordClass], path: Path) -> None:
    for pattern in patterns:
        for name in sorted(pattern.names):
            _known(name, words, path, pattern.source)


def _known(name: str, words: dict[str, WordClass], path: Path, where: str) -> None:
    if name.startswith("@") and name[1:] not in words:
        remedy = f"Define {name[1:]!r} in words.yaml, or correct the name."
        raise RuleError(
            f"unknown word class {name!r} in {where!r}", remedy=remedy, place=f"{path}:{_line(path, where)}"
        )


def _line(path: Path, text: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if text in line), 1)
