"""What is known of one note's interview, and who says so: of several sources, the nearest to the note wins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields

from notecheck.contexts.reading import read_context
from notecheck.contexts.sidecar import find_sidecar
from notecheck.contexts.table import Table
from notecheck.document.context import Context
from notecheck.sources import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A context, and who says it."""

    origin: str
    context: Context


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A context, and who says each key of it."""

    context: Context
    origins: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Contexts:
    """All that a user says for a run over many notes.

    Attributes:
        options: What the command line says of every note.
        table: A row a note.
        file: One context for every note.
        configuration: What ``notecheck.toml`` says of every note.
    """

    options: Context = field(default_factory=Context)
    table: Table | None = None
    file: Said | None = None
    configuration: Context = field(default_factory=Context)

    def known(self, source: Source) -> Known:
        """What is known of a note.

        For each key, the first of these that says anything: the options, the row of the table, the file, the sidecar,
        the configuration, the note's own headers. What a person wrote down stands before what a mail program did
        ("d.lee" for Dana Lee), and a list is taken whole.

        Raises:
            ContextError: The sidecar cannot be read, or is not valid.
        """
        return _merged(self._said(source))

    def _said(self, source: Source) -> Iterator[Said]:
        yield Said(origin="option", context=self.options)
        if self.table and (row := self.table.row(source.path)):
            yield Said(origin=row.place, context=row.context)
        if self.file:
            yield self.file
        if sidecar := find_sidecar(source.path):
            yield Said(origin=sidecar, context=read_context(sidecar))
        yield Said(origin="configuration", context=self.configuration)
        yield Said(origin="mail header", context=source.context)


def _merged(layers: Iterable[Said]) -> Known:
    values: dict[str, object] = {}
    origins: dict[str, str] = {}
    for layer in layers:
        for item in fields(Context):
            value = getattr(layer.context, item.name)
            if item.name not in values and value not in (None, ()):
                values[item.name] = value
                origins[item.name] = layer.origin
    return Known(context=Context(**values), origins=origins)  # type: ignore[arg-type]
