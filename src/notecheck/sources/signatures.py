"""Tell a file's kind by its first bytes, and refuse what holds no text that can be read."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePath

from notecheck.errors import InputError
from notecheck.report import Media

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_AS_TEXT = "Save the note as plain text or .docx."
_KINDS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", "Copy its text into a .txt file, or pass the document it was made from."),
    (b"{\\rtf", "a rich text (RTF) file", _AS_TEXT),
    (b"\x89PNG", "a picture (PNG)", "Type the text into a .txt file."),
    (b"\xff\xd8\xff", "a picture (JPEG)", "Type the text into a .txt file."),
    (b"GIF8", "a picture (GIF)", "Type the text into a .txt file."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first."),
    (b"7z\xbc\xaf", "a 7-Zip archive", "Unpack it first."),
    (b"Rar!", "a RAR archive", "Unpack it first."),
    (b"\x7fELF", "a program", "Name the note."),
    (b"SQLite format 3\0", "a database", "Name the note."),
)
_SUFFIXES = {
    ".doc": ("an old Word file", "Open it in Word or LibreOffice and save it as .docx."),
    ".odt": ("an OpenDocument file", _AS_TEXT),
    ".rtf": ("a rich text (RTF) file", _AS_TEXT),
    ".pages": ("a Pages document", "Export it as .docx."),
    ".msg": ("an Outlook message", "Save the mail as .eml."),
    ".html": ("a web page", "Copy its text into a .txt file."),
    ".htm": ("a web page", "Copy its text into a .txt file."),
}


def sniff(data: bytes) -> Media:
    """The media of content that has no telling name, such as standard input."""
    if data.startswith(ZIP):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                return "word" if "word/document.xml" in archive.namelist() else "plain"
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            return "plain"
    head = data[:2000].split(b"\n\n")[0].replace(b"\r\n", b"\n").lower()
    fields = {line.split(b":")[0] for line in head.split(b"\n") if b":" in line}
    return "mail" if {b"mime-version", b"message-id", b"received"} & fields and b"from" in fields else "plain"


def refuse_foreign(data: bytes, name: str, media: Media) -> None:
    """Refuse files of kinds that are not read.

    Raises:
        InputError: The content or, but for content that is plain text, the name is of such a kind.
    """
    suffix = PurePath(name).suffix.lower()
    if data.startswith(OLE):
        raise _refuse_ole(data, name)
    for start, kind, remedy in _KINDS:
        if data.startswith(start):
            raise InputError(f"it is {kind}, not a note", remedy=remedy, place=name)
    if media == "word" or suffix in _SUFFIXES:
        if suffix in _SUFFIXES:
            kind, remedy = _SUFFIXES[suffix]
            raise InputError(f"it is {kind}, which cannot be read", remedy=remedy, place=name)
        return
    if data.startswith(ZIP):
        raise InputError(
            "it is a zip archive, not a note", remedy="Unpack it first; a Word file must be named .docx.", place=name
        )


def _refuse_ole(data: bytes, name: str) -> InputError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return InputError(
            "the document is encrypted", remedy="Open it in Word, take the password off, and save it again.", place=name
        )
    return InputError(
        "it is an old Office file", remedy="Open it in Word or LibreOffice and save it as .docx.", place=name
    )
