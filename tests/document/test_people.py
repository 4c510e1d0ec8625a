from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecheck.document import Person
from notecheck.document.people import natural_order, parse_person, titled


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Ana Ruiz", Person(name="Ana Ruiz")),
        ("  Ana   Ruiz ", Person(name="Ana Ruiz")),
        ("Dr. Ana Ruiz <ana@x.org>", Person(name="Ana Ruiz", title="Dr.", email="ana@x.org")),
        ("Prof. Dr. Ana Ruiz", Person(name="Ana Ruiz", title="Prof. Dr.")),
        ("ms chen", Person(name="chen", title="ms")),
        ("Dr.", Person(name="Dr.")),
        ("Dean Ruiz", Person(name="Dean Ruiz")),
        ("Ruiz, Ana <ana@x.org>", Person(name="Ana Ruiz", email="ana@x.org")),
        ('"Ruiz, Ana" <ana@x.org>', Person(name="Ana Ruiz", email="ana@x.org")),
        ("Ana Ruiz, Ph.D.", Person(name="Ana Ruiz, Ph.D.")),
        ("Martin Luther King, Jr. <m@x.org>", Person(name="Martin Luther King, Jr.", email="m@x.org")),
        ("Seán O’Brien-Ōta", Person(name="Seán O’Brien-Ōta")),
    ],
)
def test_a_person_as_written(text: str, person: Person) -> None:
    assert parse_person(text) == person


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no name"),
        ("ana@x.org", "no name"),
        ("<ana@x.org>", "no name"),
        ("42", "no name"),
        ("Ana Ruiz <ana>", "no mail address"),
        ("Ana Ruiz <ana@>", "no mail address"),
        ("Ana Ruiz <ana@x.org", "angle brackets"),
        ("Ana <a@x.org>, Tom <t@x.org>", "angle brackets"),
        ("Ana Ruiz, Tom Weber", "has a comma"),
        ("Ruiz, Ana", "has a comma"),
    ],
)
def test_what_is_no_person(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parse_person(text)


@given(st.text(max_size=60) | st.text(alphabet="aB.,<>@\" '", max_size=30))
def test_any_text_is_a_person_with_a_name_or_refused(text: str) -> None:
    try:
        person = parse_person(text)
    except ValueError:
        return
    assert any(map(str.isalpha, person.name))
    assert set(person.name + (person.title or "") + (person.email or "")) <= set(text) | {" "}


@given(st.text(max_size=40))
def test_a_title_and_the_rest_are_the_whole_name(name: str) -> None:
    title, rest = titled(name)
    assert ((title or "").split() + rest.split()) == name.split()
    assert rest or not name.split()


def test_order_of_address_books() -> None:
    assert natural_order("'Ruiz, Ana'") == "Ana Ruiz"
    assert natural_order("Ruiz, Jr.") == "Ruiz, Jr."
    assert natural_order("a, b, c") == "a, b, c"
