"""What an expression needs: never wrong where it matches, and telling where it cannot."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from notecheck.config import asset
from notecheck.document import Document
from notecheck.ruleset import load_rules
from notecheck.ruleset.literals import grams_of, may_match, needed

EXPRESSIONS = (
    r"\bbuil[dt]s?\b",
    r"(?:pick|rack) (?:your|his)? ?brain",
    r"a+b*c{2,}",
    r"(?i:Straße)|K[0-9]",
    r"(?<!x)yes(?=!)",
    r"[^a]",
    r"\b(?:a|bc?)\s+(?:s\b|K+)",
    r"^(?:x|y)*\be\w*s$",
)


def test_clauses_hold_a_string_of_each_branch() -> None:
    assert needed(r"(?:pick|rack) your brains?") == (frozenset({" your brain"}), frozenset({"pick ", "rack "}))
    assert needed(r"\w+|a") == ()
    assert needed(r"(?:very )*good") == (frozenset({"good"}),)


def test_words_and_what_stands_between_them_make_one_string() -> None:
    assert needed(r"\bhow\s+(?:much|many)\b") == (frozenset({" how much ", " how many "}),)
    assert needed(r"\bI(?:['’]?m|\s+am) late\b")[0] == frozenset({" late "})
    assert needed(r"\bslow\s+(?:\p{L}+\s+)?talk") == (frozenset({" slow "}), frozenset({"talk"}))
    assert needed(r"lol+")[0] == frozenset({"lol"})


def test_grams_are_looked_up_before_the_strings() -> None:
    assert grams_of(needed(r"\b(?:lazy|late)\b.*\bto\b")) == (frozenset({"lazy", "late"}), frozenset({"to "}))
    assert grams_of(needed(r"\w+|a")) == ()


@pytest.mark.parametrize("expression", [r"\p{L}+", r"(?|a|b)", "(", r"a{,3}+"])
def test_what_the_parser_does_not_know_needs_nothing_that_misleads(expression: str) -> None:
    assert may_match(needed(expression), "") or regex.search(expression, "") is None


@pytest.mark.parametrize("expression", EXPRESSIONS)
@given(data=st.data())
def test_wherever_it_matches_the_text_has_what_it_needs(expression: str, data: st.DataObject) -> None:
    text = data.draw(st.one_of(st.from_regex(expression), st.text(alphabet="abcskKſxyes! Sß01ıİ", max_size=12)))
    if regex.search(expression, text, regex.IGNORECASE):
        document = Document(text)
        assert may_match(needed(expression), document.squeezed)
        assert not any(map(document.grams.isdisjoint, grams_of(needed(expression))))


def test_wherever_a_shipped_rule_must_fire_its_needs_are_met() -> None:
    checked = 0
    for rule in load_rules([asset("rules")]):
        for expression in getattr(rule, "regex", ()):
            for example in rule.examples.fires:
                if regex.search(expression, example.text, regex.IGNORECASE | regex.MULTILINE):
                    assert may_match(needed(expression), Document(example.text).squeezed), (rule.id, expression)
                    checked += 1
    assert checked > 100
