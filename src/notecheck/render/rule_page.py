"""The page of one rule: what it flags, why, what is better, and its examples."""

from __future__ import annotations

import re
from dataclasses import dataclass

from notecheck.report import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text that fires, with the words of each finding, or one that does not, and the notes checked along with it."""

    text: str
    at: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePage:
    """What a person wants to know of a rule."""

    id: str
    title: str
    kind: str
    severity: Severity
    message: str
    why: str
    advice: str
    notes_only: bool = True
    aliases: tuple[str, ...] = ()
    fires: tuple[Example, ...] = ()
    passes: tuple[Example, ...] = ()


def to_markdown(page: RulePage) -> str:
    """The page in Markdown, with a final line end."""
    parts = [f"# {_escaped(page.title)}", f"`{page.id}` · {page.severity} · {page.kind.replace('_', ' ')}"]
    if page.aliases:
        parts.append("Formerly " + ", ".join(f"`{alias}`" for alias in page.aliases) + ".")
    if not page.notes_only:
        parts.append("Judges any text, not only post-interview notes.")
    parts += [f"**Why.** {_escaped(page.why)}", f"**Better.** {_escaped(page.advice)}"]
    if page.fires:
        parts += ["## Fires on", _examples(page.fires)]
    if page.passes:
        parts += ["## Stays silent on", _examples(page.passes)]
    return "\n\n".join(parts) + "\n"


def _examples(examples: tuple[Example, ...]) -> str:
    return "\n\n".join(_quoted(example) for example in examples)


def _quoted(example: Example) -> str:
    quote = "\n>\n> — along with —\n>\n".join(map(_lines, (example.text, *example.others)))
    flagged = "".join(f"\n>\n> → {', '.join(f'“{_escaped(words)}”' for words in example.at)}" if example.at else "")
    return quote + flagged


def _lines(text: str) -> str:
    lines = [f"> {_escaped(line)}\\" if line else ">" for line in text.strip().split("\n")]
    return "\n".join(lines).removesuffix("\\")


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", " ".join(text.split()))
