"""Reports built by hand, so that renderers are tested without a model."""
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from notecheck.document import Document
from notecheck.report import (
    Axis,
    Edit,
    Element,
    Evidence,
    Failure,
    Finding,
    Fix,
    Kind,
    Label,
    Metric,
    NotChecked,
    Part,
    Reason,
    Report,
    Run,
    Score,
    Sentence,
    Tone,
    ToneEvidence,
)

WEAK_NOTE = """\
Subject: Thank you

Dear Ms. Chen,

Thank you for taking the time to meet with me on Tuesday and for walking me through the plans for the new ward, which I had only read about before we spoke. I remain very interested in the position.

\tI would of liked to ask about the rota, and 日本 sprang to mind 🙂 with its utilisation of nurses.

Please let me know right away if I got the job!!

Best,
Dana
"""

ELEMENT_IDS = ("greeting", "thanks", "interest", "qualifications", "callback", "addition", "close", "signoff")
AXES = ("politeness", "warmth", "confidence", "formality", "positivity", "enthusiasm", "pressure")


def words_at(text: str, words: str) -> tuple[int, int]:
    """The range of the first occurrence."""
    start = text.index(words)
    return start, start + len(words)


def finding(
    text: str, words: str, *, rule: str = "wording.sample", start: int | None = None, **changes: Any
) -> Finding:
    """A finding on the first occurrence of ``words``, or at ``start`` where there are none."""
    first, end = words_at(text, words) if start is None else (start, start + len(words))
    line, column = Document(text).places.line_column(first)
    values: dict[str, Any] = {
        "rule": rule,
        "engine": "notecheck",
        "severity": "warning",
        "message": f"“{words}” can go.",
        "advice": "Say it plainly.",
        "fixes": (),
        **changes,
    }
    return Finding(start=first, end=end, line=line, column=column, text=text[first:end], **values)


def element(text: str, name: Any, status: Any = "present", *words: str, reason: str = "It is there.") -> Element:
    """An element with evidence."""
    evidence = tuple(Document(text).evidence(*words_at(text, item)) for item in words)
    return Element(id=name, status=status, confidence=0.9, reason=reason, evidence=evidence)


def report(text: str = "Dear Ms. Chen,\n\nThank you.\n", findings: Iterable[Finding] = (), **changes: Any) -> Report:
    """A report with everything in order, but for ``changes``."""
    values: dict[str, Any] = {
        "path": "draft.txt",
        "media": "plain",
        "kind": Kind(label="post_interview_note", confidence=0.98, reason="It thanks for an interview."),
        "elements": tuple(
            Element(id=name, status="present", confidence=0.9, reason="It is there.") for name in ELEMENT_IDS
        ),  # type: ignore[arg-type]
        "sentences": (),
        "tone": Tone(axes={axis: Axis(score=50.0, base=50.0) for axis in AXES}),  # type: ignore[misc]
        "readability": {"words": Metric(value=120.0, unit="words")},
        "score": Score(total=93.0, band="outstanding"),
        "not_checked": (),
        **changes,
    }
    return Report(text=text, findings=tuple(findings), **values)


