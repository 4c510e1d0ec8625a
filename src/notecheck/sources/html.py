"""Turn HTML into the text that it shows."""

from __future__ import annotations

import re

from notecheck.errors import InputError

_DECLARED = re.compile(r"<\?xml[^>]{0,200}\?>", re.I)


def html_to_text(html: str, name: str) -> str:
    """The text that an HTML page or mail shows, with lists and tables laid out.

    Raises:
        InputError: The HTML cannot be parsed.
    """
    if not html.strip():
        return ""
    # Imported late: it brings lxml, and few notes are HTML.
    from inscriptis import get_text
    from lxml.etree import LxmlError

    try:
        # lxml refuses a str with an encoding declaration, and NUL.
        text = get_text(_DECLARED.sub("", html).replace("\0", ""))
    except (LxmlError, ValueError, RecursionError, AttributeError) as error:
        raise InputError("its HTML cannot be read", remedy="Paste its text into a .txt file.", place=name) from error
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")
