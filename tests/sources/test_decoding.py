from __future__ import annotations

import pytest

from notecheck.errors import InputError
from notecheck.sources import read_bytes

CURLY = "I’m glad — “really” — we’ve met at the café…"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
@pytest.mark.parametrize("text", [CURLY, "I’m", "We’ll see,\r\nTom.\rBye"])
def test_text_is_read_as_written(encoding: str, text: str) -> None:
    assert read_bytes(text.encode(encoding), "note.txt").text == text


def test_mac_text_is_not_taken_for_windows_text() -> None:
    assert read_bytes(CURLY.encode("mac_roman"), "note.txt").text == CURLY


@pytest.mark.parametrize("text", ["Señor Muñoz from Zürich", "“a”", "€5 – naïve", "Ångström", "it’s"])
def test_short_windows_text_is_not_misread(text: str) -> None:
    assert read_bytes(text.encode("cp1252"), "note.txt").text == text


def test_a_byte_order_mark_in_utf16_is_no_text() -> None:
    assert read_bytes(b"\xfe\xff" + "Hi".encode("utf-16-be"), "note.txt").text == "Hi"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\0\1\2\3" * 50, "binary"),
        (bytes(range(1, 32)) * 9, "binary"),
        (b"\xff\xfea", "UTF-16"),
        (b"\xff\xfe\0\0a\0", "UTF-32"),
        (b"caf\xc3\xa9 na\xc3\xafve \xff", "UTF-8"),
        (b"", "empty"),
        (b" \r\n\t", "white space"),
        ("\ufeff".encode(), "white space"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said) as error:
        read_bytes(data, "note.txt")
    assert error.value.place.startswith("note.txt")
    assert error.value.remedy


def test_a_bad_byte_is_placed() -> None:
    with pytest.raises(InputError) as error:
        read_bytes("é\né\né".encode() + b" \xff", "note.txt")
    assert error.value.place == "note.txt:3"
