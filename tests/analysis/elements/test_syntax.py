"""Roles over hand-built parses, with the labels of both schemes."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from notecheck.analysis.elements.features import Features
from notecheck.analysis.elements.matching import PatternIndex, PatternSet
from notecheck.analysis.elements.syntax import roles
from notecheck.ruleset.token_notation import parse_pattern

VOCAB = spacy.blank("en").vocab


def parsed(text: str, heads: list[int], deps: list[str]) -> Doc:
    return Doc(VOCAB, words=text.split(), heads=heads, deps=deps)


@pytest.mark.parametrize(("subject", "thing"), [("nsubj", "obj"), ("nsubj", "dobj"), ("nsubj:pass", "obj")])
def test_a_verb_is_mine_and_passes_that_on(subject: str, thing: str) -> None:
    doc = parsed("I led it and cut costs", [1, 1, 1, 4, 1, 4], [subject, "ROOT", thing, "cc", "conj", thing])
    found = set(roles(doc))
    assert {(0, "#subject"), (1, "#mine"), (4, "#mine"), (2, "#object"), (5, "#object")} == found


@pytest.mark.parametrize("owner", ["nmod:poss", "poss"])
@pytest.mark.parametrize(("word", "role"), [("my", "#mine"), ("your", "#yours"), ("their", "#theirs")])
def test_an_owner_decides_whose_it_is(owner: str, word: str, role: str) -> None:
    doc = parsed(f"{word} team won", [1, 2, 2], [owner, "nsubj", "ROOT"])
    assert (2, role) in set(roles(doc))


@pytest.mark.parametrize("label", ["neg", "advmod"])
def test_not_negates_and_other_adverbs_do_not(label: str) -> None:
    heads, deps = [2, 2, 2], ["nsubj", label, "ROOT"]
    assert (2, "#negated") in set(roles(parsed("I never left", heads, deps)))
    assert (2, "#negated") not in set(roles(parsed("I soon left", heads, ["nsubj", "advmod", "ROOT"])))


def test_nothing_parsed_has_no_roles_and_a_hashtag_is_none() -> None:
    doc = Doc(VOCAB, words=["#mine", "cut"])
    assert list(roles(doc)) == []
    pattern = parse_pattern("#mine")
    features = Features({}, pattern.names)
    index = PatternIndex(features)
    assert not PatternSet([pattern], index).matches(index.place(features.of(doc), 0, 2))


def test_a_pattern_tells_whose_deed_it_is() -> None:
    pattern = parse_pattern("#mine&cut")
    features = Features({}, pattern.names)
    index = PatternIndex(features)
    patterns = PatternSet([pattern], index)
    mine = parsed("I cut costs", [1, 1, 1], ["nsubj", "ROOT", "obj"])
    theirs = parsed("someone who cut costs", [0, 2, 0, 2], ["ROOT", "nsubj", "acl:relcl", "obj"])
    assert patterns.matches(index.place(features.of(mine), 0, 3))
    assert not patterns.matches(index.place(features.of(theirs), 0, 4))


def test_an_unknown_role_is_refused() -> None:
    with pytest.raises(ValueError, match="is no word"):
        parse_pattern("#nobody led")
