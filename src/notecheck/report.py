"""What comes out of a check: frozen plain data that computes nothing.

Every place is a half-open range ``[start, end)`` of code points in ``Report.text``; ``line`` and ``column`` are
1-based, ``column`` in code points. A range of length zero marks where something is missing. Labels are those of the
annotation guidelines; the JSON schema (``docs/report.schema.json``) is generated from these types.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal

SCHEMA_VERSION = "1.0"

Severity = Literal["error", "warning", "info", "hint"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info", "hint")
"""From the worst down."""

Safety = Literal["safe", "suggested", "ask"]
ElementId = Literal["greeting", "thanks", "interest", "qualifications", "callback", "addition", "close", "signoff"]
Status = Literal["present", "weak", "missing"]
ZoneName = Literal["header", "greeting", "body", "signoff", "quoted"]
KindLabel = Literal["post_interview_note", "other"]
ObjectionSort = Literal[
    "pushy", "pleading", "rude", "demanding", "too personal", "unsure", "boastful", "disloyal", "fawning"
]
AxisId = Literal["politeness", "warmth", "confidence", "formality", "positivity", "enthusiasm", "pressure"]
Media = Literal["plain", "markdown", "mail", "word"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words of the note that support a statement; ``text`` is ``Report.text[start:end]``."""

    start: int
    end: int
    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """Whether the text is a note sent after a job interview; ``confidence`` in [0, 1] is of ``label``."""

    label: KindLabel
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One element of the note as a whole; ``confidence`` in [0, 1] is of ``status``.

    Where it is not ``sure`` that the element is there or missing, ``reason`` is a question.
    """

    id: ElementId
    status: Status
    confidence: float
    reason: str
    evidence: tuple[Evidence, ...] = ()
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a sentence does for the reader; ``confidence`` in [0, 1]."""

    id: ElementId
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence, greeting line, sign-off line or list item.

    ``specificity`` runs from 0 (could be sent anywhere) to 1 (could be sent only here); None outside greeting and body.
    """

    start: int
    end: int
    line: int
    column: int
    zone: ZoneName
    labels: tuple[Label, ...] = ()
    specificity: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToneEvidence:
    """Words that moved an axis by ``weight`` points (signed).

    ``feature`` names what moved it: a feature of ``rules/tone_features``; ``gratitude``; a trait of form
    (``form.length``), or ``form`` for those that weigh little; ``encoder``, for what the sentence encoder makes of a
    sentence; or ``worst-sentence``, for how far one sentence pulls the whole text towards itself.
    """

    feature: str
    start: int
    end: int
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """One axis of tone, 0 to 100: ``base`` plus the weights of the evidence, cut at 0 and 100; None with a
    ``reason``."""

    score: float | None
    base: float
    evidence: tuple[ToneEvidence, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceTone:
    """How one sentence, ``text[start:end]``, sounds."""

    start: int
    end: int
    axes: Mapping[AxisId, Axis]


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """A sentence, ``text[start:end]``, that a reader may count against the writer.

    Attributes:
        confidence: That one does, in [0, 1]; from 0.5 up.
        sort: What the sentence most likely sounds like.
        sort_share: How much of the confidence is of that sort, in [0, 1].
    """

    start: int
    end: int
    confidence: float
    sort: ObjectionSort
    sort_share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone:
    """How the note sounds. High is good on every axis but ``pressure``, where 100 is pushy or pleading.

    Attributes:
        axes: Of the whole.
        sentences: Of each sentence that was measured, in order.
        objections: Sentences that may count against the writer, in order.
        summary: The whole in words of the register.
    """

    axes: Mapping[AxisId, Axis]
    sentences: tuple[SentenceTone, ...] = ()
    objections: tuple[Objection, ...] = ()
    summary: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """A readability number, or None with the ``reason`` why it cannot be measured."""

    value: float | None
    unit: str
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Replace ``text[start:end]`` by ``text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """Edits that mend a finding together.

    ``safe`` cannot change the meaning, ``suggested`` may, ``ask`` needs what only the writer knows.
    """

    safety: Safety
    edits: tuple[Edit, ...]
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to change: the rule that says so, the engine that saw it, and the words it is about, no more."""

    rule: str
    engine: str
    severity: Severity
    message: str
    advice: str
    start: int
    end: int
    line: int
    column: int
    text: str
    fixes: tuple[Fix, ...] = ()
    engine_rule: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Points lost in a part of the score, and the finding (``rule`` at ``start``) or element that lost them."""

    points: float
    message: str
    rule: str | None = None
    element: ElementId | None = None
    start: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the rubric: ``points`` kept of ``of``; the difference is the sum over ``reasons``.

    ``points`` is None where nothing was measured (no grammar engine ran): the part is left out of the total. The part
    ``limit`` has ``of`` 0 and negative points: findings that bound the whole score stand there.
    """

    id: str
    title: str
    points: float | None
    of: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """0 to 100 by a rubric, or None with a ``reason``. It grades the writing; it is no chance of being hired.

    ``first`` is the loss to mend first.
    """

    total: float | None
    band: str | None = None
    reason: str | None = None
    parts: tuple[Part, ...] = ()
    first: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotChecked:
    """Something that could not be measured, why, and what would mend it."""

    what: str
    why: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that is known about one note. ``text`` is the text that was judged, as given (for mail and docx: as
    extracted)."""

    path: str | None
    media: Media
    text: str = field(repr=False)
    kind: Kind
    elements: tuple[Element, ...]
    sentences: tuple[Sentence, ...] = field(repr=False)
    tone: Tone = field(repr=False)
    readability: Mapping[str, Metric] = field(repr=False)
    findings: tuple[Finding, ...]
    score: Score
    not_checked: tuple[NotChecked, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON-ready data: one entry of ``documents`` in the published schema."""
        return _plain(self)  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An input that could not be checked."""

    path: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The outcome of one run over several inputs: what was checked and what could not be."""

    documents: tuple[Report, ...]
    errors: tuple[Failure, ...] = ()
    schema_version: str = SCHEMA_VERSION

    def to_dict(self) -> dict[str, Any]:
        """The whole run as JSON-ready data, valid by the published schema."""
        return _plain(self)  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToneReport:
    """How one text sounds, a note or not."""

    path: str | None
    text: str = field(repr=False)
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class ToneRun:
    """The tone of several inputs, and which could not be read."""

    documents: tuple[ToneReport, ...]
    errors: tuple[Failure, ...] = ()
    schema_version: str = SCHEMA_VERSION

    def to_dict(self) -> dict[str, Any]:
        """The whole run as JSON-ready data; a ``tone`` is that of the published schema."""
        return _plain(self)  # type: ignore[no-any-return]


def _plain(value: object) -> Any:
    if hasattr(value, "__dataclass_fields__"):
        return {item.name: _plain(getattr(value, item.name)) for item in fields(value)}  # type: ignore[arg-type]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
