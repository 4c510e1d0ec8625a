from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from notecheck.analysis.mechanics import Category, Match
from notecheck.analysis.mechanics.merge import merge

TEXT = "She have an university degree, and and more."


def _match(words: str, *new: str, engine: str = "languagetool", category: Category = "grammar") -> Match:
    start = TEXT.index(words)
    return Match(
        engine=engine,
        engine_rule="R",
        category=category,
        message="",
        start=start,
        end=start + len(words),
        replacements=new,
    )


def test_the_first_engine_wins_and_takes_over_what_the_other_offers() -> None:
    both = merge([[_match("have", "has")], [_match("have", "had", "has", engine="harper")]], TEXT)
    assert [(match.engine, match.replacements) for match in both] == [("languagetool", ("has", "had"))]


def test_a_replacement_for_a_part_is_written_out_for_the_whole() -> None:
    both = merge([[_match("an university", "a university")], [_match("an", "a", "the", engine="harper")]], TEXT)
    assert [match.replacements for match in both] == [("a university", "the university")]


def test_a_replacement_for_more_words_is_left_out() -> None:
    both = merge([[_match("an", "a")], [_match("an university", "one university", engine="harper")]], TEXT)
    assert [match.replacements for match in both] == [("a",)]


def test_an_error_wins_over_a_remark_on_style() -> None:
    style = _match("have an university degree", "hold a degree", category="style")
    error = _match("have", "has", engine="harper")
    assert merge([[style], [error]], TEXT) == (error,)


def test_touching_is_not_overlapping() -> None:
    first, second = _match("She"), _match(" have", engine="harper")
    assert merge([[first], [second]], TEXT) == (first, second)


@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9), st.sampled_from(["style", "grammar"])), max_size=6),
        min_size=1,
        max_size=2,
    )
)
def test_the_outcome_is_in_order_and_nothing_overlaps(spans: list[list[tuple[int, int, Category]]]) -> None:
    engines = [
        [
            Match(engine=str(rank), engine_rule="R", category=kind, message="", start=start, end=start + length)
            for start, length, kind in found
        ]
        for rank, found in enumerate(spans)
    ]
    merged = merge(engines, TEXT)
    assert all(one.end <= other.start for one, other in pairwise(merged))
    for match in (match for found in engines for match in found):
        assert any(match.start < kept.end and kept.start < match.end for kept in merged)


def test_a_word_that_one_engine_knows_is_a_word() -> None:
    text = "a crore for teh tour"
    first = [unknown("languagetool", text, "teh")]
    second = [unknown("harper", text, "crore"), unknown("harper", text, "teh")]
    assert [text[item.start : item.end] for item in merge([first, second], text)] == ["teh"]
    assert [text[item.start : item.end] for item in merge([second], text)] == ["crore", "teh"]


def unknown(engine: str, text: str, word: str) -> Match:
    start = text.index(word)
    rule = "SpellCheck" if engine == "harper" else "MORFOLOGIK_RULE_EN_US"
    return Match(engine=engine, engine_rule=rule, category="spelling", message="", start=start, end=start + len(word))
