"""The Harper engine: in process, without Java."""

from __future__ import annotations

import os
import re
from concurrent.futures import Future
from concurrent.futures import TimeoutError as LateError
from threading import Lock
from typing import TYPE_CHECKING

from notecheck.analysis.mechanics.deadline import Worker
from notecheck.analysis.mechanics.harper_rules import category, disabled
from notecheck.analysis.mechanics.judged import judged_text, within_judged
from notecheck.analysis.mechanics.matches import Match
from notecheck.config import Language, Settings
from notecheck.document import Document
from notecheck.errors import EngineError

if TYPE_CHECKING:
    from harper import Lint, Linter

NAME = "harper"
MOST_REPLACEMENTS = 12
_DIALECTS: dict[Language, str] = {
    "any": "AMERICAN",
    "en-US": "AMERICAN",
    "en-CA": "CANADIAN",
    "en-AU": "AUSTRALIAN",
    # Harper has no dialect for New Zealand and South Africa; both spell as the British do.
    "en-GB": "BRITISH",
    "en-NZ": "BRITISH",
    "en-ZA": "BRITISH",
}
_ENDLESS = re.compile(r"\S{81,}")
"""No word. Harper takes memory with the square of its length: 100 000 letters end the process."""

_BULLET = re.compile(r"^[^\S\n]*(?:[-*+•–]|\d{1,2}[.)])[^\S\n]+\Z", re.MULTILINE)

_ADDRESS = "http://a.bc/"

_WARM_UP = "I met Kowalczyk."
"""The first word that is like no word it knows costs more than a second, and most notes hold such a name."""


class HarperEngine:
    """Harper, built on demand and shared by threads. Other threads run meanwhile, but it checks one text at a time.

    Args:
        settings: Says which English, and how long a check may take.
    """

    name = NAME

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._owner = os.getpid()
        self._lock = Lock()
        self._worker: Worker | None = None
        self._building: Future[Linter] | None = None

    @property
    def state(self) -> Future[Linter] | None:
        """The linter to come; None before the start."""
        return self._building

    def start(self) -> None:
        """Begin to build the linter, which takes about a second, and return."""
        self._started()

    def check(self, document: Document) -> list[Match]:
        """What Harper flags in the judged zones, in order of place.

        Raises:
            EngineError: It is not installed, fails, or takes too long.
        """
        text = _ENDLESS.sub(_address, judged_text(document))
        language = "markdown" if document.media == "markdown" else "plaintext"
        worker, building = self._started()
        # The worker has built the linter, or failed to, before it comes to this.
        linting = worker.submit(lambda: building.result().organized_lints(text, language=language))
        try:
            found = linting.result(timeout=self._settings.grammar_timeout)
        except LateError as error:
            # The thread cannot be stopped and keeps its linter: the next check builds another.
            self.close()
            raise EngineError(
                f"Harper took longer than {self._settings.grammar_timeout:g} seconds",
                remedy="Raise the setting grammar_timeout, or shorten the text.",
            ) from error
        except EngineError:
            raise
        except BaseException as error:
            if isinstance(error, (KeyboardInterrupt, SystemExit)):
                raise
            self.close()
            raise EngineError(
                f"Harper failed: {str(error)[:200]}",
                remedy="Use `--grammar languagetool`, and report this text to Harper.",
            ) from error
        matches = [
            _match(rule, lint)
            for rule, lints in found.items()
            for lint in lints
            if not _is_guess(rule, lint, found, text)
        ]
        return within_judged(document, sorted(matches, key=lambda match: (match.start, match.end)))

    def close(self) -> None:
        """Let go of the linter, at once or when it has finished what it is at."""
        with self._lock:
            worker = self._worker
            self._worker, self._building = None, None
        if worker is not None:
            worker.stop()

    def _started(self) -> tuple[Worker, Future[Linter]]:
        if os.getpid() != self._owner:
            # A forked child: the worker is not here, and may hold the lock.
            self._owner, self._lock, self._worker, self._building = os.getpid(), Lock(), None, None
        with self._lock:
            if self._worker is None or self._building is None:
                # Harper keeps what its spelling suggestions need by thread, and takes a second to build it.
                self._worker = Worker(name="notecheck-harper")
                self._building = self._worker.submit(self._build)
            return self._worker, self._building

    def _build(self) -> Linter:
        try:
            from harper import Dialect, Linter
        except ImportError as error:
            raise EngineError(
                f"Harper cannot be loaded: {error}", remedy="Install it with `pip install harper-py`."
            ) from error
        linter = Linter(Dialect[_DIALECTS[self._settings.language]])
        linter.set_lint_config({**linter.get_lint_config(), **dict.fromkeys(disabled(linter.get_lint_config()), False)})
        linter.lint(_WARM_UP, language="plaintext")
        return linter


def _address(run: re.Match[str]) -> str:
    """As long as the run, and nothing that Harper judges."""
    return _ADDRESS + "a" * (len(run[0]) - len(_ADDRESS))


def _is_guess(rule: str, lint: Lint, found: dict[str, list[Lint]], text: str) -> bool:
    """Whether Harper takes a list item for a sentence, or guesses how a word sounds.

    The latter is a lint on "a" or "an" before a word that it does not know.
    """
    if rule == "SentenceCapitalization":
        return _BULLET.search(text, 0, lint.span.start) is not None
    if rule != "AnA":
        return False
    following = lint.span.end + len(text[lint.span.end :]) - len(text[lint.span.end :].lstrip())
    return any(unknown.span.start == following for unknown in found.get("SpellCheck", []))


def _match(rule: str, lint: Lint) -> Match:
    from harper import SuggestionKind

    before = {SuggestionKind.REPLACE: "", SuggestionKind.REMOVE: "", SuggestionKind.INSERT_AFTER: lint.problem_text}
    words = dict.fromkeys(before[item.kind] + item.replacement_text for item in lint.suggestions)
    return Match(
        engine=NAME,
        engine_rule=rule,
        category=category(lint.lint_kind),
        message=lint.message,
        start=lint.span.start,
        end=lint.span.end,
        replacements=tuple(words)[:MOST_REPLACEMENTS],
    )
