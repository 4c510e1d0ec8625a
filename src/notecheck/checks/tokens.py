"""Judges of tokens and their dependencies, by spaCy's matchers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from threading import local
from typing import TYPE_CHECKING

from notecheck.analysis import Analysis
from notecheck.checks.hit import Hit, Judge
from notecheck.checks.text import Search
from notecheck.ruleset.rules import DependencyRule, TokenRule

if TYPE_CHECKING:
    from spacy.tokens import Doc

Ranges = Mapping[str, list[tuple[int, int]]]
"""Half-open ranges of code points by the id of the rule that matched."""


class Bank:
    """The patterns of many rules, matched together: one pass over a document costs little more than one rule's."""

    def __init__(self) -> None:
        self._tokens: list[TokenRule] = []
        self._dependencies: list[DependencyRule] = []
        self._last = local()  # Each thread's last document, its matches, and the matchers for its vocabulary.

    def token_pattern(self, rule: TokenRule) -> Judge:
        self._tokens.append(rule)
        return self._judge(rule)

    def dependency(self, rule: DependencyRule) -> Judge:
        self._dependencies.append(rule)
        return self._judge(rule)

    def _judge(self, rule: TokenRule | DependencyRule) -> Judge:
        search = Search((), unless=rule.unless, zones=rule.zones)

        def judge(analysis: Analysis) -> Iterable[Hit]:
            document = analysis.document
            for start, end in self._find(analysis.doc).get(rule.id, ()):
                sentence = document.sentence_at(start)
                if not sentence or sentence.zone not in rule.zones or end > sentence.end:
                    continue
                if not rule.unless or not search.excepted(document.view(rule.zones), start, end, sentence):
                    yield Hit(start=start, end=end)

        return judge

    def _find(self, doc: Doc) -> Ranges:
        if getattr(self._last, "doc", None) is not doc:
            found: dict[str, set[tuple[int, int]]] = defaultdict(set)
            self._match_tokens(doc, found)
            self._match_dependencies(doc, found)
            self._last.ranges = {key: sorted(places) for key, places in found.items()}
            self._last.doc = doc
        ranges: Ranges = self._last.ranges
        return ranges

    def _match_tokens(self, doc: Doc, found: dict[str, set[tuple[int, int]]]) -> None:
        if not self._tokens:
            return
        if getattr(self._last, "token_vocab", None) is not doc.vocab:
            from spacy.matcher import Matcher

            self._last.matcher, self._last.token_vocab = Matcher(doc.vocab), doc.vocab
            for rule in self._tokens:
                self._last.matcher.add(rule.id, list(rule.patterns), greedy="LONGEST")
        for key, first, last in self._last.matcher(doc):
            span = doc[first:last]
            found[doc.vocab.strings[key]].add((span.start_char, span.end_char))

    def _match_dependencies(self, doc: Doc, found: dict[str, set[tuple[int, int]]]) -> None:
        if not self._dependencies:
            return
        if getattr(self._last, "dependency_vocab", None) is not doc.vocab:
            from spacy.matcher import DependencyMatcher

            self._last.dependency_matcher, self._last.dependency_vocab = DependencyMatcher(doc.vocab), doc.vocab
            self._last.nodes = {}
            for rule in self._dependencies:
                for number, pattern in enumerate(rule.patterns):
                    key = f"{rule.id}#{number}"
                    self._last.dependency_matcher.add(key, [pattern])
                    self._last.nodes[key] = (rule, [node["RIGHT_ID"] for node in pattern])
        for key, tokens in self._last.dependency_matcher(doc):
            rule, nodes = self._last.nodes[doc.vocab.strings[key]]
            marked = [token for token, node in zip(tokens, nodes, strict=True) if not rule.mark or node in rule.mark]
            found[rule.id].add((doc[min(marked)].idx, doc[max(marked)].idx + len(doc[max(marked)])))
