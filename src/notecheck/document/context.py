"""What is known of the interview apart from the note: who was met, for which role, where and when."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from notecheck.document.people import Person, parse_person
from notecheck.errors import ContextError

__all__ = ["Context", "Person"]


def _about(text: str, example: str) -> dict[str, str]:
    # `example` is YAML.
    return {"help": text, "example": example}


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Facts that only the writer knows. Nothing here is ever guessed; what is unknown stays None or empty.

    ``subject`` is None where the medium has none (a chat, a plain file) and empty where a mail's is blank.
    """

    interviewers: tuple[Person, ...] = field(
        default=(),
        metadata=_about(
            "The people you write to.",
            "[Ana Ruiz, Dr. Tom Weber <tom@acme.example>, {name: Li Wei, title: Ms., role: Head of Data}]",
        ),
    )
    company: str | None = field(default=None, metadata=_about("Where the job is.", "Acme"))
    role: str | None = field(default=None, metadata=_about("The job.", "data analyst"))
    me: str | None = field(default=None, metadata=_about("Your own name, as you sign.", "Dana Lee"))
    interviewed_on: date | None = field(
        default=None, metadata=_about("The day of the interview, as YYYY-MM-DD.", "2026-03-04")
    )
    sent_on: date | None = field(
        default=None, metadata=_about("The day you send the note, as YYYY-MM-DD.", "2026-03-05")
    )
    topics: tuple[str, ...] = field(
        default=(), metadata=_about("What you talked about.", "[the launch in Lisbon, how reviews are run]")
    )
    also_met: tuple[Person, ...] = field(
        default=(), metadata=_about("People whom the note may name, but is not written to.", "[Sam Okafor]")
    )
    subject: str | None = field(default=None, metadata=_about("The subject of the mail.", "Thank you for Tuesday"))

    @classmethod
    def from_mapping(cls, data: dict[str, Any], *, place: str = "context") -> Context:
        """Build a context from JSON-like data.

        Args:
            data: Keys are the fields of this class. A person is ``{name, title, role, email}`` or a text such as
                "Dr. Ana Ruiz <ana@acme.example>"; a date an ISO string or a ``date``. None and blank text say nothing.
            place: Named in error messages.

        Raises:
            ContextError: A key is unknown or a value of the wrong sort; ``keys`` leads to it.
        """
        spot = _Spot(place)
        if not isinstance(data, dict):
            raise spot.error("a context must be a mapping", 'For example {"company": "Acme"}.')
        _only(data, [item.name for item in fields(cls)], spot)
        values: dict[str, Any] = {}
        for key, value in data.items():
            where = spot.at(key)
            if value is None or (isinstance(value, str) and not value.strip() and key != "subject"):
                continue
            if key in ("interviewers", "also_met"):
                values[key] = tuple(_person(item, where.at(index)) for index, item in _items(value, where))
            elif key == "topics":
                values[key] = tuple(_text(item, where.at(index)) for index, item in _items(value, where))
            elif key in ("interviewed_on", "sent_on"):
                values[key] = _date(value, where)
            else:
                values[key] = _text(value, where)
        return cls(**values)


@dataclass(frozen=True, slots=True)
class _Spot:
    """A value in the data: the name of the whole, and the keys and indices that lead to it."""

    place: str
    keys: tuple[str | int, ...] = ()

    def at(self, key: str | int) -> _Spot:
        return _Spot(self.place, (*self.keys, key))

    def error(self, message: str, remedy: str, *keys: str) -> ContextError:
        # People count from 1.
        trail = [str(key + 1 if isinstance(key, int) else key) for key in self.keys]
        return ContextError(message, remedy=remedy, place=": ".join([self.place, *trail]), keys=(*self.keys, *keys))


def _only(data: dict[str, Any], known: list[str], spot: _Spot) -> None:
    for key in data:
        if key not in known:
            near = get_close_matches(str(key).lower().replace("-", "_").replace(" ", "_"), known, 1)
            remedy = f"Did you mean {near[0]!r}?" if near else f"Known keys: {', '.join(known)}."
            raise spot.error(f"unknown key {key!r}", remedy, str(key))


def _items(value: Any, spot: _Spot) -> enumerate[Any]:
    if not isinstance(value, (list, tuple)):
        raise spot.error("expected a list", "Write the values as a list.")
    return enumerate(value)


def _text(value: Any, spot: _Spot) -> str:
    if not isinstance(value, str):
        raise spot.error(f"expected text, not {type(value).__name__}", "Put the value in quotes.")
    return value.strip()


def _date(value: Any, spot: _Spot) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    text = str(value) if isinstance(value, datetime) else _text(value, spot)
    try:
        # From Python 3.11 on, other ISO forms would pass as well.
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
            raise ValueError("not of this form")
        return date.fromisoformat(text)
    except ValueError as error:
        raise spot.error(f"{text!r} is no date", "Write it as YYYY-MM-DD.") from error


def _person(value: Any, spot: _Spot) -> Person:
    if isinstance(value, Person):
        return value
    if isinstance(value, str):
        return _written(value, spot)
    if not isinstance(value, dict) or "name" not in value:
        raise spot.error("a person is a name or a mapping with a name", 'For example {"name": "Ana Ruiz"}.')
    _only(value, [item.name for item in fields(Person)], spot)
    parts = {key: _text(item, spot.at(key)) for key, item in value.items() if item is not None}
    if not parts.get("name"):
        raise spot.at("name").error("there is no name", "Write the name, or leave the person out.")
    return Person(**{key: part for key, part in parts.items() if part})


def _written(text: str, spot: _Spot) -> Person:
    try:
        return parse_person(text)
    except ValueError as error:
        raise spot.error(
            str(error), "Write each person apart, first name first: Ana Ruiz, or Dr. Ana Ruiz <ana@acme.example>."
        ) from error
