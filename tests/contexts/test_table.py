from __future__ import annotations

import csv
import os
from contextlib import suppress
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecheck.contexts import read_table
from notecheck.contexts.table import _delimiter, _lines
from notecheck.document import Context, Person
from notecheck.errors import ContextError
from tests.documentation import blocks


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("first.txt", "second.txt"):
        (tmp_path / name).write_text("x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def table(text: str | bytes, name: str = "contexts.csv") -> str:
    Path(name).write_bytes(text.encode() if isinstance(text, str) else text)
    return name


@pytest.mark.usefixtures("folder")
def test_the_table_of_the_documentation() -> None:
    (shown,) = (block.text for block in blocks("text") if block.text.startswith("path,"))
    first, second = read_table(table(shown)).rows
    assert first.context == Context(
        interviewers=(Person(name="Tom Weber", title="Dr."), Person(name="Li Wei")),
        company="Acme",
        interviewed_on=date(2026, 3, 4),
    )
    assert second.context.interviewers == (Person(name="Ana Ruiz", email="ana@globex.example"),)
    assert (second.path, second.place) == ("second.txt", "contexts.csv:3")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_dialect_says_the_same(delimiter: str, mark: str, line_end: str) -> None:
    stream = StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator=line_end)
    writer.writerow(["Path", "Topics", "also met", "Role"])
    writer.writerow(["first.txt", "rota, falls; a; b\nc", "Ana Ruiz", ""])
    writer.writerow(["", " ", "", ""])
    writer.writerow(["second.txt", "", "", 'the "new" one'])
    first, second = read_table(table(mark + stream.getvalue(), "notes.tsv")).rows
    assert first.context == Context(topics=("rota, falls", "a", "b\nc"), also_met=(Person(name="Ana Ruiz"),))
    assert second.context == Context(role='the "new" one')
    assert second.place == "notes.tsv:5"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "there is no column path"),
        ("file,company\na,b\n", 1, "there is no column path"),
        ("path,compnay\n", 1, "unknown column 'compnay'. Did you mean 'company'?"),
        ("path,interviewer\n", 1, "Did you mean 'interviewers'?"),
        ("path,zzz\n", 1, "Known columns: path, interviewers"),
        ("path,role,\n", 1, "unknown column ''"),
        ("path,role,Role\n", 1, "the column 'role' stands twice"),
        ("path,role\nfirst.txt,a\n,b\n", 3, "the path of the note is missing"),
        ("path,sent_on\nfirst.txt,04/03/2026\n", 2, "sent_on: '04/03/2026' is no date. Write it as YYYY-MM-DD."),
        (
            'path,topics\nfirst.txt,"a\n\nb"\nfirst.txt,c\n',
            5,
            "first.txt has a row already. Join it with contexts.csv:2.",
        ),
        ("path,role\nfirst.txt,a\n./first.txt,b\n", 3, "has a row already"),
        ("path,company,role\nfirst.txt,Acme, Inc.,analyst\n", 2, "a cell too many: 'analyst'. Put a value that holds"),
        ('path,role\nfirst.txt,"a"b\n', 2, "no valid CSV"),
        ('path,role\nfirst.txt,"a\n\n', 2, "no valid CSV: unexpected end of data"),
        ('path,interviewers\nfirst.txt,"Ana; Ruiz, Li"\n', 2, "interviewers: 2: 'Ruiz, Li' has a comma"),
        (
            b"path,role\nfirst.txt,a\nsecond.txt,caf\xe9\n",
            3,
            "it is not valid UTF-8. Save it as UTF-8 (in Excel: CSV UTF-8).",
        ),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_mistake_names_the_line(text: str | bytes, line: int, words: str) -> None:
    with pytest.raises(ContextError) as caught:
        read_table(table(text))
    assert caught.value.place.split(": ")[0] == f"contexts.csv:{line}"
    assert words in str(caught.value)


@pytest.mark.usefixtures("folder")
def test_a_table_that_is_not_there() -> None:
    with pytest.raises(ContextError, match="there is no such file"):
        read_table("gone.csv")


def test_paths_are_beside_the_table_or_else_here(folder: Path) -> None:
    (folder / "lists").mkdir()
    (folder / "lists" / "first.txt").write_text("x")
    rows = read_table(table(f"path\nfirst.txt\nsecond.txt\n{folder / 'first.txt'}\ngone.txt\n", "lists/c.csv"))
    assert [os.path.relpath(row.file, os.path.realpath(folder)) for row in rows.rows] == [
        os.path.join("lists", "first.txt"), "second.txt", "first.txt", os.path.join("lists", "gone.txt"),
    ]  # fmt: skip
    found = rows.row("./second.txt")
    assert found and found.path == "second.txt"
    assert rows.row("third.txt") is None


@pytest.mark.usefixtures("folder")
def test_mismatches_are_told_with_their_place() -> None:
    rows = read_table(table("path\nfirst.txt\ngone.txt\n"))
    assert list(rows.mismatches(["second.txt", "<stdin>"])) == [
        "contexts.csv:2: first.txt is not among the notes; the row is left out.",
        "contexts.csv:3: gone.txt is not there; the row is left out.",
        "second.txt: contexts.csv has no row for it.",
    ]
    assert list(rows.mismatches(["first.txt"]))[1:] == []


CELLS = st.text(alphabet="ab ,;\t\"'\n", max_size=8)


@given(st.lists(CELLS, min_size=1, max_size=4), st.sampled_from(",;\t"))
def test_what_csv_writes_is_read_back(cells: list[str], delimiter: str) -> None:
    stream = StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter)
    writer.writerow(["path", *"xyzw"[: len(cells)]])
    writer.writerow(["p", *cells])
    (_, head), (line, read) = _lines(stream.getvalue(), "x")
    assert _delimiter(stream.getvalue()) == delimiter
    assert (head[0], line, read) == ("path", 2, ["p", *(cell.strip() for cell in cells)])


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(ContextError):
        list(_lines(text, "x"))
