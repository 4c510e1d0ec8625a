"""Grammar and spelling: what the engines found, in one form, and the engines that find it."""

from __future__ import annotations

from notecheck.analysis.mechanics.matches import Category, Match, MechanicsFacts
from notecheck.analysis.mechanics.mechanics import Mechanics, Status

__all__ = ["Category", "Match", "Mechanics", "MechanicsFacts", "Status"]
