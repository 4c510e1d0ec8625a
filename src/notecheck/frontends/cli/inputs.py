"""Check every input, one after the other; what cannot be checked is told and kept, and the rest goes on."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from notecheck.contexts import Contexts
from notecheck.document import Document
from notecheck.errors import ConfigError, ContextError, EngineError, InputError, NotecheckError
from notecheck.report import Failure, Report, Run, ToneRun
from notecheck.sources import STDIN, expand, read, read_stdin

if TYPE_CHECKING:
    from notecheck.analysis.twins import Twin
    from notecheck.api import Checker
    from notecheck.config import Settings


@dataclass(frozen=True, slots=True)
class Note:
    """A note with what is known of its interview, and who says each key of that."""

    document: Document
    origins: Mapping[str, str]


def check_inputs(
    inputs: Iterable[str],
    *,
    settings: Settings,
    contexts: Contexts,
    stdin_name: str,
    doing: Callable[[str], None],
    tell: Callable[[Iterable[str]], None],
) -> Run:
    """Read all inputs, see which are the same note, and check each.

    Args:
        inputs: Paths, folders, globs, ``-``.
        settings: How to check.
        contexts: What is known of the interviews.
        stdin_name: What standard input is called.
        doing: Told what goes on.
        tell: Told what the user may have overlooked.

    Raises:
        NotecheckError: A setting or rule is not valid, so that nothing can be checked.
    """
    from notecheck.analysis.twins import find_twins
    from notecheck.api import Checker

    documents: list[Report] = []
    errors: list[Failure] = []
    with Checker(settings) as checker:
        checker.start()
        warm = _warming(settings)
        items = list(read_all(inputs, contexts=contexts, stdin_name=stdin_name))
        if contexts.table:
            tell(contexts.table.mismatches(map(_path, items)))
        doing("Comparing the notes")
        twins = iter(find_twins([item.document for item in items if isinstance(item, Note)]))
        for item in items:
            doing(f"Checking {_path(item)}{'' if documents else warm}")
            outcome = item if isinstance(item, Failure) else _check(checker, item.document, next(twins))
            if isinstance(outcome, Failure):
                errors.append(outcome)
            else:
                documents.append(outcome)
    return Run(documents=tuple(documents), errors=tuple(errors))


def read_all(inputs: Iterable[str], *, contexts: Contexts, stdin_name: str) -> Iterator[Note | Failure]:
    """Each note that the inputs name, with what is known of its interview, or why it cannot be read."""
    for found in expand(list(inputs)):
        if isinstance(found, InputError):
            yield _failure(found, found.place)
            continue
        name = stdin_name if found == STDIN else found
        try:
            source = read_stdin(name=stdin_name) if found == STDIN else read(found)
            known = contexts.known(source)
            document = Document(source.text, media=source.media, path=source.path, context=known.context)
            yield Note(document, known.origins)
        except (InputError, ContextError) as error:
            yield _failure(error, name)
        except Exception as error:  # One note must not take the others with it.
            yield _broken(error, name)


def spare_inputs(output: Path | None, run: Run | ToneRun) -> None:
    """See to it that no report is written over what was read for it.

    Raises:
        ConfigError: It would be.
    """
    if output is None or not output.is_file():
        return
    for path in [report.path or "" for report in run.documents] + [failure.path for failure in run.errors]:
        if os.path.isfile(path) and os.path.samefile(path, output):
            remedy = "Name another file for the report."
            raise ConfigError("the report would overwrite the note", remedy=remedy, place=str(output))


def _path(item: Note | Failure) -> str:
    return item.path if isinstance(item, Failure) else item.document.path or ""


def _check(checker: Checker, note: Document, twins: tuple[Twin, ...]) -> Report | Failure:
    name = note.path or ""
    try:
        return checker.check(note.text, context=note.context, path=name, media=note.media, twins=twins)
    except InputError as error:
        return _failure(error, name)
    except NotecheckError:
        raise
    except Exception as error:
        return _broken(error, name)


def _broken(error: Exception, path: str) -> Failure:
    message = f"notecheck failed on it ({type(error).__name__}: {error})"
    return Failure(path=path, message=message, remedy="This is a mistake in notecheck; please report it.")


def _failure(error: NotecheckError, path: str) -> Failure:
    """An error as what happened to an input; a place that is not the input itself, such as its sidecar, is named."""
    place = error.place.removeprefix(path).removeprefix(":") if error.place.startswith(f"{path}:") else error.place
    if place.isdigit():
        place = f"line {place}"
    message = error.message if place in ("", path) else f"{place}: {error.message}"
    return Failure(path=path, message=message, remedy=error.remedy)


def _warming(settings: Settings) -> str:
    if settings.grammar not in ("auto", "languagetool"):
        return ""
    from notecheck.installation import find_languagetool

    try:
        found = find_languagetool(settings)
    except EngineError:
        return ""
    return "" if found.url else "; LanguageTool is warming up"
