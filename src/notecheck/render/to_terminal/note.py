"""One report: score, what to do first, elements, tone, readability, findings, and what was not checked."""

from __future__ import annotations

from rich.cells import cell_len

from notecheck.render.to_terminal.findings import show_findings
from notecheck.render.to_terminal.frame import shorten
from notecheck.render.to_terminal.numbers import number
from notecheck.render.to_terminal.screen import Screen, joined, styled
from notecheck.render.visible import one_line
from notecheck.report import Axis, Element, Metric, Part, Report, ToneEvidence

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
STYLES = {"present": "green", "weak": "yellow", "missing": "red", "optional": "dim"}
BAR = 20
LEADERS = 3
"""How many of the words that moved an axis of tone are shown."""


def show_note(screen: Screen, report: Report) -> None:
    """Write one report."""
    screen.line(styled(one_line(report.path or "note"), "bold underline"))
    _score(screen, report)
    _first(screen, report)
    _elements(screen, report)
    if report.kind.label == "post_interview_note":
        _tone(screen, report)
    _readability(screen, report)
    show_findings(screen, report)
    if report.not_checked:
        screen.heading("Not checked")
        for item in report.not_checked:
            why = joined(styled(one_line(item.what), "bold"), ": ", _sentence(item.why), " ", _sentence(item.remedy))
            screen.item(f"  {screen.glyphs.weak} ", why)


def band_style(total: float) -> str:
    """The colour of a score, a matter of taste and no judgement: the band's name says it in words."""
    return "bold green" if total >= 75 else "bold yellow" if total >= 50 else "bold red"


def _score(screen: Screen, report: Report) -> None:
    score = report.score
    if score.total is None:
        screen.line(joined(styled("No score. ", "bold"), _sentence(score.reason or "")), indent=2)
        return
    full = round(score.total / 100 * BAR)
    bar = screen.glyphs.full * full, screen.glyphs.empty * (BAR - full)
    words = f"Score {number(score.total)} of 100" + (f": {one_line(score.band)}" if score.band else "")
    style = band_style(score.total)
    screen.line(joined(styled(words, style), "  ", styled(bar[0], style), styled(bar[1], "dim")), indent=2)
    lost = [text for part in score.parts if (text := _loss(part))]
    if lost:
        screen.item("  Points lost: ", "; ".join(lost) + ".")


def _loss(part: Part) -> str:
    title = one_line(part.title)
    if part.points is None:
        return f"{title} not measured"
    lost = part.of - part.points
    if lost <= 0:
        return ""
    return f"{title} {number(lost)} of {number(part.of)}" if part.of else f"{title} {number(lost)}"


def _first(screen: Screen, report: Report) -> None:
    first = report.score.first
    if first is None:
        return
    screen.heading("Do this first")
    gain = f"  ({number(first.points)} {'point' if first.points == 1 else 'points'})"
    screen.item(f"  {screen.glyphs.arrow} ", joined(styled(one_line(first.message), "bold"), styled(gain, "dim")))
    same = [item for item in report.findings if item.rule == first.rule and item.start == first.start]
    if same:
        screen.line(f"Line {same[0].line}. {_sentence(same[0].advice)}", indent=5)


def _elements(screen: Screen, report: Report) -> None:
    is_note = report.kind.label == "post_interview_note"
    # What a text of another sort lacks, it need not have.
    shown = [item for item in report.elements if is_note or item.status != "missing"]
    if not shown:
        return
    screen.heading("Elements")
    for item in shown:
        _element(screen, item)


def _element(screen: Screen, element: Element) -> None:
    status = "optional" if (element.id, element.status) == ("addition", "missing") else element.status
    sign = getattr(screen.glyphs, status)
    label = joined("  ", styled(f"{sign} {status:<8}", STYLES[status]), f"  {TITLES[element.id]:<15} ")
    room = screen.width - label.cell_len
    lines = []
    for evidence in element.evidence[:1]:
        more = f" (and {len(element.evidence) - 1} more)" if len(element.evidence) > 1 else ""
        lead = f"line {evidence.line}: {screen.glyphs.open}"
        space = room - cell_len(lead) - cell_len(more) - 1
        words = shorten(one_line(evidence.text), max(space, 24), cut=screen.glyphs.cut)
        lines.append(f"{lead}{words}{screen.glyphs.close}{more}")
    if status != "present" or not lines or not element.sure:
        lines.append(one_line(element.reason))
    for line in lines:
        screen.item(label, line)
        label = joined(" " * label.cell_len)


def _tone(screen: Screen, report: Report) -> None:
    if not report.tone.axes:
        return
    screen.heading("Tone, from 0 to 100")
    for name, axis in report.tone.axes.items():
        screen.item(f"  {name.capitalize():<14}{_axis_score(axis):>4}   ", _axis_words(screen, report, name, axis))


def _axis_score(axis: Axis) -> str:
    return "-" if axis.score is None else f"{axis.score:.0f}"


def _axis_words(screen: Screen, report: Report, name: str, axis: Axis) -> str:
    if axis.score is None:
        return f"not measured: {one_line(axis.reason or '')}"
    strongest = sorted(axis.evidence, key=lambda item: -abs(item.weight))
    told = list(dict.fromkeys(_moved(screen, report, item) for item in strongest))[:LEADERS]
    note = ["low is good here"] if name == "pressure" else []
    return "; ".join(note + [", ".join(told)] * bool(told))


def _moved(screen: Screen, report: Report, item: ToneEvidence) -> str:
    sign = "+" if item.weight > 0 else "-"
    words = shorten(one_line(report.text[item.start : item.end]), 30, cut=screen.glyphs.cut)
    return f"{screen.quote(words) if words else one_line(item.feature)} {sign}{number(abs(item.weight))}"


def _readability(screen: Screen, report: Report) -> None:
    measured = [_metric(name, item) for name, item in report.readability.items() if item.value is not None]
    reasons: dict[str, list[str]] = {}
    for name, item in report.readability.items():
        if item.value is None:
            reasons.setdefault(one_line(item.reason or "no reason given"), []).append(_title(name).lower())
    if not measured and not reasons:
        return
    screen.heading("Readability")
    if measured:
        screen.line(f" {screen.glyphs.dot} ".join(measured), indent=2)
    for reason, names in reasons.items():
        screen.line(f"No value for {', '.join(names)}. {_sentence(reason)}", indent=2)


def _metric(name: str, item: Metric) -> str:
    assert item.value is not None
    unit = "" if item.unit.split("/")[0] in name else f" {one_line(item.unit)}"
    return f"{_title(name)} {number(item.value)}{unit}"


def _title(name: str) -> str:
    return one_line(name.replace("_", " ")).capitalize()


def _sentence(text: str) -> str:
    text = one_line(text)
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "”", '"')) or not text else ".")
