"""The engines that the settings ask for, run together."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial
from typing import Any, Literal, Protocol

from notecheck.analysis.mechanics.deadline import in_background
from notecheck.analysis.mechanics.harper import HarperEngine
from notecheck.analysis.mechanics.languagetool import LanguageToolEngine
from notecheck.analysis.mechanics.matches import Match, MechanicsFacts
from notecheck.analysis.mechanics.merge import merge
from notecheck.analysis.mechanics.unknown_words import UnknownWords
from notecheck.config import Settings
from notecheck.document import Document
from notecheck.errors import EngineError
from notecheck.report import NotChecked

Status = Literal["idle", "warming up", "ready", "failed"]
_TITLES = {"languagetool": "LanguageTool", "harper": "Harper"}


class _Engine(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def state(self) -> Future[Any] | None: ...
    def start(self) -> None: ...
    def check(self, document: Document) -> list[Match]: ...
    def close(self) -> None: ...


class Mechanics:
    """Grammar and spelling. Threads may share it; at most one server runs for it, from the first need to :meth:`close`.

    Args:
        settings: ``grammar`` chooses the engines: ``auto`` takes LanguageTool, where it is set up, along with Harper,
            and Harper alone where it is not.
    """

    def __init__(self, settings: Settings) -> None:
        self._engines: tuple[_Engine, ...] = ()
        self._unknown_words = UnknownWords(any_variety=settings.language == "any")
        if settings.grammar in ("auto", "languagetool"):
            self._engines += (LanguageToolEngine(settings),)
        if settings.grammar in ("auto", "harper"):
            self._engines += (HarperEngine(settings),)

    def start(self) -> None:
        """Begin to warm the engines up, and return at once. Without it they start with the first check."""
        for engine in self._engines:
            engine.start()

    def close(self) -> None:
        """Stop the engines. The next check would start them anew."""
        for engine in self._engines:
            engine.close()

    @property
    def status(self) -> dict[str, Status]:
        """How far each engine is, by name; ``failed`` ones are reported as not checked."""
        return {engine.name: _status(engine.state) for engine in self._engines}

    def check(self, document: Document) -> MechanicsFacts:
        """What the engines found in greeting, body and sign-off; an engine's trouble is part of the facts."""
        if not self._engines:
            return MechanicsFacts(matches=(), not_checked=(_SWITCHED_OFF,))
        # The first engine, the slow one, has this thread; the others run beside it.
        others = [
            in_background(partial(_run, engine, document), name="notecheck-grammar") for engine in self._engines[1:]
        ]
        outcomes = [_run(self._engines[0], document), *(other.result() for other in others)]
        ran = [
            (engine.name, outcome)
            for engine, outcome in zip(self._engines, outcomes, strict=True)
            if isinstance(outcome, list)
        ]
        matches = merge([matches for _, matches in ran], document.text)
        return MechanicsFacts(
            matches=self._unknown_words.misspelt(matches, document.text),
            engines=tuple(name for name, _ in ran),
            not_checked=tuple(outcome for outcome in outcomes if isinstance(outcome, NotChecked)),
        )


_SWITCHED_OFF = NotChecked(
    what="grammar and spelling", why="switched off by you (`grammar` is `off`)", remedy="Use `--grammar auto`."
)


def _run(engine: _Engine, document: Document) -> list[Match] | NotChecked:
    try:
        return engine.check(document)
    except EngineError as error:
        why = f"{error.place}: {error.message}" if error.place else error.message
        return NotChecked(what=f"grammar and spelling by {_TITLES[engine.name]}", why=why, remedy=error.remedy)


def _status(state: Future[Any] | None) -> Status:
    if state is None:
        return "idle"
    if not state.done():
        return "warming up"
    return "failed" if state.exception() else "ready"