def weak_report() -> Report:
    """A report with something in every place: all statuses, severities and safeties, tabs, wide characters, reasons."""
    text = WEAK_NOTE
    start, end = words_at(text, "right away")
    findings = (
        finding(text, "", start=text.index("Best,"), rule="structure.no-qualifications", severity="error",
                message="The note gives no reason to choose you.", advice="Name one result of yours that this team needs."),
        finding(text, "very", rule="wording.intensifier", severity="hint", message="“very” adds little.",
                fixes=(Fix(safety="suggested", edits=(Edit(start=text.index("very"), end=text.index("very") + 5, text=""),)),)),
        finding(text, "would of", rule="mechanics.grammar", severity="error", engine="harper", engine_rule="ModalOf",
                message="“would of” is a slip for “would have”.",
                advice="Write “would have”.", fixes=_swaps(text, "would of", "would have", "would’ve", safety="safe")),
        finding(text, "utilisation", rule="wording.stilted", severity="info", message="“utilisation” is stilted.",
                fixes=_swaps(text, "utilisation", "use")),
        finding(text, "right away", rule="tone.pushy", message="“right away” presses the reader.",
                fixes=(Fix(safety="ask", edits=(), description="Name the day by which you need to know."),)),
        finding(text, "job!!\n\nBest", rule="form.shouting", severity="info", message="One mark is enough.", advice=""),
    )  # fmt: skip
    return report(
        text,
        findings,
        path="notes/weak.txt",
        elements=(
            element(text, "greeting", "present", "Dear Ms. Chen,"),
            element(text, "thanks", "present", text.split("\n")[4][:155], "Thank you"),
            element(text, "interest", "weak", "I remain very interested in the position.", reason="It gives no reason and names nothing of this role, team or company."),
            element(text, "qualifications", "missing", reason="No sentence gives a reason to choose you."),
            element(text, "callback", "present", "the plans for the new ward"),
            element(text, "addition", "missing", reason="Nothing is added, and nothing needs to be."),
            element(text, "close", "weak", "Please let me know right away if I got the job!!", reason="It demands."),
            element(text, "signoff", "present", "Best,\nDana"),
        ),
        sentences=(
            Sentence(start=20, end=34, line=3, column=1, zone="greeting", labels=(Label(id="greeting", confidence=0.99),), specificity=0.4),
        ),
        tone=Tone(
            axes={
                "politeness": Axis(score=72.0, base=50.0, evidence=_moved(text, ("Thank you", 12.0), ("Please", 10.0))),
                "warmth": Axis(score=50.0, base=50.0),
                "confidence": Axis(score=None, base=50.0, reason="The text is too short."),
                "formality": Axis(score=41.5, base=50.0, evidence=_moved(text, ("!!", -8.5))),
                "positivity": Axis(score=58.0, base=50.0, evidence=_moved(text, ("liked", 8.0))),
                "enthusiasm": Axis(score=56.0, base=50.0, evidence=_moved(text, ("very interested", 6.0))),
                "pressure": Axis(score=20.0, base=0.0, evidence=(ToneEvidence(feature="pressure.at-once", start=start, end=end, weight=20.0),)),
            }
        ),
        readability={
            "words": Metric(value=74.0, unit="words"),
            "words_per_sentence": Metric(value=14.8, unit="words"),
            "reading_time": Metric(value=19.0, unit="seconds"),
            "flesch_reading_ease": Metric(value=None, unit="points", reason="the text has fewer than 100 words"),
            "gunning_fog": Metric(value=None, unit="grade", reason="the text has fewer than 100 words"),
        },
        score=Score(
            total=53.0,
            band="weak",
            parts=(
                Part(id="qualifications", title="Qualifications", points=0.0, of=15.0),
                Part(id="interest", title="Restated interest", points=7.5, of=15.0),
                Part(id="thanks", title="Thanks", points=15.0, of=15.0),
                Part(id="correctness", title="Grammar and spelling", points=None, of=8.0),
            ),
            first=Reason(points=15.0, message="No sentence gives a reason to choose you.", rule="structure.no-qualifications", element="qualifications", start=text.index("Best,")),
        ),
        not_checked=(NotChecked(what="grammar by LanguageTool", why="LanguageTool is not set up", remedy="Run `notecheck setup` to fetch it."),),
    )  # fmt: skip


def other_report() -> Report:
    """A text that is no note."""
    return report(
        "Buy milk.\n",
        path="list.txt",
        kind=Kind(label="other", confidence=0.97, reason="Nothing in it speaks of an interview."),
        elements=tuple(
            Element(id=name, status="missing", confidence=0.9, reason="It is not there.") for name in ELEMENT_IDS
        ),  # type: ignore[arg-type]
        readability={},
        score=Score(total=None, reason="Only post-interview notes are scored. Nothing in it speaks of an interview."),
    )


def unicode_report() -> Report:
    """Emoji, combining marks, CRLF, markup in the note, findings that cross each other and one that ends lines only."""
    text = "Dear Zoe\u0308 🙂,\r\n\r\n\r\nThe cafe\u0301 👩\u200d🔬 would of <b>won</b> | `me` @you #12.\r\n\tBest\u0301,\r\nAna"
    findings = (
        finding(text, "would of", severity="error", fixes=_swaps(text, "would of", "would have")),
        finding(text, "👩\u200d🔬 would", rule="form.emoji", severity="info"),
        finding(
            text,
            "of <b>won</b> | `me`",
            rule="form.leftover-markup",
            message="<b>won</b> | `me` is *markup*, @you: 100%.",
        ),
        finding(text, "won", rule="wording.a"),
        finding(text, "won", rule="wording.b", severity="hint", advice=""),
        finding(text, "\r\n\r\n\r\n", rule="form.blank-lines", severity="hint", message="One empty line is enough."),
        finding(text, "", start=text.index(" would"), rule="structure.missing-close", message="No close."),
        finding(text, "\u0301,\r\nAna", rule="form.mark"),
    )
    return report(text, findings, path="notes/Zoe\u0308, 100%: 🙂.md", media="markdown")


def many() -> Run:
    """A run over several inputs, one of which could not be read."""
    failure = Failure(path="gone.txt", message="there is no such file", remedy="Check the name.")
    return Run(documents=(report(), weak_report(), other_report()), errors=(failure,))


def evidence(text: str, words: str) -> Evidence:
    """The first occurrence of words."""
    return Document(text).evidence(*words_at(text, words))


def _swaps(text: str, words: str, *others: str, safety: Any = "suggested") -> tuple[Fix, ...]:
    start, end = words_at(text, words)
    return tuple(Fix(safety=safety, edits=(Edit(start=start, end=end, text=other),)) for other in others)


def _moved(text: str, *items: tuple[str, float]) -> tuple[ToneEvidence, ...]:
    places = [(*words_at(text, words), weight) for words, weight in items]
    return tuple(ToneEvidence(feature="by.hand", start=start, end=end, weight=weight) for start, end, weight in places)
