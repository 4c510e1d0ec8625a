"""Token and dependency patterns, on a document annotated by hand."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from notecheck.checks import Checks
from tests.checks.test_text import rule
from tests.conftest import MakeAnalysis

TEXT = "It was built by me. I look forward to hear from you."
WORDS = ["It", "was", "built", "by", "me", ".", "I", "look", "forward", "to", "hear", "from", "you", "."]


def doc() -> Doc:
    spaces = [True, True, True, True, False, True, True, True, True, True, True, True, False, False]
    heads = [2, 2, 2, 4, 2, 2, 7, 7, 7, 10, 7, 12, 10, 7]
    deps = ["nsubj:pass", "aux:pass", "ROOT", "case", "obl:agent", "punct"]
    deps += ["nsubj", "ROOT", "advmod", "mark", "advcl", "case", "obl", "punct"]
    lemmas = ["it", "be", "build", "by", "I", ".", "I", "look", "forward", "to", "hear", "from", "you", "."]
    vocab = spacy.blank("en").vocab
    return Doc(vocab, WORDS, spaces, heads=heads, deps=deps, lemmas=lemmas, pos=["X"] * 14)


def test_a_token_pattern_covers_its_longest_match(make_analysis: MakeAnalysis) -> None:
    pattern = [{"LEMMA": "look"}, {"LOWER": "forward"}, {"LOWER": "to"}, {"LOWER": "hear", "OP": "?"}]
    found, failed = Checks([rule("token_pattern", patterns=[pattern])]).run(make_analysis(TEXT, doc=doc()))
    assert failed == ()
    assert [finding.text for finding in found] == ["look forward to hear"]


def test_a_dependency_pattern_covers_the_marked_nodes(make_analysis: MakeAnalysis) -> None:
    pattern = [
        {"RIGHT_ID": "verb", "RIGHT_ATTRS": {"LEMMA": "build"}},
        {"LEFT_ID": "verb", "REL_OP": ">", "RIGHT_ID": "aux", "RIGHT_ATTRS": {"DEP": {"IN": ["aux:pass", "auxpass"]}}},
        {"LEFT_ID": "verb", "REL_OP": ">", "RIGHT_ID": "agent", "RIGHT_ATTRS": {"DEP": "obl:agent"}},
    ]
    for mark, words in ((["verb", "aux"], "was built"), ([], "was built by me"), (["agent"], "me")):
        found, failed = Checks([rule("dependency", patterns=[pattern], mark=mark)]).run(make_analysis(TEXT, doc=doc()))
        assert failed == ()
        assert [finding.text for finding in found] == [words]
