"""Text made safe to show: no character of a note, a file name or an error text can steer the terminal."""

from __future__ import annotations

import unicodedata

_REPLACEMENT = "\ufffd"
_JOINERS = "\u200c\u200d"  # They build emoji and join letters; they steer nothing.
_HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")


def visible(text: str) -> str:
    """``text`` with each control, direction and other invisible character replaced, one for one.

    C0 controls become their pictures (ESC becomes ``␛``), line ends and tabs too; the rest becomes U+FFFD.
    """
    return text if text.isascii() and text.isprintable() else "".join(map(_visible, text))


def one_line(text: str) -> str:
    """``text`` on one line: runs of white space become one blank, the rest is :func:`visible`."""
    return visible(" ".join(text.split()))


def _visible(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    hidden = unicodedata.category(character) in _HIDDEN and character not in _JOINERS
    return _REPLACEMENT if hidden else character
