"""Judges of words and phrases: existence, substitution, occurrence, consistency."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from notecheck.analysis import Analysis
from notecheck.checks.hit import Hit, Judge, replace
from notecheck.document import Document, Sentence
from notecheck.report import ZoneName
from notecheck.ruleset.literals import Clauses, grams_of, may_match, needed
from notecheck.ruleset.phrases import compile_patterns, find
from notecheck.ruleset.rules import ConsistencyRule, ExistenceRule, OccurrenceRule, SubstitutionRule


class Search:
    """Where patterns match in the sentences of some zones, the longest of those that overlap, less the exceptions."""

    def __init__(
        self,
        phrases: tuple[str, ...],
        expressions: tuple[str, ...] = (),
        unless: tuple[str, ...] = (),
        *,
        zones: tuple[ZoneName, ...],
        case_sensitive: bool = False,
    ) -> None:
        self._phrases = phrases
        self._expressions = expressions
        self._unless = unless
        self._zones = zones
        self._case_sensitive = case_sensitive

    @cached_property
    def _needed(self) -> tuple[frozenset[str], ...]:
        """The words of each phrase; without them the phrase cannot match, which is quicker to see than to search."""
        return tuple(frozenset(re.findall(r"\w+", phrase.lower())) for phrase in self._phrases)

    @cached_property
    def _signs(self) -> tuple[tuple[str, Clauses, tuple[frozenset[str], ...]], ...]:
        """Each expression with what a text must hold for it to match."""
        return tuple((item, needed(item), grams_of(needed(item))) for item in self._expressions)

    def _possible(self, document: Document) -> Iterator[Any]:
        """Those of the patterns that can match at all, compiled."""
        for phrase, words in zip(self._phrases, self._needed, strict=True):
            if words <= document.words:
                yield compile_patterns((phrase,), (), case_sensitive=self._case_sensitive)
        for expression, clauses, grams in self._signs:
            if not any(map(document.grams.isdisjoint, grams)) and may_match(clauses, document.squeezed):
                yield compile_patterns((), (expression,), case_sensitive=self._case_sensitive)

    @cached_property
    def _exceptions(self) -> object:
        return compile_patterns((), self._unless)

    def __call__(self, document: Document) -> Iterator[tuple[int, int, Sentence]]:
        view = document.view(self._zones)
        places = [place for pattern in self._possible(document) for place in find(pattern, view)]
        done = 0
        for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
            sentence = document.sentence_at(start)
            if start >= done and sentence and end <= sentence.end and not self.excepted(view, start, end, sentence):
                done = end
                yield start, end, sentence

    def excepted(self, view: str, start: int, end: int, sentence: Sentence) -> bool:
        """Whether an exception overlaps ``[start, end)`` in its sentence."""
        if not self._unless:
            return False
        return any(a < end and start < b for a, b in find(self._exceptions, view, sentence.start, sentence.end))


def existence(rule: ExistenceRule) -> Judge:
    search = Search(rule.phrases, rule.regex, rule.unless, zones=rule.zones, case_sensitive=rule.case_sensitive)

    def judge(analysis: Analysis) -> Iterable[Hit]:
        text = analysis.document.text
        for start, end, _ in search(analysis.document):
            new = rule.replacement
            yield Hit(start=start, end=end, fixes=() if new is None else (replace(text, start, end, new, rule.safety),))

    return judge


def substitution(rule: SubstitutionRule) -> Judge:
    search = Search(tuple(rule.swap), unless=rule.unless, zones=rule.zones)
    swap = {_key(phrase): news for phrase, news in rule.swap.items()}

    def judge(analysis: Analysis) -> Iterable[Hit]:
        text = analysis.document.text
        for start, end, _ in search(analysis.document):
            news = swap[_key(text[start:end])]
            fixes = tuple(replace(text, start, end, new, rule.safety) for new in news)
            yield Hit(
                start=start, end=end, fields={"replacement": " or ".join(f"“{new}”" for new in news)}, fixes=fixes
            )

    return judge


def occurrence(rule: OccurrenceRule) -> Judge:
    search = Search(rule.phrases, rule.regex, rule.unless, zones=rule.zones, case_sensitive=rule.case_sensitive)

    def group(sentence: Sentence) -> int:
        return {"note": 0, "paragraph": sentence.paragraph, "sentence": sentence.start}[rule.per]

    def judge(analysis: Analysis) -> Iterable[Hit]:
        found = list(search(analysis.document))
        counts = Counter(group(sentence) for _, _, sentence in found)
        seen: Counter[int] = Counter()
        for start, end, sentence in found:
            seen[group(sentence)] += 1
            if seen[group(sentence)] > rule.max:
                yield Hit(start=start, end=end, fields={"count": counts[group(sentence)], "max": rule.max})

    return judge


def consistency(rule: ConsistencyRule) -> Judge:
    forms = {_key(form): number for number, group in enumerate(rule.variants) for form in group}
    search = Search(
        tuple(form for group in rule.variants for form in group), zones=rule.zones, case_sensitive=rule.case_sensitive
    )

    def judge(analysis: Analysis) -> Iterable[Hit]:
        text = analysis.document.text
        found = [(start, end, _key(text[start:end])) for start, end, _ in search(analysis.document)]
        for number in range(len(rule.variants)):
            used = Counter(form for _, _, form in found if forms[form] == number)
            if len(used) < 2:
                continue
            # Counter keeps the order of first use, and max the first of equals: a tie goes to what came first.
            main = max(used, key=lambda form: used[form])
            for start, end, form in found:
                if form in used and form != main:
                    fix = replace(text, start, end, main, "suggested")
                    yield Hit(start=start, end=end, fields={"other": main}, fixes=(fix,))

    return judge


def _key(words: str) -> str:
    return " ".join(words.replace("’", "'").casefold().split())
