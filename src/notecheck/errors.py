"""Every error that notecheck raises on purpose, as one tree.

A message says what happened, where, and what to do next. Front doors print ``str(error)`` and exit with code 2; nothing
else needs to know the subclasses.
"""

from __future__ import annotations


class NotecheckError(Exception):
    """Base of all deliberate errors.

    Attributes:
        message: What is wrong, in one line, without a final full stop.
        remedy: What the user can do about it, in one line.
        place: Where: a path, ``path:line``, or an option; empty when the text itself is meant.
    """

    def __init__(self, message: str, *, remedy: str, place: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.place = place

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.message}. {self.remedy}"


class InputError(NotecheckError):
    """A note that cannot be read or checked: missing, binary, too long, damaged, encrypted, not English."""


class ContextError(NotecheckError):
    """A context (interviewers, company, …) with an unknown key or a value of the wrong sort, or a file that holds none.

    Attributes:
        keys: The keys, and the indices from 0, that lead from the whole context to what is wrong.
    """

    def __init__(self, message: str, *, remedy: str, place: str = "", keys: tuple[str | int, ...] = ()) -> None:
        super().__init__(message, remedy=remedy, place=place)
        self.keys = keys


class ConfigError(NotecheckError):
    """A configuration file or option that notecheck does not understand."""


class RuleError(NotecheckError):
    """A rule, fact pattern or rubric file that is not valid; ``place`` carries file and line."""


class EngineError(NotecheckError):
    """A grammar engine that cannot run, or stopped running."""


class SetupError(NotecheckError):
    """A step of ``notecheck setup`` that failed; nothing half-made is left behind."""
