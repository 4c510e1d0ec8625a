"""The kinds of rules. Each file under ``rules/`` is one :data:`Rule`, told apart by its ``kind``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args

from pydantic import Field, TypeAdapter, field_validator, model_validator

from notecheck.config import asset
from notecheck.errors import RuleError
from notecheck.report import AxisId, ElementId, ObjectionSort, Safety, Severity, ZoneName
from notecheck.ruleset.phrases import Phrase, Regex
from notecheck.ruleset.relations import Relation, Subject
from notecheck.ruleset.yaml_file import Strict, load

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$")]


class Example(Strict):
    """A text that must fire; ``at`` lists the words of each finding, in order."""

    text: str
    at: tuple[str, ...] = ()
    context: dict[str, Any] = Field(default_factory=dict)
    others: tuple[str, ...] = ()
    """Whole notes that are checked in the same run."""
    as_note: bool = False
    """Check the text as given; otherwise it stands as the body of a whole note."""


class Examples(Strict):
    """Texts that prove the rule. Every false alarm ever met stays under ``passes``."""

    fires: tuple[Example, ...] = Field(min_length=1)
    passes: tuple[Example, ...] = Field(min_length=1)

    @field_validator("fires", "passes", mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return (
            [{"text": item} if isinstance(item, str) else item for item in value] if isinstance(value, list) else value
        )


class BaseRule(Strict):
    """What every rule has.

    ``message`` may hold ``{text}`` (the words found) and what the kind adds; ``advice`` says what is better, in a
    sentence or two; ``why`` gives the reason with its source.
    """

    id: Id
    title: str
    severity: Severity
    message: str
    why: str
    advice: str
    notes_only: bool = True
    """Judge only texts that are post-interview notes."""
    zones: tuple[ZoneName, ...] = ("body",)
    aliases: tuple[Id, ...] = ()
    examples: Examples


class _Textual(BaseRule):
    phrases: tuple[Phrase, ...] = ()
    regex: tuple[Regex, ...] = ()
    unless: tuple[Regex, ...] = ()
    """A match is dropped where one of these matches words of the same sentence that overlap it."""
    case_sensitive: bool = False

    @model_validator(mode="after")
    def _has_pattern(self) -> _Textual:
        if not self.phrases and not self.regex:
            raise ValueError("needs `phrases` or `regex`")
        return self


class ExistenceRule(_Textual):
    """Fires wherever a phrase or regular expression matches. ``replacement`` (may be empty) makes a fix of it."""

    kind: Literal["existence"]
    replacement: str | None = None
    safety: Safety = "suggested"


class SubstitutionRule(BaseRule):
    """Fires at a phrase that has a better one; the message may hold ``{replacement}``."""

    kind: Literal["substitution"]
    swap: dict[str, tuple[str, ...]] = Field(min_length=1)
    unless: tuple[Regex, ...] = ()
    safety: Safety = "suggested"

    @field_validator("swap", mode="before")
    @classmethod
    def _one_or_many(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return {key: [item] if isinstance(item, str) else item for key, item in value.items()}


class OccurrenceRule(_Textual):
    """Fires at each match past the first ``max`` of a note, paragraph or sentence; the message may hold ``{count}``
    and ``{max}``."""

    kind: Literal["occurrence"]
    max: int = Field(ge=0)
    per: Literal["note", "paragraph", "sentence"] = "note"


class MetricRule(BaseRule):
    """Fires where a number is outside its bounds; the message may hold ``{value}``, ``{above}`` and ``{below}``.

    Per note, ``metric`` is a key of ``Report.readability``; per paragraph or sentence it is ``words``, and per
    paragraph also ``sentences``.
    """

    kind: Literal["metric"]
    metric: str
    above: float | None = None
    below: float | None = None
    per: Literal["note", "paragraph", "sentence"] = "note"

    @model_validator(mode="after")
    def _has_bound(self) -> MetricRule:
        if self.above is None and self.below is None:
            raise ValueError("needs `above` or `below`")
        return self


class ElementRule(BaseRule):
    """Fires when an element of the note is missing or weak."""

    kind: Literal["element"]
    element: ElementId
    status: Literal["missing", "weak"]


class ToneRule(BaseRule):
    """Fires when an axis of tone is above or below a bound, at the words that moved it most; may hold ``{score}``."""

    kind: Literal["tone"]
    axis: AxisId
    above: float | None = Field(default=None, ge=0, le=100)
    below: float | None = Field(default=None, ge=0, le=100)

    @model_validator(mode="after")
    def _has_bound(self) -> ToneRule:
        if (self.above is None) == (self.below is None):
            raise ValueError("needs either `above` or `below`")
        return self


class ObjectionRule(BaseRule):
    """Fires where a reader may hold a sentence against the writer, with a confidence from ``least`` to below ``below``.

    The message may hold ``{sounds}``: what ``sounds`` says of the sort of the objection, or of ``other``, where no
    sort has a share of ``firm``.
    """

    kind: Literal["objection"]
    least: float = Field(ge=0.5, le=1)
    below: float = Field(default=1.01, gt=0.5)
    firm: float = Field(default=0.6, ge=0, le=1)
    sounds: dict[Union[ObjectionSort, Literal["other"]], str]

    @model_validator(mode="after")
    def _names_all(self) -> ObjectionRule:
        missing = {*get_args(ObjectionSort), "other"} - set(self.sounds)
        if missing:
            raise ValueError(f"`sounds` lacks {', '.join(sorted(missing))}")
        return self


class ConsistencyRule(BaseRule):
    """Fires when a note uses two of several variants, at the rarer one; the message may hold ``{other}``."""

    kind: Literal["consistency"]
    variants: tuple[tuple[Phrase, ...], ...] = Field(min_length=1)
    case_sensitive: bool = False


class TokenRule(BaseRule):
    """Fires where a pattern of spaCy's Matcher matches within a sentence."""

    kind: Literal["token_pattern"]
    patterns: tuple[list[dict[str, Any]], ...] = Field(min_length=1)
    unless: tuple[Regex, ...] = ()


