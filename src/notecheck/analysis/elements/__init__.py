"""Which sentence does what, what the note as a whole has, and whether it is a post-interview note at all."""

from __future__ import annotations

from notecheck.analysis.elements.facts import ElementFacts
from notecheck.analysis.elements.finder import ElementFinder

__all__ = ["ElementFacts", "ElementFinder"]
