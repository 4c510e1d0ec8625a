"""What one variety of English spells so, and what is like no known word, is no misspelling."""

from __future__ import annotations

import pytest

from notecheck.analysis.mechanics import Match, Mechanics
from notecheck.analysis.mechanics.unknown_words import UnknownWords
from notecheck.config import Settings
from notecheck.document import Document

TEXT = "I was honoured to see ten metres of hydrocolloid for a crore, and exited about takeing teh part."


def match(word: str, *new: str, rule: str = "MORFOLOGIK_RULE_EN_US") -> Match:
    start = TEXT.index(word)
    end = start + len(word)
    return Match(engine="x", engine_rule=rule, category="spelling", message="", start=start, end=end, replacements=new)


def test_only_words_that_no_variety_knows_stay() -> None:
    known = [
        match("honoured", "honored"),
        match("metres", "meters", rule="SpellCheck"),
        match("crore", "chore", "core"),
    ]
    assert UnknownWords(any_variety=True).misspelt(known, TEXT) == ()
    assert UnknownWords(any_variety=False).misspelt(known, TEXT) == tuple(known)


@pytest.mark.parametrize(
    ("word", "new", "stays"),
    [
        ("takeing", ["taking", "baking"], True),
        ("teh", ["the"], True),
        ("hydrocolloid", ["hydrocodone", "hydrous"], False),
        ("teh", ["tech s", "tenth"], False),
        ("takeing", [], False),
    ],
)
def test_a_word_like_no_other_is_a_term_and_no_mistake(word: str, new: list[str], stays: bool) -> None:
    given = [match(word, *new)]
    assert UnknownWords(any_variety=True).misspelt(given, TEXT) == tuple(given if stays else ())


def test_what_is_nearest_and_begins_alike_is_offered_first() -> None:
    (found,) = UnknownWords(any_variety=True).misspelt([match("takeing", "waking", "faking", "tang", "taking")], TEXT)
    assert found.replacements == ("taking", "waking", "faking", "tang")


def test_a_slip_of_another_word_stays_though_the_word_exists() -> None:
    slip = match("exited", rule="ExitedExcited")
    assert UnknownWords(any_variety=True).misspelt([slip], TEXT) == (slip,)


@pytest.mark.parametrize(("language", "words"), [("any", ["takeing"]), ("en-US", ["honoured", "metres", "takeing"])])
def test_a_named_variety_is_kept_to(language: str, words: list[str]) -> None:
    text = "I was honoured to see ten metres of wall, and of takeing part."
    mechanics = Mechanics(Settings(grammar="harper", language=language))  # type: ignore[arg-type]
    facts = mechanics.check(Document(text))
    mechanics.close()
    assert [text[item.start : item.end] for item in facts.matches] == words
