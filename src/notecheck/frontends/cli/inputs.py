"""Check every input, one after the other; what cannot be checked is told and kept, and the rest goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from typing import TYPE_CHECKING

from notecheck.document.context import Context
from notecheck.errors import EngineError, InputError, NotecheckError
from notecheck.report import Failure, Report, Run
from notecheck.sources import STDIN, Source, expand, read, read_stdin

if TYPE_CHECKING:
    from notecheck.api import Checker
    from notecheck.config import Settings

Tell = Callable[[str], None]


def check_inputs(inputs: Iterable[str], *, settings: Settings, stdin_name: str, doing: Tell) -> Run:
    """Read and check all inputs.

    Args:
        inputs: Paths, folders, globs, ``-``.
        settings: How to check.
        stdin_name: What standard input is called.
        doing: Told what goes on.

    Raises:
        NotecheckError: A setting or rule is not valid, so that nothing can be checked.
    """
    from notecheck.api import Checker

    documents: list[Report] = []
    errors: list[Failure] = []
    with Checker(settings) as checker:
        checker.start()
        warm = _warming(settings)
        for found in expand(list(inputs)):
            name = stdin_name if found == STDIN else str(found)
            doing(f"Checking {name}{'' if documents else warm}")
            outcome = (
                _failure(found, found.place) if isinstance(found, InputError) else _check(checker, found, stdin_name)
            )
            if isinstance(outcome, Failure):
                errors.append(outcome)
            else:
                documents.append(outcome)
    return Run(documents=tuple(documents), errors=tuple(errors))


def _check(checker: Checker, path: str, stdin_name: str) -> Report | Failure:
    name = stdin_name if path == STDIN else path
    try:
        source = read_stdin(name=stdin_name) if path == STDIN else read(path)
        context = with_facts(Context.from_mapping(checker.settings.context), source)
        return checker.check(source.text, context=context, path=source.path, media=source.media)
    except InputError as error:
        return _failure(error, name)
    except NotecheckError:
        raise
    except Exception as error:  # One note must not take the others with it.
        return Failure(
            path=name,
            message=f"notecheck failed on it ({type(error).__name__}: {error})",
            remedy="This is a mistake in notecheck; please report it.",
        )


def with_facts(known: Context, source: Source) -> Context:
    """The context of one note: what the user says, and for the rest what the note's own headers tell."""
    said = {item.name: getattr(known, item.name) for item in fields(Context)}
    return replace(source.context, **{name: value for name, value in said.items() if value not in (None, ())})


def _failure(error: NotecheckError, path: str) -> Failure:
    line = error.place.removeprefix(f"{path}:") if error.place.startswith(f"{path}:") else ""
    message = f"line {line}: {error.message}" if line.isdigit() else error.message
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