class DependencyRule(BaseRule):
    """Fires where a pattern of spaCy's DependencyMatcher matches; ``mark`` names the nodes that the finding covers."""

    kind: Literal["dependency"]
    patterns: tuple[list[dict[str, Any]], ...] = Field(min_length=1)
    mark: tuple[str, ...] = ()
    unless: tuple[Regex, ...] = ()


class PlaceholderRule(BaseRule):
    """Fires at each slot that was left open: as ``marked`` by brackets and the like, or as ``empty``, where nothing
    stands."""

    kind: Literal["placeholder"]
    slot: Literal["marked", "empty"] = "marked"


class MentionRule(BaseRule):
    """Fires where a mention of the ``subjects`` stands in one of the ``relations`` to what is known of the interview.

    The message may hold ``{known}`` (what it is measured against) and ``{right}`` (what should stand there; where
    it is known, it makes a fix).
    """

    kind: Literal["mention"]
    subjects: tuple[Subject, ...] = Field(min_length=1)
    relations: tuple[Relation, ...] = Field(min_length=1)
    safety: Safety = "suggested"


class DelayRule(BaseRule):
    """Fires where the note is sent more than ``above`` days after the interview, and at most ``up_to``; may hold
    ``{days}``."""

    kind: Literal["delay"]
    above: int = Field(ge=0)
    up_to: int | None = None


class HeaderRule(BaseRule):
    """Fires when a header field of a mail is missing or blank."""

    kind: Literal["header"]
    field: Literal["subject"]


class MechanicsRule(BaseRule):
    """Fires at each match of the grammar engines in one of the ``categories``; the message is the engine's
    (``{engine_message}``)."""

    kind: Literal["mechanics"]
    categories: tuple[Literal["spelling", "grammar", "punctuation", "typography", "casing", "repetition", "style"], ...]
    safety: Safety = "suggested"


class SameNoteRule(BaseRule):
    """Fires where another note of the run, to somebody else, shares at least so much of the words (``least``).

    The message may hold ``{other}``, ``{percent}`` and ``{sentences}``.
    """

    kind: Literal["same_note"]
    least: float = Field(ge=0.5, le=1)


Rule = Annotated[
    Union[
        ExistenceRule,
        SubstitutionRule,
        OccurrenceRule,
        MetricRule,
        ElementRule,
        ToneRule,
        ObjectionRule,
        ConsistencyRule,
        TokenRule,
        DependencyRule,
        PlaceholderRule,
        MentionRule,
        DelayRule,
        HeaderRule,
        MechanicsRule,
        SameNoteRule,
    ],
    Field(discriminator="kind"),
]

RULE: TypeAdapter[Rule] = TypeAdapter(Rule)

FACTS_AND_RUBRICS = ("elements", "tone_features", "registers", "rubrics")
"""Folders under ``rules/`` that hold no rules."""


def rule_files(folder: Path) -> list[Path]:
    """The rule files below a folder, sorted."""
    files = sorted(folder.rglob("*.yaml")) + sorted(folder.rglob("*.yml"))
    return [path for path in files if path.relative_to(folder).parts[0] not in FACTS_AND_RUBRICS]


def load_rules(folders: Iterable[Path]) -> tuple[Rule, ...]:
    """Every rule below the folders, sorted by id. A later folder's rule replaces an earlier one's of the same id.

    Raises:
        RuleError: A folder is missing, a file is not valid, or one folder has an id twice.
    """
    rules: dict[str, Rule] = {}
    for folder in folders:
        if not folder.is_dir():
            raise RuleError(
                "there is no such folder of rules", remedy="Correct `rules` in the configuration.", place=str(folder)
            )
        own: dict[str, Path] = {}
        for path in rule_files(folder):
            rule = load(path, RULE, trusted=folder == asset("rules"))
            if rule.id in own:
                raise RuleError(
                    f"the id {rule.id!r} is also that of {own[rule.id]}",
                    remedy="Give one of them another id.",
                    place=str(path),
                )
            own[rule.id] = path
            rules[rule.id] = rule
    return tuple(rules[key] for key in sorted(rules))
