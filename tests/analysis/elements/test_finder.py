"""The finder over whole texts, in a blank pipeline: what holds for any text, and what zones and slots do."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from notecheck.analysis.elements import ElementFacts, ElementFinder
from notecheck.config import asset
from notecheck.document import Document
from notecheck.report import Element, ElementId
from notecheck.ruleset.element_patterns import ELEMENT_IDS, KindExample, load_element_patterns

NLP = spacy.blank("en")
PATTERNS = load_element_patterns(asset("rules") / "elements")
FINDER = ElementFinder(PATTERNS)
KIND = PATTERNS.kind
NOTE = (
    "Dear Ms. Okafor,\n\nThank you for the interview on Tuesday.\nI remain very\ninterested in the role.\n\n"
    "I look forward to hearing from you.\n\nKind regards,\nAmara Bello\n"
)


def find(text: str, placeholders: tuple[tuple[int, int], ...] = (), finder: ElementFinder = FINDER) -> ElementFacts:
    document = Document(text)
    return finder.find(document, NLP.make_doc(document.clean), placeholders=placeholders)


def element(facts: ElementFacts, id_: ElementId) -> Element:
    return next(item for item in facts.elements if item.id == id_)


WORDS = st.sampled_from(
    [
        "Thank",
        "thanks",
        "you",
        "for",
        "the",
        "interview",
        "I",
        "look",
        "forward",
        "to",
        ".",
        "\n",
        "\n\n",
        "Dear",
        "[x]",
        "😀",
        "hear",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join)))
def test_any_text_has_facts_that_hold_together(text: str) -> None:
    facts = find(text)
    assert tuple(item.id for item in facts.elements) == ELEMENT_IDS
    assert len(facts.sentences) == len(Document(text).sentences)
    for sentence in facts.sentences:
        assert (sentence.specificity is None) == (sentence.zone not in ("greeting", "body"))
        assert sentence.specificity is None or 0 <= sentence.specificity <= 1
        if sentence.zone in ("header", "quoted"):
            assert sentence.labels == ()
    for item in facts.elements:
        assert 0 <= item.confidence <= 1
        assert item.reason
        assert (item.status == "missing") == (not item.evidence)
        for evidence in item.evidence:
            assert evidence.text == text[evidence.start : evidence.end] != ""
            within = [s for s in facts.sentences if s.start <= evidence.start and evidence.end <= s.end]
            assert within
            assert any(label.id == item.id for label in within[0].labels)


def test_zones_give_greeting_and_signoff_and_wrapped_lines_do_not_hide_an_element() -> None:
    facts = find(NOTE)
    assert element(facts, "greeting").evidence[0].text == "Dear Ms. Okafor,"
    assert [item.text for item in element(facts, "signoff").evidence] == ["Kind regards,", "Amara Bello"]
    assert "very\ninterested in the role" in element(facts, "interest").evidence[0].text
    assert element(facts, "thanks").status == "present"


def test_quoted_text_has_no_elements() -> None:
    facts = find("Hi Ana,\n\nSee you there.\n\n> Thank you for the interview.\n> I want this job.\n")
    assert element(facts, "thanks").status == "missing"
    assert element(facts, "interest").status == "missing"


def test_an_open_slot_makes_an_element_weak() -> None:
    text = NOTE.replace("on Tuesday", "on [day]")
    start = text.index("[day]")
    assert element(find(text), "thanks").status == "present"
    assert element(find(text, ((start, start + 5),)), "thanks").status == "weak"


def test_particulars_make_a_sentence_specific() -> None:
    facts = find('Dear Ana,\n\nI am glad.\n\nYou said "never on 3 May" and I saw 14 SQL tables.\n\nBest,\nSam\n')
    plain, particular = (item.specificity or 0.0 for item in facts.sentences if item.zone == "body")
    assert plain < 0.2
    assert particular > 0.6


@pytest.mark.parametrize("text", ["", " \n", "Hi", "ok then"])
def test_little_text_is_other_and_says_why(text: str) -> None:
    kind = find(text).kind
    assert (kind.label, kind.confidence) == ("other", 0.5)
    assert "too little" in kind.reason


@pytest.mark.parametrize("example", KIND.examples, ids=lambda example: example.text[:40])
def test_the_reason_speaks_for_the_verdict(example: KindExample) -> None:
    kind = find(example.text).kind
    weights = [sign.weight for sign in KIND.signs if sign.reason in kind.reason]
    assert kind.confidence >= 0.5
    assert kind.reason.endswith(".")
    assert all((weight > 0) == (kind.label == "post_interview_note") for weight in weights)


def test_no_reason_stands_for_both_verdicts() -> None:
    against = {sign.reason for sign in KIND.signs if sign.weight < 0}
    assert not against & {sign.reason for sign in KIND.signs if sign.weight > 0}


def test_hiring_outweighs_the_words_of_a_trade() -> None:
    quote = "I have attached the quote for the forty seats."
    sale = find(f"Hi Martin,\n\nThanks for your time on Wednesday. {quote}\n\nBest,\nCorinne\n").kind
    assert (sale.label, sale.reason.split(".")[0]) == ("other", "It reads as a follow-up to a client")
    interview = f"Thanks for the interview on Wednesday about the sales position. {quote}"
    assert find(f"Hi Martin,\n\n{interview}\n\nBest,\nCorinne\n").kind.label == "post_interview_note"


def test_thanks_and_callback_are_never_found_in_what_is_no_note() -> None:
    facts = find(
        "Dear customer,\n\nThank you for your purchase of two blenders. Your order has shipped.\n\nBest,\nShop\n"
    )
    assert facts.kind.label == "other"
    assert element(facts, "thanks").status == element(facts, "callback").status == "missing"


def test_threads_share_a_finder() -> None:
    finder = ElementFinder(load_element_patterns(asset("rules") / "elements"))
    with ThreadPoolExecutor(4) as pool:
        facts = list(pool.map(lambda text: find(text, finder=finder), [NOTE] * 16))
    assert all(item == facts[0] for item in facts)
    assert facts[0] == find(NOTE)
