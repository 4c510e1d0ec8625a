"""What several formats say in the same words: counts, places, scores, tone and readability."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from notecheck.render.visible import one_line, visible
from notecheck.report import SEVERITIES, AxisId, Element, Finding, Metric, Part, Report, Score, ToneEvidence, ToneReport

TITLES = {
    "greeting": "Greeting",
    "thanks": "Thanks",
    "interest": "Interest",
    "qualifications": "Qualifications",
    "callback": "Shared detail",
    "addition": "Addition",
    "close": "Close",
    "signoff": "Sign-off",
}
LEADERS = 3
"""How many of the words that moved an axis of tone are shown to people."""


def number(value: float) -> str:
    """At most one decimal: ``12``, ``7.5``."""
    return f"{value:.1f}".removesuffix(".0")


def counted(count: int, noun: str) -> str:
    """``1 note``, ``2 notes``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def tally(findings: Iterable[Finding]) -> str:
    """``1 error, 3 warnings``; ``none`` where there are none."""
    counts = Counter(finding.severity for finding in findings)
    told = [
        f"{counts[severity]} info" if severity == "info" else counted(counts[severity], severity)
        for severity in SEVERITIES
        if counts[severity]
    ]
    return ", ".join(told) or "none"


def sentence(text: str) -> str:
    """``text`` on one line, with a capital and a full stop."""
    text = one_line(text)
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "”", '"')) or not text else ".")


def shortened(text: str, width: int) -> str:
    """``text`` on one line, safe to show, cut between words to at most ``width`` characters."""
    text = one_line(text)
    if len(text) <= width:
        return text
    kept = text[: width - 1]
    return kept[: kept.rfind(" ", width // 2) if " " in kept[width // 2 :] else None].rstrip() + "…"


def quoted(text: str, width: int = 60) -> str:
    """Words in quotation marks, shortened; blanks stay, since a finding may be about them."""
    text = visible(text)
    return f"“{text if len(text) <= width else shortened(text, width)}”"


def name(report: Report | ToneReport) -> str:
    """What the note is called, safe to show."""
    return one_line(report.path or "note")


def is_note(report: Report) -> bool:
    """Whether the text is a post-interview note; what another sort of text lacks, it need not have."""
    return report.kind.label == "post_interview_note"


def score_words(score: Score) -> str:
    """``Score 53 of 100: weak``, or ``No score.`` and why."""
    if score.total is None:
        return f"No score. {sentence(score.reason or '')}".rstrip()
    return f"Score {number(score.total)} of 100" + (f": {one_line(score.band)}" if score.band else "")


def losses(score: Score) -> list[str]:
    """Each part of the score that lost points, or was not measured, and how many."""
    return [text for part in score.parts if (text := _loss(part))]


def place(report: Report, finding: Finding) -> str:
    """``line 3, column 5, to line 4``; columns count code points."""
    text = report.text.replace("\r\n", " \n").replace("\r", "\n")
    last = finding.line + text.count("\n", finding.start, finding.end)
    return f"line {finding.line}, column {finding.column}" + (f", to line {last}" if last > finding.line else "")


def source(finding: Finding) -> str:
    """The rule, and in brackets the engine's own rule behind it."""
    rule = finding.rule if finding.engine_rule is None else f"{finding.rule} ({finding.engine} {finding.engine_rule})"
    return one_line(rule)


def element_status(element: Element) -> str:
    """``present``, ``weak``, ``missing``, or ``optional`` for an addition that is not there."""
    return "optional" if (element.id, element.status) == ("addition", "missing") else element.status


def moved(report: Report | ToneReport, axis: AxisId, *, quote: Callable[[str], str] = quoted) -> str:
    """What moved an axis of tone most, or why it was not measured.

    Args:
        report: Whose tone it is.
        axis: Which axis.
        quote: Makes words fit to show, shortened and in quotation marks.
    """
    found = report.tone.axes[axis]
    if found.score is None:
        return f"not measured: {one_line(found.reason or '')}"
    strongest = sorted(found.evidence, key=lambda item: -abs(item.weight))
    told = list(dict.fromkeys(_moved(report, item, quote) for item in strongest))[:LEADERS]
    note = ["low is good here"] if axis == "pressure" else []
    return "; ".join(note + [", ".join(told)] * bool(told))


def measured(report: Report) -> list[str]:
    """Each number of readability with its name and unit."""
    return [_metric(key, item.value, item) for key, item in report.readability.items() if item.value is not None]


def not_measured(report: Report) -> list[str]:
    """The numbers of readability that have no value, those of one reason together."""
    reasons: dict[str, list[str]] = {}
    for key, item in report.readability.items():
        if item.value is None:
            reasons.setdefault(one_line(item.reason or "no reason given"), []).append(_title(key).lower())
    return [f"No value for {', '.join(names)}. {sentence(reason)}" for reason, names in reasons.items()]


def _loss(part: Part) -> str:
    title = one_line(part.title)
    if part.points is None:
        return f"{title} not measured"
    lost = part.of - part.points
    if lost <= 0:
        return ""
    return f"{title} {number(lost)} of {number(part.of)}" if part.of else f"{title} {number(lost)}"


def _moved(report: Report | ToneReport, item: ToneEvidence, quote: Callable[[str], str]) -> str:
    words = report.text[item.start : item.end]
    sign = "+" if item.weight > 0 else "-"
    # A trait of form is of no words in particular.
    of_form = item.feature.partition(".")[0] == "form"
    what = quote(words) if words.strip() and not of_form else _trait(item.feature)
    return f"{what} {sign}{number(round(abs(item.weight), 1))}"


def _trait(feature: str) -> str:
    return one_line(feature.removeprefix("form.").replace("-", " "))


def _metric(key: str, value: float, item: Metric) -> str:
    unit = "" if item.unit.split("/")[0] in key else f" {one_line(item.unit)}"
    return f"{_title(key)} {number(value)}{unit}"


def _title(key: str) -> str:
    return one_line(key.replace("_", " ")).capitalize()
