"""Mentions of people, companies, roles and days against a context and against each other."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notecheck.analysis.names import find_names
from notecheck.analysis.names.likeness import is_near, likeness, plain
from notecheck.analysis.names.nicknames import is_short_form
from notecheck.document import Context, Document
from tests.analysis.drafting import draft, tagged


def differing(document: Document, **tags: str) -> list[tuple[str, str, str, str]]:
    """Subject, relation, words and right form of every mention that is not exact."""
    found = find_names(document, tagged(document, **tags)).mentions
    return [
        (item.subject, item.relation, document.text[item.start : item.end], item.right)
        for item in found
        if item.relation != "exact"
    ]


def known(**facts: Any) -> Context:
    return Context.from_mapping(facts)


@pytest.mark.parametrize(
    ("written", "right", "how"),
    [
        ("Rivera", "Rivera", "same"),
        ("RIVERA", "Rivera", "same"),
        ("O’Brien", "O'Brien", "same"),
        ("Jose\u0301", "Jos\u00e9", "same"),
        ("Muller", "Müller", "marks"),
        ("Mueller", "Müller", "marks"),
        ("Jean-Luc", "Jean Luc", "marks"),
        ("Rviera", "Rivera", "near"),
        ("Riveera", "Rivera", "near"),
        ("Steven", "Stephen", "near"),
        ("Katherine", "Catherine", "near"),
        ("Shaun", "Sean", "near"),
        ("Chen", "Ben", "other"),
        ("Maria", "Rivera", "other"),
    ],
)
def test_how_like_a_name_is(written: str, right: str, how: str) -> None:
    assert likeness(written, right) == how


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        ("bob", "robert", True),
        ("robert", "bob", True),
        ("alex", "alexandra", True),
        ("mari", "maria", False),
        ("bob", "william", False),
    ],
)
def test_a_short_form_is_told_from_a_slip(one: str, other: str, short: bool) -> None:
    assert is_short_form(one, other) is short


@pytest.mark.parametrize(
    ("greeting", "expected"),
    [
        ("Dear Ms. Rivera,", []),
        ("dear ana rivera,", []),
        ("Dear Ana,", []),
        ("Hi A. Rivera,", []),
        ("Dear Hiring Team,", []),
        ("Dear Ms. Riveraa,", [("addressee", "near", "Riveraa", "Rivera")]),
        ("dear ana rviera,", [("addressee", "near", "rviera", "rivera")]),
        ("Dear Rivera Ana,", [("addressee", "swapped", "Rivera Ana", "Ana Rivera")]),
        ("Dear Ana Lopez,", [("addressee", "half", "Ana Lopez", "Ana Rivera")]),
        ("Dear Mr. Rivera,", [("addressee", "gender", "Mr", "Ms")]),
        ("Dear Prof. Rivera,", [("addressee", "title", "Prof", "Ms")]),
        ("Dear Ms. Ana,", [("addressee", "given-name", "Ana", "Rivera")]),
        ("Dear Ms. Chen,", [("addressee", "other", "Chen", "")]),
        ("Dear Ana and Wei,", [("addressee", "unlisted", "Wei", "")]),
    ],
)
def test_the_greeting_against_the_interviewer(greeting: str, expected: list[tuple[str, str, str, str]]) -> None:
    context = known(interviewers=[{"name": "Ana Rivera", "title": "Ms."}])
    assert differing(Document(f"{greeting}\n\nThank you.\n\nKind regards,\nSam Okafor\n", context=context)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("I spoke with Petra Novak.", []),
        ("I spoke with Petra Novk.", [("person", "near", "Novk", "Novak")]),
        ("I spoke with Mr. Novk there.", [("person", "near", "Novk", "Novak")]),
        ("Novk's plan is good.", [("person", "near", "Novk", "Novak")]),
        ("We walked to the Petrol station.", []),
        ("I read the Novel again.", []),
        ("I spoke with Petra Kovar.", [("person", "half", "Petra Kovar", "Petra Novak")]),
    ],
)
def test_people_of_whom_the_body_speaks(body: str, expected: list[tuple[str, str, str, str]]) -> None:
    text = f"Dear all,\n\n{body}\n\nKind regards,\nSam Okafor\n"
    document = Document(text, context=known(also_met=["Petra Novak"]))
    assert differing(document, Kovar="PROPN", Petrol="PROPN", Petra="PROPN", Novk="PROPN") == expected


def test_an_office_has_no_name_to_compare_with() -> None:
    assert (
        differing(draft("Thank you.", greeting="Dear Ms. Chen,", context=known(interviewers=["HR Department"]))) == []
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("I would love to join Zyntriq.", []),
        ("I would love to join Zyntirq.", [("company", "near", "Zyntirq", "Zyntriq")]),
        ("I would love to join Globexia.", [("company", "other", "Globexia", "")]),
        ("I left Globexia in May.", []),
    ],
)
def test_the_company(body: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert differing(draft(body, greeting="Dear Ana,", context=known(company="Zyntriq GmbH"))) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The data analyst role is what I want.", []),
        ("The data anlyst role is what I want.", [("role", "near", "data anlyst", "data analyst")]),
        ("I am interested in the night nurse position.", [("role", "other", "night nurse", "")]),
        ("I am interested in the analyst position.", []),
    ],
)
def test_the_role(body: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert differing(draft(body, context=known(role="Data Analyst"))) == expected


def test_days_are_judged_by_what_is_known_and_never_by_today() -> None:
    body = "Thank you for the interview on Friday, March 7."
    assert differing(draft(body)) == []
    assert differing(draft(body, context=known(interviewed_on="2025-03-07"))) == []
    assert differing(draft(body, context=known(interviewed_on="2025-03-06"))) == [
        ("day", "other-day", "Friday, March 7", "")
    ]
    assert differing(draft(body, context=known(interviewed_on="2024-03-07"))) == [
        ("day", "weekday", "Friday, March 7", "")
    ]


def test_a_date_without_a_year_is_the_nearest() -> None:
    body = "I am free on Friday, January 9."
    assert differing(draft(body, context=known(interviewed_on="2025-12-30"))) == []
    assert differing(draft(body, context=known(interviewed_on="2025-01-02"))) == [
        ("day", "weekday", "Friday, January 9", "")
    ]


@pytest.mark.parametrize(
    ("body", "gaps"),
    [
        ("I am keen on the position at .", ["at ."]),
        ("The talk at  and the tour were good.", ["at  and"]),
        ("I met Mr. , who was kind.", ["Mr. ,"]),
        ("This is the job that I asked for, and it is here.", []),
        ("I came in , sat down , and stayed on .", []),
    ],
)
def test_slots_with_nothing_in_them(body: str, gaps: list[str]) -> None:
    document = Document(f"Dear Ana,\n\n{body}\n\nKind regards,\nSam Okafor\n")
    assert [document.text[start:end] for start, end in find_names(document, tagged(document)).gaps] == gaps


NAME = st.text(alphabet="abcdefghijklmnopqrstuvwxyzéüøñ", min_size=1, max_size=14)


@given(NAME, NAME)
def test_likeness_is_symmetric_in_what_it_calls_the_same(one: str, other: str) -> None:
    assert likeness(one, one) == "same"
    assert (likeness(one, other) == "same") == (likeness(other, one) == "same")
    assert plain(plain(one)) == plain(one)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=14), st.data())
def test_one_slip_is_near(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(min_value=0, max_value=len(word) - 1))
    assert is_near(word[:at] + word[at + 1 :], word)
    assert is_near(word[:at] + word[at] + word[at:], word)


@settings(deadline=None, max_examples=40)
@given(st.text(alphabet=st.one_of(st.sampled_from("Ana Rivera .,'\n-Dr"), st.characters()), max_size=100))
def test_any_text_gives_mentions_within_it(text: str) -> None:
    context = known(interviewers=["Dr. Ana Rivera"], company="A-B C", role="Rr", me="R A", interviewed_on="2025-03-06")
    document = draft(text, greeting="Dear Ana,", context=context)
    facts = find_names(document, tagged(document))
    assert all(0 <= item.start < item.end <= len(document.text) for item in facts.mentions)
    assert all(0 <= start < end <= len(document.text) for start, end in facts.gaps)
