from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecheck.document import Context, Person
from notecheck.errors import ContextError


def test_every_sort_of_value() -> None:
    said = {
        "interviewers": ["Dr. Ana Ruiz", {"name": "Li Wei", "role": "Head of Data"}, Person(name="Tom")],
        "company": " Acme ",
        "interviewed_on": "2026-03-04",
        "sent_on": date(2026, 3, 5),
        "topics": ["the launch"],
        "me": "",
        "role": None,
        "subject": "",
    }
    assert Context.from_mapping(said) == Context(
        interviewers=(
            Person(name="Ana Ruiz", title="Dr."),
            Person(name="Li Wei", role="Head of Data"),
            Person(name="Tom"),
        ),
        company="Acme",
        interviewed_on=date(2026, 3, 4),
        sent_on=date(2026, 3, 5),
        topics=("the launch",),
        subject="",
    )


@pytest.mark.parametrize(
    ("said", "keys", "words"),
    [
        (["Ana"], (), "a context must be a mapping"),
        ({"compnay": "Acme"}, ("compnay",), "context: unknown key 'compnay'. Did you mean 'company'?"),
        ({"Interviewed-on": "x"}, ("Interviewed-on",), "Did you mean 'interviewed_on'?"),
        ({"zzz": 1}, ("zzz",), "Known keys: interviewers, "),
        ({"interviewers": "Ana"}, ("interviewers",), "context: interviewers: expected a list"),
        (
            {"interviewers": ["Ana", {"nmae": "x", "name": "Tom"}]},
            ("interviewers", 1, "nmae"),
            "interviewers: 2: unknown",
        ),
        ({"interviewers": [{"role": "x"}]}, ("interviewers", 0), "a mapping with a name"),
        ({"interviewers": [{"name": " "}]}, ("interviewers", 0, "name"), "there is no name"),
        ({"also_met": ["Ana, Tom"]}, ("also_met", 0), "'Ana, Tom' has a comma"),
        ({"also_met": ["Ana <ana>"]}, ("also_met", 0), "'ana' is no mail address"),
        ({"topics": [3]}, ("topics", 0), "expected text, not int"),
        ({"company": 3}, ("company",), "expected text, not int"),
        ({"sent_on": "4.3.2026"}, ("sent_on",), "'4.3.2026' is no date. Write it as YYYY-MM-DD."),
        ({"sent_on": "2026-02-30"}, ("sent_on",), "'2026-02-30' is no date"),
        ({"sent_on": "20260304"}, ("sent_on",), "is no date"),
        ({"sent_on": datetime(2026, 3, 4, 9)}, ("sent_on",), "'2026-03-04 09:00:00' is no date"),
    ],
)
def test_a_mistake_tells_where_and_what_to_do(said: Any, keys: tuple[Any, ...], words: str) -> None:
    with pytest.raises(ContextError) as caught:
        Context.from_mapping(said)
    assert words in str(caught.value)
    assert caught.value.keys == keys


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12) | st.dates() | st.datetimes(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6) | st.just("name"), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(list(Context.__dataclass_fields__)) | st.text(max_size=8), VALUES, max_size=5))
def test_any_data_is_a_context_or_refused(data: dict[str, Any]) -> None:
    with suppress(ContextError):
        assert isinstance(hash(Context.from_mapping(data)), int)
