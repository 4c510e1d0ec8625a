"""notecheck reads the note you send after a job interview and says what to change, with the words as evidence.

>>> import notecheck
>>> report = notecheck.check("Dear Ms. Chen, thank you for your time today. ...")
>>> report.score.total

Everything runs on this machine. For repeated use, keep a :class:`Checker`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from notecheck.errors import NotecheckError

if TYPE_CHECKING:
    from notecheck.analysis.twins import find_twins
    from notecheck.api import Checker, check, tone, tone_many
    from notecheck.config import Settings
    from notecheck.report import Report

__version__ = "0.1.0"
__all__ = ["Checker", "NotecheckError", "Report", "Settings", "__version__", "check", "find_twins", "tone", "tone_many"]


def __getattr__(name: str) -> Any:
    # Loaded on first use, so that `notecheck --version` and `--help` start at once.
    if name in ("Checker", "check", "tone", "tone_many"):
        from notecheck import api

        return getattr(api, name)
    if name == "find_twins":
        from notecheck.analysis.twins import find_twins

        return find_twins
    if name == "Report":
        from notecheck.report import Report

        return Report
    if name == "Settings":
        from notecheck.config import Settings

        return Settings
    raise AttributeError(f"module 'notecheck' has no attribute {name!r}")
