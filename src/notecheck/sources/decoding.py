"""Turn the bytes of a text file into text."""

from __future__ import annotations

import codecs
import unicodedata

from notecheck.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # Before UTF-16, whose mark it starts with.
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = ("cp1252", "mac_roman", "cp1250", "cp1251", "cp437", "cp850", "shift_jis", "gb18030", "euc_kr", "big5")
_REMEDY = "Save the file as UTF-8."


def decode(data: bytes, name: str) -> str:
    """The text of a file in UTF-8, UTF-16, UTF-32, Windows-1252 or the like, without its byte order mark.

    Raises:
        InputError: The bytes are binary, damaged, or in no encoding that can be told.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name)
    wide = _wide(data)
    if wide:
        return _strict(data, wide, name)
    if _is_binary(data):
        raise InputError(
            "it is a binary file, not text", remedy="Name the note itself, as .txt, .md, .eml or .docx.", place=name
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _mostly_utf8(data):
            line = data.count(b"\n", 0, error.start) + 1
            raise InputError("it is not valid UTF-8", remedy=_REMEDY, place=f"{name}:{line}") from error
    return _legacy(data, name)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"it is not valid {encoding.upper()}, which its first bytes announce", remedy=_REMEDY, place=name
        ) from error
    if "\0" in text:
        raise InputError(
            "it is a binary file, not text", remedy="Name the note itself, as .txt, .md, .eml or .docx.", place=name
        )
    return text


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: in English most of every second byte is zero."""
    even, odd = data[0:4000:2], data[1:4000:2]
    if len(data) < 4 or len(data) % 2:
        return None
    if odd.count(0) > 0.5 * len(odd) and even.count(0) < 0.1 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.5 * len(even) and odd.count(0) < 0.1 * len(odd):
        return "utf-16-be"
    return None


def _is_binary(data: bytes) -> bool:
    """Whether control bytes that no text has make up more than a hundredth, or there is a zero byte."""
    control = sum(data.count(byte) for byte in range(32) if byte not in (8, 9, 10, 11, 12, 13, 26, 27))
    return b"\0" in data or control * 100 > len(data)


def _mostly_utf8(data: bytes) -> bool:
    """Whether sound UTF-8 sequences outnumber the bad bytes, so that any other encoding would garble the text."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    return sum(character > "\x7f" for character in text) - bad > bad


def _legacy(data: bytes, name: str) -> str:
    try:
        text = data.decode("cp1252")
        if _plausible(text):
            return text
    except UnicodeDecodeError:
        pass
    # Imported late: it takes 40 ms, and nearly no file needs it.
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=list(_LEGACY), preemptive_behaviour=False).best()
    if best is None:
        raise InputError("its encoding cannot be told", remedy=_REMEDY, place=name)
    return str(best)


def _plausible(text: str) -> bool:
    """Whether a text read as Windows-1252 has only marks and accented letters that stand where English puts them."""
    for index, character in enumerate(text):
        if character <= "\x7f":
            continue
        if character in "‘’“”–—…•€£©®™°·½¼¾\u00a0´«»§¡¿²³×":
            continue
        before, after = text[max(0, index - 1) : index], text[index + 1 : index + 2]
        if unicodedata.category(character) not in ("Ll", "Lu") or not (before.isalpha() or after.isalpha()):
            return False
        crowded = before > "\x7f" and before.isalpha() and after > "\x7f" and after.isalpha()
        if crowded or (character.isupper() and before.isalpha() and (before.islower() or after.islower())):
            return False
    return True
