"""Somebody the note is about, and how people write one: "Dr. Ana Ruiz <ana@acme.example>"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from notecheck.document.vocabulary import word_set

__all__ = ["Person", "natural_order", "parse_person", "titled"]

_TITLES = word_set("mr mrs ms miss mx dr prof professor")
"""Titles that are no given name; "Dean", "Judge" and "Rev" are names as well, so only ``title`` itself can say them."""
_SUFFIXES = word_set("phd ph.d. ph.d md m.d. jr jr. sr sr. rn esq esq. cpa mba msc m.sc. ma m.a. pe dds ii iii iv")
_ADDRESSED = re.compile(r"(?P<name>[^<>]*)<(?P<email>[^<>]*)>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody the note is written to or may name."""

    name: str = field(metadata={"help": "The name, without a title."})
    title: str | None = field(default=None, metadata={"help": "How the person is addressed, such as Dr. or Ms."})
    role: str | None = field(default=None, metadata={"help": "What the person does, such as Head of Data."})
    email: str | None = field(default=None, metadata={"help": "The address that the note goes to."})


def parse_person(text: str) -> Person:
    """A person as written: a name, maybe with a title before it and an address in angle brackets behind it.

    "Ruiz, Ana <ana@acme.example>", as address books write it, is put in the order of speech.

    Raises:
        ValueError: There is no name, the address is none, or a comma parts the name, so that it may be two people's.
    """
    found = _ADDRESSED.fullmatch(text.strip())
    if found is None:
        if "<" in text or ">" in text:
            raise ValueError("the angle brackets do not hold an address")
        name, email = text, None
    else:
        name, email = natural_order(found["name"]), found["email"].strip()
        if not _is_address(email):
            raise ValueError(f"{email!r} is no mail address")
    name = " ".join(name.split())
    if not any(map(str.isalpha, name)) or "@" in name:
        raise ValueError("there is no name")
    if any(part.strip().lower() not in _SUFFIXES for part in name.split(",")[1:]):
        raise ValueError(f"{name!r} has a comma")
    title, name = titled(name)
    return Person(name=name, title=title, email=email)


def natural_order(name: str) -> str:
    """A display name without quotation marks, and "Ruiz, Ana", as address books write it, in the order of speech."""
    bare = name.strip(" '\"")
    parts = [part.strip() for part in bare.split(",")]
    if len(parts) == 2 and all(parts) and parts[1].lower() not in _SUFFIXES:
        return f"{parts[1]} {parts[0]}"
    return bare


def titled(name: str) -> tuple[str | None, str]:
    """The titles that a name begins with, or None, and the rest; a title alone is taken for the name."""
    words = name.split()
    count = 0
    while count < len(words) - 1 and words[count].rstrip(".").lower() in _TITLES:
        count += 1
    return " ".join(words[:count]) or None, " ".join(words[count:])


def _is_address(text: str) -> bool:
    # Imported late: it takes 10 ms, and few notes need it.
    from email.errors import MessageError
    from email.headerregistry import Address

    try:
        address = Address(addr_spec=text)
    except (MessageError, ValueError, IndexError, AttributeError):  # What the parser raises on odd input.
        return False
    return bool(address.username and address.domain)
