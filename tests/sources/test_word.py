# ruff: noqa: E501 - long lines of data.
from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml

from notecheck.errors import InputError
from notecheck.sources import read_bytes

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: docx.document.Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def text(*paragraphs: str) -> str:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return read_bytes(saved(document), "a.docx").text


def repacked(change: dict[str, bytes | None]) -> bytes:
    """A sound document with parts changed, or left out."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(saved(docx.Document()))) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            data = change.get(name, old.read(name))
            if data is not None:
                new.writestr(name, data)
        for name in change.keys() - set(old.namelist()):
            new.writestr(name, change[name] or b"")
    return stream.getvalue()


def test_spacing_of_word_becomes_blank_lines() -> None:
    assert text("Dear Tom,", "Thank you.", "Best,", "Dana") == "Dear Tom,\n\nThank you.\n\nBest,\n\nDana"


def test_empty_paragraphs_are_the_writers_blank_lines() -> None:
    assert text(
        "",
        "12 Main St.",
        "Acme",
        "",
        "Dear Tom,",
        "",
        "Thank you so much for your time.",
        "It was good to see you all.",
    ) == ("12 Main St.\nAcme\n\nDear Tom,\n\nThank you so much for your time.\n\nIt was good to see you all.")


def test_lists_tables_and_breaks_in_order() -> None:
    document = docx.Document()
    document.add_paragraph("First\nsecond\tthird")
    document.add_paragraph("SQL", style="List Bullet")
    document.add_paragraph("Go", style="List Number")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "a", "b"
    document.add_paragraph("Last")
    assert read_bytes(saved(document), "a.docx").text == "First\nsecond\tthird\n\n- SQL\n- Go\n\na\tb\n\nLast"


def test_tracked_changes_are_read_as_accepted_and_content_controls_are_seen() -> None:
    document = docx.Document()
    body = document.element.body
    for xml in (
        f"<w:p {_W}><w:r><w:t>Dear </w:t></w:r><w:del><w:r><w:delText>Bob</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>Tom</w:t></w:r></w:ins></w:p>",
        f"<w:sdt {_W}><w:sdtContent><w:p><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p></w:sdtContent></w:sdt>",
    ):
        body.insert(len(body) - 1, parse_xml(xml))
    assert read_bytes(saved(document), "a.docx").text == "Dear Tom\n\nlink"


def test_standard_input_is_known_by_its_content() -> None:
    document = docx.Document()
    document.add_paragraph("Hi")
    assert read_bytes(saved(document), "<stdin>").media == "word"


@pytest.mark.parametrize(
    "change",
    [
        {"word/document.xml": None},
        {"word/document.xml": b"<w:document"},
        {"word/document.xml": b""},
        {"word/document.xml": f"<w:document {_W}/>".encode()},
        {"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'},
        {"[Content_Types].xml": None},
        {"[Content_Types].xml": b"<x/>"},
        {"_rels/.rels": None},
    ],
)
def test_broken_documents_are_refused(change: dict[str, bytes | None]) -> None:
    with pytest.raises(InputError, match="not a sound Word document") as error:
        read_bytes(repacked(change), "a.docx")
    assert error.value.place == "a.docx"


def test_a_document_cut_short_is_refused() -> None:
    data = saved(docx.Document())
    for size in (10, len(data) // 2, len(data) - 5):
        with pytest.raises(InputError):
            read_bytes(data[:size], "a.docx")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(InputError, match="unpacks to more than 60 MB"):
        read_bytes(repacked({"word/media/image.bin": b"\0" * 70_000_000}), "a.docx")


def test_a_document_without_text_is_refused() -> None:
    with pytest.raises(InputError, match="white space"):
        text("", " ")
