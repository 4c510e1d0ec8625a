"""Patterns over hand-built docs: no model, no shipped rule."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from notecheck.analysis.elements.features import Features
from notecheck.analysis.elements.matching import PatternIndex, PatternSet
from notecheck.ruleset.element_patterns import WordClass
from notecheck.ruleset.token_notation import MAX_GAP, parse_pattern

VOCAB = spacy.blank("en").vocab
WORDS = {
    "go": WordClass(verbs=("go went gone", "walk")),
    "animal": WordClass(nouns=("dog", "pony")),
    "noun": WordClass(pos=("NOUN",), but=("animal",)),
    "mover": WordClass(classes=("go", "animal")),
}


def found(pattern: str, words: list[str], pos: list[str] | None = None, lemmas: list[str] | None = None) -> list[str]:
    doc = Doc(VOCAB, words=words, pos=pos, lemmas=lemmas)
    parsed = parse_pattern(pattern)
    features = Features(WORDS, parsed.names)
    index = PatternIndex(features)
    patterns = PatternSet([parsed], index)
    place = index.place(features.of(doc), 0, len(doc))
    return [doc[start:end].text for start, end in patterns.find(place)]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("the dog", "see THE Dog run", ["THE Dog"]),
        ("the cat|dog", "the dog the cat the cow", ["the dog", "the cat"]),
        ("the big? dog", "the dog the big dog", ["the dog", "the big dog"]),
        ("the ..2 dog", "the a b dog", ["the a b dog"]),
        ("the ..2 dog", "the a b c dog", []),
        ("the ..2 dog", "the a . dog", []),
        ("the ..2 dog", "the a , dog", ["the a , dog"]),
        ("the !cat", "the cat the dog", ["the dog"]),
        ("^ the", "the dog saw the cat", ["the"]),
        ("dog $", "dog or dog .", ["dog"]),
        ("dog $", "dog or cat .", []),
        ("^ ..1 dog", "a dog", ["a dog"]),
        ("@go", "went walked walking goes stroll", ["went", "walked", "walking", "goes"]),
        ("@animal", "ponies dogs cats", ["ponies", "dogs"]),
        ("@mover @mover", "dogs walk", ["dogs walk"]),
        ("don't", "don’t", ["don’t"]),
    ],
)
def test_notation(pattern: str, text: str, expected: list[str]) -> None:
    assert found(pattern, text.split()) == expected


def test_parts_of_speech_restrict_and_classes_take_out() -> None:
    words, pos = ["dog", "run", "run"], ["NOUN", "NOUN", "VERB"]
    assert found("run&VERB", words, pos) == ["run"]
    assert found("@noun", words, pos) == ["run"]
    assert found("NOUN", words, pos) == ["dog", "run"]


def test_lemmas_count_for_verbs_and_nouns() -> None:
    assert found("@go", ["gan"], lemmas=["go"]) == ["gan"]


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("", "requires no token"),
        ("a? b?", "requires no token"),
        ("..2 a", "starts or ends with a gap"),
        ("a ..2", "starts or ends with a gap"),
        (f"a ..{MAX_GAP + 1} b", "a gap is written"),
        ("a ..x b", "a gap is written"),
        ("a||b", "is no word"),
        ("Thanks", "is no word"),
    ],
)
def test_what_is_no_pattern_is_refused(pattern: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        parse_pattern(pattern)


@given(st.lists(st.sampled_from(["a", "b", "c", "."]), min_size=1, max_size=12), st.integers(1, 4))
def test_gaps_agree_with_a_plain_search(words: list[str], gap: int) -> None:
    expected = []
    for start, word in enumerate(words):
        ends = [end for end in range(start + 1, min(start + gap + 2, len(words))) if words[end] == "b"]
        if word == "a" and ends and "." not in words[start + 1 : ends[0]]:
            expected.append(" ".join(words[start : ends[0] + 1]))
    assert found(f"a ..{gap} b", words) == expected
