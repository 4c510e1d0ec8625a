"""Read the contexts of many notes from one table, a row a note."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from difflib import get_close_matches
from io import StringIO
from pathlib import Path
from typing import Any

from notecheck.contexts.reading import read_text
from notecheck.document.context import Context
from notecheck.errors import ContextError

_LISTS = ("interviewers", "also_met", "topics")
_COLUMNS = ("path", *(item.name for item in fields(Context)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a row says: ``path`` as written, the ``file`` it means (a real path), and where it stands."""

    path: str
    file: str
    context: Context
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """All rows of a file, no two of one note."""

    name: str
    rows: tuple[Row, ...]

    def row(self, path: str) -> Row | None:
        """The row of a note."""
        file = os.path.realpath(path)
        return next((row for row in self.rows if row.file == file), None)

    def mismatches(self, paths: Iterable[str]) -> Iterator[str]:
        """What to tell of a run over ``paths``: rows of other files, and files without a row."""
        given = {os.path.realpath(path): path for path in paths}
        mentioned = {row.file for row in self.rows}
        for row in self.rows:
            if row.file not in given:
                what = "is not among the notes" if os.path.isfile(row.file) else "is not there"
                yield f"{row.place}: {row.path} {what}; the row is left out."
        for file, path in given.items():
            if file not in mentioned and os.path.isfile(file):
                yield f"{path}: {self.name} has no row for it."


def read_table(path: str | os.PathLike[str]) -> Table:
    """The rows of a CSV or TSV file.

    The first line names the columns: ``path``, relative to the folder of the table or else to the current one, and any
    key of a context. The delimiter is the one of comma, semicolon and tab that yields a column ``path``: unlike a guess
    from all the text (``csv.Sniffer``), this cannot be misled by commas in topics. Parts of a list are separated by
    semicolons, in quotes where the semicolon parts columns too. An empty cell says nothing.

    Raises:
        ContextError: The file is not there or cannot be read, is no UTF-8, no such table, has an unknown column, a
            value of the wrong sort, or two rows of one note; the place carries the line.
    """
    name = os.fspath(path)
    text = read_text(name)
    lines = _lines(text, name)
    start, columns = next(lines, (1, []))
    _check_columns(columns, f"{name}:{start}")
    rows: dict[str, Row] = {}
    for line, cells in lines:
        row = _row(dict(zip(columns, cells, strict=False)), cells[len(columns) :], name, f"{name}:{line}")
        if row.file in rows:
            where = rows[row.file].place
            raise ContextError(f"{row.path} has a row already", remedy=f"Join it with {where}.", place=row.place)
        rows[row.file] = row
    return Table(name=name, rows=tuple(rows.values()))


def _lines(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """The number of the first line and the cells of each row that is not blank; the names of columns come first."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    line, is_head = 1, True
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, [_column(cell) if is_head else cell.strip() for cell in cells]
                is_head = False
            line = reader.line_num + 1
    except csv.Error as error:
        remedy = 'Write a cell that holds a quotation mark as "a ""quoted"" word".'
        raise ContextError(f"no valid CSV: {error}", remedy=remedy, place=f"{name}:{line}") from error


def _delimiter(text: str) -> str:
    head = next((line for line in text.splitlines() if line.strip()), "")
    found = [mark for mark in ",;\t" if "path" in map(_column, head.replace('"', "").split(mark))]
    return max(found, key=head.count, default=",")


def _column(cell: str) -> str:
    return cell.strip().lower().replace(" ", "_").replace("-", "_")


def _check_columns(columns: list[str], place: str) -> None:
    if "path" not in columns:
        raise ContextError(
            "there is no column path",
            remedy="Name the columns in the first line: path,interviewers,company",
            place=place,
        )
    for at, column in enumerate(columns):
        if column in columns[:at]:
            raise ContextError(f"the column {column!r} stands twice", remedy="Keep one of them.", place=place)
        if column not in _COLUMNS:
            near = get_close_matches(column, _COLUMNS, 1)
            remedy = f"Did you mean {near[0]!r}?" if near else f"Known columns: {', '.join(_COLUMNS)}."
            raise ContextError(f"unknown column {column!r}", remedy=remedy, place=place)


def _row(cells: dict[str, str], beyond: list[str], name: str, place: str) -> Row:
    if any(beyond):
        raise ContextError(
            f"a cell too many: {next(filter(None, beyond))!r}",
            remedy="Put a value that holds the delimiter in quotes.",
            place=place,
        )
    path = cells.pop("path", "")
    if not path or "\0" in path:
        raise ContextError("the path of the note is missing", remedy="Write it in the column path.", place=place)
    data: dict[str, Any] = {key: _parts(cell) if key in _LISTS else cell for key, cell in cells.items() if cell}
    beside = Path(name).parent / path
    file = os.path.realpath(beside if os.path.lexists(beside) or not os.path.lexists(path) else path)
    return Row(path=path, file=file, context=Context.from_mapping(data, place=place), place=place)


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]
