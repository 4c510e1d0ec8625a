"""A place where a rule fires."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from notecheck.analysis import Analysis
from notecheck.report import Edit, Fix, Safety


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A half-open range of the text, what the rule's message may name, and fixes.

    ``message`` stands in place of the rule's, where what was found is not sure enough for it.
    """

    start: int
    end: int
    fields: Mapping[str, object] = field(default_factory=dict)
    fixes: tuple[Fix, ...] = ()
    engine: str = "notecheck"
    engine_rule: str | None = None
    message: str | None = None


Judge = Callable[[Analysis], Iterable[Hit]]
"""A rule made ready: facts in, hits out."""


def replace(text: str, start: int, end: int, new: str, safety: Safety) -> Fix:
    """The fix that puts ``new`` for ``text[start:end]``, in the case of what it replaces.

    Where ``new`` is empty, the blanks and commas on one side go too, and a capital that began the sentence moves on.
    """
    if new:
        return Fix(safety=safety, edits=(Edit(start=start, end=end, text=_like(text[start:end], new)),))
    if text[end : end + 1] in (" ", "\t", ","):
        while text[end : end + 1] in (" ", "\t", ","):
            end += 1
    else:
        while text[start - 1 : start] in (" ", "\t", ","):
            start -= 1
    if text[start : start + 1].isupper() and text[end : end + 1].islower():
        return Fix(safety=safety, edits=(Edit(start=start, end=end + 1, text=text[end].upper()),))
    return Fix(safety=safety, edits=(Edit(start=start, end=end, text=""),))


def _like(old: str, new: str) -> str:
    return new[0].upper() + new[1:] if old[:1].isupper() else new
