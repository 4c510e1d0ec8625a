"""Read a Word document."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from notecheck.errors import InputError

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_MAX_UNPACKED = 60_000_000  # Bytes. A letter with fonts and pictures stays far below.
_MAX_PARTS = 5_000
_NS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = frozenset(
    f"{_NS}{tag}"
    for tag in (
        "del",
        "moveFrom",
        "pPr",
        "rPr",
        "tblPr",
        "sectPr",
        "instrText",
        "delText",
        "footnoteReference",
        "pict",
        "object",
        "drawing",
    )
)
_BREAKS = {f"{_NS}tab": "\t", f"{_NS}br": "\n", f"{_NS}cr": "\n", f"{_NS}noBreakHyphen": "-"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


@dataclass(frozen=True, slots=True)
class _Block:
    text: str
    item: bool


def read_word(data: bytes, name: str) -> str:
    """The text of a document's body: paragraphs, list items (marked with ``-``) and table rows in order.

    Tracked changes are read as accepted; comments, text boxes, page headers and footers are left out. A soft line
    break is a line end. Where the writer parted paragraphs by empty ones, so does the text; where Word's own spacing
    parts them, a blank line does.

    Raises:
        InputError: It is no Word document, damaged, encrypted, or unpacks to too much.
    """
    _refuse_bomb(data, name)
    document = _open(data, name)
    blocks = list(_blocks(document.element.body))
    return _laid_out(blocks)


def _refuse_bomb(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise _broken(name) from error
    if any(part.flag_bits & 1 for part in parts):
        raise InputError("the document is encrypted", remedy="Take the password off, and save it again.", place=name)
    if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > _MAX_UNPACKED:
        raise InputError(
            f"the document unpacks to more than {_MAX_UNPACKED // 1_000_000} MB",
            remedy="Pass the note alone, without pictures, or paste its text into a .txt file.",
            place=name,
        )


def _open(data: bytes, name: str) -> WordDocument:
    # Imported late: it brings lxml, and takes 100 ms.
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        document = docx.Document(io.BytesIO(data))
        document.element.body  # noqa: B018 - A document without a body fails here.
    except (
        OpcError,
        LxmlError,
        KeyError,
        ValueError,
        AttributeError,
        TypeError,
        IndexError,
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise _broken(name) from error
    if document.element.body is None:
        raise _broken(name)
    return document


def _broken(name: str) -> InputError:
    return InputError(
        "it is not a sound Word document",
        remedy="Open it in Word and save it again as .docx, or paste its text into a .txt file.",
        place=name,
    )


def _blocks(element: Any) -> Iterator[_Block]:
    """The paragraphs and table rows of an element; content controls and insertions are looked through."""
    for child in element:
        if child.tag == f"{_NS}p":
            yield _Block(_text(child).strip(" \t"), _is_item(child))
        elif child.tag == f"{_NS}tbl":
            for row in child.iter(f"{_NS}tr"):
                yield _Block(
                    "\t".join(
                        " ".join(block.text for block in _blocks(cell) if block.text) for cell in row.iter(f"{_NS}tc")
                    ).strip(),
                    False,
                )
        elif child.tag not in _SKIPPED and isinstance(child.tag, str):
            yield from _blocks(child)


def _text(element: Any) -> str:
    pieces = []
    for child in element:
        if child.tag in _SKIPPED or child.tag == _FALLBACK or not isinstance(child.tag, str):
            continue
        if child.tag == f"{_NS}t":
            pieces.append(child.text or "")
        elif child.tag in _BREAKS:
            pieces.append(_BREAKS[child.tag])
        else:
            pieces.append(_text(child))
    return "".join(pieces)


def _is_item(paragraph: Any) -> bool:
    number = paragraph.find(f"{_NS}pPr/{_NS}numPr/{_NS}numId")
    if number is not None:
        return bool(number.get(f"{_NS}val") != "0")
    style = paragraph.find(f"{_NS}pPr/{_NS}pStyle")
    return style is not None and str(style.get(f"{_NS}val", "")).startswith(("ListBullet", "ListNumber"))


def _laid_out(blocks: list[_Block]) -> str:
    """The blocks as text, with blank lines where the page shows paragraphs apart."""
    while blocks and not blocks[-1].text.strip():
        blocks = blocks[:-1]
    first = next((at for at, block in enumerate(blocks) if block.text.strip()), 0)
    spaced = any(not block.text.strip() for block in blocks[first:])
    text = ""
    above: _Block | None = None
    for block in blocks[first:]:
        if above is not None:
            text += "\n" if _close_together(above, block, spaced=spaced) else "\n\n"
        text += f"- {block.text}" if block.item and block.text else block.text
        above = block
    return text


def _close_together(above: _Block, below: _Block, *, spaced: bool) -> bool:
    if not above.text.strip() or not below.text.strip() or (above.item and below.item):
        return True
    return spaced and not (_is_prose(above.text) and _is_prose(below.text))


def _is_prose(text: str) -> bool:
    return len(text.split()) > 5 and bool(re.search(r"[.!?][\"”’')]*\s*\Z", text))
