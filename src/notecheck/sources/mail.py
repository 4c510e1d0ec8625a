"""Read a mail: its own text, and what its headers tell of the interview."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from email import policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser

from notecheck.document.context import Context
from notecheck.document.people import Person, natural_order, titled
from notecheck.errors import InputError
from notecheck.sources.decoding import decode
from notecheck.sources.html import html_to_text

_FIELDS = ("from", "to", "subject", "date", "received", "message-id", "mime-version", "content-type")
# What the header parser of the standard library raises, besides its own errors, on headers that are not well formed.
_BAD_HEADER = (MessageError, ValueError, IndexError, AttributeError, LookupError, TypeError)
_BROKEN_REMEDY = "Save the mail from your mail program again, or paste its text into a .txt file."


def read_mail(data: bytes, name: str) -> tuple[str, Context]:
    """The text of a mail and the context that its headers give.

    Parts that are shown one after the other are joined by a blank line; of alternatives the plain text is taken, and
    HTML where there is none. Attachments are left out. ``me`` is From's name, ``interviewers`` are To's and
    ``also_met`` Cc's names (an address without a name tells none), ``subject`` is empty where it is blank or missing.

    Raises:
        InputError: It is no mail, is damaged, or holds no text.
    """
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
        if not any(field in message for field in _FIELDS):
            raise InputError("it is not a mail: it has no headers", remedy="Name a text file .txt.", place=name)
        text = "\n\n".join(part.strip("\r\n") for part in _texts(message, name) if part.strip())
    except (RecursionError, *_BAD_HEADER) as error:
        raise InputError("the mail is damaged", remedy=_BROKEN_REMEDY, place=name) from error
    if not text.strip():
        raise InputError(
            "the mail holds no text", remedy="Write the note in the mail itself, not in an attachment.", place=name
        )
    return text, _context(message)


def _texts(part: MIMEPart, name: str) -> Iterator[str]:
    """The texts of a part, in order."""
    kind = part.get_content_type()
    if part.is_attachment() or kind == "message/rfc822":
        return
    if kind == "multipart/alternative":
        yield from _best_alternative(part, name)
    elif part.is_multipart():
        for child in part.iter_parts():
            yield from _texts(child, name)
    elif kind in ("text/plain", "text/html") and not part.get_filename():
        text = _decoded(part, name)
        yield html_to_text(text, name) if kind == "text/html" else text


def _best_alternative(part: MIMEPart, name: str) -> Iterator[str]:
    children = sorted(part.iter_parts(), key=lambda child: child.get_content_type() != "text/plain")
    for child in children:
        texts = [text for text in _texts(child, name) if text.strip()]
        if texts:
            yield from texts
            return


def _decoded(part: MIMEPart, name: str) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload:
        return ""
    charset = part.get_content_charset("utf-8")
    try:
        if charset not in ("us-ascii", "utf-8"):
            # Mail programs say ISO-8859-1 for Windows-1252, whose quotation marks are control characters there.
            return payload.decode("cp1252" if charset in ("iso-8859-1", "latin-1") else charset)
        return payload.decode("utf-8")
    except (LookupError, UnicodeDecodeError):
        return decode(payload, name)


def _context(message: EmailMessage) -> Context:
    me = _people(message, "from")
    return Context(
        me=me[0].name if me else None,
        interviewers=_people(message, "to"),
        also_met=_people(message, "cc"),
        subject=_header(message, "subject").strip(),
        sent_on=_date(message),
    )


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name, ""))
    except _BAD_HEADER:
        return ""


def _people(message: EmailMessage, field: str) -> tuple[Person, ...]:
    people = []
    try:
        addresses = [address for header in message.get_all(field, []) for address in header.addresses]
    except _BAD_HEADER:
        return ()
    for address in addresses:
        title, name = titled(natural_order(address.display_name))
        if name and "@" not in name:
            people.append(Person(name=name, title=title, email=address.addr_spec or None))
    return tuple(people)


def _date(message: EmailMessage) -> date | None:
    try:
        header = message.get("date")
        return header.datetime.date() if header is not None and header.datetime else None
    except _BAD_HEADER:
        return None
