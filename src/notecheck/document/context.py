"""What is known of the interview apart from the note: who was met, for which role, where and when."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date
from difflib import get_close_matches
from typing import Any

from notecheck.errors import ContextError


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody the note is written to or may name."""

    name: str
    title: str | None = None
    role: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Facts that only the writer knows. Nothing here is ever guessed; what is unknown stays None or empty.

    ``subject`` is None where the medium has none (a chat, a plain file) and empty where a mail's is blank.
    """

    interviewers: tuple[Person, ...] = ()
    company: str | None = None
    role: str | None = None
    me: str | None = None
    interviewed_on: date | None = None
    sent_on: date | None = None
    topics: tuple[str, ...] = ()
    also_met: tuple[Person, ...] = ()
    subject: str | None = None

    @classmethod
    def from_mapping(cls, data: dict[str, Any], *, place: str = "context") -> Context:
        """Build a context from JSON-like data.

        Args:
            data: Keys are the fields of this class. A person is a name or ``{name, title, role, email}``; a date an ISO
                string or a ``date``.
            place: Named in error messages.

        Raises:
            ContextError: A key is unknown or a value of the wrong sort.
        """
        if not isinstance(data, dict):
            raise ContextError("a context must be a mapping", remedy='For example {"company": "Acme"}.', place=place)
        _only(data, [item.name for item in fields(cls)], place)
        values: dict[str, Any] = {}
        for key, value in data.items():
            where = f"{place}: {key}"
            if value is None:
                continue
            if key in ("interviewers", "also_met"):
                values[key] = tuple(_person(item, where) for item in _sequence(value, where))
            elif key == "topics":
                values[key] = tuple(_text(item, where) for item in _sequence(value, where))
            elif key in ("interviewed_on", "sent_on"):
                values[key] = _date(value, where)
            else:
                values[key] = _text(value, where)
        return cls(**values)


def _only(data: dict[str, Any], known: list[str], place: str) -> None:
    for key in data:
        if key not in known:
            near = get_close_matches(str(key), known, 1)
            remedy = f"Did you mean {near[0]!r}?" if near else f"Known keys: {', '.join(known)}."
            raise ContextError(f"unknown key {key!r}", remedy=remedy, place=place)


def _sequence(value: Any, place: str) -> list[Any]:
    if not isinstance(value, (list, tuple)):
        raise ContextError("expected a list", remedy="Write the values as a list.", place=place)
    return list(value)


def _text(value: Any, place: str) -> str:
    if not isinstance(value, str):
        raise ContextError(f"expected text, not {type(value).__name__}", remedy="Put the value in quotes.", place=place)
    return value


def _date(value: Any, place: str) -> date:
    if isinstance(value, date):
        return value
    text = _text(value, place)
    try:
        # From Python 3.11 on, other ISO forms would pass as well.
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
            raise ValueError("not of this form")
        return date.fromisoformat(text)
    except ValueError as error:
        raise ContextError(f"{value!r} is no date", remedy="Write it as YYYY-MM-DD.", place=place) from error


def _person(value: Any, place: str) -> Person:
    if isinstance(value, Person):
        return value
    if isinstance(value, str):
        return Person(name=value)
    if not isinstance(value, dict) or "name" not in value:
        raise ContextError(
            "a person is a name or a mapping with a name", remedy='For example {"name": "Ana Ruiz"}.', place=place
        )
    _only(value, [item.name for item in fields(Person)], place)
    return Person(**{key: _text(item, f"{place}: {key}") for key, item in value.items() if item is not None})
