"""Judges of tokens and their dependencies, by spaCy's matchers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from threading import local
from typing import TYPE_CHECKING, Any

from notecheck.analysis import Analysis
from notecheck.checks.hit import Hit, Judge
from notecheck.checks.text import Search
from notecheck.ruleset.rules import DependencyRule, TokenRule

if TYPE_CHECKING:
    from spacy.matcher import DependencyMatcher, Matcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

Place = tuple[int, int]
Needs = list[tuple[str, frozenset[str]]]
"""For one pattern: attributes, and the values of which each needs one in the text."""


def token_pattern(rule: TokenRule) -> Judge:
    def make(vocab: Vocab) -> Matcher:
        from spacy.matcher import Matcher

        matcher = Matcher(vocab)
        matcher.add(rule.id, list(rule.patterns), greedy="LONGEST")
        return matcher

    def places(matcher: Matcher, doc: Doc) -> Iterator[Place]:
        for _, first, last in matcher(doc):
            yield doc[first].idx, doc[last - 1].idx + len(doc[last - 1])

    required = [[item for item in pattern if item.get("OP", "1") in ("1", "+")] for pattern in rule.patterns]
    return _judge(rule, make, places, [_needs(pattern) for pattern in required])


def dependency(rule: DependencyRule) -> Judge:
    nodes = [[node["RIGHT_ID"] for node in pattern] for pattern in rule.patterns]

    def make(vocab: Vocab) -> DependencyMatcher:
        from spacy.matcher import DependencyMatcher

        matcher = DependencyMatcher(vocab)
        for number, pattern in enumerate(rule.patterns):
            matcher.add(str(number), [pattern])
        return matcher

    def places(matcher: DependencyMatcher, doc: Doc) -> Iterator[Place]:
        for key, tokens in matcher(doc):
            names = nodes[int(doc.vocab.strings[key])]
            marked = [token for token, name in zip(tokens, names, strict=True) if not rule.mark or name in rule.mark]
            yield doc[min(marked)].idx, doc[max(marked)].idx + len(doc[max(marked)])

    needs = [_needs([node.get("RIGHT_ATTRS", {}) for node in pattern]) for pattern in rule.patterns]
    return _judge(rule, make, places, needs)


def _judge(rule: TokenRule | DependencyRule, make: Any, places: Any, needs: list[Needs]) -> Judge:
    search = Search((), unless=rule.unless, zones=rule.zones)
    made = local()  # A matcher keeps state while it works, so each thread has its own.

    def judge(analysis: Analysis) -> Iterable[Hit]:
        document, doc = analysis.document, analysis.doc
        if not any(_met(item, analysis.words) for item in needs):
            return
        if getattr(made, "vocab", None) is not doc.vocab:
            made.matcher, made.vocab = make(doc.vocab), doc.vocab
        for start, end in sorted(set(places(made.matcher, doc))):
            sentence = document.sentence_at(start)
            if not sentence or sentence.zone not in rule.zones or end > sentence.end:
                continue
            if not rule.unless or not search.excepted(document.view(rule.zones), start, end, sentence):
                yield Hit(start=start, end=end)

    return judge


def _needs(tokens: Iterable[Mapping[str, Any]]) -> Needs:
    needs = []
    for token in tokens:
        for attribute in ("LOWER", "LEMMA"):
            value = token.get(attribute)
            if isinstance(value, str):
                needs.append((attribute, frozenset((value,))))
            elif isinstance(value, dict) and "IN" in value:
                needs.append((attribute, frozenset(value["IN"])))
    return needs


def _met(needs: Needs, words: Mapping[str, frozenset[str]]) -> bool:
    return all(values & words[attribute] for attribute, values in needs)
